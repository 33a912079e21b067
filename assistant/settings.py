"""The WORKPLAN_ environment variables (or `.env`) as one validated record; all else is told, not asked."""

import os
from pathlib import Path
from typing import Annotated, Literal

from pydantic import AfterValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from ingest.errors import SettingsError, reason_of

# The tokenizer reads this of itself: its threads take longer to wake than the sentences of an answer to cut.
os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")

_ENV_FILE = ".env"
_REASONS = {  # pydantic's names of what is wrong with a value -> what it should be
    "int_parsing": "应为整数",
    "int_from_float": "应为整数",
    "float_parsing": "应为数字",
    "finite_number": "应为有限的数字",
    "greater_than": "应大于 {gt:g}",
    "greater_than_equal": "应不小于 {ge}",
    "less_than_equal": "应不大于 {le}",
    "path_type": "应为路径",
    "literal_error": "应为 off 或 on",
}


def _at_home(path: Path) -> Path:
    """Replace a leading `~`, which no shell does in a `.env` file."""
    return Path(os.path.expanduser(path))


class Settings(BaseSettings):
    """Everything a user may configure; each field is the variable WORKPLAN_<NAME>."""

    model_config = SettingsConfigDict(
        env_prefix="WORKPLAN_",
        env_file=_ENV_FILE,
        # Windows editors begin a file with a byte order mark, which would become part of the first name.
        env_file_encoding="utf-8-sig",
        env_ignore_empty=True,
        extra="ignore",
        frozen=True,
    )

    home: Annotated[Path, AfterValidator(_at_home)] = Field(
        Path.home() / ".workplan", description="Folder of every runtime file"
    )
    host: str = Field("127.0.0.1", description="Address the web app listens on")
    port: int = Field(7860, ge=1, le=65535, description="Port the web app listens on")
    auth: Literal["off", "on"] = Field(
        "off", description="on: only people with an account log in; off: one person at this computer"
    )
    embedding: str = Field(
        "", description="sentence-transformers model name or folder; empty: the bundled model"
    )
    embedding_query_prefix: str = Field(
        "", description="Instruction put before each question; empty: the usual one of a known model"
    )
    reranker: str = Field(
        "", description="Cross-encoder name or folder that reads the best passages again; empty: none"
    )
    database_url: str = Field(
        "", description="SQLAlchemy address of the catalog; empty: SQLite in the home folder"
    )
    chroma_url: str = Field(
        "", description="Address of a Chroma server; empty: embedded Chroma in the home folder"
    )
    max_file_mb: int = Field(64, ge=1, description="Largest file that is read, in megabytes")
    llm_base_url: str = Field("", description="OpenAI-compatible endpoint, e.g. http://127.0.0.1:11434/v1")
    llm_model: str = Field("", description="Chat model at that endpoint; set both or neither")
    llm_api_key: SecretStr = Field(SecretStr(""), description="Key for that endpoint, if it wants one")
    llm_timeout: float = Field(
        30.0, gt=0, allow_inf_nan=False, description="Seconds to wait for the model's next words"
    )

    @property
    def largest_file(self) -> int:
        """Size in bytes from which a file is refused."""
        return self.max_file_mb * 1024 * 1024


def load_settings() -> Settings:
    """Read the settings from the environment and `.env`.

    :raises SettingsError: naming the variable, the value and the reason, when one makes no sense; or `.env`,
        when it cannot be read.
    """
    try:
        return Settings()
    except ValidationError as error:
        first = error.errors()[0]
        name = "WORKPLAN_" + "_".join(str(part) for part in first["loc"]).upper()
        reason = _REASONS.get(first["type"], "格式不对").format(**first.get("ctx", {}))
        raise SettingsError(f"设置 {name} 的值“{first['input']}”无效：{reason}。请改正后重试") from error
    except UnicodeDecodeError as error:
        file = Path(_ENV_FILE).absolute()
        raise SettingsError(f"设置文件不是 UTF-8 编码：{file}。请用记事本另存为 UTF-8 后重试") from error
    except OSError as error:
        file = Path(_ENV_FILE).absolute()
        raise SettingsError(f"设置文件打不开（{reason_of(error)}）：{file}。请检查权限") from error

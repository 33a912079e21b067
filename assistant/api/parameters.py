"""What a program sends into checked parameters; the Chinese descriptions are what callers and models read."""

from typing import Annotated, Self

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    model_validator,
)
from pydantic_core import PydanticCustomError

from ingest.errors import InvalidRequest

_LONGEST = 500
_MOST_COMPARED = 10
_Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=_LONGEST)]


def _no_bool(value: object) -> object:
    """Refuse true and false, which Python counts as 1 and 0."""
    if isinstance(value, bool):
        raise PydanticCustomError("int_type", "no number")
    return value


_Int = Annotated[int, BeforeValidator(_no_bool)]
_Year = Annotated[_Int, Field(ge=1949, le=2100)]
_REASONS = {  # pydantic's names of what is wrong with a value -> what it should be
    "missing": "没有填写",
    "extra_forbidden": "没有这个参数",
    "string_type": "应为文字",
    "string_too_short": "不能为空",
    "string_too_long": "最多 {max_length} 个字",
    "int_type": "应为整数",
    "int_parsing": "应为整数",
    "int_from_float": "应为整数",
    "greater_than_equal": "应不小于 {ge}",
    "less_than_equal": "应不大于 {le}",
    "list_type": "应为列表",
    "too_long": "最多 {max_length} 项",
    "value_error": "{error}",
}


class Parameters(BaseModel):
    """Parameters of a function; what is not named here is refused."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Ask(Parameters):
    """Parameters of `ask`."""

    question: _Text = Field(description="要问的问题，如：2024年谁负责意识形态工作？")
    previous: list[_Text] = Field(
        [], max_length=20, description="这次对话中前面的问题，从早到晚；追问（如“那2023年呢？”）靠它理解"
    )


class Search(Parameters):
    """Parameters of `search`."""

    question: _Text = Field(description="要查的问题或词语")
    k: _Int = Field(10, ge=1, le=100, description="最多返回几个段落")


class Outline(Parameters):
    """Parameters of `outline`."""

    doc: _Text = Field(description="资料库中的文件名，即其他函数返回的 doc；不是本机路径")


class Duties(Parameters):
    """Parameters of `duties`."""

    unit: _Text = Field(description="责任单位，如：人事股")
    year: _Year | None = Field(None, description="只要这一年文件中的任务；不填为所有年份")


class Compare(Parameters):
    """Parameters of `compare`."""

    topic: _Text = Field(description="要对比的事项，如：学前教育")
    years: list[_Year] = Field(
        [], max_length=_MOST_COMPARED, description="要对比的年份，两个或更多；与 docs 二选一"
    )
    docs: list[_Text] = Field(
        [], max_length=_MOST_COMPARED, description="要对比的文件名，两个或更多；与 years 二选一"
    )

    @model_validator(mode="after")
    def _two_of_one(self) -> Self:
        columns = self.years or self.docs
        if (self.years and self.docs) or len(set(columns)) < 2:
            raise ValueError("请写两个或更多不同的年份（years），或两个或更多不同的文件名（docs）")
        return self


class Draft(Parameters):
    """Parameters of `draft`."""

    topic: _Text = Field(description="起草的主题，如：意识形态工作")
    year: _Year | None = Field(None, description="起草哪一年的计划；不填则不改年份")
    issuer: Annotated[str, StringConstraints(strip_whitespace=True, max_length=60)] = Field(
        "", description="发文单位，可不填"
    )


def explain_invalid(function: str, error: ValidationError) -> InvalidRequest:
    """Turn the first thing wrong with parameters into one Chinese line."""
    first = error.errors()[0]
    name = ".".join(str(part) for part in first["loc"])
    reason = _REASONS.get(first["type"], "格式不对").format(**first.get("ctx", {}))
    return InvalidRequest(f"{function} 的参数{f' {name} ' if name else ''}不对：{reason}。请改正后重试")

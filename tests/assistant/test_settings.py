"""Settings come from the environment and `.env`; what is wrong with one is said in Chinese."""

from pathlib import Path

import pytest

from assistant.settings import load_settings
from ingest.errors import SettingsError


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("HOME", "PORT", "LLM_TIMEOUT"):
        monkeypatch.delenv(f"WORKPLAN_{name}", raising=False)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("name", "value", "reason"),
    [
        ("PORT", "很多", "应为整数"),
        ("PORT", "80.5", "应为整数"),
        ("PORT", "0", "应不小于 1"),
        ("PORT", "70000", "应不大于 65535"),
        ("AUTH", "maybe", "应为 off 或 on"),
        ("LLM_TIMEOUT", "快", "应为数字"),
        ("LLM_TIMEOUT", "-1.5", "应大于 0"),
        ("LLM_TIMEOUT", "inf", "应为有限的数字"),
    ],
)
def test_a_wrong_value_is_explained_in_chinese(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, reason: str
) -> None:
    monkeypatch.setenv(f"WORKPLAN_{name}", value)
    with pytest.raises(SettingsError) as caught:
        load_settings()
    assert str(caught.value) == f"设置 WORKPLAN_{name} 的值“{value}”无效：{reason}。请改正后重试"


def test_a_tilde_is_the_home_of_the_user(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(here))
    monkeypatch.setenv("WORKPLAN_HOME", "~/wp")
    assert load_settings().home == here / "wp"


def test_a_byte_order_mark_hides_no_setting(here: Path) -> None:
    (here / ".env").write_text("WORKPLAN_PORT=8001\n", encoding="utf-8-sig")
    assert load_settings().port == 8001


def test_an_env_file_of_another_encoding_is_named(here: Path) -> None:
    (here / ".env").write_bytes("# 端口\nWORKPLAN_PORT=8001\n".encode("gbk"))
    with pytest.raises(SettingsError, match=r"不是 UTF-8 编码：.*\.env。.*另存为 UTF-8"):
        load_settings()

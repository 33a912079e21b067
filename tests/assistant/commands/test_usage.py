import click
import pytest

from assistant.commands.usage import Group, explain, run


@click.group(cls=Group)
def group() -> None:
    """Hold the commands under test."""


@group.command(help="数一数。")
@click.option("--times", type=click.IntRange(1, 9), required=True, metavar="次数", help="几次")
def count(times: int) -> int:
    """Return the number as the exit status."""
    return times


@group.command(help="涂一涂。")
@click.option("--colour", type=click.Choice(["红", "蓝"]), metavar="颜色", help="什么颜色")
def paint(colour: str) -> None:
    """Take one of a few words."""


def test_help_pages_are_chinese(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(group, ["--help"]) == 0
    assert run(group, ["count", "--help"]) == 0
    shown = capsys.readouterr().out
    assert "用法：workplan count [选项]" in shown
    assert "几次（必填）" in shown
    assert "数一数。" in shown
    for english in ("Usage", "Options", "Commands", "Show this", "required", "<="):
        assert english not in shown


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["count", "--times", "0"], "参数 --times 的值无效：应为 1 到 9 的整数"),
        (["paint", "--colour", "绿"], "参数 --colour 的值无效：应为 红、蓝"),
        (["count"], "缺少参数 --times"),
        (["count", "--often"], "没有选项 --often"),
        (["count", "--times"], "选项 --times 后面缺少值"),
        (["count", "--times", "1", "more"], "命令有误：无法识别 more"),
        (["nonsense"], "命令有误：无法识别 nonsense"),
    ],
)
def test_wrong_calls_are_explained_in_one_line(
    capsys: pytest.CaptureFixture[str], arguments: list[str], said: str
) -> None:
    assert run(group, arguments) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(said)


def test_a_bare_call_shows_the_help_page(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(group, []) == 2
    shown = capsys.readouterr().err
    assert shown.startswith("用法：workplan")
    assert "命令有误" not in shown


def test_an_interrupt_is_one_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(group.commands["count"], "invoke", interrupt)
    assert run(group, ["count", "--times", "1"]) == 1
    assert capsys.readouterr().err.strip() == "已中断"


def test_a_command_may_set_the_exit_status() -> None:
    assert run(group, ["count", "--times", "3"]) == 3


def test_messages_of_our_own_are_kept() -> None:
    assert explain(click.UsageError("请写出问题")).startswith("命令有误：请写出问题")

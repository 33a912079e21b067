"""Click in Chinese: help pages, and usage errors as one line."""

import re
from collections.abc import Sequence
from typing import Any

import click

_PIECES = {"[OPTIONS]": "[选项]", "COMMAND [ARGS]...": "命令 [参数]..."}
_NAMED = re.compile(r"['(]([^')]+)[')]")
_EXTRA = re.compile(r"  \[[^\]]*(?:required|<=x<=)[^\]]*\]")


class _Formatter(click.HelpFormatter):
    def write_heading(self, heading: str) -> None:
        self.write(f"{'':>{self.current_indent}}{heading}：\n")


class _Context(click.Context):
    formatter_class = _Formatter


class Command(click.Command):
    """A command whose help page is in Chinese."""

    context_class = _Context

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the usage line."""
        pieces = [_PIECES.get(piece, piece) for piece in self.collect_usage_pieces(ctx)]
        formatter.write_usage(ctx.command_path, " ".join(pieces), prefix="用法：")

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options with their help."""
        options = [param for param in self.get_params(ctx) if isinstance(param, click.Option)]
        rows = [(row[0], _in_chinese(row[1])) for option in options if (row := option.get_help_record(ctx))]
        if rows:
            with formatter.section("选项"):
                formatter.write_dl(rows)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Describe `--help` in Chinese."""
        option = super().get_help_option(ctx)
        if option:
            option.help = "显示帮助"
        return option


class Group(Command, click.Group):
    """A group of commands whose help page is in Chinese."""

    command_class = Command

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the options, then the commands."""
        super().format_options(ctx, formatter)
        with formatter.section("命令"):
            formatter.write_dl([(name, self.commands[name].get_short_help_str(60)) for name in self.commands])

    def list_commands(self, ctx: click.Context) -> list[str]:
        """List the commands in the order they were written down."""
        return list(self.commands)


def explain(error: click.ClickException) -> str:
    """Say in one Chinese line what is wrong with a command line."""
    param = getattr(error, "param", None)
    name = _name(param)
    match error:
        case click.NoSuchOption():
            return f"没有选项 {error.option_name}。运行 workplan --help 查看用法"
        case click.MissingParameter():
            return f"缺少参数 {name}。运行 workplan --help 查看用法"
        case click.BadParameter():
            return f"参数 {name} 的值无效：{_expected(param)}。运行 workplan --help 查看用法"
        case click.FileError():
            return f"无法打开文件 {error.ui_filename}：{error.message}"
        case click.BadOptionUsage():
            return f"选项 {error.option_name} 后面缺少值。运行 workplan --help 查看用法"
        case _:
            return f"命令有误：{_wrong(error.message)}。运行 workplan --help 查看用法"


def _wrong(message: str) -> str:
    """Name what click did not expect; messages of our own, which are not in ASCII, stay as they are."""
    named = _NAMED.search(message) if message.isascii() else None
    return f"无法识别 {named[1]}" if named else message


def _in_chinese(help: str) -> str:
    """Put into Chinese what click adds to the help of an option."""
    return _EXTRA.sub(lambda extra: "（必填）" if "required" in extra[0] else "", help)


def _expected(param: Any) -> str:  # noqa: ANN401
    """Say what a parameter takes."""
    match getattr(param, "type", None):
        case click.IntRange(min=low, max=high):
            return f"应为 {low} 到 {high} 的整数"
        case click.Choice(choices=choices):
            return f"应为 {'、'.join(choices)}"
        case click.Path():
            return "没有这个文件，或者它是文件夹"
        case _:
            return "类型不符"


def _name(param: Any) -> str:  # noqa: ANN401
    if isinstance(param, click.Option):
        return max(param.opts, key=len)
    return getattr(param, "human_readable_name", "") or ""


def run(group: click.Group, arguments: Sequence[str] | None) -> int:
    """Run a command line; usage errors are printed as one line and give exit status 2.

    Without any argument the help page is printed, and the status is 2 as well.
    """
    try:
        result = group.main(arguments, prog_name="workplan", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as error:
        click.echo(error.message, err=True)
        return 2
    except click.ClickException as error:
        click.echo(explain(error), err=True)
        return 2
    except click.Abort:
        click.echo("已中断", err=True)
        return 1
    return result if isinstance(result, int) else 0

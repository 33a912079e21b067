"""What the README says about commands and settings is what the program says."""

import json
import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from assistant.cli import cli
from assistant.settings import Settings
from tests.assistant.shelf import write_plans

ROOT = Path(__file__).parents[1]


def between(mark: str, page: str = "README.md") -> str:
    text = (ROOT / page).read_text(encoding="utf-8")
    found = re.search(rf"<!-- {mark}:.*?-->\n(.*?)<!-- /{mark} -->", text, re.DOTALL)
    assert found, mark
    return found[1].strip()


def settings_table() -> str:
    rows = ["| variable | meaning | default |", "|---|---|---|"]
    for name, field in Settings.model_fields.items():
        default = str(field.default).replace(str(Path.home()), "~").replace("None", "").strip("*")
        rows.append(f"| `WORKPLAN_{name.upper()}` | {field.description} | {default} |")
    return "\n".join(rows)


def test_readme_shows_the_real_help() -> None:
    help_page = CliRunner().invoke(cli, ["--help"], prog_name="workplan").output
    assert between("commands") == f"```\n{help_page.strip()}\n```"


def test_readme_lists_every_setting() -> None:
    assert between("settings") == settings_table()


def test_env_example_names_every_setting() -> None:
    example = (ROOT / ".env.example").read_text(encoding="utf-8")
    assert re.findall(r"^#?(WORKPLAN_\w+)=", example, re.MULTILINE) == [
        f"WORKPLAN_{name.upper()}" for name in Settings.model_fields
    ]


def test_readme_names_every_key_of_the_json(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WORKPLAN_HOME", str(tmp_path / "home"))
    plans = write_plans(tmp_path / "plans")
    plan = sorted(plans.iterdir())[0]
    reposted = plans / "转载.txt"
    reposted.write_text(plan.read_text("utf-8") + "\n四、补记工作。转载时补记一句。\n", "utf-8")
    page = (ROOT / "README.md").read_text(encoding="utf-8")
    for command, *arguments in (
        ("ingest", str(plans)),
        ("documents",),
        ("outline", str(reposted), "--show-removed"),
        ("search", "谁负责意识形态工作？"),
        ("ask", "谁负责意识形态工作？"),
        ("draft", "--topic", "学前教育"),
        ("reindex",),
        ("remove", plan.name),
        ("trash",),
        ("restore", plan.name),
    ):
        [row] = re.findall(rf"^\| `{command}\b[^`]*` \| `(.*)` \|$", page, re.MULTILINE)
        result = json.loads(CliRunner().invoke(cli, [command, *arguments, "--json"]).stdout)
        if command == "draft":
            assert result["citations"]
            result["citations"] = []
        assert set(re.findall(r'"(\w+)"', row)) == keys(result), command


def keys(result: object) -> set[str]:
    """Every key in a JSON value, at whatever depth."""
    if isinstance(result, list):
        return {key for each in result for key in keys(each)}
    if isinstance(result, dict):
        return set(result).union(*map(keys, result.values()))
    return set()


def test_readme_has_exactly_two_ways_to_start() -> None:
    start = (ROOT / "README.md").read_text(encoding="utf-8").split("## Start")[1].split("## ")[0]
    assert re.findall(r"^make \w+", start, re.MULTILINE) == ["make run", "make test"]

"""The commands as others call them: JSON shapes, exit status, errors as one Chinese line."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from assistant.cli import main
from tests.assistant.shelf import write_plans


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("WORKPLAN_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def filled(home: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    assert call("ingest", str(write_plans(home / "plans"))) == 0
    capsys.readouterr()
    return home


def call(*arguments: str) -> int:
    with pytest.raises(SystemExit) as stop:
        main(list(arguments))
    assert isinstance(stop.value.code, int)
    return stop.value.code


def printed(capsys: pytest.CaptureFixture[str]) -> Any:
    return json.loads(capsys.readouterr().out)


def test_ingest_reports_each_file_and_again_changes_nothing(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plans = write_plans(home / "plans")
    assert call("ingest", str(plans), "--json") == 0
    assert {row["status"] for row in printed(capsys)["files"]} == {"新增"}
    assert call("ingest", str(plans), "--json") == 0
    assert {row["status"] for row in printed(capsys)["files"]} == {"未变"}


def test_one_bad_file_fails_with_its_reason_and_the_rest_goes_on(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plans = write_plans(home / "plans")
    (plans / "空.txt").write_bytes(b"")
    assert call("ingest", str(plans), "--json") == 1
    rows = {row["doc"]: row for row in printed(capsys)["files"]}
    assert rows["空.txt"]["status"] == "失败"
    assert "空" in rows["空.txt"]["reason"]
    assert [row["status"] for row in rows.values()].count("新增") == 3


def test_outline_needs_no_library(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plans = write_plans(home / "plans")
    assert call("outline", str(plans / "白石县教育局2024年工作要点.txt"), "--json") == 0
    read = printed(capsys)
    assert read["title"] == "白石县教育局2024年工作要点"
    top, first = read["outline"][:2]
    assert (top["level"], top["number"], top["title"], top["units"]) == (1, "一", "加强党的建设", [])
    assert first["units"] == ["党建办"]
    assert [(duty["unit"], duty["role"], duty["scope"]) for duty in first["duties"]] == [
        ("党建办", "责任", "item")
    ]
    assert not (home / "home").exists()


def test_outline_shows_what_is_not_part_of_the_document(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = home / "plan.txt"
    text = write_plans(home / "plans").joinpath("青河市控辍保学实施方案.txt").read_text("utf-8")
    plan.write_text(f"当前位置：首页 > 政务公开\n{text}\n上一篇：关于放假的通知\n", "utf-8")
    assert call("outline", str(plan), "--show-removed") == 0
    shown = capsys.readouterr().out
    assert "未收入正文的内容（2 行）：\n当前位置：首页 > 政务公开\n上一篇：关于放假的通知" in shown
    assert call("outline", str(plan), "--show-removed", "--json") == 0
    assert printed(capsys)["removed"] == ["当前位置：首页 > 政务公开", "上一篇：关于放假的通知"]
    assert call("outline", str(plan), "--json") == 0
    assert "removed" not in printed(capsys)


def test_a_file_over_the_size_limit_is_refused_with_the_limit(
    home: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WORKPLAN_MAX_FILE_MB", "1")
    large = home / "大.txt"
    large.write_text("工作要点。" * 100_000, "utf-8")
    assert call("outline", str(large)) == 1
    assert "1 MB" in capsys.readouterr().err


def test_search_gives_passages_with_their_offsets(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("search", "明厨亮灶", "-k", "2", "--json") == 0
    found = printed(capsys)
    assert found["question"] == "明厨亮灶"
    assert len(found["passages"]) == 2
    assert list(found["passages"][0]) == ["doc", "title", "path", "text", "start", "end", "score"]


def test_ask_gives_the_answer_with_its_citations(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("ask", "2024年谁负责意识形态工作？", "--json") == 0
    answer = printed(capsys)
    assert answer["refused"] is False
    assert answer["mode"] == "摘录"
    assert "党建办" in answer["answer"]
    assert list(answer["citations"][0]) == ["n", "doc", "title", "path", "quote", "start", "end"]


def test_batch_answers_line_by_line_under_the_ids_given(
    filled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rows = [{"id": "甲", "question": "谁负责意识形态工作？"}, {"id": 2, "question": "地铁票价多少钱？"}]
    batch = filled / "questions.jsonl"
    batch.write_text("\n".join(json.dumps(row) for row in rows) + "\n\n", encoding="utf-8-sig")
    for command in ("ask", "search"):
        assert call(command, "--batch", str(batch), "--json") == 0
        answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
        assert [(a["id"], a["question"]) for a in answers] == [(r["id"], r["question"]) for r in rows]


def test_bad_batch_lines_are_named_and_stop_no_other(
    filled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    batch = filled / "questions.jsonl"
    lines = [
        '{"id": 1}',
        "[]",
        "{",
        '{"id": 2, "question": "谁负责\\ud800食堂？"}',
        '{"id": 3, "question": 5}',
    ]
    batch.write_text("\n".join(lines), encoding="utf-8")
    for command in ("ask", "search"):
        assert call(command, "--batch", str(batch)) == 1
        output = capsys.readouterr()
        (answer,) = map(json.loads, output.out.splitlines())
        assert (answer["id"], answer["question"]) == (2, "谁负责食堂？")
        assert [line[:19] for line in output.err.splitlines()] == [
            f"questions.jsonl 第{number}行" for number in (1, 2, 3, 5)
        ]


def test_bytes_that_are_no_characters_are_left_out(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in ("ask", "search"):
        assert call(command, "谁负责意识\udcff形态工作？", "--json") == 0
        assert printed(capsys)["question"] == "谁负责意识形态工作？"
    assert call("draft", "--topic", "学前\udcff教育", "--json") == 0
    assert printed(capsys)["topic"] == "学前教育"


def test_files_of_another_encoding_are_named_with_the_remedy(
    filled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    batch = filled / "questions.jsonl"
    batch.write_bytes('{"id": 1, "question": "谁负责食堂？"}'.encode("gbk"))
    assert call("ask", "--batch", str(batch)) == 1
    said = capsys.readouterr().err
    assert str(batch) in said
    assert "另存为 UTF-8" in said


@pytest.mark.parametrize("options", [[], ["--json"]])
def test_a_terminal_that_is_not_utf8_loses_no_answer(filled: Path, options: list[str]) -> None:
    done = subprocess.run(
        [
            sys.executable,
            "-c",
            "from assistant.cli import main; main()",
            "ask",
            "谁负责意识形态工作？",
            *options,
        ],
        capture_output=True,
        check=True,
        env={**os.environ, "PYTHONIOENCODING": "gbk", "PYTHONPATH": str(Path(__file__).parents[2])},
    )
    assert done.stderr == b""
    assert "党建办" in (json.loads(done.stdout)["answer"] if options else done.stdout.decode("gbk"))


def test_draft_lists_what_to_check(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["--topic", "学前教育", "--year", "2025", "--issuer", "白石县教育局"]
    assert call("draft", *arguments, "--json") == 0
    draft = printed(capsys)
    assert "【待核实】" in draft["text"]
    assert draft["to_check"]
    assert draft["citations"]


def test_documents_are_listed_and_removed(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("remove", "青河市控辍保学实施方案.txt", "--json") == 0
    assert printed(capsys) == {"removed": "青河市控辍保学实施方案.txt"}
    assert call("documents", "--json") == 0
    assert len(printed(capsys)["documents"]) == 2


def test_a_removed_document_is_listed_and_restored(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    name = "青河市控辍保学实施方案.txt"
    assert call("remove", name) == 0
    assert f"已移除：{name}（30 天内可以用 workplan restore 恢复）" in capsys.readouterr().out
    assert call("trash", "--json") == 0
    [kept] = printed(capsys)["trash"]
    assert (kept["doc"], kept["title"], kept["days_left"]) == (name, "青河市教育局2024年控辍保学实施方案", 30)
    assert call("trash") == 0
    assert capsys.readouterr().out == f"{name}  《青河市教育局2024年控辍保学实施方案》  还可恢复 30 天\n"
    assert call("restore", name, "--json") == 0
    assert printed(capsys) == {"restored": name}
    assert call("trash") == 0
    assert capsys.readouterr().out == "回收站是空的\n"
    assert call("ask", "九年义务教育巩固率是多少？") == 0
    assert "99.5%" in capsys.readouterr().out


def test_reindex_keeps_every_passage_found(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert call("reindex") == 0
    assert "已重建索引" in capsys.readouterr().out
    assert call("reindex", "--json") == 0
    assert printed(capsys)["passages"] > 0
    assert call("search", "明厨亮灶", "--json") == 0
    assert "明厨亮灶" in printed(capsys)["passages"][0]["text"]


@pytest.mark.parametrize("command", ["ask", "search", "outline", "documents", "draft"])
def test_plain_output_is_for_people(filled: Path, capsys: pytest.CaptureFixture[str], command: str) -> None:
    plan = str(filled / "plans" / "白石县教育局2024年工作要点.txt")
    arguments = {"outline": [plan], "documents": [], "draft": ["--topic", "学前教育"]}
    assert call(command, *arguments.get(command, ["谁负责意识形态工作？"])) == 0
    assert "白石县教育局2024年工作要点" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        (["outline", "没有.txt"], 1, "没有.txt"),
        (["remove", "没有.txt"], 1, "没有.txt"),
        (["restore", "没有.txt"], 1, "回收站中没有这份文件：没有.txt"),
        (["ask"], 2, "请写出问题"),
        (["ask", "--nonsense"], 2, "--nonsense"),
        (["search", "食堂", "-k", "0"], 2, "-k"),
        (["nonsense"], 2, "nonsense"),
        (["draft"], 2, "--topic"),
        (["ingest", "没有这个文件夹"], 1, "没有这个文件夹"),
    ],
)
def test_errors_are_one_chinese_line(
    home: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], status: int, said: str
) -> None:
    assert call(*arguments) == status
    output = capsys.readouterr()
    shown = output.err or output.out
    assert said in shown
    assert "Traceback" not in shown
    if output.err:
        assert len(output.err.strip().splitlines()) == 1


def test_an_unusable_home_is_one_line(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "file").write_text("")
    monkeypatch.setenv("WORKPLAN_HOME", str(home / "file" / "home"))
    assert call("documents") == 1
    assert "WORKPLAN_HOME" in capsys.readouterr().err


def test_a_file_name_with_a_line_break_stays_on_its_line(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plans = write_plans(home / "plans")
    (plans / "坏\n件.docx").write_bytes(b"PK\x03\x04 damaged")
    assert call("ingest", str(plans)) == 1
    (row,) = [line for line in capsys.readouterr().out.splitlines() if line.startswith("失败")]
    assert row.count(r"坏\n件.docx") == 1


def test_documents_whose_files_are_gone_are_noted_once(
    filled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (filled / "plans" / "青河市控辍保学实施方案.txt").unlink()
    assert call("ingest", str(filled / "plans")) == 0
    note = "原文件已不在：青河市控辍保学实施方案.txt；如不再需要，请运行 workplan remove 文件名"
    assert capsys.readouterr().out.count(note) == 1
    assert call("ingest", str(filled / "plans"), "--json") == 0
    assert printed(capsys)["gone"] == ["青河市控辍保学实施方案.txt"]


def test_a_senseless_setting_is_named(
    home: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("WORKPLAN_PORT", "很多")
    assert call("documents") == 1
    assert "WORKPLAN_PORT" in capsys.readouterr().err


def test_asking_imports_nothing_heavy(filled: Path) -> None:
    program = (
        "import sys; from assistant.cli import main\n"
        "try: main(['ask', '谁负责意识形态工作？'])\n"
        "except SystemExit as stop: assert stop.code == 0\n"
        "heavy = {'torch', 'sentence_transformers', 'gradio', 'langchain_openai', 'pandas', 'transformers'}\n"
        "print(heavy & set(sys.modules), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "set()"


def test_ask_and_search_look_only_where_they_are_told(
    filled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert call("ask", "新建公办幼儿园多少所？", "--year", "2023", "--kind", "工作要点", "--json") == 0
    assert {cited["doc"] for cited in printed(capsys)["citations"]} == {"白石县教育局2023年工作要点.txt"}
    assert call("search", "食堂", "--doc", "青河市控辍保学实施方案.txt", "--json") == 0
    assert {passage["title"][:3] for passage in printed(capsys)["passages"]} == {"青河市"}
    assert call("ask", "谁负责意识形态工作？", "--unit", "后勤股", "--unit", "航天股", "--json") == 0
    assert "后勤股、航天股" in printed(capsys)["answer"]

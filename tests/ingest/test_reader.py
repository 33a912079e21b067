import importlib.util
import json
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

from ingest.errors import UnreadableText
from ingest.reader import read_document
from ingest.records import Document

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "data" / "samples"
SHARED = ROOT.parent / "shared"
OUTLINES = SHARED / "eval" / "outlines.jsonl"
needs_shared = pytest.mark.skipif(
    not OUTLINES.exists(),
    reason="no folder of real documents beside the checkout",
)
BOILERPLATE = (
    "客服",
    "打赏",
    "赏赞",
    "相关文章",
    "转载请",
    "上一篇",
    "浏览次数",
    "www.",
    "阅读全文",
    "热门推荐",
    "¥",
)


def real_files() -> Iterator[Path]:
    for folder in ("seeds", "corpus"):
        yield from (path for path in sorted((SHARED / folder).glob("*.*")) if path.suffix != ".md")


def check(document: Document) -> None:
    """What holds for every document: own spans partition the text, spans point at their words."""
    text, sections = document.text, document.sections
    assert "".join(text[s.start : s.own_end] for s in sections) == text
    assert document.header.title
    for section in sections[1:]:
        assert section.title in text[section.start : section.own_end].replace("\u3000", "").replace(
            "\n", ""
        ) or ("".join(section.title.split()) in "".join(text[section.start : section.own_end].split()))
    for duty in document.duties:
        section = sections[duty.section]
        assert section.start <= duty.start < duty.end <= section.end
        assert "".join(text[duty.start : duty.end].split()) == duty.unit


@pytest.mark.parametrize(
    "path", sorted(p for p in SAMPLES.rglob("*") if p.is_file()), ids=lambda path: path.name
)
def test_every_sample_is_read_with_sections_year_and_place(path: Path) -> None:
    document = read_document(path, path.relative_to(SAMPLES).as_posix())
    check(document)
    assert len(document.sections) > 3
    assert not any(word in document.text for word in BOILERPLATE)


@needs_shared
def test_every_real_document_keeps_the_invariants_and_shows_no_furniture() -> None:
    for path in real_files():
        document = read_document(path, path.name)
        check(document)
        assert not any(word in document.text for word in BOILERPLATE), path.name


def scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score", SHARED / "eval" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def outline(document: Document) -> dict[str, object]:
    nodes = [
        {
            "level": section.level,
            "number": section.number,
            "title": section.title,
            "units": list(dict.fromkeys(duty.unit for duty in document.duties if duty.section == index)),
        }
        for index, section in enumerate(document.sections)
        if index and section.heading
    ]
    return {"doc": document.doc, "outline": nodes}


@needs_shared
def test_outlines_of_real_documents_are_those_of_a_careful_reader() -> None:
    score = scorer()
    truth = [json.loads(line) for line in OUTLINES.read_text("utf-8").splitlines()]
    read = [outline(read_document(path, path.name)) for path in real_files()]
    seeds = [one for one in truth if one["doc"][0].isdigit()]
    assert min(score.outline(seeds, read)) >= 0.95
    node, level, unit = score.outline(truth, read)
    assert node >= 0.97
    assert level >= 0.97
    assert unit >= 0.93


def test_the_page_title_tells_the_year_a_masked_plan_is_about(tmp_path: Path) -> None:
    body = "坚持把政治建设摆在首位，落实立德树人根本任务，推动全市教育高质量发展，办好人民满意的教育。"
    path = tmp_path / "plan.txt"
    path.write_text(
        f"青禾市教育局2024年工作计划(20240411)\n\n青禾市教育局202x年工作计划\n\n一、抓党建。{body}\n", "utf-8"
    )
    document = read_document(path, "plan.txt")
    assert document.header.title == "青禾市教育局202x年工作计划"
    assert document.header.years == (2024,)
    assert document.removed == ("青禾市教育局2024年工作计划(20240411)",)


def test_items_that_part_into_more_lines_than_a_document_can_have_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ingest.parse.read._MOST_LINES", 5)
    path = tmp_path / "plan.txt"
    path.write_text("".join(f"（{label}）加强组织领导。" for label in "一二三四五六七"), "utf-8")
    with pytest.raises(UnreadableText, match=r"行数太多（7 行，最多 5 行）：plan\.txt。请拆分后再导入"):
        read_document(path, "plan.txt")


def test_what_a_table_above_a_page_states_reaches_the_header_and_not_the_text(tmp_path: Path) -> None:
    body = "<p>各学校要结合实际细化措施，明确责任，按月调度，确保各项要求落到实处。</p>" * 8
    path = tmp_path / "plan.html"
    path.write_text(
        "<html><body><table><tr><td>索引号：</td><td>YX-2024-12</td><td>发布日期：</td><td>2024-03-05</td></tr>"
        "<tr><td>文 号：</td><td>云教发〔2024〕9号</td><td>发布机构：</td><td>云溪县教育局</td></tr></table>"
        f"<div id='zoom'><h1>2024年教育工作要点</h1>{body}</div></body></html>",
        "utf-8",
    )
    document = read_document(path, "plan.html")
    assert (document.header.number, document.header.date) == ("云教发〔2024〕9号", "2024-03-05")
    assert document.text.startswith("2024年教育工作要点\n各学校要结合实际")
    assert document.removed[:2] == ("索引号：YX-2024-12", "发布日期：2024-03-05")

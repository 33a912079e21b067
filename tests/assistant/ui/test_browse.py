"""What the views of the tab 浏览 make of records, plain or hostile, and of what anybody may send."""

from collections.abc import Iterator
from io import BytesIO

import pytest
from fastapi import FastAPI
from openpyxl import load_workbook
from starlette.testclient import TestClient

from assistant.answer import Citation
from assistant.assistant import Assistant
from assistant.compare import Point, Trend
from assistant.explore.fulltext import Place
from assistant.settings import Settings
from assistant.ui.browse.chart import chart
from assistant.ui.browse.document import annotated, chapters_of
from assistant.ui.browse.download import MATRIX, add_matrix
from assistant.ui.browse.params import Params, page_of
from assistant.ui.browse.search import excerpt, highlighted
from assistant.ui.browse.tab import listed, show
from ingest.records import Chunk
from tests.assistant.ui.pages import HOSTILE, read

VIEWS = ("shelves", "search", "matrix", "years", "guide", "glossary")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    """A library whose titles, headings, units and terms are all hostile."""
    folder = tmp_path_factory.mktemp("hostile")
    plans = folder / "plans"
    plans.mkdir()
    for year in (2023, 2024):
        lines = [f"云溪县教育局{year}年工作要点{HOSTILE[0]}"]
        for n, word in enumerate(HOSTILE, 1):
            lines.append(
                f"{n}.落实“双减”{word}要求。新建学校{n + year}所，“{word}”是指{word}。（责任股室：办公室）"
            )
        (plans / f"{year}<img src=x>.txt").write_text("\n".join(lines), encoding="utf-8")
    with Assistant.open(Settings(home=folder / "home")) as assistant:
        assert not assistant.ingest([plans]).failed
        yield assistant


@pytest.mark.parametrize("view", VIEWS)
def test_hostile_documents_are_text_in_every_view(hostile: Assistant, view: str) -> None:
    page = read(show(hostile, {"view": view, "q": "双减" if view == "search" else ""}))
    tags = {tag for tag, _ in page.elements}
    assert not tags & {"script", "img", "iframe", "object", "style"}
    assert not [name for _, names in page.elements for name in names if name.startswith("on")]
    assert "云溪县教育局" in page.text or view in ("search", "glossary")


def test_a_hostile_document_is_shown_as_its_text(hostile: Assistant) -> None:
    for info in hostile.documents():
        page = read(show(hostile, {"view": "document", "doc": info.doc}))
        assert HOSTILE[0] in page.text
        assert not {tag for tag, _ in page.elements} & {"script", "img", "svg"}


@pytest.mark.parametrize("view", [*VIEWS, "document", "nothing", "<script>"])
@pytest.mark.parametrize("sent", ["-1", "999999999999", "<img src=x>", "' OR 1=1", "", "２０２４", "*"])
def test_whatever_is_sent_gets_a_page(shelf: Assistant, view: str, sent: str) -> None:
    names = ("year", "kind", "organ", "doc", "section", "q", "page", "from", "by", "unit", "series", "years")
    page = read(show(shelf, {"view": view, **dict.fromkeys(names, sent)}))
    assert "出错" not in page.text
    assert not {tag for tag, _ in page.elements} & {"script", "img"}
    read(listed(shelf, {"list": "cell", "row": sent, "body": sent, "column": sent}))
    read(listed(shelf, {"list": "theme", "theme": sent}))


def test_an_empty_library_says_so_in_every_view(tmp_path_factory: pytest.TempPathFactory) -> None:
    with Assistant.open(Settings(home=tmp_path_factory.mktemp("empty"))) as empty:
        for view in VIEWS:
            assert "出错" not in read(show(empty, {"view": view})).text
        assert "资料库还是空的" in show(empty, {"view": "shelves"})


def test_the_lines_of_a_document_join_back_to_its_text_and_mark_its_facts(samples: Assistant) -> None:
    for info in samples.documents():
        document = samples.document(info.doc)
        lines = annotated(document, 0)
        shown = "".join(run.text for line in lines for run in line.runs)
        assert shown == document.text.replace("\n", "")
        told = {remark for line in lines for run in line.runs for remark in run.remarks}
        facts = (*document.duties, *document.figures, *document.deadlines)
        assert {(r.start, r.end) for r in told} == {(fact.start, fact.end) for fact in facts}


def test_the_chapters_of_a_long_document_together_are_its_text(samples: Assistant) -> None:
    for info in samples.documents():
        document = samples.document(info.doc)
        if chapters := chapters_of(document):
            shown = "".join(
                run.text for index in chapters for line in annotated(document, index) for run in line.runs
            )
            assert shown == document.text.replace("\n", "")


def test_an_excerpt_shows_the_first_words_found() -> None:
    text = "前" * 300 + "课后服务" + "后" * 300
    parts = list(excerpt(Place(Chunk("c", "d", 0, 0, len(text), text, "t"), ((300, 304),))))
    assert ("课后服务", True) in parts
    assert parts[0] == parts[-1] == ("…", False)
    assert sum(len(part) for part, _ in parts) < 210


def test_highlighted_words_join_back_to_the_text() -> None:
    parts = list(highlighted("抓好课后服务，办好课后 服务", ("课后服务",)))
    assert "".join(text for text, _ in parts) == "抓好课后服务，办好课后 服务"
    assert [text for text, found in parts if found] == ["课后服务", "课后 服务"]


def test_a_chart_draws_a_point_for_each_figure_and_leads_to_its_words() -> None:
    word = HOSTILE[1]
    points = [Point(value, f"{value}%", Citation(1, word, word, (), word, 3, 9)) for value in (90.0, 93.5)]
    page = read(str(chart(Trend(word, "%", word, (points[0], None, points[1])), (2022, 2023, 2024))))
    tags = [tag for tag, _ in page.elements]
    assert tags.count("circle") == 2
    assert not set(tags) & {"script", "style", "title"}
    assert page.values.count("open") == 2
    assert {"2022年", "2023年", "2024年", "93.5"} <= set(
        page.text.split()
    ) or "2022年2023年2024年" in page.text


def test_the_matrix_is_downloaded_as_the_reader_chose_it(shelf: Assistant) -> None:
    app = FastAPI()
    add_matrix(app, shelf)
    response = TestClient(app).get(MATRIX, params={"organ": "*", "year": "2023"})
    assert response.status_code == 200
    assert "attachment" in response.headers["content-disposition"]
    heads = [cell.value for cell in load_workbook(BytesIO(response.content)).worksheets[0][1]]
    assert heads == ["责任单位", "发文单位", "2023年", "合计"]


def test_pages_cover_a_list_once() -> None:
    items = list(range(25))
    assert [n for page in range(3) for n in page_of(items, page, 10)[0]] == items
    assert page_of(items, 99, 10)[1:] == (2, 3)
    assert page_of([], 0, 10) == ([], 0, 1)


@pytest.mark.parametrize(
    ("sent", "number"), [("7", 7), ("", 3), ("-1", 3), ("７", 3), ("9" * 30, 3), ("x", 3)]
)
def test_a_number_that_makes_no_sense_is_the_default(sent: str, number: int) -> None:
    assert Params({"page": sent}).number("page", 3) == number

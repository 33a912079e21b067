"""What reading keeps to: over generated plans, files of any text, and every real document at hand."""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from ingest.errors import WorkPlanError
from ingest.reader import read_document
from ingest.records import Document, Line
from tests.ingest import phrases
from tests.ingest.invariants import check, squeeze
from tests.ingest.plan import Node, Plan
from tests.ingest.plan_files import STYLED, html_file, pdf_file, wrapped
from tests.ingest.plan_tables import TABLES, TITLE, TaskTable, task_tables
from tests.ingest.plans import plans

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "data" / "samples"
SHARED = ROOT.parent / "shared"
needs_shared = pytest.mark.skipif(
    not (SHARED / "corpus").exists(), reason="no real documents beside the checkout (../shared)"
)
ENCODINGS = ("utf-8", "utf-8-sig", "gb18030", "utf-16")


# How files of kinds that need no other program begin.
MAGIC = (
    "",
    "%PDF-1.4\n",
    "PK\x03\x04",
    "\xd0\xcf\x11\xe0",
    "\x89PNG\r\n\x1a\n",
    "MIME-Version: 1.0\n",
    "<html>",
)


def bounded(examples: int) -> settings:
    """The same examples on every run, whatever the machine's load; `tmp_path` holds one file at a time."""
    return settings(
        max_examples=examples,
        deadline=None,
        derandomize=True,
        database=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )


def read(folder: Path, suffix: str, data: bytes) -> Document:
    path = folder / f"plan.{suffix}"
    path.write_bytes(data)
    document = read_document(path, path.name)
    check(document)
    return document


def outline(document: Document) -> list[Node]:
    """The sections with a heading, as the generator of plans notes them."""
    return [
        Node(
            section.level,
            section.number,
            section.title,
            tuple((duty.unit, duty.role) for duty in document.duties if duty.section == index),
        )
        for index, section in enumerate(document.sections)
        if index and section.heading
    ]


def assert_reads_as(plan: Plan, document: Document, texts: Sequence[str]) -> None:
    """The outline is the plan's, and the text is the plan's and nothing else."""
    assert outline(document) == plan.outline
    assert squeeze(document.text) == squeeze("".join(texts))


@bounded(150)
@given(plans(), st.sampled_from(ENCODINGS), st.sampled_from(("", "　　", "  ")), st.booleans())
def test_a_plan_is_read_as_it_was_meant(
    tmp_path: Path, plan: Plan, encoding: str, indent: str, spaced: bool
) -> None:
    gap = "\n\n" if spaced else "\n"
    page = gap.join([*plan.above, *(indent + text for text in plan.texts), *plan.below])
    assert_reads_as(plan, read(tmp_path, "txt", page.encode(encoding)), plan.texts)


@bounded(80)
@given(plans())
def test_figures_and_deadlines_stand_where_the_sentence_states_them(tmp_path: Path, plan: Plan) -> None:
    document = read(tmp_path, "txt", "\n".join(plan.texts).encode())
    for sentence, stated in phrases.STATED.items():
        for words in (sentence, sentence.translate(phrases.HALF_WIDTH)):
            for found in re.finditer(re.escape(words), document.text):
                assert facts(document, *found.span()) == stated


def facts(document: Document, start: int, end: int) -> tuple[tuple[str, ...], ...]:
    """The figures and deadlines a part of the text states, in the order they stand in."""
    figures = [
        (figure.start, (figure.measure, figure.comparator.value, figure.value, figure.unit))
        for figure in document.figures
    ]
    deadlines = [(deadline.start, (deadline.kind.value, deadline.value)) for deadline in document.deadlines]
    return tuple(fact for at, fact in sorted([*figures, *deadlines]) if start <= at < end)


@bounded(80)
@given(plans(wordy=True), st.booleans())
def test_lines_broken_at_a_width_are_joined_again(tmp_path: Path, plan: Plan, indented: bool) -> None:
    indent = "　　" if indented else ""
    paragraphs = ["\n".join(wrapped(text)) for text in plan.texts[1:]]
    page = "\n".join([plan.title, *(indent + paragraph for paragraph in paragraphs)])
    assert_reads_as(plan, read(tmp_path, "txt", page.encode()), plan.texts)


@bounded(100)
@given(plans(runs_on=True))
def test_a_plan_that_lost_its_line_breaks_is_restored_from_its_numbering(tmp_path: Path, plan: Plan) -> None:
    assert_reads_as(plan, read(tmp_path, "txt", "".join(plan.texts).encode()), plan.texts)


@pytest.mark.parametrize(("suffix", "examples"), [("md", 60), ("html", 60), ("docx", 12)])
def test_headings_in_styles_keep_their_numbers(tmp_path: Path, suffix: str, examples: int) -> None:
    @bounded(examples)
    @given(plans())
    def reads(plan: Plan) -> None:
        document = read(tmp_path, suffix, STYLED[suffix](plan.lines))
        assert_reads_as(plan, document, [line.text for line in plan.lines])

    reads()


@pytest.mark.parametrize(("suffix", "examples"), [("md", 40), ("html", 40), ("docx", 8)])
def test_headings_without_numbers_are_known_by_their_styles(
    tmp_path: Path, suffix: str, examples: int
) -> None:
    @bounded(examples)
    @given(plans().map(lambda plan: plan.unnumbered))
    def reads(plan: Plan) -> None:
        document = read(tmp_path, suffix, STYLED[suffix](plan.lines))
        assert_reads_as(plan, document, [line.text for line in plan.lines])

    reads()


@bounded(40)
@given(plans())
def test_paragraphs_of_a_web_page_are_read_without_the_website(tmp_path: Path, plan: Plan) -> None:
    page = html_file(plan.plain, plan.above, plan.below)
    assert_reads_as(plan, read(tmp_path, "html", page), plan.texts)


@bounded(30)
@given(plans(wordy=True))
def test_lines_of_pdf_pages_are_joined_to_paragraphs(tmp_path: Path, plan: Plan) -> None:
    assert_reads_as(plan, read(tmp_path, "pdf", pdf_file(plan.plain)), plan.texts)


@pytest.mark.parametrize(("suffix", "examples"), [("md", 30), ("html", 30), ("docx", 8), ("xlsx", 30)])
def test_rows_of_a_task_table_are_sections_with_their_units(
    tmp_path: Path, suffix: str, examples: int
) -> None:
    @bounded(examples)
    @given(task_tables())
    def reads(table: TaskTable) -> None:
        document = read(tmp_path, suffix, TABLES[suffix](table.cells))
        assert outline(document) == table.outline
        assert document.header.title == TITLE

    reads()


SOUP = st.lists(st.one_of(st.sampled_from(phrases.PIECES), st.text(max_size=12)), max_size=60).map("".join)


@pytest.mark.parametrize("suffix", ["txt", "md", "html"])
def test_any_text_is_a_document_or_a_documented_error(tmp_path: Path, suffix: str) -> None:
    @bounded(120)
    @given(SOUP)
    def reads(text: str) -> None:
        try:
            read(tmp_path, suffix, text.encode("utf-8", "surrogatepass"))
        except WorkPlanError as error:
            assert "\n" not in str(error)

    reads()


@bounded(60)
@given(st.binary(max_size=400), st.sampled_from(MAGIC))
@example(b"", "")
def test_any_bytes_are_a_document_or_a_documented_error(tmp_path: Path, data: bytes, magic: str) -> None:
    try:
        read(tmp_path, "txt", magic.encode("latin-1") + data)
    except WorkPlanError as error:
        assert "\n" not in str(error)


def real_files() -> list[Path]:
    samples = sorted(path for path in SAMPLES.rglob("*") if path.is_file())
    others = (path for name in ("seeds", "corpus") for path in sorted((SHARED / name).glob("*.*")))
    return [*samples, *(path for path in others if path.suffix != ".md")]


@cache
def document_of(path: Path) -> Document:
    return read_document(path, path.name)


REAL = pytest.mark.parametrize("path", real_files(), ids=lambda path: path.name)


@REAL
def test_every_real_document_keeps_the_invariants(path: Path) -> None:
    check(document_of(path))


@needs_shared
def test_real_documents_are_at_hand() -> None:
    assert len(real_files()) > 60


@pytest.mark.parametrize("suffix", ["txt", *STYLED])
@REAL
def test_a_real_document_written_out_again_has_the_same_outline(
    tmp_path: Path, path: Path, suffix: str
) -> None:
    document = document_of(path)
    if suffix != "txt":
        assert outline(read(tmp_path, suffix, STYLED[suffix](written(document)))) == outline(document)
    elif document.format in ("txt", "pdf"):  # no heading is known by its style alone
        again = read(tmp_path, suffix, document.text.encode())
        assert outline(again) == outline(document)
        assert again.text == document.text


def written(document: Document) -> list[Line]:
    """The lines of a document with its title and headings in styles."""
    root, *sections = document.sections
    lines = [Line(document.header.title, 1), *map(Line, document.text[root.body : root.own_end].split("\n"))]
    for section in sections:
        heading, *rest = document.text[section.start : section.body].strip().split("\n")
        below = [*rest, *document.text[section.body : section.own_end].split("\n")]
        style = min(section.level + 1, 6) if section.heading else 0
        lines += [Line(heading, style), *map(Line, below)]
    return [line for line in lines if line.text.strip()]

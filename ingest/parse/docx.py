"""A Word file into lines: paragraphs and table rows in document order, with visible numbering."""

from collections.abc import Callable, Iterator

from lxml import etree

from ingest.parse.decode import decode
from ingest.parse.docx_numbering import Numbering
from ingest.parse.docx_styles import Styles, W, outline_level, value, whole
from ingest.parse.docx_table import cells_of, rows_of
from ingest.parse.head_again import HeadsBefore
from ingest.parse.html import read_html
from ingest.parse.kind import kind_of
from ingest.parse.mhtml import read_mhtml
from ingest.parse.package import Package, open_package
from ingest.parse.parsed import Parsed
from ingest.parse.symbols import readable, sign
from ingest.parse.table import table_lines
from ingest.records import Line
from ingest.titles import join_title

_DC = "{http://purl.org/dc/elements/1.1/}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PARAGRAPH, _TABLE, _PAGE, _BOX = f"{W}p", f"{W}tbl", f"{W}altChunk", f"{W}txbxContent"
_RUN, _TEXT, _SYMBOL = f"{W}r", f"{W}t", f"{W}sym"
_SKIPPED = frozenset(
    f"{W}{tag}" for tag in ("del", "moveFrom", "instrText", "delText", "rPr", "pPr", "commentReference", "rt")
) | {_FALLBACK}
_AROUND_BLOCKS = frozenset(
    f"{W}{tag}" for tag in ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")
)
_TEXTS = {f"{W}tab": " ", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}ptab": " "}
_TITLE_SIZE = 32  # half points: 16 pt, the size of running text in official documents
_TITLE_CHARS = 100
_NO = ("0", "false", "none")


def read_docx(data: bytes, name: str) -> Parsed:
    """Read a Word file as its reader sees it: tracked deletions, comments and hidden text are left out.

    :raises UnreadableText: damaged, or a part that unpacks to more than a document can be.
    """
    with open_package(data, name, "Word 文件") as package:
        main = package.part("officeDocument", "word/document.xml")
        document = package.xml(main)
        if document is None:
            raise KeyError(main)
        styles = package.xml(package.part("styles", "word/styles.xml", main))
        numbering = package.xml(package.part("numbering", "word/numbering.xml", main))
        core = package.xml(package.part("core-properties", "docProps/core.xml"))
        reader = _Reader(Styles(styles), Numbering(numbering), _pages(package, main, name))
        content = document.find(f"{W}body")
        lines = [] if content is None else join_title(list(reader.blocks(content)))
    title = "" if core is None else (core.findtext(f"{_DC}title") or "").strip()
    return Parsed(lines, {"标题": title} if title else {})


def _pages(package: Package, main: str, name: str) -> Callable[[str], list[Line]]:
    """Reads the pages of HTML that some programs put into a Word file instead of paragraphs."""
    related = package.related(main)

    def read(reference: str) -> list[Line]:
        data = package.read(related[reference][1])
        kind = kind_of(data, name)
        if kind == "mhtml":
            return read_mhtml(data, name).lines
        return read_html(decode(data, name)[0], name).lines if kind == "html" else []

    return read


class _Reader:
    """Walks the blocks of a document and keeps the count of its numbering."""

    def __init__(self, styles: Styles, numbering: Numbering, page: Callable[[str], list[Line]]) -> None:
        self._styles = styles
        self._numbering = numbering
        self._page = page
        self._before = ""
        self._heads = HeadsBefore()

    def blocks(self, parent: etree._Element) -> Iterator[Line]:
        for child in parent:
            if child.tag == _PARAGRAPH:
                yield from self._paragraph(child)
            elif child.tag == _TABLE:
                yield from self._table(child)
            elif child.tag == _PAGE:
                yield from self._page(child.get(f"{_R}id", ""))
            elif child.tag in _AROUND_BLOCKS:
                yield from self.blocks(child)

    def _paragraph(self, paragraph: etree._Element) -> Iterator[Line]:
        properties = paragraph.find(f"{W}pPr")
        text, boxes = _text(paragraph)
        text = self._before + text
        ends = not _runs_on(paragraph)
        self._before = "" if ends else text
        if ends and text.strip():
            style_id = value(properties.find(f"{W}pStyle")) if properties is not None else ""
            label = self._label(properties, style_id)
            style = self._style(paragraph, properties, style_id, text)
            for part in filter(str.strip, text.split("\n")):
                yield Line(label + part.strip(), style)
                label = ""
        for box in boxes:
            yield from self.blocks(box)

    def _label(self, properties: etree._Element | None, style_id: str) -> str:
        own = properties.find(f"{W}numPr") if properties is not None else None
        inherited = self._styles.numbering(style_id)
        number = _first(f"{W}numId", own, inherited)
        level = whole(_first(f"{W}ilvl", own, inherited), 0)
        return self._numbering.next_label(number, level) if number else ""

    def _style(
        self, paragraph: etree._Element, properties: etree._Element | None, style_id: str, text: str
    ) -> int:
        level = self._styles.level(style_id) or outline_level(properties)
        if level or len(text) > _TITLE_CHARS:
            return level
        aligned = value(properties.find(f"{W}jc")) if properties is not None else ""
        centred = aligned == "center" or (not aligned and self._styles.centred(style_id))
        return 1 if centred and _is_prominent(paragraph) else 0

    def _table(self, table: etree._Element) -> Iterator[Line]:
        rows = rows_of(table)
        if max((len(cells) for _, cells in rows), default=0) <= 1:
            for _, cells in rows:
                for cell in cells:
                    yield from self.blocks(cell)
            return
        table = self._heads.given_to(cells_of(rows, self._words))
        yield from table_lines([list(cells) for cells in table])

    def _words(self, cell: etree._Element) -> str:
        return " ".join(line.text for line in self.blocks(cell))


def _text(paragraph: etree._Element) -> tuple[str, list[etree._Element]]:
    """Visible text of a paragraph, and its text boxes, which stand beside it."""
    parts: list[str] = []
    boxes: list[etree._Element] = []
    stack = list(reversed(paragraph))
    while stack:
        node = stack.pop()
        if not isinstance(node.tag, str) or node.tag in _SKIPPED:
            continue
        if node.tag == _BOX:
            boxes.append(node)
        elif node.tag == _TEXT:
            parts.append(readable(node.text or ""))
        elif node.tag == _SYMBOL:
            parts.append(sign(node.get(f"{W}char", "")))
        elif node.tag in _TEXTS:
            parts.append(_TEXTS[node.tag])
        elif node.tag != _RUN or not _is_hidden(node):
            stack.extend(reversed(node))
    return "".join(parts), boxes


def _runs_on(paragraph: etree._Element) -> bool:
    """Whether the end of a paragraph is a tracked deletion, which joins it to the next one."""
    following = paragraph.getnext()
    deleted = paragraph.find(f"{W}pPr/{W}rPr/{W}del") is not None
    return deleted and following is not None and following.tag == _PARAGRAPH


def _is_hidden(run: etree._Element) -> bool:
    hidden = run.find(f"{W}rPr/{W}vanish")
    return hidden is not None and value(hidden) not in _NO


def _is_prominent(paragraph: etree._Element) -> bool:
    """Bold or larger than running text."""
    for run in paragraph.iter(f"{W}rPr"):
        bold = run.find(f"{W}b")
        if whole(value(run.find(f"{W}sz")), 0) > _TITLE_SIZE:
            return True
        if bold is not None and value(bold) not in _NO:
            return True
    return False


def _first(tag: str, *owners: etree._Element | None) -> str:
    return next((found for owner in owners if owner is not None and (found := value(owner.find(tag)))), "")

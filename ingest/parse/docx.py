"""A Word file into lines: paragraphs and table rows in document order, with visible numbering."""

import re
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from ingest.errors import UnreadableText
from ingest.parse.docx_numbering import Numbering
from ingest.parse.table import Cell, table_lines
from ingest.records import Line
from ingest.titles import join_title

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_DC = "{http://purl.org/dc/elements/1.1/}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_PART_LIMIT = 96 * 1024 * 1024
_RATIO_LIMIT = 400
_SKIPPED = frozenset(
    (
        f"{W}del",
        f"{W}moveFrom",
        f"{W}instrText",
        f"{W}delText",
        f"{W}rPr",
        f"{W}pPr",
        f"{W}commentReference",
        _FALLBACK,
    )
)
_TEXTS = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-", f"{W}ptab": "\t"}
_HEADING_NAME = re.compile(r"(?:heading|标题)\s*(\d)", re.IGNORECASE)
_TITLE_NAMES = frozenset(("title", "标题", "文档标题"))
_TITLE_SIZE = 32  # half points: 16 pt, the size of running text in official documents
_TITLE_CHARS = 100
_DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    etree.XMLSyntaxError,
    EOFError,
    OSError,
    ValueError,
    RuntimeError,  # encrypted, or packed in a way zipfile does not know
)


def read_docx(data: bytes, name: str) -> tuple[list[Line], dict[str, str]]:
    """Read a Word file as its reader sees it: tracked deletions, comments and hidden text are left out.

    :raises UnreadableText: damaged, or a part that unpacks to more than a document can be.
    """
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            body = _part(package, "word/document.xml", name)
            styles = _part(package, "word/styles.xml", name, needed=False)
            numbering = _part(package, "word/numbering.xml", name, needed=False)
            core = _part(package, "docProps/core.xml", name, needed=False)
    except _DAMAGE as error:
        raise UnreadableText(
            f"Word 文件已损坏或加密，打不开：{name}。请用 WPS/Word 打开后另存一次"
        ) from error
    if body is None:
        raise UnreadableText(f"Word 文件已损坏，缺少正文：{name}。请用 WPS/Word 打开后另存一次")
    reader = _Reader(_Styles(styles), Numbering(numbering))
    content = body.find(f"{W}body")
    lines = [] if content is None else join_title(list(reader.blocks(content)))
    title = "" if core is None else (core.findtext(f"{_DC}title") or "").strip()
    return lines, {"标题": title} if title else {}


def _part(package: zipfile.ZipFile, path: str, name: str, needed: bool = True) -> etree._Element | None:
    """Parse one part of the package within bounds; entities are not resolved."""
    if path not in package.namelist():
        if needed:
            raise UnreadableText(f"Word 文件已损坏，缺少正文：{name}。请用 WPS/Word 打开后另存一次")
        return None
    info = package.getinfo(path)
    if info.file_size > _PART_LIMIT or info.file_size > _RATIO_LIMIT * max(info.compress_size, 4096):
        raise UnreadableText(f"Word 文件解压后大得不正常，已拒绝：{name}。请检查文件来源")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False)
    return etree.fromstring(package.read(path), parser)


class _Styles:
    """Paragraph styles: outline level and numbering, inherited along `basedOn`."""

    def __init__(self, root: etree._Element | None) -> None:
        self._styles: dict[str, etree._Element] = {}
        for style in root.iter(f"{W}style") if root is not None else ():
            self._styles[style.get(f"{W}styleId", "")] = style

    def level(self, style_id: str) -> int:
        """Heading level of a style, 1 for a title, 0 for running text."""
        for style in self._chain(style_id):
            name = _value(style.find(f"{W}name"))
            found = _HEADING_NAME.fullmatch(name.strip())
            if found is not None:
                return int(found[1])
            if name.strip().lower() in _TITLE_NAMES:
                return 1
            outline = _value(style.find(f"{W}pPr/{W}outlineLvl"))
            if outline.isdigit() and int(outline) < 9:
                return int(outline) + 1
        return 0

    def numbering(self, style_id: str) -> etree._Element | None:
        """The numbering a style carries, if any."""
        for style in self._chain(style_id):
            found = style.find(f"{W}pPr/{W}numPr")
            if found is not None:
                return found
        return None

    def centred(self, style_id: str) -> bool:
        """Tell whether a style centres its paragraphs."""
        return any(_value(style.find(f"{W}pPr/{W}jc")) == "center" for style in self._chain(style_id))

    def _chain(self, style_id: str) -> Iterator[etree._Element]:
        seen: set[str] = set()
        while style_id in self._styles and style_id not in seen:
            seen.add(style_id)
            style = self._styles[style_id]
            yield style
            style_id = _value(style.find(f"{W}basedOn"))


class _Reader:
    """Walks the blocks of a document and keeps the count of its numbering."""

    def __init__(self, styles: _Styles, numbering: Numbering) -> None:
        self._styles = styles
        self._numbering = numbering

    def blocks(self, parent: etree._Element) -> Iterator[Line]:
        for child in parent:
            if child.tag == f"{W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{W}tbl":
                yield from self._table(child)
            elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}customXml", f"{W}ins", f"{W}smartTag"):
                yield from self.blocks(child)

    def _paragraph(self, paragraph: etree._Element) -> Iterator[Line]:
        properties = paragraph.find(f"{W}pPr")
        style_id = _value(properties.find(f"{W}pStyle")) if properties is not None else ""
        text = _text(paragraph)
        if text.strip():
            label = self._label(properties, style_id)
            style = self._style(paragraph, properties, style_id, text)
            for part in filter(str.strip, text.split("\n")):
                yield Line(label + part.strip(), style)
                label = ""
        for box in paragraph.iter(f"{W}txbxContent"):
            if not any(parent.tag == _FALLBACK for parent in box.iterancestors()):
                yield from self.blocks(box)

    def _label(self, properties: etree._Element | None, style_id: str) -> str:
        own = properties.find(f"{W}numPr") if properties is not None else None
        inherited = self._styles.numbering(style_id)
        number = _first(f"{W}numId", own, inherited)
        level = _first(f"{W}ilvl", own, inherited)
        return self._numbering.next_label(number, int(level) if level.isdigit() else 0) if number else ""

    def _style(
        self, paragraph: etree._Element, properties: etree._Element | None, style_id: str, text: str
    ) -> int:
        level = self._styles.level(style_id)
        outline = _value(properties.find(f"{W}outlineLvl")) if properties is not None else ""
        if outline.isdigit() and int(outline) < 9:
            level = level or int(outline) + 1
        if level or len(text) > _TITLE_CHARS:
            return level
        aligned = _value(properties.find(f"{W}jc")) if properties is not None else ""
        centred = aligned == "center" or (not aligned and self._styles.centred(style_id))
        return 1 if centred and _is_prominent(paragraph) else 0

    def _table(self, table: etree._Element) -> Iterator[Line]:
        rows = [row for row in table.iter(f"{W}tr") if next(row.iterancestors(f"{W}tbl")) is table]
        cells = [
            [cell for cell in row.iter(f"{W}tc") if next(cell.iterancestors(f"{W}tr")) is row] for row in rows
        ]
        if max((len(row) for row in cells), default=0) <= 1:
            for row in cells:
                for cell in row:
                    yield from self.blocks(cell)
            return
        yield from table_lines(self._cells(cells))

    def _cells(self, rows: list[list[etree._Element]]) -> list[list[Cell]]:
        """Write out the cells; a cell merged with the one above repeats its text."""
        above: dict[int, str] = {}
        table: list[list[Cell]] = []
        for row in rows:
            column = 0
            out: list[Cell] = []
            for cell in row:
                span = _value(cell.find(f"{W}tcPr/{W}gridSpan"))
                width = int(span) if span.isdigit() and 0 < int(span) < 64 else 1
                merge = cell.find(f"{W}tcPr/{W}vMerge")
                text = " ".join(line.text for line in self.blocks(cell))
                if merge is not None and _value(merge) in ("", "continue"):
                    text = above.get(column, text)
                above[column] = text
                out.append(Cell(text, columns=width))
                column += width
            table.append(out)
        return table


def _text(paragraph: etree._Element) -> str:
    """Visible text of a paragraph without its text boxes."""
    parts: list[str] = []
    stack = list(reversed(paragraph))
    while stack:
        node = stack.pop()
        if not isinstance(node.tag, str) or node.tag in _SKIPPED or node.tag == f"{W}txbxContent":
            continue
        if node.tag == f"{W}t":
            parts.append(node.text or "")
        elif node.tag in _TEXTS:
            parts.append(_TEXTS[node.tag])
        elif node.tag == f"{W}r" and node.find(f"{W}rPr/{W}vanish") is not None:
            continue
        else:
            stack.extend(reversed(node))
    return "".join(parts).replace("\t", " ")


def _is_prominent(paragraph: etree._Element) -> bool:
    """Bold or larger than running text."""
    for run in paragraph.iter(f"{W}rPr"):
        size = _value(run.find(f"{W}sz"))
        bold = run.find(f"{W}b")
        if size.isdigit() and int(size) > _TITLE_SIZE:
            return True
        if bold is not None and _value(bold) not in ("0", "false", "none"):
            return True
    return False


def _first(tag: str, *owners: etree._Element | None) -> str:
    return next((value for owner in owners if owner is not None and (value := _value(owner.find(tag)))), "")


def _value(element: etree._Element | None) -> str:
    return "" if element is None else element.get(f"{W}val", "")

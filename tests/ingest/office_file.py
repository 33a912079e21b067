"""Parts of Word files and workbooks into the bytes of the files, for tests of their readers."""

import zipfile
from collections.abc import Mapping
from io import BytesIO

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip archive of named parts."""
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def relationships(*found: tuple[str, str, str]) -> str:
    """The part that says what another refers to: id, kind, target."""
    nodes = "".join(
        f'<Relationship Id="{i}" Type="{_R}/{kind}" Target="{target}"/>' for i, kind, target in found
    )
    return f'<Relationships xmlns="{_PACKAGE}">{nodes}</Relationships>'


def _packaging(main: str, kinds: Mapping[str, str]) -> dict[str, str | bytes]:
    """What every package holds besides: the part everything starts from, and the types of its parts."""
    office = "application/vnd.openxmlformats-officedocument"
    types = "".join(
        f'<Override PartName="/{part}" ContentType="{office}.{kind}+xml"/>' for part, kind in kinds.items()
    )
    defaults = (
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    )
    return {
        "[Content_Types].xml": f'<Types xmlns="{_TYPES}">{defaults}{types}</Types>',
        "_rels/.rels": relationships(("r1", "officeDocument", main)),
    }


def docx_parts(body: str, styles: str = "", numbering: str = "") -> dict[str, str | bytes]:
    """The parts of a Word file with the given blocks."""
    word = "wordprocessingml"
    kinds = {
        "word/document.xml": f"{word}.document.main",
        "word/styles.xml": f"{word}.styles",
        "word/numbering.xml": f"{word}.numbering",
    }
    return {
        **_packaging("word/document.xml", kinds),
        "word/_rels/document.xml.rels": relationships(
            ("r1", "styles", "styles.xml"), ("r2", "numbering", "numbering.xml")
        ),
        "word/document.xml": f'<w:document xmlns:w="{W}" xmlns:r="{_R}"><w:body>{body}</w:body></w:document>',
        "word/styles.xml": f'<w:styles xmlns:w="{W}">{styles}</w:styles>',
        "word/numbering.xml": f'<w:numbering xmlns:w="{W}">{numbering}</w:numbering>',
    }


def p(text: str, properties: str = "") -> str:
    """A paragraph."""
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def xlsx_parts(
    *sheets: tuple[str, str], formats: tuple[str, ...] = (), state: Mapping[str, str] | None = None
) -> dict[str, str | bytes]:
    """The parts of a workbook: sheets as name and the XML of rows and what follows them.

    :param formats: the number formats that cells name by `s`, from 1.
    :param state: of sheets that are hidden.
    """
    numbers = range(1, len(sheets) + 1)
    shown = state or {}
    nodes = "".join(
        f'<sheet name="{name}" sheetId="{i}" r:id="r{i}" state="{shown.get(name, "visible")}"/>'
        for i, (name, _) in zip(numbers, sheets, strict=True)
    )
    codes = "".join(f'<numFmt numFmtId="{200 + i}" formatCode="{code}"/>' for i, code in enumerate(formats))
    styles = '<xf numFmtId="0"/>' + "".join(f'<xf numFmtId="{200 + i}"/>' for i in range(len(formats)))
    kinds = {"xl/workbook.xml": "spreadsheetml.sheet.main", "xl/styles.xml": "spreadsheetml.styles"}
    kinds |= {f"xl/worksheets/sheet{i}.xml": "spreadsheetml.worksheet" for i in numbers}
    parts: dict[str, str | bytes] = {
        **_packaging("xl/workbook.xml", kinds),
        "xl/workbook.xml": f'<workbook xmlns="{_S}" xmlns:r="{_R}"><sheets>{nodes}</sheets></workbook>',
        "xl/styles.xml": f'<styleSheet xmlns="{_S}"><numFmts>{codes}</numFmts>'
        f"<cellXfs>{styles}</cellXfs></styleSheet>",
        "xl/_rels/workbook.xml.rels": relationships(
            ("styles", "styles", "styles.xml"),
            *((f"r{i}", "worksheet", f"worksheets/sheet{i}.xml") for i in numbers),
        ),
    }
    for i, (_, rows) in zip(numbers, sheets, strict=True):
        parts[f"xl/worksheets/sheet{i}.xml"] = f'<worksheet xmlns="{_S}">{rows}</worksheet>'
    return parts


def rows(*texts: tuple[str, ...]) -> str:
    """Rows of words; an empty word is no cell."""
    nodes = []
    for y, row in enumerate(texts, 1):
        cells = "".join(
            f'<c r="{chr(64 + x)}{y}" t="inlineStr"><is><t>{text}</t></is></c>'
            for x, text in enumerate(row, 1)
            if text
        )
        nodes.append(f'<row r="{y}">{cells}</row>')
    return f"<sheetData>{''.join(nodes)}</sheetData>"


def merged(*ranges: str) -> str:
    """Merged ranges such as `A1:C1`."""
    return "<mergeCells>" + "".join(f'<mergeCell ref="{each}"/>' for each in ranges) + "</mergeCells>"

"""The picture of a page into its lines, by the text recognition of the extra `ocr` (rapidocr)."""

import re
import warnings
from collections.abc import Sequence
from dataclasses import replace
from importlib.util import find_spec
from io import BytesIO
from typing import TYPE_CHECKING, Any

from ingest.errors import UnreadableText
from ingest.parse.formats import unsupported
from ingest.parse.parsed import Parsed
from ingest.parse.pdf_layout import Row, in_columns, paragraphs
from ingest.records import Diagnostic, DiagnosticKind

if TYPE_CHECKING:
    from numpy import float64
    from numpy.typing import NDArray
    from PIL.Image import Image

REMEDY = '请安装文字识别组件（pip install ".[ocr]"）后重新导入，或先用 WPS 或扫描软件识别成文字'
DPI = 200
"""Dots an inch at which pages are drawn for recognition."""
_MOST_PIXELS = 40_000_000
_LONGEST_SIDE = 1600  # pixels; of 1280, 1600 and 2000, the least at which small print is read without errors
_SAME_LINE = 0.5  # of a line's height by which pieces of it may stand higher or lower
_GAP = 1.5  # of a line's height, between pieces of one line
_TABLE_PIECES = 3  # pieces far apart on one line: a row of a table, not columns of text
_CELL_GAP = "\u3000"
_MARKS = str.maketrans(",;:?!", "，；：？！")
_MARK = re.compile(r"(?<=[\u4e00-\u9fff”》）])[,;:?!](?!\d)|[,;:?!](?=[\u4e00-\u9fff“《])")


def is_available() -> bool:
    """Whether text recognition is installed."""
    return find_spec("rapidocr") is not None


def recognised(pages: str) -> Diagnostic:
    """The note on text that was recognised; `pages` says where, such as `第3页`."""
    return Diagnostic(DiagnosticKind.DAMAGE, f"{pages}的文字由扫描识别，请与原件核对")


def read_image(data: bytes, name: str) -> Parsed:
    """Read the picture of a page, a png or jpg file.

    :raises UnsupportedFormat: text recognition is not installed.
    :raises UnreadableText: damaged, too large, or without words.
    """
    if not is_available():
        raise unsupported(name, f"图片。{REMEDY}")
    rows = Recogniser().rows(_picture(data, name), 1.0, 0)
    if not rows:
        raise UnreadableText(f"图片里没有识别出文字：{name}。请换一张清晰、摆正的图片")
    return Parsed(paragraphs(rows), diagnostics=(recognised("图片"),))


def _picture(data: bytes, name: str) -> "Image":
    """The picture in a file in colours, turned as the camera was held."""
    from PIL import Image, ImageOps  # noqa: PLC0415

    too_large = f"图片太大（超过 {_MOST_PIXELS // 10_000} 万像素）：{name}。请缩小后再导入"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            picture = Image.open(BytesIO(data), formats=("PNG", "JPEG"))
            if picture.width * picture.height > _MOST_PIXELS:
                raise UnreadableText(too_large)
            return ImageOps.exif_transpose(picture).convert("RGB")
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise UnreadableText(too_large) from error
    except (OSError, ValueError, SyntaxError) as error:
        raise UnreadableText(f"图片已损坏，打不开：{name}。请重新扫描或另存一次") from error


class Recogniser:
    """The recognition models, loaded with the first page they read."""

    def __init__(self) -> None:
        from rapidocr import RapidOCR  # noqa: PLC0415

        self._read: Any = RapidOCR(
            params={
                "Global.log_level": "critical",
                "Global.max_side_len": _LONGEST_SIDE,
                "Global.use_cls": False,
                "Rec.rec_batch_num": 1,
            }
        )

    def rows(self, image: "Image", scale: float, page: int) -> list[Row]:
        """The lines of a page in reading order.

        :param scale: points a pixel, in which the lines are placed.
        """
        import numpy as np  # noqa: PLC0415

        found = self._read(np.asarray(image)[:, :, ::-1])
        pieces = []
        for corners, text in zip(found.boxes if found.txts else (), found.txts or (), strict=True):
            words = _MARK.sub(lambda mark: mark[0].translate(_MARKS), text.strip())
            pieces.append(Row(words, *_upright(corners * scale), page))
        return in_reading_order(pieces, image.width * scale)


def _upright(corners: "NDArray[float64]") -> tuple[float, float, float, float]:
    """Left, right, top and bottom of a line as if the page did not lean; corners run clockwise."""
    (left, left_top), (right, right_top), (_, right_bottom), (_, left_bottom) = corners.tolist()
    return left, right, (left_top + right_top) / 2, (left_bottom + right_bottom) / 2


def in_reading_order(pieces: Sequence[Row], width: float) -> list[Row]:
    """Put pieces of lines together to lines, and the lines in order, columns one after the other."""
    lines: list[list[Row]] = []
    for piece in sorted(pieces, key=lambda row: row.top + row.bottom):
        middle = (piece.top + piece.bottom) / 2
        last = lines[-1][0] if lines else None
        if last is not None and middle - (last.top + last.bottom) / 2 < _SAME_LINE * last.height:
            lines[-1].append(piece)
        else:
            lines.append([piece])
    rows = in_columns([row for line in lines for row in _joined(line)], width)
    ordered: list[Row] = []
    columns: list[Row] = []
    for row in rows:
        if row.column:
            columns.append(row)
        else:
            ordered += [*sorted(columns, key=lambda each: each.column), row]
            columns = []
    return [*ordered, *sorted(columns, key=lambda each: each.column)]


def _joined(line: Sequence[Row]) -> list[Row]:
    """Join the pieces of a line that stand close together, all of them when it is a row of a table."""
    rows: list[Row] = []
    for piece in sorted(line, key=lambda row: row.left):
        near = rows and piece.left - rows[-1].right < _GAP * piece.height
        if near:
            rows[-1] = _together(rows[-1], piece, "")
        else:
            rows.append(piece)
    if len(rows) < _TABLE_PIECES:
        return rows
    whole = rows[0]
    for piece in rows[1:]:
        whole = _together(whole, piece, _CELL_GAP)
    return [whole]


def _together(one: Row, other: Row, gap: str) -> Row:
    return replace(
        one,
        text=one.text + gap + other.text,
        right=other.right,
        top=min(one.top, other.top),
        bottom=max(one.bottom, other.bottom),
    )

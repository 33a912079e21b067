"""Lines with places on pages into the bytes of a small PDF, for tests of its reader."""

from collections.abc import Sequence

Text = tuple[float, float, float, str]
"""x and y in points from the lower left corner, letter size, words."""
_FONT = (
    b"<< /Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /UniGB-UCS2-H /DescendantFonts ["
    b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /%s /DW 1000 "
    b"/CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>] >>"
)
_SONG, _HEAVY = b"STSong-Light", b"SimHei"
_FONTS = b"/Font << /F1 3 0 R /F2 4 0 R >>"
_FORM = b"/Type /XObject /Subtype /Form /BBox [0 0 1000 1000] /Resources << %s >> /Matrix [%%s]" % _FONTS
_LOCK = b"/Encrypt << /Filter /Standard /V 1 /R 2 /O <%s> /U <%s> /P -4 >> /ID [<00> <00>]"


def make_pdf(
    pages: Sequence[Sequence[Text]],
    drawing: bytes | Sequence[bytes] = b"",
    *,
    heavy: Sequence[str] = (),
    turned: int = 0,
    framed: bytes = b"",
    locked: bool = False,
) -> bytes:
    """Write pages of 595 x 842 points in a Chinese font that every PDF reader knows.

    :param drawing: operators that draw lines, on every page or one for each.
    :param heavy: words set in a heavy font.
    :param turned: degrees by which the pages are shown turned clockwise.
    :param framed: the matrix of a form that holds all of a page, if there is one.
    :param locked: protect it by a password that is not the empty one.
    """
    drawings = [drawing] * len(pages) if isinstance(drawing, bytes) else drawing
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"", _FONT % (_SONG, _SONG), _FONT % (_HEAVY, _HEAVY)]
    kids = []
    for page, drawn in zip(pages, drawings, strict=True):
        shown = b"".join(
            b"BT /F%d %.1f Tf %.1f %.1f Td <%s> Tj ET\n"
            % (2 if words in heavy else 1, size, x, y, words.encode("utf-16-be").hex().encode())
            for x, y, size, words in page
        )
        objects.append(_stream(drawn + shown, _FORM % framed if framed else b""))
        if framed:
            objects.append(_stream(b"/X1 Do"))
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate %d /Contents %d 0 R "
            b"/Resources << %s /XObject << /X1 %d 0 R >> >> >>"
            % (turned, len(objects), _FONTS, len(objects) - 1)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[1] = b"<< /Type /Pages /Count %d /Kids [%s] >>" % (len(kids), b" ".join(kids))
    return _written(objects, _LOCK % (b"00" * 32, b"00" * 32) if locked else b"")


def pdf_of(content: bytes, resources: bytes = b"", others: Sequence[bytes] = ()) -> bytes:
    """Write one page from its content stream as it stands; `others` are objects from number 5."""
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << %s >> >>"
    pages = b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>"
    return _written([b"<< /Type /Catalog /Pages 2 0 R >>", pages, page % resources, content, *others])


def _stream(content: bytes, more: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), more, content)


def _written(objects: Sequence[bytes], trailer: bytes = b"") -> bytes:
    data, offsets = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        offsets.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    end = b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF" % (size, trailer, len(data))
    return data + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + end

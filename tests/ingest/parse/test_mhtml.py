import base64
import quopri

import pytest

from ingest.errors import UnreadableText
from ingest.parse.mhtml import read_mhtml

BODY = "各学校要结合实际细化措施，明确责任，按月调度，确保各项要求落到实处，年底前逐项对账销号。"
PAGE = f"<html><head><title>要点</title></head><body><p>一、总体要求</p><p>{BODY}</p></body></html>"


def mhtml(content: bytes, transfer: str, charset: str) -> bytes:
    return (
        b'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="b"\r\n\r\n'
        b"--b\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\nAAAA\r\n"
        b"--b\r\nContent-Location: file:///C:/a.htm\r\n"
        b'Content-Type: text/html; charset="%s"\r\nContent-Transfer-Encoding: %s\r\n\r\n'
        % (charset.encode(), transfer.encode())
        + content
        + b"\r\n--b--\r\n"
    )


@pytest.mark.parametrize(
    "data",
    [
        mhtml(quopri.encodestring(PAGE.encode("gbk")), "quoted-printable", "gb2312"),
        mhtml(base64.encodebytes(PAGE.encode("utf-16")), "base64", "unicode"),
        mhtml(PAGE.encode(), "8bit", "utf-8"),
    ],
    ids=["quoted-printable", "base64", "8bit"],
)
def test_the_page_inside_is_read(data: bytes) -> None:
    parsed = read_mhtml(data, "要点.doc")
    assert [line.text for line in parsed.lines] == ["一、总体要求", BODY]
    assert parsed.metadata == {"网页标题": "要点"}


@pytest.mark.parametrize(
    "data",
    [b"MIME-Version: 1.0\r\n\r\nx", mhtml(b"", "8bit", "utf-8")[:60], mhtml(b" ", "8bit", "utf-8")],
    ids=["one part", "truncated", "blank"],
)
def test_without_a_page_it_is_an_error(data: bytes) -> None:
    with pytest.raises(UnreadableText, match=r"没有正文.*要点\.doc"):
        read_mhtml(data, "要点.doc")


def test_parts_within_parts_are_bounded() -> None:
    nested = b"MIME-Version: 1.0\r\n" + b"".join(
        b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (i, i) for i in range(900)
    )
    with pytest.raises(UnreadableText, match=r"要点\.doc"):
        read_mhtml(nested, "要点.doc")
    with pytest.raises(UnreadableText, match="多得不正常"):
        read_mhtml(nested * 2, "要点.doc")

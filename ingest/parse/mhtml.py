"""A page saved with its pictures in one file (MHTML, what Word calls a single file web page) into its lines.

Source: RFC 2557.
"""

from email import message_from_bytes, policy
from email.message import Message

from ingest.errors import UnreadableText
from ingest.parse.decode import decode
from ingest.parse.html import read_html
from ingest.parse.parsed import Parsed

_MOST_PARTS = 1_000


def read_mhtml(data: bytes, name: str) -> Parsed:
    """Read the first page among the parts.

    :raises UnreadableText: there is no page in it, or its text does not decode.
    """
    if data.lower().count(b"content-type:") > _MOST_PARTS:
        raise UnreadableText(f"网页文件里的部分多得不正常，已拒绝：{name}。请检查文件来源")
    message = message_from_bytes(data, policy=policy.compat32)
    page = next((part for part in message.walk() if part.get_content_type() == "text/html"), None)
    content = _content(page) if page is not None else b""
    if not content.strip():
        raise UnreadableText(f"单个文件网页里没有正文，可能已损坏：{name}。请用 Word 打开后另存为 .docx")
    text, diagnostics = decode(content, name)
    parsed = read_html(text, name)
    return Parsed(parsed.lines, parsed.metadata, diagnostics)


def _content(part: Message) -> bytes:
    content = part.get_payload(decode=True)
    return content if isinstance(content, bytes) else b""

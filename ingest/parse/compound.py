"""A compound (OLE) file into which document it holds: the container of doc, xls, wps and encrypted files.

Source: [MS-CFB]; for the encryption marks [MS-DOC] 2.5.2 (FibBase.fEncrypted), [MS-XLS] 2.4.117 (FilePass)
and [MS-OFFCRYPTO] 2.3 (EncryptedPackage).
"""

from io import BytesIO
from struct import error as StructError
from struct import unpack_from

import olefile

from ingest.errors import UnreadableText
from ingest.parse.formats import unsupported

_DAMAGE = (
    OSError,
    ValueError,
    LookupError,
    StructError,
    TypeError,
    AttributeError,
    OverflowError,
    MemoryError,
)
_ENCRYPTED_PACKAGE = "EncryptedPackage"
_WORD = "WordDocument"
_BOOKS = ("Workbook", "Book")
_FIB_FLAGS, _FIB_ENCRYPTED = 10, 0x0100
_FILE_PASS = 0x002F
_FIRST_RECORDS = 4
_OTHERS = (
    ("PowerPoint Document", "演示文稿。请把文字另存为 .docx"),
    ("VisioDocument", "Visio 图纸。请把文字另存为 .docx"),
    ("__properties_version1.0", "邮件。请把文字另存为 .docx"),
)
_UNKNOWN = "旧版 Office 或 WPS 文件，认不出是哪一种。请用 WPS/Word 打开后另存为 .docx"


def compound_kind(data: bytes, name: str) -> str:
    """Tell `doc` (Word and WPS Writer write the same streams) from `xls` (Excel and WPS Spreadsheets).

    :raises UnreadableText: damaged, or protected by a password.
    :raises UnsupportedFormat: it holds something else.
    """
    try:
        with olefile.OleFileIO(BytesIO(data)) as file:
            if file.exists(_ENCRYPTED_PACKAGE):
                raise _protected(name)
            if file.exists(_WORD):
                flags = unpack_from("<H", file.openstream(_WORD).read(_FIB_FLAGS + 2), _FIB_FLAGS)[0]
                if flags & _FIB_ENCRYPTED:
                    raise _protected(name)
                return "doc"
            for book in _BOOKS:
                if file.exists(book):
                    if _has_password(file.openstream(book).read(4096)):
                        raise _protected(name)
                    return "xls"
            what = next((what for stream, what in _OTHERS if file.exists(stream)), _UNKNOWN)
    except _DAMAGE as error:
        raise UnreadableText(f"文件已损坏，打不开：{name}。请用 WPS/Office 打开后另存一次") from error
    raise unsupported(name, what)


def _has_password(head: bytes) -> bool:
    """Whether one of the first records of a workbook announces its encryption."""
    at = 0
    for _ in range(_FIRST_RECORDS):
        if at + 4 > len(head):
            return False
        record, size = unpack_from("<HH", head, at)
        if record == _FILE_PASS:
            return True
        at += 4 + size
    return False


def _protected(name: str) -> UnreadableText:
    return UnreadableText(f"文件有密码保护，读不出文字：{name}。请取消密码后再导入")

"""The zip archive behind docx and xlsx opened within bounds: its parts, and what each part refers to.

Source: ECMA-376 part 2 (Open Packaging Conventions), 8 (physical package) and 9.3 (relationships).
"""

import posixpath
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from struct import error as StructError

from lxml import etree

from ingest.errors import UnreadableText

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# The names of "Strict Open XML" -> those that everything else uses.
_STRICT = tuple(
    (f"http://purl.oclc.org/ooxml/{strict}".encode(), f"http://schemas.openxmlformats.org/{usual}".encode())
    for strict, usual in (
        ("wordprocessingml/main", "wordprocessingml/2006/main"),
        ("spreadsheetml/main", "spreadsheetml/2006/main"),
        ("officeDocument/relationships", "officeDocument/2006/relationships"),
    )
)
_ENTRY = b"PK\x01\x02"
_MOST_ENTRIES = 20_000
_PART_LIMIT = 64 * 1024 * 1024
_RATIO_LIMIT = 400
_RATIO_FLOOR = 4096
_MOST_NODES = 1_500_000  # tags and attributes: about 1 GB of tree from 4 million
DAMAGE = (
    zipfile.BadZipFile,
    zlib.error,
    StructError,
    etree.XMLSyntaxError,
    EOFError,
    OSError,
    LookupError,
    ValueError,
    NotImplementedError,  # packed in a way zipfile does not know
)
"""What a damaged archive or part makes the libraries raise."""


class Package:
    """An open archive; a part is checked before it is unpacked, and parsed without entities or network."""

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self._archive = archive
        self._name = name
        self._related: dict[str, dict[str, tuple[str, str]]] = {}
        self._parts = {info.filename.lstrip("/"): info for info in archive.infolist()}

    def __contains__(self, path: str) -> bool:
        return path in self._parts

    def holds(self, start: str) -> bool:
        """Whether the name of any part begins so."""
        return any(path.startswith(start) for path in self._parts)

    def read(self, path: str) -> bytes:
        """The bytes of a part.

        :raises UnreadableText: it unpacks to more than a document can be.
        """
        info = self._parts[path]
        most = min(_PART_LIMIT, _RATIO_LIMIT * max(info.compress_size, _RATIO_FLOOR))
        if info.file_size > most:
            raise too_large(self._name)
        return self._archive.read(info)

    def xml(self, path: str) -> etree._Element | None:
        """The root element of a part, None where there is no such part."""
        if path not in self:
            return None
        data = self.read(path)
        if data.count(b"<") + data.count(b"=") > _MOST_NODES:
            raise too_large(self._name)
        if b"http://purl.oclc.org/" in data:
            for strict, usual in _STRICT:
                data = data.replace(strict, usual)
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_comments=True
        )
        return etree.fromstring(data, parser)

    def related(self, path: str = "") -> dict[str, tuple[str, str]]:
        """What a part (or the package itself) refers to inside the package: id -> (kind, path)."""
        if path not in self._related:
            self._related[path] = dict(self._relationships(path))
        return self._related[path]

    def _relationships(self, path: str) -> Iterator[tuple[str, tuple[str, str]]]:
        folder, file = posixpath.split(path)
        root = self.xml(posixpath.join(folder, "_rels", f"{file}.rels"))
        for node in root.iter(_RELATIONSHIP) if root is not None else ():
            if node.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("/", folder, node.get("Target", ""))).lstrip("/")
                yield node.get("Id", ""), (node.get("Type", "").rsplit("/", 1)[-1], target)

    def part(self, kind: str, default: str, path: str = "") -> str:
        """Path of the part that a part (or the package) refers to as one of a kind, such as `styles`."""
        named = (target for each, target in self.related(path).values() if each == kind)
        return next((target for target in named if target in self), default)


@contextmanager
def open_package(data: bytes, name: str, what: str) -> Iterator[Package]:
    """Open an archive for as long as it is read; whatever its damage makes the reading raise is one error.

    :param what: the kind of file, for the message: `Word 文件`.
    :raises UnreadableText: damaged, protected by a password, or a zip bomb.
    """
    if data.count(_ENTRY) > _MOST_ENTRIES:
        raise too_large(name)
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            if any(info.flag_bits & 1 for info in archive.infolist()):
                raise UnreadableText(f"{what}有密码保护，读不出文字：{name}。请取消密码后再导入")
            yield Package(archive, name)
    except DAMAGE as error:
        raise UnreadableText(f"{what}已损坏，打不开：{name}。请用 WPS/Office 打开后另存一次") from error


def too_large(name: str) -> UnreadableText:
    """The error for a file that holds more than a document can."""
    return UnreadableText(f"文件解压后大得不正常，已拒绝：{name}。请检查文件来源")

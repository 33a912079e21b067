"""Files that somebody uploaded into the inbox, unless they are too many, too large or have no usable name."""

import re
from collections.abc import Sequence
from itertools import cycle
from pathlib import Path

from ingest.errors import UploadRefused, WorkPlanError, reason_of
from ingest.inbox import Inbox, Stage

MOST_FILES = 200
MOST_BYTES = 1024**3
"""What may wait in the inbox at once."""

_MB = 1024 * 1024
_LONGEST_NAME = 200
"""Bytes: file systems take 255, and names of ours stand before and after."""
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
_QUOTE = re.compile('"|%22')  # a browser sends the one as the other; Windows takes no " in a name
_FINISHED = {Stage.DONE, Stage.FAILED}


def receive(files: Sequence[Path], inbox: Inbox, user: str, largest: int) -> list[str]:
    """Move files into the inbox; those refused are deleted.

    :param largest: size in bytes from which a file is refused.
    :return: a line for each file that was refused.
    """
    refused = []
    for file in files:
        try:
            _require_room(file, inbox, largest)
            inbox.receive(file, file_name(file.name), user)
        except WorkPlanError as error:
            refused.append(str(error))
        except OSError as error:
            refused.append(f"文件存不下：{file.name}（{reason_of(error)}）。请检查磁盘空间后再上传")
        finally:
            file.unlink(missing_ok=True)
    return refused


def file_name(name: str) -> str:
    """The name under which an upload is kept: no folders, nothing that cannot be seen, Chinese quotes.

    :raises UploadRefused: no such name is left, or it is too long.
    """
    kept = _UNPRINTABLE.sub("", name.replace("\\", "/").rsplit("/", 1)[-1]).strip()
    quotes = cycle("“”")
    kept = _QUOTE.sub(lambda _: next(quotes), kept)
    if kept.strip(".") == "":
        raise UploadRefused("文件没有可用的名称。请改名后再上传")
    if len(kept.encode()) > _LONGEST_NAME:
        raise UploadRefused(f"文件名太长：{kept[:40]}…。请改短到六十个字以内再上传")
    return kept


def _require_room(file: Path, inbox: Inbox, largest: int) -> None:
    size = file.stat().st_size
    if size >= largest:
        raise UploadRefused(
            f"文件太大：{file.name} 有 {size / _MB:.1f} MB，每个文件不能超过 {largest // _MB} MB。"
            "请拆分或压缩图片后再上传"
        )
    waiting = [item for item in inbox.items() if item.stage not in _FINISHED]
    if len(waiting) >= MOST_FILES:
        raise UploadRefused(f"待处理的文件已有 {MOST_FILES} 个，没有收下：{file.name}。请先收入或放弃一些")
    if sum(item.size for item in waiting) + size > MOST_BYTES:
        raise UploadRefused(
            f"待处理的文件合计将超过 {MOST_BYTES // _MB} MB，没有收下：{file.name}。请先收入或放弃一些"
        )

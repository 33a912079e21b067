"""An entry is the same after it was handed from one process to another."""

from collections.abc import Callable
from pathlib import Path

from ingest.ahead import Job, entry_of
from ingest.packing import packed, unpacked
from ingest.parse.read import LARGEST
from ingest.records import Document


def test_an_entry_comes_back_as_it_was_handed_over(
    make_document: Callable[..., Document],
) -> None:
    document = make_document("a.txt", (1, "一、教育质量", "。2024年底前新建幼儿园12所。", "教研室"))
    entry = entry_of(Job(Path("a.txt"), "a.txt", LARGEST, 400, "1"), document)
    assert entry.document.duties
    assert unpacked(packed(entry)) == entry

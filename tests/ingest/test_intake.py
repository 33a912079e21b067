"""What is stored of files that say the same: in other bytes, or of another county after one template."""

from pathlib import Path

import pytest

from ingest.embed import TextEmbeddings
from ingest.library import Library
from ingest.pipeline import ingest
from ingest.records import DiagnosticKind
from ingest.report import FileReport, Status

TASKS = "\n".join(
    f"{n}.抓好{task}。完善{task}的工作机制，按月调度{task}的进展，年底前对{task}逐项验收。"
    for n, task in enumerate(("控辍保学", "校园安全", "课后服务", "师德建设", "学前教育", "教师培训"), 1)
)


def plan(county: str) -> str:
    return f"{county}教育局2024年工作要点\n{TASKS}\n{county}教育局\n2024年3月5日\n"


def put(library: Library, model: TextEmbeddings, folder: Path, *texts: bytes) -> FileReport:
    """Ingest texts as the files 0.txt, 1.txt …; what became of the last."""
    for n, text in enumerate(texts):
        (folder / f"{n}.txt").write_bytes(text)
    return ingest([folder / f"{n}.txt" for n in range(len(texts))], library, model).files[-1]


def is_repost(report: FileReport) -> bool:
    assert report.info is not None
    return any(told.kind is DiagnosticKind.REPOST for told in report.info.diagnostics)


@pytest.mark.parametrize(
    "other",
    [
        plan("云溪县").encode("gb18030"),
        plan("云溪县").encode("utf-16"),
        plan("云溪县").replace("\n", "\r\n").encode(),
    ],
    ids=["gb18030", "utf-16", "line ends"],
)
def test_the_same_text_in_other_bytes_is_not_stored_twice(
    library: Library, model: TextEmbeddings, tmp_path: Path, other: bytes
) -> None:
    again = put(library, model, tmp_path, plan("云溪县").encode(), other)
    assert (again.status, again.reason) == (Status.DUPLICATE, "文字与 0.txt 完全相同，没有重复入库")
    assert library.catalog.counts().documents == 1
    later = ingest([tmp_path / "1.txt"], library, model).files[0]
    assert later.status is Status.DUPLICATE


def test_a_file_saved_in_another_encoding_is_its_own_new_version(
    library: Library, model: TextEmbeddings, tmp_path: Path
) -> None:
    put(library, model, tmp_path, plan("云溪县").encode())
    assert put(library, model, tmp_path, plan("云溪县").encode("gb18030")).status is Status.UPDATED


@pytest.mark.parametrize(("county", "told"), [("青禾县", False), ("云溪县", True), ("XX县", True)])
def test_a_repost_is_of_the_same_place_or_of_none_that_is_known(
    library: Library, model: TextEmbeddings, tmp_path: Path, county: str, told: bool
) -> None:
    copy = plan(county).replace("年底前对控辍保学逐项验收", "每季度汇报一次")
    assert is_repost(put(library, model, tmp_path, plan("云溪县").encode(), copy.encode())) is told


def test_notices_of_a_few_clauses_are_no_reposts_of_one_another(
    library: Library, model: TextEmbeddings, tmp_path: Path
) -> None:
    first, second = (f"关于放假的通知\n请各单位按时值班，遵照执行。\n{day}\n" for day in ("甲", "乙"))
    assert not is_repost(put(library, model, tmp_path, first.encode(), second.encode()))

"""Lines and brackets that only say whose a task is, told from sentences that say more."""

from pathlib import Path

import pytest

from assistant.duties import content_of
from ingest.reader import read_document


@pytest.mark.parametrize(
    ("below", "content"),
    [
        ("责任股室：园林股", ""),
        ("责任单位：园林股；配合单位：各街道", ""),
        ("牵头单位：县园林局，责任人：何冬", ""),
        ("（园林股牵头，各街道配合）", ""),
        ("牵头：园林股", ""),
        ("责任领导：何冬", ""),
        ("每季度修剪一次。责任股室：园林股", "每季度修剪一次。"),
        ("（园林股牵头）每季度修剪一次。", "（园林股牵头）每季度修剪一次。"),
        ("（含城区主干道）", "（含城区主干道）"),
        ("监督：每月巡查两次。", "监督：每月巡查两次。"),
    ],
)
def test_only_what_says_more_is_content(tmp_path: Path, below: str, content: str) -> None:
    path = tmp_path / "plan.txt"
    tasks = f"（一）修剪行道树1200株。\n{below}\n（二）补植草坪。补植草坪3万平方米。\n"
    path.write_text(f"白石县园林局2024年工作计划\n\n一、养护绿地\n{tasks}", encoding="utf-8")
    document = read_document(path, path.name)
    task = next(i for i, own in enumerate(document.sections) if "行道树" in own.title)
    assert content_of(document, task).strip() == content

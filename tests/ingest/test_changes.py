from collections.abc import Callable

from ingest.changes import Changes, changes
from ingest.records import Document

Make = Callable[..., Document]


def test_the_same_text_has_not_changed(make_document: Make) -> None:
    plan = make_document("a.txt", (1, "一、党建", "", ""), (2, "1.学习", "。每月一次。", "办公室"))
    assert not changes(plan, plan)


def test_sections_are_new_gone_or_worded_otherwise(make_document: Make) -> None:
    old = make_document(
        "a.txt", (1, "党建", "", ""), (2, "学习", "。每月。", ""), (2, "宣传", "。每季。", "")
    )
    new = make_document(
        "a.txt", (1, "党建", "", ""), (2, "学习", "。每周。", ""), (1, "安全", "。排查。", "")
    )
    assert changes(old, new) == Changes(added=("安全",), removed=("宣传",), altered=("学习",))


def test_the_same_title_in_another_part_is_another_section(make_document: Make) -> None:
    old = make_document("a.txt", (1, "上半年", "", ""), (2, "检查", "。甲。", ""), (1, "下半年", "", ""))
    new = make_document("a.txt", (1, "上半年", "", ""), (1, "下半年", "", ""), (2, "检查", "。甲。", ""))
    assert changes(old, new) == Changes(added=("检查",), removed=("检查",))


def test_a_title_that_stands_twice_is_counted(make_document: Make) -> None:
    old = make_document("a.txt", (1, "附则", "。甲。", ""))
    new = make_document("a.txt", (1, "附则", "。甲。", ""), (1, "附则", "。乙。", ""))
    assert changes(old, new) == Changes(added=("附则",))

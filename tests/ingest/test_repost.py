"""Postings of one plan share a signature nearly whole, other plans hardly at all."""

import random

from hypothesis import given
from hypothesis import strategies as st

from ingest.repost import Reposts, signature

TASKS = [
    f"第{n}项工作抓好{what}，压实责任到{who}，{when}前完成。"
    for n, what, who, when in (
        (
            n,
            f"{['校园安全', '课后服务', '师德师风', '控辍保学', '学前教育'][n % 5]}{n * 7}",
            f"股室{n}",
            f"{n % 12 + 1}月底",
        )
        for n in range(80)
    )
]
PLAN = "某县教育局工作要点\n" + "\n".join(TASKS)


def like(one: str, other: str) -> float | None:
    found = Reposts({"one": signature(one)}).originals("other", signature(other))
    return found[0][1] if found else None


def test_the_same_text_is_recognised_whatever_its_width_and_line_breaks() -> None:
    assert like(PLAN, PLAN.replace("，", ",\n").replace("。", " 。 ")) == 1.0


def test_another_title_line_and_a_few_characters_do_not_hide_a_copy() -> None:
    copy = list(PLAN)
    rng = random.Random(1)
    for place in rng.sample(range(len(copy)), 10):
        copy[place] = "某"
    share = like(PLAN, "来源：某某网\n某县教育局202x年工作要点（全文）\n" + "".join(copy))
    assert share is not None
    assert 0.75 < share < 1


def test_a_plan_that_shares_half_its_tasks_is_another_plan() -> None:
    other = "\n".join(
        TASKS[:40] + [task.replace("抓好", "推进").replace("股室", "科室") for task in TASKS[40:]]
    )
    assert like(PLAN, other) is None


def test_a_document_is_no_repost_of_its_own_old_version() -> None:
    assert Reposts({"a": signature(PLAN)}).originals("a", signature(PLAN)) == []


def test_the_most_similar_document_is_named_however_many_there_are() -> None:
    known = {f"{n}.txt": signature(PLAN[n * 40 : n * 40 + 400]) for n in range(100)}
    reposts = Reposts(known)
    assert reposts.originals("new", known["31.txt"])[0] == ("31.txt", 1.0)


def test_a_handful_of_clauses_is_no_plan_to_be_copied() -> None:
    assert signature("云溪县教育局\n关于放假的通知\n请各单位遵照执行。") == b""


@given(st.text(max_size=200))
def test_any_text_has_a_signature_of_one_length_or_none(text: str) -> None:
    assert len(signature(text)) in (0, 512)
    assert Reposts({"a": signature(text)}).originals("b", b"") == []

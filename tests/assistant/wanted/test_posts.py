"""Who holds a post, and which post somebody holds."""

import pytest

from assistant.wanted.posts import holder_of, post_asked


@pytest.mark.parametrize(
    ("question", "told", "other"),
    [
        (
            "李春河在白石县水利局是什么职务？",
            "组长由局长李春河担任。",
            "（责任领导：李春河；责任单位：工程股）",
        ),
        ("王明同志担任什么职务？", "王明　副局长：分管防汛工作", "王明分管防汛工作"),
    ],
)
def test_a_post_is_told_by_its_name_and_not_by_the_work(question: str, told: str, other: str) -> None:
    post = post_asked(question)
    assert post is not None
    assert post.search(told)
    assert not post.search(other)


@pytest.mark.parametrize("question", ["水利局有什么职责？", "李春河分管什么？", "新招的老师是什么职务？"])
def test_other_questions_ask_for_nobody_s_post(question: str) -> None:
    assert post_asked(question) is None


def test_the_holder_may_be_named_right_behind_the_post() -> None:
    assert holder_of("副校长").search("责任部门：教务处，分管领导：副校长李春河")
    assert not holder_of("副校长").search("分管领导：副校长办公会议")

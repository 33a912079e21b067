"""What a mistyped question is read as, over the three short plans of a fictional county."""

import pytest

from assistant.assistant import Assistant


def read(shelf: Assistant, text: str) -> str:
    return shelf.read(text).text


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("意识型态工作由谁负责", "意识形态工作由谁负责"),
        ("学前教语资源怎么扩大", "学前教育资源怎么扩大"),
        ("校园网占由谁管", "校园网站由谁管"),
        ("毛入元率是多少", "毛入园率是多少"),
    ],
)
def test_a_character_that_sounds_like_the_right_one_is_read_as_that(
    shelf: Assistant, typed: str, meant: str
) -> None:
    assert read(shelf, typed) == meant


def test_a_word_that_sounds_like_the_right_one_is_read_as_that(shelf: Assistant) -> None:
    assert read(shelf, "教育吉团组建几个") == "教育集团组建几个"
    assert read(shelf, "劝返绰学学生要怎么做") == "劝返辍学学生要怎么做"


@pytest.mark.parametrize("typed", ["意形识态工作由谁负责", "意识态形工作由谁负责", "识意形态工作由谁负责"])
def test_characters_typed_in_the_wrong_order_are_put_right(shelf: Assistant, typed: str) -> None:
    assert read(shelf, typed) == "意识形态工作由谁负责"


@pytest.mark.parametrize(
    "typed", ["意意识形态工作由谁负责", "意识形形态工作由谁负责", "意识形态态工作由谁负责"]
)
def test_a_character_typed_twice_counts_once(shelf: Assistant, typed: str) -> None:
    assert read(shelf, typed) == "意识形态工作由谁负责"


def test_a_first_character_left_out_of_a_word_is_put_in(shelf: Assistant) -> None:
    assert read(shelf, "意识态工作由谁负责") == "意识形态工作由谁负责"


@pytest.mark.parametrize(
    "typed",
    [
        "张三负责什么工作",  # nobody the plans know
        "出租车司机的社保怎么交",
        "学前股负责什么",  # short for 学前教育股
        "政教股负责什么",  # not 政工股
        "新建公办幼儿园八所是哪一年",
        "2024年级的学生有多少",
        "“意识型态”这个词出自哪里",
        "教师党员最多多少名",
        "发展党员一等奖奖多少",
        "教师党员比去年多多少名",
        "公办幼儿园指什么",
        "评公办幼儿园要几年",
        "教师能不能不轮岗",
        "青海市有哪些措施",  # a real place that sounds unlike 青河
        "娃娃们在幼儿园吃什么",
    ],
)
def test_what_may_be_meant_as_it_is_typed_stays(shelf: Assistant, typed: str) -> None:
    question = shelf.read(typed)
    assert question.text == typed and not question.proofread


def test_a_place_is_mended_only_from_what_sounds_like_it(shelf: Assistant) -> None:
    assert read(shelf, "白十县新建了几所公办幼儿园") == "白十县新建了几所公办幼儿园"  # a numeral stays
    assert read(shelf, "白实县教育局新建几所公办幼儿园") == "白石县教育局新建几所公办幼儿园"
    assert read(shelf, "白玉县教育局新建几所公办幼儿园") == "白玉县教育局新建几所公办幼儿园"


def test_a_mistyped_question_gets_the_answer_it_was_meant_to_get(shelf: Assistant) -> None:
    mistyped = shelf.ask("2024年意识型态工作由谁负责？")
    assert mistyped.text == shelf.ask("2024年意识形态工作由谁负责？").text
    assert mistyped.citations and mistyped.notice.startswith("未找到“意识型态”，已按“意识形态”查找")


def test_an_earlier_question_that_was_mistyped_is_followed_up(shelf: Assistant) -> None:
    previous = ["2023年意识型态工作由谁负责？"]
    meant = ["2023年意识形态工作由谁负责？"]
    assert shelf.ask("2024年呢？", previous).text == shelf.ask("2024年呢？", meant).text


def test_what_was_mistyped_is_told_of_a_refusal_too(shelf: Assistant) -> None:
    answer = shelf.ask("意识型态工作的电话号码是多少？")
    assert answer.refused and "已按“意识形态”查找" in answer.notice

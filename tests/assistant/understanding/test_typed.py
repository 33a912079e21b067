"""How a question is written when it is read."""

import pytest

from assistant.assistant import Assistant
from assistant.understanding.typed import LONGEST, as_read


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("誰負責意識形態工作", "谁负责意识形态工作"),
        ("二〇二四年三季度要完成什么", "2024年三季度要完成什么"),
        ("二零二三年和二○二四年", "2023年和2024年"),
        ("二十年以上的校舍", "二十年以上的校舍"),
        ("２０２４年招 多少人", "2024年招多少人"),
        ("意识形态\n工作谁负责", "意识形态工作谁负责"),
        ("<b>校车</b>谁负责", "校车谁负责"),
        ("比重<5%的有哪些", "比重<5%的有哪些"),
        ("2024年度的经费，是多少", "2024年的经费是多少"),
        ("《2024年度计划》的经费是多少", "《2024年度计划》的经费是多少"),
        ("教育局 财政局 哪 个牵头", "教育局 财政局哪个牵头"),
    ],
)
def test_other_signs_and_stray_blanks_are_read(typed: str, read: str) -> None:
    assert as_read(typed) == read


def test_traditional_signs_get_the_answer_that_simplified_ones_get(shelf: Assistant) -> None:
    assert shelf.ask("誰負責意識形態工作？").text == shelf.ask("谁负责意识形态工作？").text


def test_a_text_too_long_for_a_question_is_refused_in_one_line(shelf: Assistant) -> None:
    answer = shelf.ask("谁负责意识形态工作？" * LONGEST)
    assert answer.refused
    assert "\n" not in answer.text and str(LONGEST) in answer.text


def test_what_follows_a_text_that_was_too_long_is_answered(shelf: Assistant) -> None:
    answer = shelf.ask("谁负责意识形态工作？", ["谁负责校车？" * LONGEST])
    assert not answer.refused

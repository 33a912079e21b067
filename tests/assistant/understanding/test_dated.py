import pytest

from assistant.understanding.dated import headed_time, holds_date, years_in, years_of
from assistant.understanding.intent import Time
from assistant.understanding.named import years_in as named_years
from ingest.records import Chunk


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2024年新建8所", (2024,)),
        ("每人380元，较2024年度提高20元", ()),
        ("2025年达到60%，比2020年提高5个百分点", (2025,)),
        ("与2023年相比增加3所", ()),
        ("高于2023年同期", ()),
        ("与2023年任务一并推进", (2023,)),
        ("2023—2025年改造600户", (2023, 2024, 2025)),
        ("2023年至2024年建成", (2023, 2024)),
        ("“十四五”期间", (2021, 2022, 2023, 2024, 2025)),
        ("每年12所", ()),
        ("指标：绿电占比　2023年完成值：31%　2024年目标值：35%", (2023, 2024)),
    ],
)
def test_a_year_that_something_is_held_against_is_not_spoken_of(text: str, years: tuple[int, ...]) -> None:
    assert years_in(text) == years


def years(title: str, of: tuple[int, ...], *path: str) -> tuple[int, ...]:
    return years_of(Chunk("1", "文件.txt", 1, 0, 4, "新建8所", title, path, of))


def test_the_halves_of_what_sums_up_one_year_and_plans_the_next_are_of_different_years() -> None:
    both = "白石县卫生健康局2022年工作总结和2023年工作打算"
    assert years(both, (2022, 2023), "一、主要工作成效") == (2022,)
    assert years(both, (2022, 2023), "二、下一步工作打算", "（一）抓项目") == (2023,)
    assert years(both, (2022, 2023), "三、组织领导") == (2022, 2023)


def test_a_heading_that_opens_with_a_year_tells_it_but_none_with_a_day() -> None:
    masked = "白石县住房局20XX年工作总结及20XX年工作计划"
    assert years(masked, (2024,), "一、2023年工作完成情况", "（一）城市更新") == (2023,)
    assert years("白石县2024年工作要点", (2024,), "2025年3月底前完成校舍验收") == (2024,)


def test_a_report_on_the_work_of_a_government_looks_back_on_the_year_before() -> None:
    report = "白石县2024年政府工作报告"
    assert years(report, (2024,), "一、过去一年工作回顾") == (2023,)
    assert years(report, (2024,), "二、主要预期目标和重点工作安排") == (2024,)
    assert years(report, (2024,), "一、过去五年工作回顾") == (2024,)


def test_years_of_the_last_century_are_read_too() -> None:
    assert years_in("1997年：140，1998年：200") == (1997, 1998)
    assert named_years("1999年江苏计划招几人", None) == (1999,)
    assert named_years("1995年前建成的小区怎么改造", None) == ()
    assert named_years("1980年以后出生的教师有多少", None) == ()


def test_a_task_put_in_a_sentence_announces_no_half() -> None:
    long = "三、对落实重大政策措施成效明显、创造典型经验做法且受到表扬的县区，在下一年度的督查中实行免督查"
    assert headed_time((long,)) is Time.ANY
    assert headed_time(("一、2024年主要工作成效",)) is Time.DONE


def test_what_holds_the_date_that_is_asked_tells_of_what_was_then() -> None:
    asked = "柳湾村2019年11月那次滑坡有多大？"
    assert holds_date(asked, "2019年11月6日夜，柳湾村发生滑坡。这次滑坡约3万立方米。")
    assert not holds_date(asked, "2019年，柳湾村发生滑坡。")
    assert not holds_date("柳湾村2019年滑坡几次？", "2019年11月6日夜，柳湾村发生滑坡。")

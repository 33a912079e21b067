"""Figures of all places held against each other, or a bar, and results told by the next report."""

from collections.abc import Iterator
from decimal import Decimal

import pytest

from assistant.assistant import Assistant
from assistant.rolls.ranked import asked_bar
from tests.assistant.library import library_of


def _report(place: str, review: str, aims: str) -> str:
    return (
        f"{place}2026年政府工作报告\n\n一、2025年工作回顾\n{review}\n"
        f"二、2026年工作安排\n今年主要预期目标是：{aims}。\n"
    )


DOCUMENTS = {
    "白石县2026年政府工作报告.txt": _report(
        "白石县",
        "“十四五”时期，粮食产量累计达到90亿斤。2025年，全县地区生产总值达到120.5亿元、增长5.3%，粮食总产19.2亿斤，进出口总额增长7%。",
        "地区生产总值增长5%以上，城镇新增就业3200人",
    ),
    "青河县2026年政府工作报告.txt": _report(
        "青河县",
        "全年地区生产总值增长4.1%、达到98亿元，粮食产量120万吨。东关新区经济总量突破9亿元。外贸进出口总额增长3%。",
        "地区生产总值增长4.5%—5%，城镇新增就业2800人以上，居民收入增长与经济增长同步",
    ),
    "柳湾县2026年政府工作报告.txt": _report(
        "柳湾县",
        "刚刚过去的2025年，实现“十四五”圆满收官，地区生产总值增长6.2%，粮食产量再创新高，跨境电商交易额增长38%。",
        "经济增长6%左右，城镇新增就业4000人",
    ),
}


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with library_of(tmp_path_factory.mktemp("ranked"), DOCUMENTS) as assistant:
        yield assistant


def test_results_of_a_year_are_told_by_the_reports_of_the_next(library: Assistant) -> None:
    told = library.ask("2025年各县粮食产量").text
    assert "· 白石县（2025年）：粮食总产19.2亿斤" in told
    assert "· 青河县（2025年）：粮食产量120万吨" in told
    assert "提到但没有找到这项数据的：柳湾县。" in told


def test_growth_and_level_of_one_thing_are_told_apart(library: Assistant) -> None:
    growth = library.ask("各县2025年GDP增速").text
    assert all(f"增长{rate}" in growth for rate in ("5.3%", "4.1%", "6.2%"))
    level = library.ask("各县2025年地区生产总值是多少？").text
    assert "达到120.5亿元" in level and "达到98亿元" in level
    assert "6.2%" not in level and "新区" not in level


def test_the_highest_is_told_before_the_list_in_order(library: Assistant) -> None:
    answer = library.ask("2025年GDP增速最快的是哪个县？")
    assert answer.text.startswith("按所列数字，最快的是柳湾县。")
    assert answer.text.index("6.2%") < answer.text.index("5.3%") < answer.text.index("4.1%")
    assert len(answer.citations) == 3


def test_the_lowest_is_told_too_in_units_made_alike(library: Assistant) -> None:
    assert library.ask("2025年粮食产量最少的是哪个县？").text.startswith("按所列数字，最少的是白石县。")


def test_aims_over_a_bar_are_named_and_those_that_may_be_are_told_apart(library: Assistant) -> None:
    told = library.ask("哪些县的GDP增长目标高于5%？").text
    assert told.startswith("按所列数字，高于5%的有 1 个：柳湾县。")
    assert "不能断定的有白石县" in told.split("\n")[0]


def test_a_bar_beside_its_measure_is_no_phrase_to_look_for(library: Assistant) -> None:
    told = library.ask("哪些县提出城镇新增就业3000人以上？").text
    assert told.startswith("按所列数字，不低于3000人的有 2 个：柳湾县、白石县。")


def test_something_of_the_field_is_not_the_thing(library: Assistant) -> None:
    told = library.ask("2025年进出口增长最快的是哪个县？").text
    assert told.startswith("按所列数字，最快的是白石县。")
    assert "38%" not in told


@pytest.mark.parametrize(
    ("question", "way", "value", "unit"),
    [
        ("哪些省的GDP目标高于5%", ">", "5", "%"),
        ("哪些省城镇新增就业45万人以上", ">=", "450000", "人"),
        ("哪些省2025年失业率控制在5.5%左右", "=", "5.5", "%"),
        ("哪些省粮食产量不到1000万吨", "<", "20000000000", "斤"),
    ],
)
def test_what_figures_are_held_against_is_read(question: str, way: str, value: str, unit: str) -> None:
    bar = asked_bar(question)
    assert bar is not None
    assert (bar.way, bar.value, bar.unit) == (way, Decimal(value), unit)


def test_a_year_is_no_bar() -> None:
    assert asked_bar("哪些县在2025年设立了办公室") is None

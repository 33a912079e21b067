from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.facts.measure_words import Kind, kind_of
from ingest.facts.quantities import quantities, quantity_at
from ingest.records import Comparator
from ingest.text import simplified

EXACT, ABOUT = Comparator.EXACT, Comparator.ABOUT
AT_LEAST, MORE = Comparator.AT_LEAST, Comparator.MORE
AT_MOST, LESS = Comparator.AT_MOST, Comparator.LESS


@pytest.mark.parametrize(
    ("text", "value", "unit", "words"),
    [
        ("12所", "12", "所", "12所"),
        ("１２所", "12", "所", "１２所"),
        ("1,200名", "1200", "名", "1,200名"),
        ("1.5亿元", "150000000", "元", "1.5亿元"),
        ("3.5万人次", "35000", "人次", "3.5万人次"),
        ("二十一所", "21", "所", "二十一所"),
        ("百分之八十五点五", "85.5", "%", "百分之八十五点五"),
        ("占三分之一", "1/3", "", "三分之一"),
        ("占1/4", "1/4", "", "1/4"),
        ("师生比1:12.5", "1/12.5", "", "1:12.5"),
        ("2.21∶1", "2.21/1", "", "2.21∶1"),
        ("9 起", "9", "起", "9 起"),
        ("25微克/立方米", "25", "微克/立方米", "25微克/立方米"),
        ("630kW", "630", "kW", "630kW"),
        ("0.5百分点", "0.5", "百分点", "0.5百分点"),
        ("2024年", "2024", "年", "2024年"),
        ("20名额", "20", "", "20"),
        ("2人民政府", "2", "", "2"),
        ("20名校长", "20", "名", "20名"),
    ],
)
def test_a_number_has_one_value_and_its_measure_word(text: str, value: str, unit: str, words: str) -> None:
    (found,) = quantities(text)
    part, _, whole = value.partition("/")
    assert found.value == Decimal(part) / Decimal(whole or 1)
    assert (found.unit, text[found.start : found.end]) == (unit, words)


@pytest.mark.parametrize(
    ("text", "comparator", "words"),
    [
        ("96%以上", AT_LEAST, "96%以上"),
        ("500万元及以下", AT_MOST, "500万元及以下"),
        ("1万台（套）以上", AT_LEAST, "1万台（套）以上"),
        ("5%左右", ABOUT, "5%左右"),
        ("不低于20%", AT_LEAST, "不低于20%"),
        ("至少组织2次", AT_LEAST, "至少组织2次"),
        ("不超过采购金额的30%", AT_MOST, "不超过采购金额的30%"),
        ("超过2次", MORE, "超过2次"),
        ("20余名", MORE, "20余名"),
        ("5400多亿元", MORE, "5400多亿元"),
        ("不足60张", LESS, "不足60张"),
        ("近200名", ABOUT, "近200名"),
        ("最高800元", AT_MOST, "最高800元"),
        ("预约3次", EXACT, "3次"),
        ("高于全国1.7个百分点", EXACT, "1.7个百分点"),
        ("取得突破\n12所", EXACT, "12所"),
    ],
)
def test_bounding_words_belong_to_the_number(text: str, comparator: Comparator, words: str) -> None:
    (found,) = quantities(text)
    assert (found.comparator, text[found.start : found.end]) == (comparator, words)


@pytest.mark.parametrize(
    ("text", "ranges"),
    [
        ("3—5所", [("3", "5")]),
        ("5%至6%", [("5", "6")]),
        ("5万元至10万元", [("5", "10")]),
        ("40至50个", [("40", "50")]),
        ("从41家到19家", [("", "41"), ("", "19")]),
        ("3所、5所", [("", "3"), ("", "5")]),
        ("5—3所", [("", "5"), ("", "3")]),
    ],
)
def test_only_rising_numbers_of_one_measure_make_a_range(text: str, ranges: list[tuple[str, str]]) -> None:
    assert [(found.low, found.number) for found in quantities(text)] == ranges


@pytest.mark.parametrize("text", ["十几所", "几十名", "数百家", "零分之一", "许多"])
def test_what_leaves_the_number_open_gives_none(text: str) -> None:
    assert not [found for found in quantities(text) if found.unit or "/" in found.number]


@pytest.mark.parametrize(
    ("text", "units"),
    [
        ("2024年6月30日新建12所", ["所"]),
        ("第12条规定", []),
        ("一个学校", []),
        ("三会一课", []),
        ("不少于两次", ["次"]),
        ("51万儿童", [""]),
        ("目标值：58\u3000说明：无", [""]),
        ("校际差异率控制在0.15以内", [""]),
        ("附件3", []),
    ],
)
def test_measured_numbers_are_those_that_count_something(text: str, units: list[str]) -> None:
    assert [found.unit for found in quantities(text, measured=True)] == units


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("总投资（万元）：1200", "12000000", "元"),
        ("任务　总投资(单位:亿元)：1.5　责任单位：县水利局", "150000000", "元"),
        ("技能培训（人次）：1.1万", "11000", "人次"),
        ("冷库容量（吨）：2500至3000", "3000", "吨"),
        ("总投资（万元）：1200元", "1200", "元"),
        ("总投资（万元）：1.1万", "11000", ""),
        ("编号（新）：1200", "1200", ""),
        ("总投资（万元）：1200多处", "1200", "处"),
    ],
)
def test_a_number_alone_in_a_cell_is_counted_as_its_head_says(text: str, value: str, unit: str) -> None:
    found = list(quantities(text, measured=True))
    assert [(one.value, one.unit) for one in found] == [(Decimal(value), unit)]


def test_a_number_is_read_where_it_starts() -> None:
    found = quantity_at("1.2个项目", 2)
    assert found is not None
    assert (found.number, found.unit) == ("2", "个")
    assert quantity_at("个项目", 0) is None


def test_every_measure_word_has_its_kind() -> None:
    assert [kind_of(unit) for unit in ("所", "%", "元/人", "kW", "个月", "届", "")] == [
        *(Kind.COUNT, Kind.AMOUNT, Kind.AMOUNT, Kind.AMOUNT, Kind.TIME, Kind.RANK, Kind.NONE)
    ]


def test_traditional_words_of_numbers_are_read_in_place() -> None:
    text = "不少於6批次，資金超過2000萬元"
    assert simplified(text) == "不少于6批次，资金超过2000万元"
    assert simplified("不少于6批次") == "不少于6批次"


@given(
    st.text(
        "0123456789０９,.．/∶:%％零一二三十百千万亿两点分之几余多所名个年月日以上不少于超过至—到 \n",
        max_size=40,
    )
)
def test_any_text_gives_numbers_in_order_at_their_own_places(text: str) -> None:
    for measured in (False, True):
        done = 0
        for found in quantities(text, measured):
            assert done <= found.first < found.last <= len(text)
            assert found.start <= found.first
            assert found.end >= found.last
            assert found.value >= 0
            assert found.low == "" or Decimal(found.low) < Decimal(found.number)
            done = found.last

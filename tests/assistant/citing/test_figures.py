import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.citing.citations import fold
from assistant.citing.figures import Figure, figures


def read(text: str) -> list[tuple[str, str, str]]:
    return [(figure.value, figure.unit, figure.bound) for figure in figures(fold(text).text)]


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("达到６０％以上", ("60", "%", ">=")),
        ("百分之六十五点五", ("65.5", "%", "")),
        ("不少于2次", ("2", "次", ">=")),
        ("至少组织2次", ("2", "次", ">=")),
        ("控制在5%以内", ("5", "%", "<=")),
        ("不超过25人", ("25", "人", "<=")),
        ("低于25人", ("25", "人", "<=")),
        ("从12所", ("12", "所", "从")),
        ("1,200名", ("1200", "人", "")),
        ("3.5万人次", ("35000", "人次", "")),
        ("20余名", ("20", "人", ">=")),
        ("十二所", ("12", "所", "")),
        ("两所", ("2", "所", "")),
        ("5亿元", ("500000000", "元", "")),
        ("3—5所", ("3-5", "所", "")),
        ("三分之一", ("1/3", "", "")),
        ("2024年12月底前", ("2024-12-", "日期", "")),
        ("二〇二四年八月三十一日", ("2024-8-31", "日期", "")),
        ("2024-08-31", ("2024-8-31", "日期", "")),
        ("8月31日", ("-8-31", "日期", "")),
        ("2024年", ("2024--", "日期", "")),
        ("3年时间", ("3", "年", "")),
        ("3个月", ("3", "个月", "")),
        ("教发〔2024〕15号", ("教发[2024]15", "文号", "")),
        ("教发[2024]15号", ("教发[2024]15", "文号", "")),
    ],
)
def test_a_figure_has_one_value_however_it_is_written(text: str, figure: tuple[str, str, str]) -> None:
    assert read(text) == [figure]


@pytest.mark.parametrize(
    "text", ["进一步统一思想", "一是加强领导", "千方百计", "十分重视", "第一时间", "一批学校"]
)
def test_numerals_in_words_that_count_nothing_are_no_figures(text: str) -> None:
    assert read(text) == []


def test_a_bound_holds_for_every_figure_of_a_list() -> None:
    assert read("不超过25人、30人") == [("25", "人", "<="), ("30", "人", "<=")]


def test_both_ends_of_a_span_of_years_are_years() -> None:
    assert read("2023—2025年") == [("2023--", "日期", ""), ("2025--", "日期", "")]


@pytest.mark.parametrize(
    ("ours", "theirs", "stated"),
    [
        ("60%", "60%以上", True),
        ("60%以上", "60%", False),
        ("60%以下", "60%以上", False),
        ("25人", "不超过25人", False),
        ("12所", "12名", False),
        ("12名", "12人", True),
        ("8月31日", "2024年8月31日", True),
        ("2月", "12月", False),
        ("2024年8月31日", "8月31日", False),
        ("教发〔2024〕15号", "政发〔2024〕15号", False),
        ("12所", "从12所", False),
        ("5所", "3—5所", False),
        ("3.5万人", "3.5万人次", False),
        ("20名", "20余名", True),
        ("20余名", "20名", False),
    ],
)
def test_a_figure_is_stated_by_another_only_if_nothing_is_added(ours: str, theirs: str, stated: bool) -> None:
    (first,), (second,) = figures(fold(ours).text), figures(fold(theirs).text)
    assert first.stated_by(second) is stated


@given(st.text("0123456789,.%〔〕年月日号所名一二十百千万亿点以上不少于从至-", max_size=30))
def test_any_text_is_read_and_each_figure_states_itself(text: str) -> None:
    folded = fold(text).text
    for figure in figures(folded):
        assert 0 <= figure.start < figure.end <= len(folded)
        assert figure.stated_by(figure)


def test_only_a_bare_year_has_a_year() -> None:
    assert [figure.year for figure in figures("2024年8月,2025年,5%")] == [None, 2025, None]
    assert Figure("2024", "个", 0, 4).year is None

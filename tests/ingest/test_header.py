import pytest

from ingest.header import read_header, years_in
from ingest.records import Line

BODY = "为做好全县教育工作，结合实际制定本计划，请各校对照落实，确保各项任务按期完成并取得实效。"


def lines(*texts: str) -> list[Line]:
    return [Line(text) for text in texts]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2024年工作要点", (2024,)),
        ("二〇二四年工作要点", (2024,)),
        ("提升行动计划（2022—2025年）", (2022, 2023, 2024, 2025)),
        ("2023-2024学年校历", (2023, 2024)),
        ("2023年工作总结和2024年安排", (2023, 2024)),
        ("202x年党建工作计划", ()),
        ("“十四五”规划", ()),
    ],
)
def test_years_are_read_in_every_writing_and_masked_ones_are_not(text: str, years: tuple[int, ...]) -> None:
    assert years_in(text) == years


def test_a_masked_title_is_kept_and_takes_its_year_from_the_page_title() -> None:
    header = read_header(
        lines("市教育局202x年党建工作计划", BODY), {"页面标题": "市教育局2024年党建工作计划(20240411)"}
    )
    assert header.title == "市教育局202x年党建工作计划"
    assert header.years == (2024,)
    assert header.kind == "计划"


def test_a_silent_title_takes_its_year_from_the_number_then_the_date() -> None:
    numbered = lines("关于加强监管的通知", "云教发〔2019〕7号", BODY, "云溪县教育局", "2020年1月3日")
    assert read_header(numbered, {}).years == (2019,)
    dated = lines("关于加强监管的通知", BODY, "云溪县教育局", "二〇二〇年一月三日")
    header = read_header(dated, {})
    assert (header.years, header.date, header.organ) == ((2020,), "2020-01-03", "云溪县教育局")


def test_organ_and_place_come_from_title_or_signature() -> None:
    header = read_header(lines("青禾市教育局2025年工作要点", BODY), {})
    assert (header.organ, header.place) == ("青禾市教育局", "青禾市")
    header = read_header(
        lines("2026年政府工作报告", "——2026年1月28日在云南省第十四届人民代表大会第四次会议上", BODY), {}
    )
    assert (header.organ, header.place) == ("云南省人民政府", "云南省")


def test_the_container_serves_where_the_text_has_no_title() -> None:
    header = read_header(lines(BODY), {"文件名": "白杨镇2023年教育工作计划"})
    assert (header.title, header.years, header.place) == ("白杨镇2023年教育工作计划", (2023,), "白杨镇")


def test_a_decree_is_titled_by_what_it_promulgates() -> None:
    header = read_header(
        lines("云溪市人民政府令", "第12号", "现予公布。", "云溪市校车安全管理办法", BODY), {}
    )
    assert header.title == "云溪市校车安全管理办法"
    assert header.number == "云溪市人民政府令第12号"


def test_a_text_without_title_is_known_by_its_first_words() -> None:
    assert (
        read_header(lines("近日，云溪县启动校园食堂检查。检查分三步。"), {}).title == "云溪县启动校园食堂检查"
    )
    assert read_header([], {}).title == ""

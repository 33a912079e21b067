import pytest

from ingest.clean import clean
from ingest.records import Line


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("云溪县教育局2023年工作要点", "云溪县教育局2024年工作要点"),
        ("云溪县城乡建设第一批项目计划", "云溪县城乡建设第二批项目计划"),
    ],
)
def test_lines_that_name_different_numbers_are_no_title_given_twice(above: str, title: str) -> None:
    texts = [above, title, "全县教育系统要抓好下列工作，确保完成目标。", "一、加强党建"]
    assert [line.text for line in clean(list(map(Line, texts))).lines] == texts


@pytest.mark.parametrize("above", ["云溪县教育局202X年工作要点", "云溪县教育局2024年工作要点(20240411)"])
def test_a_masked_year_and_a_date_stamp_do_not_part_twins(above: str) -> None:
    texts = ["云溪县教育局2024年工作要点", "全县教育系统要抓好下列工作，确保完成目标。", "一、加强党建"]
    assert [line.text for line in clean(list(map(Line, [above, *texts]))).lines] == texts


def test_rows_of_a_table_that_are_much_alike_are_no_title_given_twice() -> None:
    title = "云溪县教育局2024年重点工作任务分工表"
    rows = [
        f"任务：{words}　牵头单位：计划财务股　完成时限：2024年6月底前" for words in ("加强党建", "加强安全")
    ]
    assert [line.text for line in clean(list(map(Line, [title, *rows]))).lines] == [title, *rows]


@pytest.mark.parametrize("heading", ["一、任务", "（一）任务", "第一章 任务"])
def test_a_numbered_section_however_short_opens_the_document(heading: str) -> None:
    items = ["——做好云溪县信访工作", "云溪县信访工作计划", "——做好云溪县保密工作", "云溪县信访工作计划"]
    texts = ["2024年工作计划", heading, *items]
    assert [line.text for line in clean(list(map(Line, texts))).lines] == texts


def test_who_does_the_items_is_no_title_given_twice() -> None:
    items = ["——做好信访", "责任股室：办公室", "——做好保密", "责任股室：同上", "——做好档案", "责任股室：同上"]
    for texts in (["2024年工作计划", "一、任务", *items], ["2024年工作计划", *items]):
        assert [line.text for line in clean(list(map(Line, texts))).lines] == texts


def test_a_short_number_of_a_page_menu_does_not_hide_the_title_below_it() -> None:
    title = "云溪县教育局2024年工作要点"
    texts = ["1、首页", "2、政务", title, "全县教育系统要抓好下列工作，确保完成目标。", "一、加强党建"]
    assert [line.text for line in clean(list(map(Line, texts))).lines] == texts[2:]


def test_a_rule_of_very_many_dashes_under_the_title_stays_a_line() -> None:
    texts = ["2024年工作计划", "—" * 300_000, "一、加强党建工作"]
    assert [line.text for line in clean(list(map(Line, texts))).lines] == texts

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

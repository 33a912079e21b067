from ingest.clean import clean
from ingest.records import Line


def test_rows_of_a_table_that_are_much_alike_are_no_title_given_twice() -> None:
    title = "云溪县教育局2024年重点工作任务分工表"
    rows = [
        f"任务：{words}　牵头单位：计划财务股　完成时限：2024年6月底前" for words in ("加强党建", "加强安全")
    ]
    assert [line.text for line in clean(list(map(Line, [title, *rows]))).lines] == [title, *rows]

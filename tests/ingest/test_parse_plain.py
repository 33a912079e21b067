from ingest.parse.plain import read_txt
from ingest.records import Line


def test_text_lines_are_kept_as_they_stand() -> None:
    assert read_txt("　　甲\n\n# 乙\f丙").lines == [Line("　　甲"), Line(""), Line("# 乙"), Line("丙")]

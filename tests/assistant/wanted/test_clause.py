import pytest

from assistant.wanted.clause import clauses


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        (
            "新建公办幼儿园12所，改造农村小学食堂5个；培训骨干教师300名。",
            ["新建公办幼儿园12所，", "改造农村小学食堂5个；", "培训骨干教师300名。"],
        ),
        (
            "全县投入资金1,200万元,其中县级配套300万元",
            ["全县投入资金1,200万元,", "其中县级配套300万元"],
        ),
        (
            "指标：义务教育巩固率　2023年实际：96.5%　2024年目标：97%",
            ["指标：", "义务教育巩固率", "2023年实际：96.5%", "2024年目标：97%"],
        ),
        ("2025年底前，各校完成食堂改造。", ["2025年底前，各校完成食堂改造。"]),
        ("查处7起，改造140间，新建2所", ["查处7起，", "改造140间，", "新建2所"]),
        ("", []),
    ],
)
def test_a_sentence_is_cut_into_clauses_and_a_row_into_cells(text: str, cut: list[str]) -> None:
    assert list(clauses(text)) == cut

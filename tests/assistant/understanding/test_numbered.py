"""Schools and hospitals are told apart by their numbers, in full and in short."""

import pytest

from assistant.understanding.lexicon import everyday_in
from assistant.understanding.numbered import numbered_in


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("第二中学和三中的宿舍", [("第二中学", 2, "中"), ("三中", 3, "中")]),
        ("市第一人民医院、第3人民医院", [("第一人民医院", 1, "院"), ("第3人民医院", 3, "院")]),
        ("市一院有几张床位", [("一院", 1, "院")]),
        ("我家在实验二小对面", [("二小", 2, "小")]),
        ("三小时后报到", []),
        ("一中队负责巡逻", []),
        ("一院一策", []),
        ("初三中考报名", []),
        ("三中全会精神", []),
    ],
)
def test_bodies_called_by_number(text: str, named: list[tuple[str, int, str]]) -> None:
    assert [(text[n.start : n.end], n.number, n.kind) for n in numbered_in(text)] == named


def test_a_short_name_is_looked_for_in_full() -> None:
    (expression,) = everyday_in("二院床位")
    assert "第二人民医院" in expression.official

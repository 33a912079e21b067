"""Words before 小学 or 医院 that tell a class of them, and others that name one."""

import pytest

from assistant.understanding.classes import is_class


@pytest.mark.parametrize("words", ["寄宿制", "新建公办", "农村义务教育", "二级", "普惠性民办"])
def test_a_class_is_told(words: str) -> None:
    assert is_class(words)


@pytest.mark.parametrize("words", ["实验", "人民", "第二", "公办实验", "城关"])
def test_a_name_is_no_class(words: str) -> None:
    assert not is_class(words)

"""The other end, another bar or another measure of what was asked of all rows before."""

import pytest

from assistant.followups.ranked import ranked_otherwise


@pytest.mark.parametrize(
    ("text", "base", "expected"),
    [
        ("最少的呢？", "哪个街道新增车位最多？", "哪个街道新增车位最少？"),
        ("那最小的是哪个", "柳湾县哪个乡镇茶园面积最大", "柳湾县哪个乡镇茶园面积最小"),
        ("最低的又是哪个镇？", "绿化率最高的是哪个镇？", "绿化率最低的是哪个镇？"),
        ("不到80%的呢", "哪些学校达标率超过90%？", "哪些学校达标率不到80%？"),
        ("果园面积呢？", "哪个乡镇茶园面积最大？", "哪个乡镇果园面积最大？"),
        ("2024年投资呢", "哪个项目计划总投资最高", "哪个项目2024年投资最高"),
        ("果园面积呢", "柳湾县茶园面积最大的乡镇是哪个", "柳湾县果园面积最大的乡镇是哪个"),
        ("那果园面积呢？", "各乡镇的茶园面积分别是多少？", "各乡镇的果园面积分别是多少？"),
    ],
)
def test_it_is_asked_of_the_same_rows(text: str, base: str, expected: str) -> None:
    assert ranked_otherwise(text, base) == expected


@pytest.mark.parametrize(
    ("text", "base"),
    [
        ("最少的呢？", "新增车位多少个？"),
        ("石门镇呢？", "哪个乡镇茶园面积最大？"),
        ("2023年呢？", "哪个乡镇茶园面积最大？"),
        ("果园面积呢？", "哪个乡镇最大？"),
        ("最少的呢？", "各乡镇的茶园面积分别是多少？"),
        ("为什么呢？", "哪个乡镇茶园面积最大？"),
    ],
)
def test_else_it_is_none_of_them(text: str, base: str) -> None:
    assert ranked_otherwise(text, base) == ""

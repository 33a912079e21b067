import pytest

from ingest.numbering import Family, read_loose_marker, read_marker


@pytest.mark.parametrize(
    ("line", "family", "value", "label"),
    [
        ("第一部分 工作回顾", Family.PART, 1, "第一部分"),
        ("第三章　附　则", Family.CHAPTER, 3, "第三章"),
        ("第二节 组织领导", Family.SECTION, 2, "第二节"),
        ("第十二条　本办法自印发之日起施行。", Family.ARTICLE, 12, "第十二条"),
        ("一、加强领导", Family.CHINESE, 1, "一、"),
        ("二．抓好落实", Family.CHINESE, 2, "二．"),
        ("十一. 强化保障", Family.CHINESE, 11, "十一."),
        ("（三）规范办学", Family.CHINESE_PAREN, 3, "（三）"),
        ("(四)规范收费", Family.CHINESE_PAREN, 4, "(四)"),
        ("㈤规范招生", Family.CHINESE_PAREN, 5, "㈤"),
        ("3.强化培训", Family.ARABIC, 3, "3."),
        ("4、强化教研", Family.ARABIC, 4, "4、"),
        ("５．强化考核", Family.ARABIC, 5, "５．"),
        ("6．2024年底前完成改造", Family.ARABIC, 6, "6．"),
        ("7 附则", Family.ARABIC, 7, "7"),
        ("1.2 适用范围", Family.DECIMAL_2, 2, "1.2"),
        ("2.1.3 成员单位职责", Family.DECIMAL_3, 3, "2.1.3"),
        ("1）学校责任", Family.ARABIC_CLOSE, 1, "1）"),
        ("（2）家长责任", Family.ARABIC_PAREN, 2, "（2）"),
        ("⑶属地责任", Family.ARABIC_PAREN, 3, "⑶"),
        ("④部门责任", Family.CIRCLED, 4, "④"),
        ("　　五、缩进的标题", Family.CHINESE, 5, "五、"),
    ],
)
def test_every_habit_of_numbering_is_read(line: str, family: Family, value: int, label: str) -> None:
    marker = read_marker(line)
    assert marker is not None
    assert (marker.family, marker.value, marker.label) == (family, value, label)
    assert line[marker.start : marker.end] == label


@pytest.mark.parametrize(
    "line",
    [
        "3.5万人次参加培训",
        "2024年是关键之年",
        "1.5%的增长",
        "一、二年级不布置书面作业",
        "三、四年级开设编程课",
        "1、2号楼加固",
        "一是加强领导，二是抓好落实",
        "十四五时期的主要目标",
        "第一，提高认识",
        "第三条规定的情形除外",
        "12所学校完成改造",
        "2024.5.6",
        "",
    ],
)
def test_what_only_looks_like_a_label_is_none(line: str) -> None:
    assert read_marker(line) is None


def test_a_label_before_a_figure_is_read_only_where_it_is_expected() -> None:
    assert read_marker("21.5+2就业之家：覆盖城乡的服务站") is None
    loose = read_loose_marker("21.5+2就业之家：覆盖城乡的服务站")
    assert loose is not None
    assert (loose.value, loose.label) == (21, "21.")

import pytest

from ingest.numbering import Family, read_loose_article, read_loose_marker, read_marker, relabel


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
        ("第二编 分则", Family.PART, 2, "第二编"),
        ("第四章", Family.CHAPTER, 4, "第四章"),
        ("第三節 組織領導", Family.SECTION, 3, "第三節"),
        ("第2条　本办法所称学校", Family.ARTICLE, 2, "第2条"),
        ("〔二〕规范收费", Family.CHINESE_PAREN, 2, "〔二〕"),
        ("(一)、教学管理", Family.CHINESE_PAREN, 1, "(一)、"),
        ("三，加强领导", Family.CHINESE, 3, "三，"),
        ("一.2024年工作回顾", Family.CHINESE, 1, "一."),
        ("二 主要任务", Family.CHINESE, 2, "二"),
        ("8 .强化督导", Family.ARABIC, 8, "8 ."),
        ("3。要加强领导", Family.ARABIC, 3, "3。"),
        ("5 日常管理", Family.ARABIC, 5, "5"),
        ("4.五个一批", Family.ARABIC, 4, "4."),
        ("7.10月底前完成", Family.ARABIC, 7, "7."),
        ("⒌强化考核", Family.ARABIC, 5, "⒌"),
        ("5.1.3 所有粮食企业", Family.DECIMAL_3, 3, "5.1.3"),
        ("2.1．1．2 职责", Family.DECIMAL_4, 2, "2.1．1．2"),
        ("(3) 家校协同", Family.ARABIC_PAREN, 3, "(3)"),
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
        "一、二、三年级不留书面作业",
        "6 月30日前上报",
        "3 所学校完成改造",
        "2.3公里通学路",
        "1,200人参加",
        "（1）班和（2）班合并",
        "首先，提高认识",
        "十四五 规划期间的主要成就",
        "一 是加强领导",
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


def test_a_figure_measured_in_fractions_is_no_label_even_where_one_is_expected() -> None:
    assert read_loose_marker("3.5万名学生参加监测") is None
    counted = read_loose_marker("4.3所学校改造食堂")
    assert counted is not None
    assert counted.value == 4


def test_an_article_without_a_blank_is_read_only_where_it_is_expected() -> None:
    assert read_marker("第三条为保证安全，制定本办法") is None
    loose = read_loose_article("第三条为保证安全，制定本办法")
    assert loose is not None
    assert (loose.value, loose.label) == (3, "第三条")
    assert read_loose_article("第三条规定的情形除外") is None


def test_a_closing_mark_makes_another_habit_of_the_same_family() -> None:
    habits = [marker.habit for text in ("1.甲", "2．乙", "1、丙") if (marker := read_marker(text))]
    assert habits[0] == habits[1] != habits[2]


@pytest.mark.parametrize(
    ("line", "value", "label"),
    [
        ("（四）抓安全", 3, "（三）"),
        ("二十一、抓安全", 10, "十、"),
        ("4．抓安全", 12, "12．"),
        ("第十条 抓安全", 9, "第九条"),
        ("⑶抓安全", 2, "⑵"),
        ("2.3 抓安全", 2, "2.2"),
        ("五、抓安全", 20, "二十、"),
    ],
)
def test_a_label_is_written_with_another_number_in_its_own_figures(line: str, value: int, label: str) -> None:
    marker = read_marker(line)
    assert marker is not None
    assert relabel(marker, value) == label

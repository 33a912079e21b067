from collections.abc import Callable
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.outline import read_outline
from ingest.records import LISTED, Line

FIGURES = "一二三四五六七八九"
LABELS: dict[str, Callable[[int], str]] = {
    "部分": lambda n: f"第{FIGURES[n - 1]}部分 ",
    "编": lambda n: f"第{FIGURES[n - 1]}编 ",
    "章": lambda n: f"第{FIGURES[n - 1]}章 ",
    "节": lambda n: f"第{FIGURES[n - 1]}节　",
    "条": lambda n: f"第{FIGURES[n - 1]}条 ",
    "一、": lambda n: f"{FIGURES[n - 1]}、",
    "一．": lambda n: f"{FIGURES[n - 1]}．",
    "一.": lambda n: f"{FIGURES[n - 1]}.",
    "（一）": lambda n: f"（{FIGURES[n - 1]}）",
    "(一)": lambda n: f"({FIGURES[n - 1]})",
    "〔一〕": lambda n: f"〔{FIGURES[n - 1]}〕",
    "㈠": lambda n: chr(ord("㈠") + n - 1),
    "1.": lambda n: f"{n}.",
    "1．": lambda n: f"{n}．",
    "1、": lambda n: f"{n}、",
    "1 ": lambda n: f"{n} ",
    "1)": lambda n: f"{n})",
    "（1）": lambda n: f"（{n}）",
    "(1)": lambda n: f"({n})",
    "⑴": lambda n: chr(ord("⑴") + n - 1),
    "①": lambda n: chr(ord("①") + n - 1),
}
CHAINS = [
    "一、>1.>（1）",
    "一、>（一）>1.>（1）>①",
    "一、>1、>（1）>①",
    "一．>(一)>1．",
    "一.>〔一〕>1)",
    "（一）>1.",
    "（一）>1、>①",
    "一、>㈠>1.>⑴",
    "一、>①",
    "一、>1.>1)",
    "1.>（1）>①",
    "1、>（一）>①",
    "1 >（1）",
    "（1）>①",
    "1、>1.",
    "章>条>（一）>1.",
    "章>节>一、>（一）",
    "章>一、>1、",
    "部分>一、>（一）>1.",
    "编>章>节>条",
    "一、>条>（一）",
    "（一）>一、>1.",
    "条>（一）",
    "部分>（一）",
    "一、>(1)",
]
TITLES = ["加强党的建设", "推进改革创新", "抓好安全稳定", "落实“双减”政策", "规范经费管理", "改善办学条件"]
BODIES = [
    "各校要结合实际细化措施，明确责任，确保各项要求落到实处。",
    "2024年底前完成改造12所，投入1.5亿元，惠及3.5万人。",
    "一是抓学习，二是抓培训，三是抓考核。",
    "第一，提高认识。第二，压实责任。",
    "3.5万名学生参加监测，合格率达到98.5%。",
    "12所学校完成食堂改造。",
    "一、二年级不布置书面家庭作业。",
    "10、11月份集中开展督查。",
    "2.3公里通学路完成整治。",
    "6 月30日前上报总结。",
    "5.1劳动节前后开展宣传。",
    "（1）班和（2）班合并上课。",
]

Nodes = list[tuple[int, str]]


def document(chain: list[str], runs_on: set[int], random: Random) -> tuple[list[Line], Nodes]:
    """A plan of sections nested along a chain of numbering habits, and the outline it has."""
    counts = dict.fromkeys(runs_on, 0)
    lines, nodes = [Line("云溪县2024年教育工作要点"), Line(BODIES[0])], Nodes()

    def write(depth: int) -> None:
        for number in range(1, random.randint(2, 4) + 1):
            if depth in counts:
                if counts[depth] == len(FIGURES):
                    return
                counts[depth] += 1
                number = counts[depth]
            title = random.choice(TITLES)
            body = random.choice(("", "。" + random.choice(BODIES)))
            lines.append(Line(LABELS[chain[depth]](number) + title + body))
            lines.extend(Line(random.choice(BODIES)) for _ in range(random.randint(0, 1)))
            nodes.append((depth + 1, title))
            if depth + 1 < len(chain) and (number == 1 or random.random() < 0.6):
                write(depth + 1)

    write(0)
    return lines, nodes


def outline(lines: list[Line]) -> Nodes:
    _, sections = read_outline(lines, lines[0].text)
    return [(section.level, section.title) for section in sections[1:] if section.heading]


@pytest.mark.parametrize("chain", CHAINS)
@settings(max_examples=20, deadline=None)
@given(random=st.randoms(use_true_random=False))
def test_every_nesting_of_habits_is_read_as_it_is_written(chain: str, random: Random) -> None:
    lines, nodes = document(chain.split(">"), set(), random)
    assert outline(lines) == nodes


@pytest.mark.parametrize("chain", ["一、>1.>（1）", "一、>（一）>1.", "章>条>（一）", "部分>一、>（一）>1."])
@settings(max_examples=20, deadline=None)
@given(random=st.randoms(use_true_random=False))
def test_inner_numbers_may_run_on_across_sections(chain: str, random: Random) -> None:
    lines, nodes = document(chain.split(">"), {1}, random)
    assert outline(lines) == nodes


@settings(deadline=None)
@given(
    tops=st.sampled_from(["一、", "章", "部分"]),
    inner=st.lists(
        st.sampled_from([["1.", "（1）"], ["（一）", "1."], ["1、", "①"], ["（1）"], []]),
        min_size=2,
        max_size=6,
    ),
)
def test_each_section_may_nest_in_habits_of_its_own(tops: str, inner: list[list[str]]) -> None:
    lines, nodes = [Line("云溪县2024年教育工作要点")], Nodes()
    for number, chain in enumerate(inner, 1):
        lines.append(Line(LABELS[tops](number) + TITLES[number - 1]))
        nodes.append((1, TITLES[number - 1]))
        for depth, habit in enumerate(chain, 2):
            for item in (1, 2):
                lines.append(Line(LABELS[habit](item) + TITLES[item]))
                nodes.append((depth, TITLES[item]))
    assert outline(lines) == nodes


def test_numbers_missing_doubled_or_out_of_order_stay_on_their_level() -> None:
    lines = [Line("标题"), Line("一、甲类任务")]
    for number in (1, 2, 4, 3, 3, 7):
        lines += [Line(f"（{FIGURES[number - 1]}）第{number}件事"), Line("1.先做"), Line("2.后做")]
    assert [level for level, _ in outline(lines)] == [1, *[2, 3, 3] * 6]


def test_a_label_in_another_habit_counts_with_its_neighbours() -> None:
    lines = [Line(text) for text in ("标题", "（一）增编制", "（2）增经费", "（三）减流程")]
    assert outline(lines) == [(1, "增编制"), (1, "增经费"), (1, "减流程")]


def test_decimals_right_below_another_number_are_measures_where_the_others_carry_it() -> None:
    lines = [
        "1、产业",
        "1.1 建大棚",
        "1.2 育龙头",
        "2、人居",
        "2.1 清河道",
        "2.2 整村庄",
        "3、厕所",
        "1.1 改厕300户",
    ]
    _, sections = read_outline([Line(text) for text in lines], "")
    assert [section.label for section in sections[1:]] == ["1、", "1.1", "1.2", "2、", "2.1", "2.2", "3、"]
    restarts = [*lines[:4], "1.1 清河道", "1.2 整村庄", *lines[6:], "1.2 改厨200户"]
    _, sections = read_outline([Line(text) for text in restarts], "")
    assert [section.label for section in sections[-3:]] == ["3、", "1.1", "1.2"]


def test_a_numbered_sentence_that_counts_its_points_is_no_section() -> None:
    lines = ["一、要求", "（一）加强领导，（二）密切配合，（三）严格执法。", "二、期限", "年底前完成。"]
    _, sections = read_outline([Line(text) for text in lines], "")
    assert [section.label for section in sections[1:]] == ["一、", "二、"]


def test_a_list_that_starts_below_a_numbered_heading_lies_in_it() -> None:
    lines = [Line("1. 产业", 3), Line("1. 招商", LISTED), Line("2. 园区", LISTED), Line("2. 民生", 3)]
    _, sections = read_outline(lines, "标题")
    assert [(s.level, s.title) for s in sections[1:]] == [(1, "产业"), (2, "招商"), (2, "园区"), (1, "民生")]


def test_a_list_that_counts_on_from_a_numbered_heading_lies_beside_it() -> None:
    lines = [Line("1. 产业", 3), Line("2. 园区", LISTED), Line("3. 民生", 3)]
    _, sections = read_outline(lines, "标题")
    assert [s.level for s in sections[1:]] == [1, 1, 1]

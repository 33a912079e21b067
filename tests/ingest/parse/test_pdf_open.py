"""Tables of a PDF without upright lines: read as rows where the rows are certain, else left as lines."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

import pytest

from ingest.parse.pdf import read_pdf
from tests.ingest.open_table import Layout, rules
from tests.ingest.parse.test_pdf import LEFT, SENTENCE, SIZE, paragraph
from tests.ingest.pdf_file import Text, make_pdf

HEADS = ("序号", "工作任务", "牵头单位", "责任单位", "完成时限")
TASKS = (
    ("1", "制定县域产业发展规划，建立重点产业链链长工作机制", "发改局", "财政局、工信局、各乡镇", "6月底前"),
    ("2", "新建冷链仓储设施3座", "农业农村局", "供销社", "2026年9月底前"),
    (
        "3",
        "举办农产品产销对接会不少于2场，建立跟踪台账，签约额8000万元",
        "商务局",
        "文旅局、融媒体中心",
        "长期坚持",
    ),
    ("4", "修公路", "交通局", "同上", "12月底前"),
)
FIVE = Layout((60, 95, 260, 340, 430), (2, 14, 6, 7, 9))
CENTRED = replace(FIVE, centred=(0, 2, 3, 4), heads_centred=True)
LAYOUTS = {
    "set line by line": FIVE,
    "set cell by cell": replace(FIVE, by_cell=True),
    "heads and short cells centred": CENTRED,
    "numbers in the middle of their rows": replace(CENTRED, middle=True),
    "the same, cell by cell": replace(CENTRED, middle=True, by_cell=True),
    "rows apart": replace(FIVE, padding=6),
    "rows apart, in the middle": replace(CENTRED, padding=8, middle=True),
}
RULES = {
    "none": lambda ends: (),
    "three": lambda ends: (*ends[:2], ends[-1]),
    "between rows": lambda ends: ends,
}


def columns(places: Sequence[int], rows: Sequence[Sequence[str]] = (HEADS, *TASKS)) -> list[list[str]]:
    return [[row[k] for k in places] for row in rows]


def expected(rows: Sequence[Sequence[str]]) -> list[str]:
    """The rows as lines, a number first."""
    heads, *below = rows
    lines = []
    for row in below:
        pairs = [(head, text) for head, text in zip(heads, row, strict=True) if text]
        number = "".join(f"{text}." for head, text in pairs if head == "序号")
        lines.append(number + "\u3000".join(f"{head}：{text}" for head, text in pairs if head != "序号"))
    return lines


def read(pages: list[list[Text]], drawing: bytes | Sequence[bytes] = b"") -> list[str]:
    return [line.text for line in read_pdf(make_pdf(pages, drawing), "要点.pdf").lines]


def around(layout: Layout, rows: Sequence[Sequence[str]], drawn: str = "none") -> list[str]:
    """Read a page with a table between two paragraphs; what stands between the two."""
    words, ends = layout.set(rows, 640)
    page = [*paragraph(SENTENCE + "。", 700), *words, *paragraph(SENTENCE + "！", ends[-1] - 40)]
    lines = read([page], rules(RULES[drawn](ends)))
    assert (lines[0], lines[-1]) == (SENTENCE + "。", SENTENCE + "！")
    return lines[1:-1]


@pytest.mark.parametrize("drawn", RULES)
@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=list(LAYOUTS))
def test_a_table_of_duties_is_read_as_rows(layout: Layout, drawn: str) -> None:
    assert around(layout, columns(range(5)), drawn) == expected(columns(range(5)))


@pytest.mark.parametrize(
    ("places", "layout"),
    [
        ((1, 3), Layout((60, 330), (18, 14))),
        ((1, 4), Layout((60, 330), (18, 14), padding=5)),
        ((1, 3, 4), Layout((60, 280, 430), (18, 11, 9))),
        ((0, 1, 2), Layout((60, 95, 380), (2, 20, 9), heads_centred=True)),
        ((0, 1, 3, 4), Layout((60, 95, 290, 420), (2, 16, 9, 9), centred=(0, 2, 3))),
    ],
)
def test_tables_of_two_to_four_columns_are_read(places: tuple[int, ...], layout: Layout) -> None:
    assert around(layout, columns(places)) == expected(columns(places))


def test_a_table_of_figures_is_read() -> None:
    rows = [
        ["指标", "单位", "2025年", "2026年目标"],
        ["地区生产总值", "亿元", "123.5", "130"],
        ["粮食产量", "万吨", "30.5", "31"],
        ["新建幼儿园", "所", "", "12"],
    ]
    layout = Layout((60, 220, 320, 420), (12, 4, 5, 8), centred=(1, 2, 3))
    assert around(layout, rows, "three") == expected(rows)


def test_heads_may_be_letter_spaced_and_take_two_lines() -> None:
    layout = Layout((60, 110, 290, 370), (2, 14, 4, 9), centred=(0, 2), middle=True, heads_centred=True)
    rows = columns((0, 1, 2, 4))
    words, _ = layout.set([["序 号", "工 作 任 务", "牵头/单位", "完成/时限"], *rows[1:]], 640)
    assert read([words]) == expected(rows)


def test_words_right_below_the_heads_are_of_the_first_row() -> None:
    layout = Layout((60, 100, 270, 360), (2, 14, 6, 8), middle=True)
    rows = columns(
        (0, 1, 2, 3), (HEADS, ("1", "推进均衡发展", "教育局", "财政局、人社局、住建局"), *TASKS[1:])
    )
    assert around(layout, rows) == expected(rows)


@pytest.mark.parametrize("repeated", [True, False], ids=["heads repeated", "heads once"])
@pytest.mark.parametrize("cut", [1, 2, 3])
def test_a_table_goes_on_over_the_page(cut: int, repeated: bool) -> None:
    rows = columns(range(5))
    words, ends = FIVE.set(rows[: cut + 1], 60 + 16 * 15)
    below, last = FIVE.set([*rows[:repeated], *rows[cut + 1 :]], 740)
    pages = [
        [(240.0, 800.0, 9.0, "云溪县重点任务分工表"), *paragraph(SENTENCE * 3 + "。", 640), *words],
        [(240.0, 800.0, 9.0, "云溪县重点任务分工表"), *below, *paragraph(SENTENCE + "！", last[-1] - 40)],
    ]
    pages = [[*page, (290.0, 20.0, 9.0, f"— {n} —")] for n, page in enumerate(pages, 1)]
    assert ends[-1] > 20
    assert read(pages) == [SENTENCE * 3 + "。", *expected(rows), SENTENCE + "！"]


def test_a_row_that_the_page_break_cuts_is_one_row() -> None:
    words, _ = FIVE.set(columns(range(5)), 105)
    pages = [
        [word for word in words if word[1] > 40],
        [(x, y + 740, s, t) for x, y, s, t in words if y <= 40],
    ]
    assert read([paragraph(SENTENCE * 3 + "。", 700) + pages[0], pages[1]])[1:] == expected(columns(range(5)))


def test_a_short_line_below_a_table_is_none_of_its_rows() -> None:
    words, ends = FIVE.set(columns(range(5)), 640)
    bottom = ends[-1] - 16
    below = [(340.0, bottom, 10.5, "云溪县人民政府办公室"), (95.0, bottom - 15, 10.5, "注：按月报送。")]
    assert read([[*words, below[0]]]) == [*expected(columns(range(5))), "云溪县人民政府办公室"]
    assert read([[*words, (95.0, bottom, 10.5, "注：按月报送。")]])[-1] == "注：按月报送。"


def test_a_category_column_and_the_same_as_above_are_read_too() -> None:
    rows = [
        ["类别", "工作任务", "责任单位", "完成时限"],
        ["产业发展", "建冷库", "农业农村局", "6月底前"],
        ["", "办展会", "同上", "9月底前"],
        ["民生保障", "修公路", "交通局", "12月底前"],
    ]
    assert around(Layout((60, 140, 300, 430), (5, 12, 8, 9)), rows, "three") == [
        "类别：产业发展",
        "工作任务：建冷库　责任单位：农业农村局　完成时限：6月底前",
        "工作任务：办展会　责任单位：同上　完成时限：9月底前",
        "类别：民生保障",
        "工作任务：修公路　责任单位：交通局　完成时限：12月底前",
    ]


TABLE = "\u3000"


@pytest.mark.parametrize(
    "words",
    [
        [(60, "工作任务"), (330, "责任单位")],  # nothing below
        [(60, "主要任务"), (330, "保障措施")],  # heads of two columns of text
        [(60, "工作任务"), (200, "张三"), (330, "李四")],
    ],
)
def test_two_columns_of_text_are_no_table(words: list[tuple[float, str]]) -> None:
    left = paragraph("左" + SENTENCE + "。", 700, left=50, width=16)
    right = paragraph("右" + SENTENCE + "。", 700, left=310, width=16)
    heads = [(x, 724.0, SIZE, text) for x, text in words]
    lines = read([[*heads, *left, *right]])
    assert not any(TABLE in line for line in lines)
    assert "左" + SENTENCE + "。" in lines


@pytest.mark.parametrize(
    "lines",
    [
        [("目录", ""), ("一、工作任务", "1"), ("二、完成时限", "3"), ("三、责任单位", "5")],
        [("工作任务", "责任单位"), ("1.加强党的建设", ""), ("2.推进项目建设", ""), ("3.抓好落实", "")],
        [("联系人", "联系电话"), ("张三", "8123456"), ("李四", "8123457")],
        [("云溪县教育局", "云溪县财政局"), ("2026年3月1日", "2026年3月1日")],
        [("工作任务", "责任单位"), ("县教育局要加强", "统筹协调推进"), ("各项工作按期", "完成并且报送")],
    ],
)
def test_what_only_stands_in_columns_stays_lines(lines: list[tuple[str, str]]) -> None:
    page = [
        (x, 700.0 - 24 * n, SIZE, words)
        for n, pair in enumerate(lines)
        for x, words in zip((LEFT, 380.0), pair, strict=True)
        if words
    ]
    assert not any("：" in line for line in read([page]))


def test_rows_that_may_be_parted_in_two_ways_stay_lines() -> None:
    rows = [["工作任务", "责任单位"], ["建设冷链仓储", "教育局"], ["设施并且管护", "财政局"], ["修路", ""]]
    assert not any("：" in line for line in read([Layout((60, 330), (6, 3)).set(rows, 640)[0]]))


@pytest.mark.parametrize("numbers", [("1", "", "2"), ("一", "", "二")])
def test_numbers_may_count_the_categories(numbers: tuple[str, ...]) -> None:
    names, tasks, units = (
        ("产业发展", "", "民生保障"),
        ("建冷库", "办展会", "修公路"),
        ("供销社", "商务局", "交通局"),
    )
    rows = [
        ["序号", "领域", "工作任务", "责任单位"],
        *map(list, zip(numbers, names, tasks, units, strict=True)),
    ]
    lines = around(Layout((60, 95, 200, 380), (2, 6, 12, 9)), rows)
    assert [line for line in lines if "领域" not in line] == [
        f"工作任务：{task}　责任单位：{unit}" for task, unit in zip(tasks, units, strict=True)
    ]
    assert len(lines) == 5


def test_a_time_may_be_missing_in_a_column_before_the_tasks() -> None:
    rows = [
        ["序号", "完成时限", "任务内容", "责任单位"],
        ["1", "6月底前", "建冷库", "供销社、农业农村局、商务局、发改局"],
        ["2", "", "办展会", "商务局"],
        ["3", "长期坚持", "修公路", "交通局"],
    ]
    layout = Layout((60, 95, 200, 380), (2, 9, 12, 10))
    assert around(layout, rows) == expected(rows)


def test_a_table_whose_last_lines_are_doubtful_stays_lines() -> None:
    rows = [
        ["任务", "责任股室"],
        ["健全经费保障机制", "团县委、各中小学"],
        ["加强基层组织建设", "青禾镇政府"],
        ["推进“双减”工作", "县教研室、县委宣传部"],
    ]
    assert not any("：" in line for line in read([Layout((60, 330), (8, 8)).set(rows, 640)[0]]))


LONG = (
    ("工作任务", "主要举措", "责任单位", "完成时限"),
    (
        "推进县域义务教育优质均衡发展",
        "新建校舍8000平方米，改扩建学校12所，补充教师60名；建立教师交流轮岗机制，落实经费。",
        "县教育局、县发改局、城关街道办事处",
        "2026年10月底前",
    ),
    (
        "提升基层医疗卫生服务能力水平",
        "建成医共体2个，培训乡村医生120人次，家庭医生签约率达到85%以上；配齐急救设备。",
        "县卫健局、县医保局、各乡镇人民政府",
        "2026年12月底前",
    ),
    ("修订应急预案", "开展演练2次，惠及村民3000户。", "县应急局", "长期坚持"),
)
OPEN = Layout((60, 170, 300, 430), (7, 10, 7, 7), padding=9)
NUMBERED = tuple(
    (number, *row[0:1], *row[2:]) for number, row in zip(("序号", "1", "2", "3"), LONG, strict=True)
)


@pytest.mark.parametrize("repeated", [True, False], ids=["heads repeated", "heads once"])
@pytest.mark.parametrize("middle", [True, False], ids=["in the middle", "at the top"])
@pytest.mark.parametrize("cut", range(2, 13))
def test_a_row_without_number_that_a_page_break_cuts_is_one_row(
    cut: int, middle: bool, repeated: bool
) -> None:
    assert _cut(replace(OPEN, middle=middle), LONG, cut, repeated) == expected(LONG)


@pytest.mark.parametrize("repeated", [True, False], ids=["heads repeated", "heads once"])
@pytest.mark.parametrize("cut", range(2, 8))
def test_a_numbered_row_that_a_page_break_cuts_is_one_row(cut: int, repeated: bool) -> None:
    layout = Layout((60, 95, 200, 330), (2, 7, 7, 7), padding=9)
    assert _cut(layout, NUMBERED, cut, repeated) == expected(NUMBERED)


def _cut(layout: Layout, rows: Sequence[Sequence[str]], cut: int, repeated: bool) -> list[str]:
    """Read a table whose page ends below so many lines of words."""
    words, _ = layout.set(rows, 60 + 15 * 40)
    heights = sorted({y for _, y, _, _ in words}, reverse=True)
    end = heights[min(cut, len(heights) - 1)] + 1
    first = [(x, y - end + 60, size, text) for x, y, size, text in words if y > end]
    heads = [(x, 760.0, size, text) for x, y, size, text in words if y == heights[0]] if repeated else []
    below = [(x, y - end + 740, size, text) for x, y, size, text in words if y < end]
    return read([[*paragraph(SENTENCE * 3 + "。", 780), *first], [*heads, *below]])[1:]


@pytest.mark.parametrize("middle", [True, False], ids=["in the middle", "at the top"])
@pytest.mark.parametrize(
    "names", [("一、产业发展", "二、民生保障"), ("（一）产业发展", "（二）民生保障"), ("产业类", "民生类")]
)
def test_a_line_across_the_rows_heads_those_below_it(names: tuple[str, str], middle: bool) -> None:
    rows = columns(range(5))
    layout = replace(FIVE, middle=middle, padding=6, widths=(8, *FIVE.widths[1:]))
    parted = [rows[0], [names[0], "", "", "", ""], *rows[1:3], [names[1], "", "", "", ""], *rows[3:]]
    lines = expected(rows)
    assert around(layout, parted) == [names[0], *lines[:2], names[1], *lines[2:]]


def test_numbers_may_begin_anew_below_a_heading_of_rows() -> None:
    rows = columns(range(5))
    again = [["1", *rows[3][1:]], ["2", *rows[4][1:]]]
    names = [["一、产业发展", *[""] * 4], ["二、民生保障", *[""] * 4]]
    layout = replace(FIVE, padding=6, widths=(8, *FIVE.widths[1:]))
    assert around(layout, [rows[0], names[0], *rows[1:3], names[1], *again]) == [
        "一、产业发展",
        *expected(rows[:3]),
        "二、民生保障",
        *expected([rows[0], *again]),
    ]


@pytest.mark.parametrize("at", [2, 3, 4])
@pytest.mark.parametrize("padding", [0, 12])
def test_a_column_without_words_is_no_hindrance(at: int, padding: int) -> None:
    rows = [
        ["工作任务", "责任单位", "完成时限"],
        ["建冷库", "供销社", "6月底前"],
        ["办展会", "商务局", "9月底前"],
        ["修公路", "交通局", "12月底前"],
    ]
    rows = [[*row[: at - 1], "" if n else "备注", *row[at - 1 :]] for n, row in enumerate(rows)]
    layout = Layout((60, 180, 300, 420), (9, 9, 9, 9), padding=padding)
    assert around(layout, rows) == expected(rows)


OFFICES = [
    ["科室", "工作任务", "完成时限"],
    ["办公室", "做好公文处理和会务服务", "全年"],
    ["", "推进信息公开", "每季度"],
    ["人事股", "招聘教师60名", "8月底前"],
    ["", "开展教师职称评审", "11月底前"],
    ["", "组织教师全员培训", "9月底前"],
    ["安全股", "排查校园安全隐患", "每月1次"],
]


def merged(layout: Layout, rows: Sequence[Sequence[str]], columns: int) -> list[Text]:
    """The words of a table; cells of the first columns stand in the middle of all rows up to the next one."""
    words, ends = layout.set(
        [rows[0], *(["" for _ in row[:columns]] + list(row[columns:]) for row in rows[1:])], 640
    )
    for k in range(columns):
        firsts = [n for n, row in enumerate(rows) if n and row[k]]
        for n, after in zip(firsts, [*firsts[1:], len(rows)], strict=True):
            middle = (ends[n] + ends[after]) / 2 - layout.leading * 0.9 + layout.leading / 2
            words.append((layout.lefts[k], middle, layout.size, rows[n][k]))
    return words


@pytest.mark.parametrize("padding", [0, 8])
def test_an_office_stands_once_for_its_tasks(padding: int) -> None:
    layout = Layout((60, 180, 400), (5, 14, 9), padding=padding)
    whole = [list(row) for row in OFFICES]
    for above, row in pairwise(whole):
        row[0] = row[0] or above[0]
    assert around(layout, OFFICES) == expected(whole)
    assert read([merged(layout, OFFICES, 1)]) == expected(whole)


@pytest.mark.parametrize("padding", [0, 8])
def test_categories_may_stand_in_the_middle_of_their_rows(padding: int) -> None:
    rows = [
        ["类别", "工作任务", "责任单位", "完成时限"],
        ["产业发展", "建设冷链仓储设施，改造提升农贸市场5个", "农业农村局", "6月底前"],
        ["", "办展会", "商务局", "9月底前"],
        ["民生保障", "修公路", "交通局", "12月底前"],
    ]
    layout = Layout((60, 140, 300, 430), (5, 12, 8, 9), padding=padding)
    assert read([merged(layout, rows, 1)]) == [
        "类别：产业发展",
        *expected([rows[0], *(["", *row[1:]] for row in rows[1:3])]),
        "类别：民生保障",
        *expected([rows[0], ["", *rows[3][1:]]]),
    ]


def test_categories_in_the_middle_of_no_rows_leave_lines() -> None:
    rows = [["类别", *OFFICES[0][1:]], *OFFICES[1:]]
    words = merged(Layout((60, 180, 400), (5, 14, 9)), rows, 1)
    words = [(x, y - 7 * (text == "办公室"), size, text) for x, y, size, text in words]
    assert not any("：" in line for line in read([words]))


def test_a_chart_of_offices_is_read_as_rows() -> None:
    rows = [
        ["部门", "主要职责"],
        ["办公室", "负责公文处理、会议组织、档案管理和信息报送工作。"],
        ["人事股", "负责教师招聘。"],
        ["基教股", "负责学前教育和义务教育管理工作。"],
    ]
    assert around(Layout((60, 250), (5, 16)), rows) == expected(rows)


def test_heads_may_stand_close_together() -> None:
    rows = [
        ["序号", "工作任务", "牵头单位", "责任单位", "完成时限"],
        ["1", "新建冷链仓储设施3座", "发改局", "供销社", "6月底前"],
        ["2", "修公路", "交通局", "同上", "全年"],
    ]
    assert around(Layout((60, 86, 260, 307, 390), (2, 16, 4, 4, 9)), rows) == expected(rows)


def test_a_table_of_figures_ends_above_the_next_heading() -> None:
    rows = [
        ["指标", "单位", "2025年", "增长"],
        ["地区生产总值", "亿元", "123.5", "5.6%"],
        ["粮食产量", "万吨", "30.5", "1.2%"],
        ["新建幼儿园", "所", "3", ""],
    ]
    layout = Layout((60, 220, 320, 420), (12, 4, 6, 8))
    words, ends = layout.set(rows, 640)
    below = (60.0, ends[-1] - 18, SIZE, "二、下一步工作")
    assert read([[*words, below]]) == [*expected(rows), "二、下一步工作"]


def test_names_of_two_lines_may_stand_beside_each_row() -> None:
    rows = [
        ["序号", "类别", "工作任务", "责任单位"],
        ["1", "产业/发展", "建冷库", "供销社"],
        ["2", "产业/发展", "办展会", "商务局"],
        ["3", "民生/保障", "修公路", "交通局"],
    ]
    layout = Layout((60, 95, 150, 380), (2, 2, 12, 9), middle=True, padding=5)
    plain = [[cell.replace("/", "") for cell in row] for row in rows]
    assert around(layout, rows) == [
        "类别：产业发展",
        *expected([[row[0], *row[2:]] for row in plain[:3]]),
        "类别：民生保障",
        *expected([[row[0], *row[2:]] for row in (plain[0], plain[3])]),
    ]

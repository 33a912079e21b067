from collections.abc import Sequence

import pytest

from ingest.errors import UnreadableText
from ingest.parse.pdf import read_pdf
from ingest.records import Line
from tests.ingest.pdf_file import Text, make_pdf

SENTENCE = "各学校要结合实际细化措施明确责任按月调度确保各项要求落到实处年底前逐项对账销号结果向社会公开"
SIZE = 14.0
LEFT = 86.0
WIDTH = 30


def paragraph(words: str, top: float, left: float = LEFT, width: int = WIDTH) -> list[Text]:
    """Set a paragraph with its first line indented by two letters."""
    first, rest = words[: width - 2], words[width - 2 :]
    lines = [(left + 2 * SIZE, top, SIZE, first)]
    for index in range(0, len(rest), width):
        lines.append((left, top - (index // width + 1) * 24, SIZE, rest[index : index + width]))
    return lines


def read(pages: list[list[Text]], drawing: bytes | Sequence[bytes] = b"") -> list[Line]:
    return read_pdf(make_pdf(pages, drawing), "要点.pdf").lines


def test_lines_are_joined_to_paragraphs_also_across_pages() -> None:
    words = SENTENCE * 2
    lines = paragraph(words + "。", 700)
    cut = len(lines) - 1
    pages = [
        lines[:cut],
        [(x, 760, size, text) for x, _, size, text in lines[cut:]] + paragraph(SENTENCE + "！", 700),
    ]
    assert read(pages) == [Line(words + "。"), Line(SENTENCE + "！")]


def test_running_heads_and_page_numbers_are_dropped_and_the_head_is_kept_as_a_fact() -> None:
    pages = [
        [
            (200, 800, 9, "云溪县教育局工作要点"),
            *paragraph(SENTENCE + f"第{n}段。", 700),
            (290, 30, 9, f"— {n} —"),
        ]
        for n in range(1, 5)
    ]
    parsed = read_pdf(make_pdf(pages), "要点.pdf")
    assert [line.text for line in parsed.lines] == [SENTENCE + f"第{n}段。" for n in range(1, 5)]
    assert parsed.metadata["页眉"] == "云溪县教育局工作要点"
    assert sorted(parsed.removed) == sorted(["云溪县教育局工作要点"] * 4 + [f"— {n} —" for n in range(1, 5)])


def test_a_centred_title_in_larger_letters_is_joined_and_styled() -> None:
    title = [(150.0, 760.0, 22.0, "云溪县教育局关于开展校"), (194.0, 730.0, 22.0, "园检查的通知")]
    page = [*title, *paragraph(SENTENCE * 3 + "。", 690), (LEFT + 2 * SIZE, 500, SIZE, "一、总体要求")]
    assert read([page])[0] == Line("云溪县教育局关于开展校园检查的通知", 1)
    assert read([page])[-1] == Line("一、总体要求")


def test_a_title_over_short_lines_only_is_joined_and_what_stands_below_it_is_not() -> None:
    title = [(90.0, 760.0, 22.0, "云溪县教育局工作总结及明年的工作计划"), (273.0, 724.0, 22.0, "的报告")]
    below = [
        (122.0, 690.0, 16.0, "今年工作总结"),
        (122.0, 664.0, 16.0, "每月排查一次隐患。"),
        (122.0, 637.0, 16.0, "明年工作计划"),
    ]
    texts = [line.text for line in read([[*title, *below]])]
    assert texts == [
        "云溪县教育局工作总结及明年的工作计划的报告",
        "今年工作总结",
        "每月排查一次隐患。",
        "明年工作计划",
    ]


def test_words_one_below_the_other_in_a_cell_are_parted_only_where_there_was_room() -> None:
    cells = [(90, 660, 11, "任务"), (210, 660, 11, "责任部门"), (90, 634, 11, "学习")]
    units = [(210, 640, 11, "党群工作部"), (210, 624, 11, "人力资源部")]
    wrapped = [(350, 660, 11, "备注"), (342, 640, 11, "党群工作部门统筹协调抓"), (342, 624, 11, "好落实")]
    texts = [line.text for line in read([[*cells, *units, *wrapped]], ruled((680, 655, 610)))]
    assert texts == ["任务：学习　责任部门：党群工作部 人力资源部　备注：党群工作部门统筹协调抓好落实"]


def test_a_bare_number_opens_a_line_where_the_one_above_opens_with_the_number_before() -> None:
    rows = ["1 " + SENTENCE[:29], "2 " + SENTENCE[:20]]
    page = [(LEFT, 700.0 - 24 * i, SIZE, words) for i, words in enumerate(rows)]
    assert [line.text for line in read([page])] == rows


def test_columns_are_read_one_after_the_other() -> None:
    left = paragraph("左" + SENTENCE + "。", 700, left=50, width=16)
    right = paragraph("右" + SENTENCE + "。", 700, left=310, width=16)
    assert [line.text for line in read([[*left, *right]])] == ["左" + SENTENCE + "。", "右" + SENTENCE + "。"]


VERTICALS = (80, 200, 340, 480)


def ruled(lines: Sequence[int]) -> bytes:
    """Draw a table of three columns whose rows end at the given heights, highest first."""
    rules = b"".join(b"80 %d m 480 %d l S\n" % (y, y) for y in lines)
    return rules + b"".join(b"%d %d m %d %d l S\n" % (x, lines[-1], x, lines[0]) for x in VERTICALS)


def cells(lines: Sequence[int], *rows: tuple[str, ...]) -> list[Text]:
    """The words of a table of three columns, two lines in a cell parted by a slash."""
    return [
        (x + 8.0, y - 14.0 - 14 * k, 12.0, part)
        for y, row in zip(lines, rows, strict=False)
        for x, words in zip(VERTICALS, row, strict=False)
        for k, part in enumerate(words.split("/"))
        if part
    ]


HEAD = ("任务", "牵头单位", "完成时限")


def test_ruled_tables_are_read_as_rows() -> None:
    lines = (600, 560, 520, 480)
    table = cells(lines, HEAD, ("改造食堂", "后勤中心", "六月底"), ("更新/课桌", "装备站", "八月底"))
    page = [*paragraph(SENTENCE + "。", 700), *table, *paragraph(SENTENCE + "！", 440)]
    assert [line.text for line in read([page], ruled(lines))] == [
        SENTENCE + "。",
        "任务：改造食堂　牵头单位：后勤中心　完成时限：六月底",
        "任务：更新课桌　牵头单位：装备站　完成时限：八月底",
        SENTENCE + "！",
    ]


def test_a_table_on_a_turned_page_is_read_as_it_is_seen() -> None:
    lines = (600, 560, 520)
    page = [*cells(lines, HEAD, ("改造食堂", "后勤中心", "六月底")), *paragraph(SENTENCE + "！", 440)]
    upright = read_pdf(make_pdf([page], ruled(lines)), "要点.pdf").lines
    for turned in (90, 180, 270):
        # The words stand across the page's own space so that they are level when the page is turned.
        matrix = {90: b"0 1 -1 0 595 0", 180: b"-1 0 0 -1 595 842", 270: b"0 -1 1 0 0 842"}[turned]
        plain = make_pdf([page], ruled(lines))
        start = plain.index(b"80 600 m")
        end = plain.index(b"\nendstream", start)
        content = b"q %s cm\n%s\nQ" % (matrix, plain[start:end])
        assert read_pdf(turned_pdf(content, turned), "要点.pdf").lines == upright, turned


def turned_pdf(content: bytes, turned: int) -> bytes:
    plain = make_pdf([[]], content, turned=turned)
    return plain if turned == 180 else plain.replace(b"[0 0 595 842]", b"[0 0 842 595]")


def test_a_table_inside_a_form_is_read_where_the_form_puts_it() -> None:
    lines = (600, 560, 520)
    table = cells(lines, HEAD, ("改造食堂", "后勤中心", "六月底"))
    data = make_pdf([table], ruled(lines), framed=b".9 0 0 .9 20 100")
    assert read_pdf(data, "要点.pdf").lines == [Line("任务：改造食堂　牵头单位：后勤中心　完成时限：六月底")]


def test_a_table_goes_on_over_pages_under_one_head() -> None:
    upper, lower = (300, 260, 220, 180), (800, 760, 700, 660)
    first = cells(upper, HEAD, ("改造食堂", "后勤中心", "六月底"), ("更新全县", "装备站", "八月底"))
    second = cells(lower, HEAD, ("", "、教研室", ""), ("培训教师", "人事股", "年底"))
    third = cells(lower, ("新建泳池", "体卫股", "年底"), ("检查校车", "安全股", "每月"))
    pages = [
        [*paragraph(SENTENCE * 3 + "。", 700), *first, (290.0, 30.0, 9.0, "— 1 —")],
        [*second, (290.0, 30.0, 9.0, "— 2 —")],
        [*third, *paragraph(SENTENCE + "！", 440), (290.0, 30.0, 9.0, "— 3 —")],
    ]
    lines = read(pages, [ruled(upper), ruled(lower), ruled(lower[:3])])
    assert [line.text for line in lines][1:] == [
        "任务：改造食堂　牵头单位：后勤中心　完成时限：六月底",
        "任务：更新全县　牵头单位：装备站、教研室　完成时限：八月底",
        "任务：培训教师　牵头单位：人事股　完成时限：年底",
        "任务：新建泳池　牵头单位：体卫股　完成时限：年底",
        "任务：检查校车　牵头单位：安全股　完成时限：每月",
        SENTENCE + "！",
    ]


@pytest.mark.parametrize("rest", [("老旧食堂。", "", ""), ("", "、教研室", "")])
def test_what_a_page_end_cuts_off_the_last_row_of_a_table_is_part_of_it(rest: tuple[str, ...]) -> None:
    upper, lower = (180, 140, 60), (780, 740)
    first = cells(upper, HEAD, ("改造全县", "后勤中心", "六月底"))
    texts = [
        line.text
        for line in read(
            [[*paragraph(SENTENCE * 2 + "。", 700), *first], cells(lower, rest)],
            [ruled(upper), ruled(lower)],
        )
    ]
    assert texts[1:] == [f"任务：改造全县{rest[0]}　牵头单位：后勤中心{rest[1]}　完成时限：六月底"]


def test_a_task_without_a_unit_at_the_top_of_a_page_is_a_row_of_its_own() -> None:
    upper, lower = (180, 140, 100), (780, 740)
    first = cells(upper, HEAD, ("改造食堂", "后勤中心", "六月底"))
    pages = [[*paragraph(SENTENCE * 2 + "。", 700), *first], cells(lower, ("更新课桌", "", ""))]
    assert read(pages, [ruled(upper), ruled(lower)])[-1].text == "任务：更新课桌"


def test_a_single_ruled_row_at_the_top_of_a_page_that_no_table_ends_above_is_no_table() -> None:
    above = paragraph(SENTENCE * 2 + "。", 700)
    page = [*cells((780, 740), ("填表人", "负责人", "")), *paragraph(SENTENCE + "。", 700)]
    assert "填表人　负责人" not in [line.text for line in read([above, page], [b"", ruled((780, 740))])]


def test_the_duties_of_an_office_go_on_over_the_end_of_a_page() -> None:
    def drawn(ys: tuple[int, ...]) -> bytes:
        rules = b"".join(b"80 %d m 480 %d l S\n" % (y, y) for y in ys)
        return rules + b"".join(b"%d %d m %d %d l S\n" % (x, ys[-1], x, ys[0]) for x in (80, 200, 480))

    upper, lower = (180, 140, 60), (780, 740, 700)
    first = cells(upper, ("部门", "职责"), ("水保站", "1.负责规划，完成5"))
    second = cells(lower, ("", "项任务。2.负责监测。"), ("防汛办", "1.负责值守。"))
    pages = [[*paragraph(SENTENCE * 2 + "。", 700), *first], second]
    assert [line.text for line in read(pages, [drawn(upper), drawn(lower)])][1:] == [
        "部门：水保站　职责：1.负责规划，完成5项任务。2.负责监测。",
        "部门：防汛办　职责：1.负责值守。",
    ]


def test_lines_in_a_heavy_font_are_headings() -> None:
    heads = ("工作进展情况", "存在的问题")
    page = [
        *paragraph(SENTENCE + "。", 760),
        (LEFT, 680, SIZE + 1, heads[0]),
        *paragraph(SENTENCE + "！", 650),
        (LEFT, 570, SIZE, heads[1]),
        *paragraph(SENTENCE + "？", 540),
    ]
    lines = read_pdf(make_pdf([page], heavy=heads), "要点.pdf").lines
    assert [line for line in lines if line.style] == [Line(heads[0], 2), Line(heads[1], 3)]
    assert len(lines) == 5


def test_letters_are_read_from_left_to_right_whatever_the_order_they_are_drawn_in() -> None:
    drawn = ((0, "实施"), (4, "优质”计划"), (3, "“"))
    line = [(LEFT + place * SIZE, 700.0, SIZE, words) for place, words in drawn]
    assert [row.text for row in read([line])] == ["实施 “优质”计划"]


def test_only_a_wide_gap_is_a_blank() -> None:
    drawn = ((0, "云溪县印发"), (5.2, "2024"), (9.4, "年计划"), (20, "二〇二四年"))
    line = [(LEFT + place * SIZE, 700.0, SIZE, words) for place, words in drawn]
    assert [row.text for row in read([line])] == ["云溪县印发2024年计划 二〇二四年"]


def test_a_line_that_ends_early_before_what_may_not_be_parted_goes_on() -> None:
    words = (SENTENCE[:28], SENTENCE[:27], "123.5%以上" + SENTENCE[:25], "结束。")
    lefts = (LEFT + 2 * SIZE, LEFT, LEFT, LEFT)
    tops = (700.0, 676.0, 652.0, 628.0)
    page = [(left, top, SIZE, text) for left, top, text in zip(lefts, tops, words, strict=True)]
    assert len(read([page])) == 1


def lines_of(words: Sequence[str]) -> list[Text]:
    return [(LEFT, 740.0 - 24 * n, SIZE, text) for n, text in enumerate(words)]


def test_a_label_opens_a_paragraph_however_short_the_line_above_is() -> None:
    words = [
        "云溪县教育局2024年工作要点",
        "一、加强党的建设",
        "（一）理论武装",
        "1.学习",
        "2.培训",
        "责任单位：人事股",
        "配合股室：办公室",
        "（二）组织",
        "二、质量",
    ]
    assert [line.text for line in read([lines_of(words)])] == words


@pytest.mark.parametrize(
    ("above", "row"),
    [
        (SENTENCE[:28] + "条例", "（一）项的要求落实。"),  # a reference
        (SENTENCE[:28] + "办法", "（二）的要求逐条整改。"),  # another
        (SENTENCE[:26] + "分别为学习，", "1.学习和培训。"),  # what is above it goes on
        (SENTENCE[:24] + "提高（责任到人", "1.学习）和培训。"),
        (SENTENCE[:27] + "提高到", "1.学习和培训。"),
        (SENTENCE[:28] + "其中", "7.学习和培训。"),  # 6. is nowhere
        (SENTENCE[:28] + "压实", "责任：一是学习。"),
        (SENTENCE[:19] + "（牵头单位：办公室；", "责任单位：人事股）"),
        ("（牵头单位：" + SENTENCE[:24] + SENTENCE[:29] + "；", "责任单位：人事股）"),
        (SENTENCE[:28] + "共有", "2 所学校。"),
        (SENTENCE[:29] + "1", "1、12号楼。"),  # a number parted by the line
    ],
)
def test_what_only_looks_like_a_label_carries_on_a_full_line(above: str, row: str) -> None:
    assert [line.text for line in read([lines_of([SENTENCE[:30], above, row])])] == [
        SENTENCE[:30] + above + row
    ]


@pytest.mark.parametrize("rest", ["（街道）民政办。", "民政办。"])
def test_the_words_of_an_item_go_on_below_them_where_its_label_stands_out(rest: str) -> None:
    words, left = SENTENCE[:24] + "各乡镇", LEFT + 3 * SIZE
    page = [
        (LEFT, 740.0, SIZE, "1."),
        (left, 740.0, SIZE, words),
        (left, 716.0, SIZE, rest),
        (LEFT, 692.0, SIZE, "2."),
        (left, 692.0, SIZE, SENTENCE[:20] + "。"),
        (left, 668.0, SIZE, "（1）办公室"),
    ]
    texts = [line.text.replace(" ", "") for line in read([page])]
    assert texts == ["1." + words + rest, "2." + SENTENCE[:20] + "。", "（1）办公室"]


def test_an_opening_bracket_goes_to_the_next_line_with_the_word_behind_it() -> None:
    full = [SENTENCE[:30]] * 3
    cut, short, rest = SENTENCE[:24] + "各乡镇", SENTENCE[:22] + "结束。", "（街道）民政办。"
    assert [line.text for line in read([lines_of([*full, cut, rest])])] == ["".join([*full, cut, rest])]
    assert [line.text for line in read([lines_of([*full, short, rest])])] == ["".join([*full, short]), rest]


def test_running_heads_of_two_pages_stand_at_the_same_height() -> None:
    name = "云溪县教育局"
    pages = [
        [(77.0, 800.0, 9.0, name), *paragraph(SENTENCE + "。", 700), (LEFT, height, SIZE, name)]
        for height in (500.0, 470.0)
    ]
    assert [line.text for line in read(pages)] == [SENTENCE + "。", name, SENTENCE + "。", name]


def test_a_pdf_without_any_words_says_so() -> None:
    with pytest.raises(UnreadableText, match=r"PDF 里没有文字：空\.pdf"):
        read_pdf(make_pdf([[]]), "空.pdf")


def test_a_password_is_told_as_such() -> None:
    data = make_pdf([paragraph(SENTENCE, 700)], locked=True)
    with pytest.raises(UnreadableText, match=r"PDF 有密码保护，读不出文字：要点\.pdf。请取消密码后再导入"):
        read_pdf(data, "要点.pdf")


@pytest.mark.parametrize("data", [b"%PDF-1.4\n", b"%PDF-1.7 \xff\xfe" * 50])
def test_a_damaged_pdf_is_an_error(data: bytes) -> None:
    with pytest.raises(UnreadableText, match=r"损坏.*坏\.pdf"):
        read_pdf(data, "坏.pdf")


def test_letters_without_a_name_are_left_out_and_the_others_keep_their_places() -> None:
    lines = (600, 560, 520)
    table = cells(lines, HEAD, ("改造食堂", "后勤中心", "六月底"))
    nameless = [(LEFT, 700.0, 0.5, "\0" * 1_500), (LEFT, 690.0, SIZE, "工作\0要点。")]
    assert [line.text for line in read([[*nameless, *table]], ruled(lines))] == [
        "工作要点。",
        "任务：改造食堂　牵头单位：后勤中心　完成时限：六月底",
    ]


def test_letters_beyond_the_basic_plane_are_whole() -> None:
    assert read([[(LEFT, 700.0, SIZE, "𠮷林省，工作要点")]]) == [Line("𠮷林省，工作要点")]


def test_large_heavy_lines_at_the_left_edge_are_headings_where_their_size_comes_back() -> None:
    heads = ("总体要求", "指导思想", "重点任务", "党建工作")
    page: list[Text] = []
    for n, head in enumerate(heads):
        page.append((LEFT, 760.0 - 120 * n, SIZE + 1 if n % 2 else SIZE * 1.3, head))
        page += paragraph(SENTENCE + "。", 730.0 - 120 * n)
    lines = read_pdf(make_pdf([page], heavy=heads), "要点.pdf").lines
    assert [line.style for line in lines if line.text in heads] == [2, 3, 2, 3]
    once = read_pdf(make_pdf([page[:3]], heavy=heads), "要点.pdf").lines
    assert [line.style for line in once if line.text in heads] == [0]

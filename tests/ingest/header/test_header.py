from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.header import read_header, years_in
from ingest.reader import read_document
from ingest.records import Line
from tests.ingest.reading import read

BODY = "为做好全县教育工作，结合实际制定本计划，请各校对照落实，确保各项任务按期完成并取得实效。"


def lines(*texts: str) -> list[Line]:
    return [Line(text) for text in texts]


@pytest.mark.parametrize(
    ("text", "years"),
    [
        ("2024年工作要点", (2024,)),
        ("二〇二四年工作要点", (2024,)),
        ("提升行动计划（2022—2025年）", (2022, 2023, 2024, 2025)),
        ("2023-2024学年校历", (2023, 2024)),
        ("2023年工作总结和2024年安排", (2023, 2024)),
        ("202x年党建工作计划", ()),
        ("“十四五”规划", ()),
    ],
)
def test_years_are_read_in_every_writing_and_masked_ones_are_not(text: str, years: tuple[int, ...]) -> None:
    assert years_in(text) == years


def test_a_masked_title_is_kept_and_takes_its_year_from_the_page_title() -> None:
    header = read_header(
        lines("市教育局202x年党建工作计划", BODY), {"页面标题": "市教育局2024年党建工作计划(20240411)"}
    )
    assert header.title == "市教育局202x年党建工作计划"
    assert header.years == (2024,)
    assert header.kind == "计划"


def test_a_silent_title_takes_its_year_from_the_number_then_the_date() -> None:
    numbered = lines("关于加强监管的通知", "云教发〔2019〕7号", BODY, "云溪县教育局", "2020年1月3日")
    assert read_header(numbered, {}).years == (2019,)
    dated = lines("关于加强监管的通知", BODY, "云溪县教育局", "二〇二〇年一月三日")
    header = read_header(dated, {})
    assert (header.years, header.date, header.organ) == ((2020,), "2020-01-03", "云溪县教育局")


def test_organ_and_place_come_from_title_or_signature() -> None:
    header = read_header(lines("青禾市教育局2025年工作要点", BODY), {})
    assert (header.organ, header.place) == ("青禾市教育局", "青禾市")
    header = read_header(
        lines("2026年政府工作报告", "——2026年1月28日在云南省第十四届人民代表大会第四次会议上", BODY), {}
    )
    assert (header.organ, header.place) == ("云南省人民政府", "云南省")


def test_the_container_serves_where_the_text_has_no_title() -> None:
    header = read_header(lines(BODY), {"文件名": "白杨镇2023年教育工作计划"})
    assert (header.title, header.years, header.place) == ("白杨镇2023年教育工作计划", (2023,), "白杨镇")


def test_a_decree_is_titled_by_what_it_promulgates() -> None:
    header = read_header(
        lines("云溪市人民政府令", "第12号", "现予公布。", "云溪市校车安全管理办法", BODY), {}
    )
    assert header.title == "云溪市校车安全管理办法"
    assert header.number == "云溪市人民政府令第12号"


def test_a_text_without_title_is_known_by_its_first_words() -> None:
    assert (
        read_header(lines("近日，云溪县启动校园食堂检查。检查分三步。"), {}).title == "云溪县启动校园食堂检查"
    )
    assert read_header([], {}).title == ""


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            ["国务院关于推动白杨高质量发展", "奋力书写新篇章的意见", "国发〔2023〕16号", BODY],
            ("国务院关于推动白杨高质量发展奋力书写新篇章的意见", "国务院", "", (2023,), "", "意见"),
        ),
        (
            ["青政发〔2014〕20号《青禾省人民政府关于改革的实施意见》", BODY],
            ("青禾省人民政府关于改革的实施意见", "青禾省人民政府", "青禾省", (2014,), "", "意见"),
        ),
        (
            [
                "云溪县教育局 云溪县公安局",
                "关于治理的通知",
                BODY,
                "云溪县教育局 云溪县公安局",
                "2024年3月5日",
            ],
            ("关于治理的通知", "云溪县教育局", "云溪县", (2024,), "2024-03-05", "通知"),
        ),
        (
            ["在全县教育大会上的讲话", "（2024年2月28日）", "张三", BODY],
            ("在全县教育大会上的讲话", "", "", (2024,), "2024-02-28", "讲话"),
        ),
        (
            ["X市X区教育局2021年工作总结暨2022年工作思路", BODY],
            (
                "X市X区教育局2021年工作总结暨2022年工作思路",
                "X市X区教育局",
                "X市X区",
                (2021, 2022),
                "",
                "总结",
            ),
        ),
        (
            ["2023—2024学年度第二学期白杨镇中心小学工作计划", BODY],
            (
                "2023—2024学年度第二学期白杨镇中心小学工作计划",
                "白杨镇中心小学",
                "白杨镇",
                (2023, 2024),
                "",
                "计划",
            ),
        ),
        (
            ["2024年重点工作分工表", "云溪县教育局办公室　2024年3月6日印发", BODY],
            ("2024年重点工作分工表", "云溪县教育局办公室", "云溪县", (2024,), "2024-03-06", "清单"),
        ),
        (
            ["青禾区20XX年教育工作总结", BODY],
            ("青禾区20XX年教育工作总结", "", "青禾区", (), "", "总结"),
        ),
        (
            ["云溪县2024年计划草案的报告", "——2024年1月9日在云溪县第十八届人民代表大会第三次会议上", BODY],
            ("云溪县2024年计划草案的报告", "云溪县人民政府", "云溪县", (2024,), "2024-01-09", "报告"),
        ),
        (
            ["雲溪縣臺港澳事務辦公室2024年工作計劃", "對在縣同胞逐戶走訪，上半年完成需求登記。"],
            (
                "雲溪縣臺港澳事務辦公室2024年工作計劃",
                "雲溪縣臺港澳事務辦公室",
                "雲溪縣",
                (2024,),
                "",
                "计划",
            ),
        ),
        (
            ["云溪县教育局内设机构职责", "办公室", BODY],
            ("云溪县教育局内设机构职责", "", "云溪县", (), "", ""),
        ),
        (
            ["新华社青禾3月5日电 题：云溪县校车改革让上学路更安全新华社记者 王某" + BODY],
            ("云溪县校车改革让上学路更安全", "", "云溪县", (), "", ""),
        ),
    ],
)
def test_what_a_document_says_about_itself_is_read_as_printed(
    texts: list[str], expected: tuple[object, ...]
) -> None:
    header = read_header(lines(*texts), {})
    assert (header.title, header.organ, header.place, header.years, header.date, header.kind) == expected


def test_the_first_signature_is_the_documents_own_and_the_next_one_its_annexs() -> None:
    letter = ("关于险情的函", "云政函〔2004〕80号", BODY, "云溪县人民政府", "二〇〇四年十一月四日")
    annex = ("附件", "调查意见", BODY, "县专家组办公室", "二〇〇四年九月二十三日")
    header = read_header(lines(*letter, *annex), {})
    assert (header.organ, header.date) == ("云溪县人民政府", "2004-11-04")


def test_an_interview_without_a_title_is_known_by_what_it_says() -> None:
    opening = "日前，云溪县公布《校车条例》。县教育局负责人就有关问题回答了记者提问。"
    header = read_header(lines(opening), {})
    assert (header.title, header.kind) == ("云溪县公布《校车条例》", "解读")


PIECES = [
    "云溪县教育局",
    "关于印发",
    "2024年工作要点",
    "（试行）",
    "云教发〔2024〕3号",
    "2024年3月5日",
    " ",
    "一、",
    "在",
    "令",
]


@settings(deadline=None)
@given(st.lists(st.lists(st.sampled_from([*PIECES, BODY, "x"]), max_size=4).map("".join), max_size=12))
def test_any_document_has_a_header_of_its_own_words(texts: list[str]) -> None:
    header = read_header(lines(*texts), {})
    said = "".join("".join(texts).split())
    for words in (header.title, header.place, header.number):
        assert "".join(words.split()) in said


def test_what_the_page_states_of_its_document_is_kept() -> None:
    metadata = {"索引号": "11330000/2024-00012", "来源": "县教育局", "文号": "云教发〔2024〕3号"}
    header = read_header([Line("云溪县教育局2024年工作要点")], metadata)
    assert (header.index_number, header.source) == ("11330000/2024-00012", "县教育局")
    assert header.number == "云教发〔2024〕3号"


@pytest.mark.parametrize("name", ["2024年重点任务", "分工", ""])
def test_a_table_without_a_caption_is_called_as_its_file_not_by_its_first_row(name: str) -> None:
    rows = [
        f"任务：{task}\u3000牵头单位：基建股\u3000责任单位：财务股\u3000完成时限：12月底前"
        for task in ("新建幼儿园2所", "培训教师")
    ]
    header = read_header(lines(*rows), {"文件名": name})
    assert (header.title, header.kind) == (name, "")
    assert read_header(lines("重点任务分工表", *rows), {"文件名": name}).title == "重点任务分工表"


def test_headings_by_style_below_a_plain_title_are_no_title() -> None:
    page = [
        Line("青河县民政局2024年工作总结和2025年工作计划"),
        Line("2024年工作情况", 1),
        Line(BODY),
        Line("2025年工作计划", 1),
        Line(BODY),
    ]
    assert read_header(page, {}).title == "青河县民政局2024年工作总结和2025年工作计划"
    assert read_header(page[2:], {}).title == "2025年工作计划"


@pytest.mark.parametrize(
    "due",
    [
        "完成时限：2024年8月31日",
        "办结时间：2024年8月31日前",
        "任务：修路　责任单位：交通局　时限：2024年8月31日",
    ],
)
@pytest.mark.parametrize("above", [("一、新建幼儿园3所", "责任单位：县教育局"), (BODY,)])
def test_when_a_task_is_due_is_not_the_date_of_the_document(above: tuple[str, ...], due: str) -> None:
    assert read_header(lines("XX县2024年任务清单", *above, due), {}).date == ""
    assert read_header(lines("XX县2024年任务清单", *above, due, "2024年3月1日"), {}).date == "2024-03-01"


SIGNING = """
清溪街道办事处 云溪县人民医院 云溪县妇女联合会 云溪县总工会 云溪县红十字会 云溪县人民法院
云溪县供销合作社联合社 云溪县城市建设投资集团有限公司 云溪县消防救援大队
"""


@pytest.mark.parametrize("organ", SIGNING.split())
def test_bodies_of_all_kinds_sign(organ: str) -> None:
    assert read_header(lines("2024年工作要点", BODY, organ, "2024年2月5日"), {}).organ == organ


def test_the_organ_in_a_title_counts_before_a_shorter_name_of_another_above_it() -> None:
    header = read_header(lines("云溪县人民政府", "云溪县教育局2024年工作要点", BODY), {})
    assert header.organ == "云溪县教育局"


def test_the_youth_league_of_a_county_is_about_the_county() -> None:
    assert read_header(lines("共青团云溪县委2024年工作要点", BODY), {}).place == "云溪县"


def test_a_date_in_figures_below_the_title_is_that_of_the_document() -> None:
    lines = ["云溪县财政局2024年工作要点", "2024-03-01", "县财政局要抓好下列工作，确保完成各项目标任务。"]
    assert read_header(list(map(Line, lines)), {}).date == "2024-03-01"


def test_a_masked_number_is_kept_whole_and_that_of_another_document_is_not_taken() -> None:
    assert (
        read_header(lines("关于印发2024年要点的通知", "X卫健发〔2024〕15号", BODY), {}).number
        == "X卫健发〔2024〕15号"
    )
    cited = "根据《关于报送要点的通知》（X政办函〔2024〕3号）要求，现将要点报告如下："
    assert read_header(lines("关于2024年工作要点的报告", cited, BODY), {}).number == ""


@pytest.mark.parametrize(
    ("signed", "date"),
    [
        ("二○二五年元月", "2025-01"),
        ("2025年1月", "2025-01"),
        ("二〇二五年元月八日", "2025-01-08"),
        ("二0二五年一月八日", "2025-01-08"),
        ("2025年元月8日", "2025-01-08"),
        ("2025年 1 月 8 日", "2025-01-08"),
        ("2025.1.8", "2025-01-08"),
    ],
)
def test_the_date_under_a_text_is_read_in_every_writing_and_signs_it(signed: str, date: str) -> None:
    text = f"青山县林业局2025年工作要点\n一、造林绿化\n{BODY}\n二、森林防火\n{BODY}\n青山县林业局\n{signed}"
    header, _, sections = read(text)
    assert (header.date, header.organ) == (date, "青山县林业局")
    assert [section.heading for section in sections[1:]] == ["一、造林绿化", "二、森林防火", ""]


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("云溪县关于推进人才工程的实施意见", "云溪县"),
        ("青州市关于加强校园安全的意见", "青州市"),
        ("青州市2024年工作要点", "青州市"),
        ("进一步关于县域教育的意见", ""),
    ],
)
def test_a_place_before_what_a_paper_is_about_is_its_place(name: str, place: str) -> None:
    assert read_header(lines("关于加强有关工作的意见", BODY), {"文件名": name}).place == place


def test_the_office_that_printed_a_document_is_not_the_body_that_issued_it() -> None:
    title = "云溪县水利局关于印发2024年水利工作要点的通知"
    header = read_header(lines(title, BODY, BODY, "云溪县水利局办公室 2024年2月5日印发"), {})
    assert header.organ == "云溪县水利局"
    header = read_header(
        lines(title.replace("水利局关于", "政府办公室关于"), BODY, BODY, "云溪县政府办公室 2024年2月5日印发"),
        {},
    )
    assert header.organ == "云溪县政府办公室"


@pytest.mark.parametrize(
    ("head", "title", "organ"),
    [
        (
            "中共白石县纪律检查委员会  白石县监察委员会\n2026 年 工 作 要 点",
            "中共白石县纪律检查委员会白石县监察委员会2026年工作要点",
            "中共白石县纪律检查委员会",
        ),
        (
            "中共白石县纪律检查委员会\n白石县监察委员会\n2026年工作要点",
            "中共白石县纪律检查委员会白石县监察委员会2026年工作要点",
            "中共白石县纪律检查委员会",
        ),
        ("白石县水务局\n2026 年\n工 作 要 点", "白石县水务局2026年工作要点", "白石县水务局"),
        ("白石县人民法院 2026年度\n工作要点", "白石县人民法院2026年度工作要点", "白石县人民法院"),
        ("中共白石县委组织部\n2026年工作要点", "中共白石县委组织部2026年工作要点", "中共白石县委组织部"),
        (
            "白石县教育局 白石县财政局\n2026年资助工作要点",
            "白石县教育局白石县财政局2026年资助工作要点",
            "白石县教育局",
        ),
        ("白石县纪委监委2025年工作要点", "白石县纪委监委2025年工作要点", "白石县纪委监委"),
        (
            "白石县教育局\n白石县财政局\n关于做好资助工作的通知",
            "关于做好资助工作的通知",
            "白石县教育局",
        ),
    ],
)
def test_whose_a_title_over_several_lines_is_stays_with_it(
    tmp_path: Path, head: str, title: str, organ: str
) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(f"{head}\n\n一、保障供水\n（一）改造管网12公里。\n", encoding="utf-8")
    header = read_document(path, path.name).header
    assert (header.title, header.organ, header.place) == (title, organ, "白石县")

from pathlib import Path

import pytest

from ingest.errors import UnreadableText
from ingest.parse.xlsx import read_xlsx
from ingest.parse.xlsx_values import BUILT_IN, shown
from ingest.reader import read_document
from ingest.records import Line, Role
from tests.ingest.office_file import merged, rows, xlsx_parts, zipped

DUTIES = rows(
    ("云溪县2024年重点工作任务分解表", "", "", "", ""),
    ("序号", "任务", "责任", "", "完成时限"),
    ("", "", "牵头单位", "责任单位", ""),
    ("一", "加强党的建设", "", "", ""),
    ("1", "修订章程", "党建办", "办公室", "2024年6月底"),
    ("2", "建设党员活动室", "", "人事股", "2024年9月底"),
    ("二、提高教育质量", "", "", "", ""),
    ("3", "新建幼儿园3所", "基建股", "财务股", "2024年底前"),
) + merged("A1:E1", "A2:A3", "B2:B3", "C2:D2", "E2:E3", "B4:E4", "C5:C6", "A7:E7")


def read(*sheets: tuple[str, str], **parts: object) -> list[Line]:
    return read_xlsx(zipped(xlsx_parts(*sheets, **parts)), "表.xlsx").lines  # type: ignore[arg-type]


def cell(value: str, style: int = 0, kind: str = "n") -> str:
    return f'<sheetData><row r="1"><c r="A1" s="{style}" t="{kind}"><v>{value}</v></c></row></sheetData>'


def test_a_duty_table_gives_its_title_its_groups_and_one_line_a_task() -> None:
    assert read(("Sheet1", DUTIES)) == [
        Line("云溪县2024年重点工作任务分解表", 1),
        Line("一、加强党的建设"),
        Line("1.任务：修订章程　责任 牵头单位：党建办　责任 责任单位：办公室　完成时限：2024年6月底"),
        Line("2.任务：建设党员活动室　责任 牵头单位：党建办　责任 责任单位：人事股　完成时限：2024年9月底"),
        Line("二、提高教育质量"),
        Line("3.任务：新建幼儿园3所　责任 牵头单位：基建股　责任 责任单位：财务股　完成时限：2024年底前"),
    ]


def test_a_duty_table_becomes_sections_with_duties(tmp_path: Path) -> None:
    path = tmp_path / "分解表.xlsx"
    path.write_bytes(zipped(xlsx_parts(("Sheet1", DUTIES))))
    document = read_document(path, "分解表")
    titles = {index: section.title for index, section in enumerate(document.sections)}
    assert document.header.title == "云溪县2024年重点工作任务分解表"
    assert [(titles[duty.section], duty.unit, duty.role) for duty in document.duties] == [
        ("修订章程", "党建办", Role.LEAD),
        ("修订章程", "办公室", Role.OWNER),
        ("建设党员活动室", "党建办", Role.LEAD),
        ("建设党员活动室", "人事股", Role.OWNER),
        ("新建幼儿园3所", "基建股", Role.LEAD),
        ("新建幼儿园3所", "财务股", Role.OWNER),
    ]


def test_several_sheets_have_their_names_as_headings_and_hidden_ones_are_left_out() -> None:
    table = rows(("任务", "牵头单位"), ("修路", "交通局"))
    lines = read(("教育局", table), ("空", ""), ("参数", table), ("Sheet4", table), state={"参数": "hidden"})
    row = Line("任务：修路　牵头单位：交通局")
    assert lines == [Line("教育局", 1), row, row]


def test_blank_rows_and_columns_are_no_part_of_a_table() -> None:
    table = rows(("",), ("", "任务", "", "牵头单位"), ("",), ("", "修路", "", "交通局"))
    assert read(("表", table)) == [Line("任务：修路　牵头单位：交通局")]


def test_shared_strings_are_read_without_their_reading_aids() -> None:
    parts = xlsx_parts(("表", cell("1", kind="s")))
    namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    parts["xl/sharedStrings.xml"] = (
        f'<sst xmlns="{namespace}"><si><t>无</t></si>'
        "<si><r><t>云溪</t></r><r><t>县</t></r><rPh><t>yunxi</t></rPh></si></sst>"
    )
    assert read_xlsx(zipped(parts), "表.xlsx").lines == [Line("云溪县")]


@pytest.mark.parametrize(
    ("value", "kind", "text"),
    [
        ("12", "n", "12"),
        ("12.0", "n", "12"),
        ("0.96", "n", "96.0%"),
        ("文字", "str", "文字"),
        ("1", "b", "是"),
    ],
)
def test_cells_read_as_they_show(value: str, kind: str, text: str) -> None:
    style = 1 if text.endswith("%") else 0
    assert read(("表", cell(value, style, kind)), formats=("0.0%",)) == [Line(text)]


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        ("12.0", "General", "12"),
        ("45565", "yyyy-mm-dd h:mm:ss", "2024年9月30日"),
        ("45565.5", "yyyy-mm-dd h:mm:ss", "2024年9月30日 12:00"),
        ("0.30000000000000004", "General", "0.3"),
        ("123456789012", "General", "123456789012"),
        ("1E+20", "General", "100000000000000000000"),
        ("1.5", 'General"亿元"', "1.5亿元"),
        ("0.96", "0%", "96%"),
        ("0.965", "0.0%", "96.5%"),
        ("0.145", "0%", "15%"),
        ("1234567.5", "#,##0.00", "1,234,567.50"),
        ("1234567.5", "#,##0.##", "1,234,567.5"),
        ("12", '0"所"', "12所"),
        ("12.345", '"约"0.0"万元"_ ', "约12.3万元"),
        ("-3.5", "0.0;[红色](0.0)", "(3.5)"),
        ("0", "0;-0;", ""),
        ("45473", "yyyy/m/d", "2024年6月30日"),
        ("45473", 'yyyy"年"m"月"d"日";@', "2024年6月30日"),
        ("45473", "[$-804]m&quot;月&quot;d&quot;日&quot;".replace("&quot;", '"'), "6月30日"),
        ("45473", "yyyy/m", "2024年6月"),
        ("45473.4", "yyyy/m/d h:mm", "2024年6月30日 09:36"),
        ("0.75", "h:mm", "18:00"),
        ("45473", BUILT_IN[14], "2024年6月30日"),
        ("45473", BUILT_IN[58], "6月30日"),
        ("-1", "yyyy/m/d", "-1"),
        ("99999999", "yyyy/m/d", "99999999"),
        ("12345", "0.00E+00", "12345"),
        ("0.5", "# ?/?", "0.5"),
        ("5", "@", "5"),
        ("文字", "0%", "文字"),
        ("1e999999999", "0", "1e999999999"),
        ("nan", "0", "nan"),
    ],
)
def test_numbers_are_written_in_their_format(value: str, code: str, text: str) -> None:
    assert shown(value, code) == text


def test_days_may_be_counted_from_1904() -> None:
    assert shown("44011", "yyyy/m/d", from_1904=True) == shown("45473", "yyyy/m/d")


@pytest.mark.parametrize(
    "sheet",
    [
        '<sheetData><row r="1"><c r="A1" t="s"><v>7</v></c></row></sheetData>',
        '<sheetData><row r="x"><c><v>7</v></c></row></sheetData>',
        "<sheetData><row>",
    ],
    ids=["string that is not there", "row without a number", "broken xml"],
)
def test_a_damaged_workbook_is_an_error(sheet: str) -> None:
    with pytest.raises(UnreadableText, match=r"表格文件已损坏，打不开：表\.xlsx"):
        read(("表", sheet))


def test_two_cells_in_far_corners_are_two_cells() -> None:
    corner = '<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    sheet = f'<sheetData><row r="1"><c r="A1"><v>1</v></c></row>{corner}</sheetData>'
    assert read(("表", sheet)) == [Line("1"), Line("2")]


def test_a_table_larger_than_a_document_is_refused_with_its_size() -> None:
    letters = [chr(65 + i) + chr(65 + j) for i in range(26) for j in range(26)] + [
        f"A{chr(65 + i)}A" for i in range(26)
    ]
    diagonal = "".join(
        f'<row r="{y}"><c r="{letters[(y - 1) % len(letters)]}{y}"><v>1</v></c></row>'
        for y in range(1, 1_000)
    )
    with pytest.raises(UnreadableText, match=r"表格太大（999 行 × 702 列）：表\.xlsx"):
        read(("表", f"<sheetData>{diagonal}</sheetData>"))


def test_a_text_repeated_beyond_reason_is_refused_before_it_is_written() -> None:
    parts = xlsx_parts(
        ("表", "".join(("<sheetData>", '<row><c t="s"><v>0</v></c></row>' * 2_000, "</sheetData>")))
    )
    namespace = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    parts["xl/sharedStrings.xml"] = f'<sst xmlns="{namespace}"><si><t>{"字" * 5_000}</t></si></sst>'
    with pytest.raises(UnreadableText, match=r"表格里的文字太多（10,000,000 字）：表\.xlsx"):
        read_xlsx(zipped(parts), "表.xlsx")

import pytest

from ingest.parse.cell_units import parted_units
from ingest.parse.pdf import read_pdf
from tests.ingest.pdf_file import Text, make_pdf


@pytest.mark.parametrize(
    ("text", "parted"),
    [
        ("县公安局县交通运输局县自然资源局", "县公安局 县交通运输局 县自然资源局"),
        ("县住建局县城管局", "县住建局 县城管局"),
        ("市委宣传部市融媒体中心市政协办", "市委宣传部 市融媒体中心 市政协办"),
        ("县融媒体中心各乡镇", "县融媒体中心 各乡镇"),
    ],
)
def test_offices_of_one_level_without_a_mark_between_them_are_parted(text: str, parted: str) -> None:
    assert parted_units(text) == parted


@pytest.mark.parametrize(
    "text",
    [
        "县自然资源局县城分局",
        "市公安局市中区分局",
        "市住建局市政处",
        "县委组织部县管干部科",
        "县委县政府",
        "县公安局、县司法局",
        "报县财政局县政府审批后拨付。",
        "县教育局县域高中振兴项目2个",
        "教育局招生办",
    ],
)
def test_what_may_be_one_office_or_is_more_than_offices_stays(text: str) -> None:
    assert parted_units(text) == text


def test_offices_in_the_lines_of_a_narrow_cell_of_a_pdf_are_parted() -> None:
    rules = b"".join(b"80 %d m 360 %d l S\n" % (y, y) for y in (600, 560, 510))
    rules += b"".join(b"%d 510 m %d 600 l S\n" % (x, x) for x in (80, 260, 360))
    page: list[Text] = [(88, 586, 12, "任务"), (268, 586, 12, "责任单位"), (88, 546, 12, "优化服务")]
    page += [(268, 546, 12, "县市场监管局"), (268, 530, 12, "县税务局")]
    (line,) = read_pdf(make_pdf([page], rules), "要点.pdf").lines
    assert line.text == "任务：优化服务　责任单位：县市场监管局 县税务局"

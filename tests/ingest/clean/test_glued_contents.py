"""Contents of a PDF whose lines were joined: to one another, or to the title above them."""

from ingest.clean.glued_contents import part_contents
from ingest.records import Line
from tests.ingest.reading import read

BODY = (
    "一、2031年工作总结",
    "整治河道6公里。",
    "二、2032年工作计划",
    "新建水厂2座。",
    "三、保障措施",
    "每月通报一次。",
)


def parted(*texts: str) -> list[str]:
    return [line.text for line in part_contents([Line(text) for text in texts])]


def test_contents_are_no_body_though_their_heading_runs_on_from_the_title() -> None:
    entries = ("一、2031年工作总结1", "二、2032年工作计划3", "三、保障措施5")
    header, _, sections = read("\n".join(("岚山县水利局2031年总结及2032年计划目录", *entries, *BODY)))
    assert header.title == "岚山县水利局2031年总结及2032年计划"
    titles = [section.title for section in sections if section.label]
    assert titles == ["2031年工作总结", "2032年工作计划", "保障措施"]


def test_entries_joined_behind_their_leaders_are_parted() -> None:
    assert parted("三、保障措施........4附件：分解表........6") == [
        "三、保障措施........4",
        "附件：分解表........6",
    ]


def test_a_title_that_ends_with_contents_stays_whole_where_no_entries_follow() -> None:
    lines = ("岚山县政府信息公开目录", "一、公开范围", "二、公开方式")
    assert parted(*lines) == list(lines)

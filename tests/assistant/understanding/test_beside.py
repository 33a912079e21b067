"""Issuers are compared by the short names people give them."""

from datetime import UTC, datetime

import pytest

from assistant.followups.completing import read_alone
from assistant.understanding.question import Facets
from ingest.index.entry import DocumentInfo
from ingest.records import Header


def stored(doc: str, title: str, organ: str = "", place: str = "") -> DocumentInfo:
    header = Header(title, organ=organ, place=place, years=(2024,))
    now = datetime(2024, 1, 1, tzinfo=UTC)
    return DocumentInfo(doc, header, "txt", "", "", now, 9, 9, 0, 1, 0, 0, 0, 1, (), doc, "")


FACETS = Facets(
    organs=("松岭中学", "柳湾中学", "白石县妇女联合会"),
    documents=(
        stored("松", "松岭中学2024年工作计划", "松岭中学"),
        stored("柳", "柳湾中学2024年工作计划", "柳湾中学"),
        stored("镇", "青桥镇2024年工作要点", "青桥镇人民政府", "青桥镇"),
        stored("街", "望江街道2024年工作要点", "", "望江街道"),
        stored("妇", "白石县妇联2024年工作计划", "白石县妇女联合会", "白石县"),
        stored("热", "白石县热力集团2024年工作计划", "白石县热力集团有限公司", "白石县"),
        stored("燃", "2024年安全工作计划", "白石燃料气体集团有限公司"),
        stored("民", "2024年民政工作要点", "白石县民政局", "白石县"),
        stored("教", "2024年教育工作要点", "白石县教育和体育局", "白石县"),
        stored("馆", "白石县文化馆2024年工作要点", "", "白石县"),
    ),
)


@pytest.mark.parametrize(
    ("question", "docs"),
    [
        ("两所中学（松岭、柳湾）每周体育课时有多大差别？", [("松",), ("柳",)]),
        ("每周体育课时，松岭和柳湾各安排多少？", [("松",), ("柳",)]),
        ("青桥vs望江，一个网格管多少户，差多少？", [("镇",), ("街",)]),
        ("妇联和青桥镇分别要走访多少户？", [("妇",), ("镇",)]),
        ("松岭的教师人数和柳湾的学生人数，哪个多？", [("松",), ("柳",)]),
        ("白石的热力集团跟燃气集团，每年演练各不少于几次？", [("热",), ("燃",)]),
        ("松岭中学和白石文化馆外聘教师课酬分别是多少？", [("松",), ("馆",)]),
        ("民政、教体两局各走访多少户？", [("民",), ("教",)]),
        ("民政、教体部门各走访多少户？", []),
        ("松岭每周体育课时有多少？", []),
        ("松岭中学哪些教师去柳湾支教？", []),
    ],
)
def test_issuers_beside_one_another_are_compared(question: str, docs: list[tuple[str, ...]]) -> None:
    assert [named.docs for named in read_alone(question, FACETS, 2024).documents] == docs

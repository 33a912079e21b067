import pytest

from ingest.clean.flat import part_run_on
from ingest.records import Line


def parts(text: str) -> list[str]:
    return [line.text for line in part_run_on([Line(text)])]


@pytest.mark.parametrize(
    "items",
    [
        ["（1）抓学习。组织学习12次。", "（2）抓队伍。招录人员5名。", "（3）抓作风。开展明察暗访4次。"],
        ["(1)抓预算。覆盖率达到98%", "(2)抓民生。审计专项资金6项", "(3)抓工程。完成决算审计12个。"],
        ["①建立整改台账，逐项销号；", "②开展整改回访，每半年一次；", "③通报整改结果，向社会公开。"],
        ["1）打击电信诈骗。破案率提升10%。", "2）打击盗窃抢夺。开展行动6次。"],
        ["1.领导重视", "2.经费保障", "3.考核到位"],
        ["1.开展宣传12次", "2.抓作风建设", "3.整治隐患20处"],
        ["（二）抓队伍", "（三）抓作风", "（四）抓纪律"],
    ],
    ids=lambda items: items[0],
)
def test_items_that_run_on_in_a_line_have_a_line_each(items: list[str]) -> None:
    assert parts("".join(items)) == items


@pytest.mark.parametrize(
    ("head", "items"),
    [
        ("2、建强基层组织。", ["①创建示范支部10个，巩固薄弱支部3个；", "②发展党员30名，骨干不少于一半。"]),
        ("（二）强化监督。定期调度。", ["（1）抓学习。组织12次。", "（2）抓队伍。招录5名。"]),
        ("坚持以下三点：", ["（1）抓学习。组织12次。", "（2）抓队伍。招录5名。"]),
        ("二、工作措施", ["1.领导重视", "2.经费保障"]),
    ],
)
def test_items_behind_what_leads_them_in_have_a_line_each(head: str, items: list[str]) -> None:
    assert parts(head + "".join(items)) == [head, *items]


def test_a_document_without_a_stop_or_a_line_break_is_split_before_its_numbering() -> None:
    lines = [
        "关于做好2024年防汛工作的通知",
        "一、总体要求",
        "坚持人民至上，做好防汛各项工作",
        "二、工作措施",
        "1.领导重视",
        "2.经费保障",
        "三、工作目标",
        "1.开展宣传12次",
        "2.抓作风建设",
        "3.整治隐患20处",
    ]
    assert parts("".join(lines)) == lines


@pytest.mark.parametrize(
    "line",
    [
        "要做到（1）人员到位、（2）经费到位、（3）责任到位。",
        "（1）查漏洞；（2）补短板；（3）强弱项，年底前到位。",
        "按照第（二）项要求和上述（1）（2）两条执行，年底前完成整改。",
        "会上提出“（1）抓学习。（2）抓队伍。”的要求，各单位要落实。",
        "统一、规范办理，做到不推诿、不拖延，其中一、二年级由学区负责。",
        "1.升级版本到2.0，增长1.2倍，覆盖2.3万人。",
        "（一）加强领导，（二）密切配合，（三）严格执法，各单位要认真落实。",
    ],
)
def test_points_of_a_sentence_and_references_are_no_items(line: str) -> None:
    assert parts(line) == [line]

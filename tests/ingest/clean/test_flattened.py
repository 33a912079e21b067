"""Documents that lost all their line breaks, read like the same documents with them."""

import pytest

from ingest.clean.flattened import part_flattened
from ingest.records import Line
from tests.ingest.reading import table

RULES = """柏安县校长考核办法
第一章总则
第一条为规范校长考核工作，激发办学活力，根据有关规定，制定本办法。
第二条本办法适用于全县公办学校正职校长，其他学校参照第一条规定执行。
第二章考核内容
第三条考核内容包括办学方向、教育质量、队伍建设、安全稳定四个方面。
第四条考核每学年进行1次，由县教育局组织实施，考核结果作为选拔任用的重要依据。
第三章附则
第五条本办法由县教育局负责解释，未尽事宜按照国家和省有关规定执行。
第六条本办法自印发之日起施行，原有规定与本办法不一致的，以本办法为准，有效期五年。
第七条各学校应当根据本办法制定本校教职工考核细则，并于每年9月底前报县教育局备案，接受教职工和社会监督。"""
CHECKS = """白沙区纪委2025年工作计划
一、总体思路
坚持严的基调，深化标本兼治，推动全面从严治党向纵深发展、向基层延伸，为全区改革发展提供坚强保障。
二、重点工作
（一）强化政治监督
1.跟进监督。围绕粮食安全、生态环保等开展专项监督4次，发现问题立行立改。责任室：党风室
2.压实责任。开展述责述廉18人，做到应述尽述，结果在一定范围内公开。责任室：党风室
（二）推进“三不腐”
1.保持高压。立案不少于60件，对群众反映强烈的问题提级办理。责任室：审查室
2.深化整改。依据本计划第二部分（一）项的要求制发建议书。责任室：案管室
三、工作要求
各室要对照计划细化措施，按季度报送进展，年底前逐项对账销号，结果纳入年度考核。
四、组织保障
区纪委办公室负责统筹调度，每月通报一次，确保各项任务落到实处、见到实效。"""


@pytest.mark.parametrize("text", [RULES, CHECKS], ids=["articles", "items behind words"])
@pytest.mark.parametrize("joint", ["", " "])
def test_labels_that_count_on_are_found_without_stops_before_them(text: str, joint: str) -> None:
    numbers = [row.split(" ")[:2] for row in table(text) if not row.endswith("- -")]
    title, *lines = text.split("\n")
    flat = table(f"{title}\n{joint.join(lines)}")
    assert [row.split(" ")[:2] for row in flat if not row.endswith("- -")] == numbers


def test_points_and_references_are_no_items() -> None:
    text = (
        "按照第一、二条要求，依据本办法（二）项的规定，抓好三项工作：1.查隐患；2.改隐患；3.建台账，"
        "确保各项要求落到实处。" + "各单位要结合实际细化措施，明确责任，按月调度。" * 20
    )
    assert part_flattened([Line(text)]) == [Line(text)]


def test_a_paragraph_beside_others_is_left_as_it_is() -> None:
    line = Line(CHECKS.replace("\n", ""))
    lines = [Line("各单位要结合实际细化措施，明确责任，按月调度，年底前逐项对账销号。")] * 20
    assert part_flattened([line, *lines]) == [line, *lines]

"""Every wording of a duty, a figure and a deadline, by the sample that shows it."""

from ingest.records import Alias, Comparator, DeadlineKind, Document, Role, Scope
from tests.ingest.samples import DAMAGED, FLAT, FUNDS, HEALTH, MONEY, NEWS, REVIEW, SHEET, read, styles


def section_of(document: Document, heading: str) -> int:
    """The index of the one section whose heading begins so, blanks aside."""
    (index,) = (
        index
        for index, section in enumerate(document.sections)
        if index and "".join(section.heading.split()).startswith(heading)
    )
    return index


def duties_of(sample: str, heading: str) -> str:
    """The duties of a section as one line, `牵头：A；责任：B、C`."""
    document = read(sample)
    place = section_of(document, heading)
    named: dict[Role, dict[str, None]] = {}
    for duty in document.duties:
        if duty.section == place:
            named.setdefault(duty.role, {})[duty.unit] = None
    return "；".join(f"{role}：{'、'.join(named[role])}" for role in Role if role in named)


@styles(
    "sample, heading, duties",
    {
        "owners after a label": ("2021/*工作要点.txt", "1.扎实开展", "责任：办公室、人事股"),
        "owners parted by commas": ("2022/*工作要点.html", "1.迎接宣传", "责任：办公室、人事股"),
        "names with inner spaces": (DAMAGED, "2.严肃党内", "责任：组织科、公务员科、办公室"),
        "in a document without line breaks": (FLAT, "15.规范执法", "责任：综合行政执法大队、政策法规股"),
        "lead, owners and support by label": (
            "2023/*教育工作要点.docx",
            "1.深入学习",
            "牵头：党建办；责任：办公室、县教研室；配合：各学校",
        ),
        "participants by label": (
            MONEY,
            "（一）推进零基",
            "牵头：预算股；责任：绩效管理股；参与：各预算单位",
        ),
        "A leads, B supports": ("2024/*党建*", "1．严格执行", "牵头：党建办；配合：办公室"),
        "A leads, B and C are responsible": (MONEY, "（一）兜牢", "牵头：预算股；责任：国库股、社会保障股"),
        "the first one leads": ("2023/*心理健康*", "（一）开设", "牵头：县教师发展中心；责任：基础教育股"),
        "the first one leads, likewise below": (
            "2023/*心理健康*",
            "（二）融入",
            "牵头：基础教育股；责任：体卫艺股、团县委",
        ),
        "the first one leads, on a line": (MONEY, "（一）依法依规", "牵头：税政股；责任：预算股"),
        "the first one leads, likewise below on lines": (
            MONEY,
            "（一）严控政府债务",
            "牵头：债务管理股；责任：预算股",
        ),
        "by A together with B": (MONEY, "（三）盘活存量", "牵头：资产管理股；配合：县机关事务服务中心"),
        "led by A, supported by B": (MONEY, "（一）提升专业", "牵头：机关党委；配合：人事教育股"),
        "done by A": (MONEY, "（二）优化为民", "责任：办公室"),
        "a line after the paragraph": (
            "2022/*行动计划*",
            "1.编制布局规划",
            "责任：县教育局、县自然资源局、各乡镇人民政府",
        ),
        "cells of a table": ("2023/*分工表*", "15.组建6个学区", "牵头：基础教育股；责任：人事股、县教研室"),
        "cells of a sheet": (SHEET, "3.完成农村公路", "牵头：县交通运输局；责任：县公安局、各乡镇人民政府"),
        "merged cells beside": (SHEET, "4.查处货车", "牵头：县公安局；责任：县交通运输局"),
        "all departments concerned": (REVIEW, "（四）强化规划", "责任：县卫生健康局、各有关部门"),
        "all schools": (
            "2023/*校园安全*",
            "1.食堂自查自纠",
            "牵头：体卫艺股；责任：各学校；配合：县市场监督管理局、县卫生健康局",
        ),
        "on a heading": ("2024/*教育工作要点.pdf", "（一）抓实党的", "牵头：党建办"),
        "a mark for the lead": (
            HEALTH,
            "一、建强县域",
            "牵头：医政医管股；责任：基层卫生股、县人民医院、县中医医院",
        ),
        "a mark on an item": (HEALTH, "6.开展爱国", "牵头：爱卫办；责任：疾控股；配合：县城市管理局"),
        "an organisation chart": ("2024/*内设机构*", "人事股", "责任：人事股"),
        "a contributor of news": (NEWS, "8．松涧镇", ""),
        "running text inside news": (NEWS, "2．部署秋季", "牵头：县林业局；配合：县应急管理局、县公安局"),
    },
)
def test_duties_are_read_from_every_wording(sample: str, heading: str, duties: str) -> None:
    assert duties_of(sample, heading) == duties


@styles(
    "sample, heading, scope",
    {
        "closing an item": ("2021/*工作要点.txt", "1.扎实开展", Scope.ITEM),
        "on a heading that has items": (HEALTH, "二、织密公共卫生", Scope.SECTION),
        "closing the last item of a section": ("2021/*五项管理*", "（二）提高质量", Scope.OPEN),
    },
)
def test_the_scope_of_a_duty(sample: str, heading: str, scope: Scope) -> None:
    document = read(sample)
    place = section_of(document, heading)
    assert {duty.scope for duty in document.duties if duty.section == place} == {scope}


@styles(
    "short, full",
    {
        "office": ("人事股", "政工人事股"),
        "second of a list": ("疾控股", "疾病预防控制股"),
        "institution": ("县疾控中心", "县疾病预防控制中心"),
    },
)
def test_an_alias_is_known_where_the_document_states_it(short: str, full: str) -> None:
    document = read(HEALTH)
    (alias,) = (alias for alias in document.aliases if alias.short == short)
    assert alias == Alias(short, full, alias.start, alias.end)
    assert full in document.text[alias.start : alias.end]


@styles(
    "sample, words, measure, comparator, value, unit",
    {
        "at least": (HEALTH, "85%以上", "县域内住院量占比", ">=", "85", "%"),
        "no lower than": (HEALTH, "不低于3.2人", "每千人口执业（助理）医师数", ">=", "3.2", "人"),
        "more than": (HEALTH, "超过79岁", "居民人均预期寿命", ">", "79", "岁"),
        "at most": (HEALTH, "不超过26.5%", "个人卫生支出占卫生总费用的比重", "<=", "26.5", "%"),
        "within": (HEALTH, "15分钟以内", "院前急救平均反应时间", "<=", "15", "分钟"),
        "less than": (MONEY, "低于0.1%", "差错率", "<", "0.1", "%"),
        "about": (HEALTH, "约65%", "基层诊疗量占比", "~", "65", "%"),
        "more or less": (MONEY, "5%左右", "", "~", "5", "%"),
        "exactly": (HEALTH, "94元", "基本公共卫生服务人均财政补助标准", "=", "94", "元"),
        "range": (MONEY, "40至50个", "储备项目", "=", "40-50", "个"),
        "count of things": ("2023/*教育工作要点.docx", "12所", "新建、改扩建公办幼儿园", "=", "12", "所"),
        "money": (HEALTH, "2.36亿元", "县中医医院整体搬迁项目总投资", "=", "2.36", "亿元"),
        "per mille": (HEALTH, "3.5‰以下", "婴儿死亡率", "<=", "3.5", "‰"),
        "cell of a table": (REVIEW, "13.5以下", "重大慢性病过早死亡率", "<=", "13.5", "%"),
        "full stop for a decimal point": (DAMAGED, "3.2万人次", "轮训干部", "=", "3.2", "万人次"),
    },
)
def test_figures_are_read_with_measure_comparator_and_unit(
    sample: str, words: str, measure: str, comparator: str, value: str, unit: str
) -> None:
    document = read(sample)
    found = [figure for figure in document.figures if document.text[figure.start : figure.end] == words]
    assert found
    assert measure in found[0].measure
    assert (found[0].comparator, found[0].value, found[0].unit) == (Comparator(comparator), value, unit)


@styles(
    "sample, words, kind, value",
    {
        "end of a year": (REVIEW, "2025年底前", "by", "2025-12-31"),
        "end of a month": (REVIEW, "2024年6月底前", "by", "2024-06-30"),
        "day": (REVIEW, "2024年9月30日前", "by", "2024-09-30"),
        "day without a year": (MONEY, "8月31日前", "by", "--08-31"),
        "cell of a sheet": (SHEET, "2024年10月底前", "by", "2024-10-31"),
        "within days of an event": (REVIEW, "自本报告印发之日起30日内", "within", "P30D"),
        "within working days": (MONEY, "采购合同签订之日起7个工作日内", "within", "P7D"),
        "within hours": (HEALTH, "2小时内", "within", "PT2H"),
        "every quarter": (HEALTH, "每季度开展1次", "every", "1/P3M"),
        "twice a year at least": (HEALTH, "每年至少2次", "every", "2/P1Y"),
        "each school term": ("2021/*工作要点.txt", "每学期开展1次", "every", "1/学期"),
        "once a year by a day": (FUNDS, "每年8月31日前", "every", "1/P1Y/--08-31"),
    },
)
def test_deadlines_say_by_when_within_what_time_and_how_often(
    sample: str, words: str, kind: str, value: str
) -> None:
    document = read(sample)
    found = [
        deadline for deadline in document.deadlines if document.text[deadline.start : deadline.end] == words
    ]
    assert [(deadline.kind, deadline.value) for deadline in found[:1]] == [(DeadlineKind(kind), value)]

"""Hours, days, places, seasons, persons of a row, numbers to ring: each is told in a form of its own."""

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from tests.assistant.library import library_of

DOCUMENTS = {
    "文体局2025年工作要点.md": (
        "# 石岭市文体局2025年工作要点\n\n## 一、优化服务\n\n"
        "（一）规范灯光球场。上午场经营时间为8:00至11:30，夜场经营时间为19:00至22:00。（体育科）\n\n"
        "（二）延长开馆。周二、周四开馆时间延至20:00，阅览区每日开放12小时。（公共服务科）\n\n"
        "（三）保护老街。禁止广场舞区为北城墙以内，设劝导点4个。（执法科）\n\n"
        "（四）加固看台。完成东湖、西山2座看台维修加固，雨季前交付使用，投资80万元。责任科室：体育科\n\n"
        "（五）表彰先进。对考核优秀的前2名社区分别奖励工作经费3万元、2万元。（公共服务科）\n\n"
        "（六）规范收费。培训按月收费的，不得一次性预收超过3个月的费用；按次预收费的，一次不得超过20次，"
        "且均不得超过3000元。（体育科）\n"
    ),
    "接待日安排.md": (
        "# 石岭市文体局2025年上半年局领导接待日安排\n\n接待时间为上午9:00至11:00。联系电话：6612-8830。\n\n"
        "| 日期 | 接待领导 | 职务 | 接待重点 |\n|---|---|---|---|\n"
        "| 3月5日 | 王砚秋 | 局长 | 场馆开放 |\n| 4月9日 | 赵明川 | 副局长 | 教练资格 |\n"
        "| 5月14日 | 陈立夏 | 总工程师 | 器材采购 |\n"
    ),
}


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with library_of(tmp_path_factory.mktemp("office"), DOCUMENTS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("夜场经营到几点", "22:00"),
        ("哪几天延长开馆", "周二、周四"),
        ("禁止广场舞区在哪里", "北城墙以内"),
        ("西山看台什么时候交付使用", "雨季前"),
        ("考核优秀奖励多少钱", "3万元"),
        ("按次预收费一次不得超过多少钱", "3000元"),
        ("4月9日谁接待", "赵明川"),
        ("谁接待器材采购问题", "陈立夏"),
        ("王砚秋是什么职务", "局长"),
        ("接待日的联系电话", "6612-8830"),
    ],
)
def test_what_is_asked_is_found_in_the_form_it_is_told_in(
    office: Assistant, question: str, told: str
) -> None:
    answer = office.ask(question)
    assert not answer.refused, answer.text
    assert told in answer.text


@pytest.mark.parametrize(
    "question", ["6月18日谁接待", "西山看台的施工单位是谁", "西山看台设计单位是哪家", "优秀社区名单"]
)
def test_what_no_row_or_firm_tells_is_refused(office: Assistant, question: str) -> None:
    assert office.ask(question).refused

"""Lines of a calendar and of a notice are sentences; a bare date and who signs beside it are none."""

import pytest

from assistant.evidence.sentence import sentences_of
from ingest.records import Chunk


def told(text: str) -> list[str]:
    chunk = Chunk("1", "日程.txt", 1, 0, len(text), text, "青石县2025年读书节安排", ("三、日程",), (2025,))
    return [sentence.text.strip() for sentence in sentences_of(chunk)]


@pytest.mark.parametrize(
    "line",
    [
        "4月23日 读书节开幕",
        "3月底前 上报活动方案",
        "5月6日至10日 征文初评（网上打分）",
        "5月12日—13日 终评，逾期作品不予受理",
        "上午9:00 开幕式",
        "14:30—16:00 分组朗诵",
        "第三周 家长会",
        "周五 大扫除",
        "2025-04-20 布展",
        "1. 4月1日 作品征集",
        "服务热线: 6180022",
        "集合地点：县文化馆一楼",
        "报名截止时间：2025年4月10日",
        "公布评选结果 5月20日前",
    ],
)
def test_a_line_that_dates_or_labels_something_says_it(line: str) -> None:
    assert told(f"{line}\n") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "2025年3月5日",
        "二〇二五年三月五日",
        "2025年3月5日 星期三",
        "2025年3月5日印发",
        "青石县文化旅游局 2025年3月5日",
        "2025年3月5日 青石县文化旅游局",
        "发布日期：2025年3月5日",
        "3点要求",
    ],
)
def test_a_date_of_issue_says_nothing(line: str) -> None:
    assert told(f"各校组织学生参加读书节。\n{line}\n") == ["各校组织学生参加读书节。"]


def test_each_line_of_a_calendar_is_a_sentence_of_its_own() -> None:
    assert told("4月1日 征集\n4月23日 读书节开幕\n2025年3月5日\n") == ["4月1日 征集", "4月23日 读书节开幕"]

"""Days, months and years before, since and within a time, compared as dates."""

from collections.abc import Iterator

import pytest

from assistant.assistant import Assistant
from assistant.rolls.bounded import bound_in, days_in
from tests.assistant.library import library_of

DOCUMENTS = {
    "职责.txt": """白石县住建局内设机构职责

一、内设机构
（一）造价股
2021年3月设立。负责造价管理。
（二）消防股
2022年6月设立。负责消防审验。
（三）物业股
2023年1月设立。负责物业管理。
（四）燃气股
2022年设立。负责燃气管理。
""",
    "停车.txt": "白石县停车管理办法\n\n第一条　停车应当有序。\n第二条　本办法自2019年5月1日起施行。\n",
    "广告.txt": """白石县户外广告管理办法

第一条　广告应当安全。
第二条　本办法自2022年9月1日起施行。
2017年施行的收费标准同时停止执行。
""",
    "要点.txt": """白石县住建局2024年工作要点

1.改造供水管网。8月底前完成36公里。
2.整治老旧电梯。10月20日前更换41部。
3.修缮危旧房屋。12月底前完成72户。
""",
}


@pytest.fixture(scope="module")
def bureau(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Assistant]:
    with library_of(tmp_path_factory.mktemp("bounded"), DOCUMENTS) as assistant:
        yield assistant


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("2022年9月以后", "2022年9月3日", "2022年8月31日"),
        ("2022年后", "2022年1月", "2021年12月"),
        ("2019年以前", "2018年", "2019年1月1日"),
        ("2019年3月之前", "2019年2月28日", "2019年"),
        ("2018年至2020年", "2020年12月31日", "2021年"),
        ("2018年6月", "2018年6月30日", "2018年7月1日"),
    ],
)
def test_days_are_compared_with_the_time_asked(text: str, inside: str, outside: str) -> None:
    bound = bound_in(text)
    assert bound is not None
    assert bound.admits(days_in(inside)[0])
    assert not bound.admits(days_in(outside)[0])


def test_a_year_alone_does_not_surely_lie_behind_a_month_of_it() -> None:
    bound = bound_in("2022年9月以后")
    assert bound is not None
    assert not bound.admits((2022,))


def test_offices_set_up_since_a_month_are_listed_by_their_months(bureau: Assistant) -> None:
    told = bureau.ask("2022年5月以后设立的股室有哪些").text
    assert told.startswith("写明2022年5月以后（含2022年5月）设立的机构共 2 项，已全部列出。")
    assert "消防股" in told
    assert "物业股" in told


def test_offices_set_up_before_a_year_are_listed(bureau: Assistant) -> None:
    told = bureau.ask("2022年以前设立的股室").text
    assert told.startswith("写明2022年以前（不含2022年）设立的机构共 1 项")
    assert "造价股" in told


@pytest.mark.parametrize(
    ("question", "listed", "left"),
    [
        ("2020年以后施行的文件", "户外广告", "停车"),
        ("2020年以前施行的文件有哪些", "停车", "户外广告"),
        ("哪些办法是2018年至2020年施行的", "停车", "户外广告"),
    ],
)
def test_documents_in_force_are_listed_by_their_days(
    bureau: Assistant, question: str, listed: str, left: str
) -> None:
    told = bureau.ask(question).text
    assert "共 1 项，已全部列出" in told
    assert listed in told
    assert left not in told


def test_what_is_due_since_a_month_holds_the_months_behind_it(bureau: Assistant) -> None:
    told = bureau.ask("2024年10月以后要完成的工作有哪些").text
    assert told.startswith("2024年10月以后要完成的工作共 2 项")
    assert "41部" in told
    assert "72户" in told


def test_a_list_of_offices_is_narrowed_by_a_time_asked_next(bureau: Assistant) -> None:
    told = bureau.ask("其中2022年以后设立的", ["住建局内设机构有哪些？"]).text
    assert told.startswith("写明2022年以后（含2022年）设立的机构共 3 项")

import pytest

from ingest.facts.aliases import names_of
from ingest.records import Alias
from tests.ingest.duty_text import aliases


@pytest.mark.parametrize(
    ("text", "short", "full"),
    [
        ("由政工人事股（以下简称人事股）负责。", "人事股", "政工人事股"),
        ("由局政工人事股（简称“人事股”）负责。", "人事股", "政工人事股"),
        ("县教育和科学技术局（以下统称教育局）牵头。", "教育局", "县教育和科学技术局"),
        ("成立云溪县教育工作领导小组（以下简称领导小组）。", "领导小组", "云溪县教育工作领导小组"),
        ("县教育局和县疾病预防控制中心（以下简称县疾控中心）负责。", "县疾控中心", "县疾病预防控制中心"),
        ("抓好落实。（责任股室：人事股（原政工人事股））", "人事股", "政工人事股"),
        ("2024年3月，县电教馆更名为教育技术中心。", "教育技术中心", "县电教馆"),
        ("将县教研室更名为县教师发展中心并增加编制。", "县教师发展中心", "县教研室"),
    ],
)
def test_a_declared_name_is_an_alias(text: str, short: str, full: str) -> None:
    ((found, stood_for, words),) = aliases(f"一、加强管理。{text}")
    assert (found, stood_for) == (short, full)
    assert short in words and full in words


@pytest.mark.parametrize(
    "text",
    [
        "根据《教育改革实施方案》（以下简称《方案》）开展工作。",
        "建立名录库（统称“两库”）。",
        "完善网上平台（以下称省级平台）。",
        "县教育局（体育局）负责。",
    ],
)
def test_other_abbreviations_are_none(text: str) -> None:
    assert aliases(f"一、加强管理。{text}") == []


def test_neighbouring_declarations_are_read_whole() -> None:
    text = "由疾病预防控制股（以下简称疾控股）和县疾病预防控制中心（以下简称县疾控中心）负责" * 3
    assert {pair[:2] for pair in aliases(f"一、{text}。")} == {
        ("疾控股", "疾病预防控制股"),
        ("县疾控中心", "县疾病预防控制中心"),
    }


CHART = ("一、办公室。负责文电。", "二、政工人事股。负责编制。", "三、基础教育股。负责教学。")


def test_a_unit_named_by_the_end_of_one_name_of_the_chart_is_that_unit() -> None:
    found = aliases(*CHART, "四、年度任务。抓好落实。（责任股室：人事股、办公室、财务股）")
    assert found == [("人事股", "政工人事股", "政工人事股")]


def test_a_name_that_several_units_end_with_is_none_of_them() -> None:
    listed = (*CHART, "四、职业教育股。负责职教。", "五、年度任务。抓好落实。（责任股室：教育股）")
    assert aliases(*listed) == []


def test_a_chart_tells_a_second_and_a_former_name() -> None:
    found = aliases(
        "一、党建办（县委教育工委办公室）。负责党建。",
        "二、教育技术中心",
        "原县电教馆，2023年3月更名。负责数字化。",
    )
    assert [pair[:2] for pair in found] == [("党建办", "县委教育工委办公室"), ("教育技术中心", "县电教馆")]


def names(*pairs: tuple[str, str]) -> list[Alias]:
    return [Alias(short, full, 0, 1) for short, full in pairs]


def test_a_unit_goes_by_all_names_that_are_tied_to_it() -> None:
    tied = names(("人事股", "政工人事股"), ("政工人事股", "组织人事股"), ("电教馆", "技术中心"))
    for name in ("人事股", "政工人事股", "组织人事股"):
        assert names_of(name, tied) == {"人事股", "政工人事股", "组织人事股"}
    assert names_of("办公室", tied) == {"办公室"}


def test_a_short_name_of_several_units_ties_none_of_them() -> None:
    ambiguous = names(("领导小组", "安全工作领导小组"), ("领导小组", "招生工作领导小组"))
    assert names_of("领导小组", ambiguous) == {"领导小组"}
    assert names_of("安全工作领导小组", ambiguous) == {"安全工作领导小组"}

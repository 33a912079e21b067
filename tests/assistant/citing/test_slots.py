import pytest

from assistant.citing.reading import Sentence
from assistant.citing.verify import verify
from ingest.records import Chunk
from tests.assistant.passages import passage

YEARS = passage(
    "三年计划新建托育点23个，其中2024年新建12个，2025年新建8个，2026年新建3个。",
    title="云溪县托育服务三年行动方案（2024—2026年）",
)
RATES = passage(
    "一类桥梁每2个月检查，二类、三类桥梁每24个月检查。大棚、露地蔬菜成活率分别达到64%、63%。"
    "一产增加值增长6%左右，二产增加值增长6%左右，三产增加值增长5.5%左右。"
)
LOANS = passage(
    "返乡人员开店的，可申请最高不超过15万元的助农贷款。合作社吸纳人员达到现有人数25%"
    "（超过100人的合作社达到15%）的，可申请最高不超过300万元的助农贷款。"
)


@pytest.mark.parametrize("sentence", ["2024年新建8个。", "2025年新建12个。", "其中2026年新建8个。"])
def test_a_figure_of_one_year_is_not_told_of_another(sentence: str) -> None:
    assert not verify(Sentence(sentence, ("c1",)), {"c1": YEARS})


@pytest.mark.parametrize(
    "sentence",
    [
        "一类桥梁每24个月检查。",
        "二类桥梁每2个月检查。",
        "大棚蔬菜成活率达到63%。",
        "露地蔬菜成活率达到64%。",
        "一产增加值增长5.5%左右。",
        "三产增加值增长6%左右。",
    ],
)
def test_a_figure_of_one_thing_is_not_told_of_its_neighbour(sentence: str) -> None:
    assert not verify(Sentence(sentence, ("c1",)), {"c1": RATES})


@pytest.mark.parametrize(
    "sentence",
    [
        "合作社可申请最高不超过15万元的助农贷款。",
        "返乡人员开店的可申请最高不超过300万元的助农贷款。",
        "吸纳人员达到现有人数15%（超过100人的达到25%）。",
    ],
)
def test_a_bound_of_one_case_is_not_told_of_the_other(sentence: str) -> None:
    assert not verify(Sentence(sentence, ("c1",)), {"c1": LOANS})


@pytest.mark.parametrize(
    ("sentence", "chunk"),
    [
        ("2025年新建8个。", YEARS),
        ("三年计划新建托育点23个，其中2026年新建3个。", YEARS),
        ("一类桥梁每2个月检查。", RATES),
        ("三类桥梁每24个月检查。", RATES),
        ("大棚蔬菜成活率达到64%。", RATES),
        ("露地蔬菜成活率达到63%。", RATES),
        ("二产增加值增长6%左右，三产增加值增长5.5%左右。", RATES),
        ("合作社可申请最高不超过300万元的助农贷款。", LOANS),
        ("返乡人员开店的可申请最高不超过15万元的助农贷款。", LOANS),
    ],
)
def test_a_figure_is_kept_with_its_own_year_and_thing(sentence: str, chunk: Chunk) -> None:
    verdict = verify(Sentence(sentence, ("c1",)), {"c1": chunk})
    assert verdict, verdict.reason


ROWS = passage(
    "夜间值守：一类泵站每班不少于6人，二类泵站不少于4人，三类不少于2人。镇区道路养护费每公里不超过9000元，"
    "村道不超过6000元。全镇种植水稻3万亩，油菜1万亩。北坪村新建公厕3座，改造2座。全年新增停车位600个，其中老城区200个。"
)


@pytest.mark.parametrize(
    "sentence",
    [
        "村道道路养护费每公里不超过9000元。",
        "镇区道路养护费每公里不超过6000元。",
        "种植油菜3万亩。",
        "全镇种植水稻1万亩。",
        "北坪村改造公厕3座。",
        "老城区新增停车位600个。",
        "全年新增停车位200个。",
    ],
)
def test_words_said_once_for_a_row_do_not_hide_an_exchange(sentence: str) -> None:
    assert not verify(Sentence(sentence, ("c1",)), {"c1": ROWS})


@pytest.mark.parametrize(
    "sentence",
    [
        "村道道路养护费每公里不超过6000元。",
        "镇区道路养护费每公里不超过9000元。",
        "全镇种植油菜1万亩。",
        "全镇种植水稻3万亩。",
        "北坪村改造公厕2座。",
        "老城区新增停车位200个。",
    ],
)
def test_words_said_once_for_a_row_are_said_of_each(sentence: str) -> None:
    verdict = verify(Sentence(sentence, ("c1",)), {"c1": ROWS})
    assert verdict, verdict.reason

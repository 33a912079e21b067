import pytest

from assistant.wanted.which import asked_noun, holds_which
from ingest.text import normalize


@pytest.mark.parametrize(
    ("question", "noun"),
    [
        ("校车照管员要什么资格?", "资格"),
        ("教代会在哪个会议室开?", "会议室"),
        ("校服是什么颜色?", ""),
        ("有哪些难点?", ""),
        ("采取什么措施减负?", ""),
        ("哪个股室负责?", ""),
        ("什么时候开学?", ""),
    ],
)
def test_the_thing_asked_for_is_told_from_what_only_names_the_answer(question: str, noun: str) -> None:
    assert asked_noun(question) == noun


@pytest.mark.parametrize(
    ("question", "holds", "does_not"),
    [
        ("校车照管员要什么资格?", "校车照管员应当取得上岗资格", "保育员应当取得保育员资格"),
        ("教代会在哪个会议室开?", "教代会在第一会议室召开", "教代会每年召开一次"),
        ("合并车间要满足哪些条件?", "职工代表表决通过方可合并车间", "年内合并车间3个"),
        ("第二批示范校什么时候评?", "第二批示范校6月评选", "第一批示范校6月评选"),
        ("第一批示范校什么时候评?", "首批示范校6月评选", "第三批示范校6月评选"),
    ],
)
def test_a_passage_holds_what_is_asked_which_of_and_whose_it_is(
    question: str, holds: str, does_not: str
) -> None:
    assert holds_which(question, normalize(holds))
    assert not holds_which(question, normalize(does_not))

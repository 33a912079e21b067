from dataclasses import replace
from datetime import UTC, datetime
from urllib.parse import quote

import pytest

from assistant.answer import Mode
from assistant.choices import Choices
from assistant.history import Conversation, Vote
from assistant.ui.ask.keeping import vote_of
from assistant.ui.ask.narrow import filter_of, without
from assistant.ui.ask.show import chips, conversation, filters, head, listing
from assistant.ui.ask.talk import Talk, Turn
from assistant.understanding.scope import Scope
from ingest.records import Filter
from tests.assistant.ui.pages import answer, read


def talk(*turns: Turn) -> Talk:
    return Talk("c", turns)


@pytest.mark.parametrize("mode", Mode)
def test_the_mode_of_an_answer_is_written_on_it(mode: Mode) -> None:
    assert mode.value in read(conversation(talk(Turn("问", answer("答", mode))))).text


def test_a_growing_answer_cannot_be_copied_changed_or_voted_on_yet() -> None:
    turn = Turn("问", answer("答"), writing=True)
    for word in ("data-copy", 'data-event="again"', 'data-event="vote"', "/export"):
        assert word not in conversation(talk(turn))
        assert word in conversation(talk(replace(turn, writing=False)))


def test_only_the_last_answer_is_given_again_and_offers_what_to_ask_next() -> None:
    first = Turn("一", answer("甲"), further=("甲之后？",))
    page = conversation(talk(first, Turn("二", answer("乙"), further=("乙之后？",))))
    assert page.count("重新回答") == 1
    assert page.count("修改问题") == 2
    assert "乙之后？" in page
    assert "甲之后？" not in page


def test_an_earlier_turn_shows_a_vote_that_is_given_and_taken_back() -> None:
    first, last = Turn("一", answer("甲")), Turn("二", answer("乙"))
    before = conversation(talk(first, last))
    voted = conversation(talk(replace(first, vote=Vote(True)), last))
    assert "已记下：有帮助" not in before
    assert "已记下：有帮助" in voted
    assert conversation(talk(first, last)) == before


def test_earlier_answers_offer_nothing_to_do_while_the_last_one_grows() -> None:
    first, last = Turn("一", answer("甲")), Turn("二", answer("乙"))
    assert conversation(talk(first, last)).count("data-copy=") == 2
    assert "data-copy=" not in conversation(talk(first, replace(last, writing=True)))


def test_of_a_long_conversation_the_newest_turns_are_shown_until_all_are_asked_for() -> None:
    long = talk(*(Turn(f"第{n}问", answer("答")) for n in range(12)))
    page = conversation(long)
    assert page.count("<article") == 10
    assert "第1问" not in page
    assert "第2问" in page
    assert "显示更早的 2 轮" in page
    whole = conversation(replace(long, whole=True))
    assert whole.count("<article") == 12
    assert "显示更早的" not in whole


def test_what_the_question_implied_can_be_taken_away() -> None:
    narrowed = replace(answer("答"), narrowed=("2024年",))
    page = conversation(talk(Turn("问", narrowed, id="t")))
    assert 'data-event="again" data-turn="t" data-drop="2024年"' in page


def test_what_was_chosen_stands_below_the_question() -> None:
    turn = Turn("问", answer("答"), scope=Scope(Filter(years=(2024,), kinds=("总结",))), id="t")
    page = conversation(talk(turn))
    assert "只看：2024年、总结" not in page
    assert 'data-event="widen" data-turn="t" data-field="years" data-value="2024"' in page
    assert "只看：2024年 × 总结 ×" in " ".join(read(page).text.replace("×", " × ").split())
    assert "只看：2024年、总结" in conversation(talk(turn, Turn("再问")))


def test_the_nearest_places_of_a_refusal_open_their_passages() -> None:
    refused = replace(answer("答", Mode.REFUSAL), text="没有。\n最接近的内容：\n· 《答》 › 答\n· 《别的》")
    page = conversation(talk(Turn("问", refused)))
    assert 'data-event="open" data-doc="答"' in page
    assert ">《答》 › 答</button>" in page
    assert "<p>· 《别的》</p>" in page
    assert "wp-near" not in conversation(talk(Turn("问", replace(refused, mode=Mode.EXTRACT))))


@pytest.mark.parametrize(
    ("vote", "said"),
    [(Vote(True), "已记下：有帮助"), (Vote(False), "已记下"), (Vote(False, "不完整"), "已记下：不完整")],
)
def test_a_vote_is_shown_and_can_be_taken_back(vote: Vote, said: str) -> None:
    page = conversation(talk(Turn("问", answer("答"), vote=vote)))
    assert said in page
    assert "撤回" in page


def test_votes_are_read_from_their_button_and_form() -> None:
    assert vote_of({"turn": "t", "up": "1"}) == Vote(True)
    fields = [["reason", "不完整"], ["reason", " 缺配合单位 "], ["reason", ""]]
    assert vote_of({"turn": "t", "up": "", "fields": fields}) == Vote(False, "不完整；缺配合单位")
    assert vote_of({"turn": "t"}) is None


def test_the_head_leads_to_the_conversation_and_its_file() -> None:
    page = head(Talk("a b", (Turn("问", answer("答")),), "安全"))
    assert 'data-talk="a b"' in page
    assert "安全" in page
    assert f'href="/export?c={quote("a b")}"' in page
    assert "/export" not in head(Talk())


def test_a_question_without_an_answer_asks_to_be_taken_up() -> None:
    assert "data-pending" in head(talk(Turn("问")))
    for done in (
        Turn("问", writing=True),
        Turn("问", stopped=True),
        Turn("问", error="错"),
        Turn("问", answer("答")),
    ):
        assert "data-pending" not in head(talk(done))


def test_the_open_conversation_is_marked_in_the_list() -> None:
    kept = [Conversation(id, f"题{id}", datetime.now(UTC)) for id in "ab"]
    page = listing(kept, "b")
    assert page.count("aria-current") == 1
    assert 'data-talk-id="b" aria-current="page">题b<' in page
    assert "没有含“校车”的对话" in listing([], "", "校车")


def test_chosen_values_are_chips_and_ticked_boxes() -> None:
    chosen = Filter(years=(2024,), units=("办公室",))
    page = chips(chosen)
    assert 'data-field="years" data-value="2024"' in page
    assert "<span>2024年</span>" in page
    choices = Choices((2025, 2024), ("总结",), (), ("办公室",), (("a.txt", "要点"),))
    shown = filters(choices, chosen)
    assert shown.count("checked") == 2
    assert "发文单位" not in shown
    assert ">要点<" in shown


def test_ticked_boxes_become_a_filter_and_lose_single_values() -> None:
    ticked = [("years", "2024"), ("years", "2023"), ("units", "办公室"), ("years", "坏"), ("places", "某县")]
    chosen = filter_of(ticked)
    assert chosen == Filter(years=(2024, 2023), units=("办公室",))
    assert without(chosen, "years", "2024") == Filter(years=(2023,), units=("办公室",))
    assert without(chosen, "places", "某县") == chosen

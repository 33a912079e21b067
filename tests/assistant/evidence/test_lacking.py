"""A question in the library's own words is not answered by a passage that lacks a good part of them."""

from collections.abc import Sequence

from assistant.evidence.evidence import statements
from assistant.evidence.lacking import of_all_words
from assistant.followups.conversation import read_question
from assistant.understanding.question import Facets
from assistant.understanding.terms import weigh
from ingest.records import Chunk, Hit

BOOTH = "摊位申请人应当在6月20日前交纳保证金300元，逾期视为放弃。"
CARD = "从业人员应当接受岗前卫生培训，培训由县疾控中心举办。"


def chunk(at: int, text: str, title: str) -> Chunk:
    return Chunk(str(at), f"{title}.txt", 1, 0, len(text), text, title)


def states(asked: str, *texts: str, titles: Sequence[str] = ()) -> bool:
    def similarity(said: Sequence[str]) -> list[float]:
        return [0.4 for _ in said]

    question = read_question(asked, Facets())
    named = titles or [f"文件{at}" for at in range(len(texts))]
    hits = [
        Hit(chunk(at, text, title), 3.0 - at)
        for at, (text, title) in enumerate(zip(texts, named, strict=True))
    ]
    ranked = statements(question, weigh(asked), hits, similarity)
    return any(s.factual for s in of_all_words(question, ranked, hits))


def test_what_lacks_the_deed_that_another_passage_speaks_of_is_of_another_deed() -> None:
    assert states("摊位申请人应当何时交纳保证金？", BOOTH, CARD)
    assert not states("摊位申请人应当何时接受岗前卫生培训？", BOOTH, CARD)


def test_nothing_follows_from_a_word_that_no_passage_holds() -> None:
    assert states("摆摊的押金摊位申请人啥时候掏？", BOOTH, CARD)


def test_another_passage_of_the_same_document_may_hold_the_word() -> None:
    assert states("摊位申请人应当何时接受岗前卫生培训？", BOOTH, CARD, titles=("夜市办法", "夜市办法"))


def test_a_document_need_not_name_who_plans_it_for_all() -> None:
    texts = ("全年新建口袋公园6处。", "全县计划由住建局验收。")
    assert states("住建局计划新建口袋公园多少处？", *texts)
    assert states("全县新建口袋公园多少处？", *texts)

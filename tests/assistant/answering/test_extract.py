from assistant.answering.extract import extract
from assistant.evidence.evidence import Statement
from assistant.understanding.intent import Intent
from assistant.understanding.question import Question
from tests.assistant.passages import passage

QUESTION = Question("水费怎么减免？", Intent.TOPIC)
SENTENCES = ("低保户水费全免。", "困难职工家庭减半收取。", "学校按居民价收取。")


def ranked(doc: str, *scores: float) -> list[Statement]:
    """Statements of one document, best first, with some scores."""
    chunk = passage("".join(SENTENCES), "一、减免", title="用水办法", doc=doc)
    starts = [chunk.start + chunk.text.index(sentence) for sentence in SENTENCES]
    spans = zip(starts, SENTENCES, scores, strict=True)
    return [
        Statement(chunk, start, start + len(text), score, 0.8, 0.5, 2.0, True) for start, text, score in spans
    ]


def quoted(*parts: list[Statement]) -> list[tuple[str, str]]:
    return [(citation.doc, citation.quote) for citation in extract(QUESTION, parts, ()).citations]


def test_sentences_that_answer_three_quarters_as_well_as_the_best_are_quoted_too() -> None:
    assert quoted(ranked("a.txt", 1.0, 0.8, 0.7)) == [("a.txt", SENTENCES[0]), ("a.txt", SENTENCES[1])]


def test_of_a_thing_compared_a_second_sentence_is_quoted_where_little_tells_it_from_the_best() -> None:
    found = quoted(ranked("a.txt", 1.0, 0.97, 0.96), ranked("b.txt", 1.0, 0.9, 0.9))
    assert found == [("a.txt", SENTENCES[0]), ("a.txt", SENTENCES[1]), ("b.txt", SENTENCES[0])]

"""Names are taken out of a sentence whole, with the quotes that belong within them."""

from assistant.rolls.things import things_beside

SAID = "（一）审批方面3项：承诺制改革、“多规合一”和审批体系改革、“标准地”改革。"


def names(text: str, words: str, count: int) -> list[str]:
    first = text.index(words)
    return [text[start:end] for start, end in things_beside(text, count, first, first + len(words))]


def test_a_quoted_word_within_a_name_keeps_both_its_quotes() -> None:
    assert names(SAID, "方面3项", 3) == ["承诺制改革", "“多规合一”和审批体系改革", "“标准地”改革"]


def test_a_name_that_is_quoted_whole_stands_without_quotes() -> None:
    assert names("建成三个中心：“心理”、“近视”、“脊柱”。", "三个中心", 3) == ["心理", "近视", "脊柱"]

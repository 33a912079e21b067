"""The list of well-known terms keeps the form its reader relies on."""

from assistant.explore.survey import known_terms


def test_the_list_holds_enough_terms_and_none_twice() -> None:
    folded = [term for term, _ in known_terms()]
    assert len(folded) >= 150
    assert len(folded) == len(set(folded))


def test_every_term_is_a_name_and_no_explanation() -> None:
    assert [
        term for _, term in known_terms() if not 2 <= len(term) <= 16 or any(c in term for c in "，。：；")
    ] == []

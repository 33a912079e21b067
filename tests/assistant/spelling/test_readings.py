"""Which characters an input method offers for one another."""

import pytest

from assistant.spelling.readings import readings, sound_alike, sounding_like


@pytest.mark.parametrize(
    ("char", "read"), [("古", ("gu", "ku")), ("女", ("nü", "ru")), ("行", ("xing", "hang"))]
)
def test_the_usual_readings_have_no_tones(char: str, read: tuple[str, ...]) -> None:
    assert readings(char) == read


@pytest.mark.parametrize("sign", ["A", "7", "，"])
def test_what_is_no_chinese_character_has_no_reading(sign: str) -> None:
    assert readings(sign) == () and sounding_like(sign) == ()


@pytest.mark.parametrize(("typed", "meant"), [("古", "股"), ("型", "形"), ("礼", "理"), ("航", "行")])
def test_a_character_is_offered_for_one_that_sounds_like_it(typed: str, meant: str) -> None:
    assert meant in sounding_like(typed)


def test_a_character_is_not_offered_for_itself() -> None:
    assert "股" not in sounding_like("股")


def test_only_the_commonest_readings_sound_alike() -> None:
    assert sound_alike("古", "股")
    assert not sound_alike("复", "市")  # 市 has a rare reading fú

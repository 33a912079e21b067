"""Words are found character for character, whatever the width, script and spacing."""

import pytest

from assistant.explore.fulltext import merged, pieces_of, spans_of


@pytest.mark.parametrize(
    ("query", "text", "found"),
    [
        ("课后服务", "做好课后服务。课后\n服务", ["课后服务", "课后\n服务"]),
        ("99.5%", "达到９９.５％以上", ["９９.５％"]),
        ("台账", "建立臺賬", ["臺賬"]),
        ("app", "推广APP应用", ["APP"]),
        ("“双减”", '落实"双减"', ['"双减"']),
        ("没有", "一个也找不到", []),
    ],
)
def test_spans_are_the_words_as_the_text_writes_them(query: str, text: str, found: list[str]) -> None:
    assert [text[a:b] for a, b in spans_of(pieces_of(query), text)] == found


def test_pieces_are_cut_at_blanks_and_stand_once() -> None:
    assert pieces_of(" 课后　服务  课后 ") == ("课后", "服务")


def test_spans_that_touch_become_one() -> None:
    assert merged([(3, 5), (0, 2), (4, 8), (8, 9)]) == ((0, 2), (3, 9))

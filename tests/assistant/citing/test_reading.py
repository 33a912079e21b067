import pytest
from hypothesis import given
from hypothesis import strategies as st

from assistant.citing.reading import Sentence, key_of, read_sentence, read_sentences


def read(text: str, size: int = 1) -> list[Sentence]:
    return list(read_sentences(text[at : at + size] for at in range(0, len(text), size)))


@pytest.mark.parametrize(
    "mark", ["⟦c3⟧", "[c3]", "【c3】", "（c3）", "⟦C3⟧", "⟦⟦c3⟧⟧", "〔c3〕", "⟦ c3 ⟧", "⟦c3⟧⟦c3⟧"]
)
def test_a_key_is_read_in_whatever_brackets_it_comes(mark: str) -> None:
    assert read_sentence(f"由办公室负责{mark}。") == Sentence("由办公室负责。", ("c3",))


@pytest.mark.parametrize("mark", ["⟦c1⟧⟦c12⟧", "⟦c1,c12⟧", "⟦c1、c12⟧", "[c1][c12]"])
def test_a_sentence_may_name_several_passages(mark: str) -> None:
    assert read_sentence(f"由办公室负责。{mark}").keys == ("c1", "c12")


@pytest.mark.parametrize(
    "text",
    [
        "根据教发〔2024〕15号和教发[2024]15号落实。",
        "按照【重点任务】（一）推进。",
        "（责任股室：办公室）",
        "参照[15]号文件。",
        "班额(c类)不变。",
    ],
)
def test_the_brackets_of_official_documents_are_no_marks(text: str) -> None:
    assert read_sentence(text) == Sentence(text)


@pytest.mark.parametrize("mark", ["[1]", "【2】", "[ 3 ]", "[1][2]"])
def test_bare_numbers_a_model_writes_never_pass_for_citations_of_ours(mark: str) -> None:
    assert read_sentence(f"由办公室负责{mark}。") == Sentence("由办公室负责。")


def test_marks_behind_the_full_stop_belong_to_the_sentence_before() -> None:
    assert read("甲负责。⟦c1⟧⟦c2⟧乙配合。 ⟦c3⟧") == [
        Sentence("甲负责。", ("c1", "c2"), opens_line=True),
        Sentence("乙配合。", ("c3",)),
    ]


def test_a_bracket_that_is_no_mark_begins_the_next_sentence() -> None:
    assert [sentence.text for sentence in read("甲负责。（一）乙配合。【丙】参与。")] == [
        "甲负责。",
        "（一）乙配合。",
        "【丙】参与。",
    ]


def test_headings_bullets_and_leading_lines_are_left_out() -> None:
    text = "## 任务\n**一、总体**\n措施如下：\n- **甲**负责。⟦c1⟧\n2. 乙配合[c2]\n（三）丙参与\n\n> 丁\n---\n"
    assert [sentence.text for sentence in read(text)] == ["甲负责。", "乙配合", "丙参与", "丁"]


def test_a_number_at_the_beginning_of_a_line_is_no_bullet() -> None:
    assert [sentence.text for sentence in read("3.5万人参加。\n2024年完成。\n12所学校。")] == [
        "3.5万人参加。",
        "2024年完成。",
        "12所学校。",
    ]


def test_rows_of_a_table_are_sentences() -> None:
    assert read("| 公办园 | 60% ⟦c1⟧ |\n|---|---|\n")[0] == Sentence("公办园，60%", ("c1",), opens_line=True)


@pytest.mark.parametrize(
    "text",
    [
        "<think>先想⟦c9⟧。\n再想。</think>\n甲负责。⟦c1⟧",
        "<THINK>先想</THINK>甲负责。⟦c1⟧",
        "<think></think>甲负责。⟦c1⟧<think>没有想完。",
    ],
)
def test_reasoning_is_not_part_of_the_answer(text: str) -> None:
    assert [(sentence.text, sentence.keys) for sentence in read(text)] == [("甲负责。", ("c1",))]


def test_a_sentence_is_handed_on_before_the_next_one_is_finished() -> None:
    def tokens() -> "object":
        yield "甲负责。⟦c1⟧乙"
        raise AssertionError("asked for more before handing on what was finished")

    assert next(read_sentences(tokens())).text == "甲负责。"  # type: ignore[arg-type]


@given(st.text("甲乙。！c1⟦⟧[] \n", max_size=30))
def test_no_word_is_lost(text: str) -> None:
    kept = "".join(sentence.text for sentence in read(text))
    assert kept.count("甲") == text.count("甲")


@given(st.text("甲乙。！⟦⟧[]c12（）\n -#*|<think>/", max_size=60), st.integers(1, 7))
def test_the_cut_into_pieces_does_not_change_what_is_read(text: str, size: int) -> None:
    assert read(text, size) == read(text, 1000)


def test_keys_count_from_one() -> None:
    assert [key_of(0), key_of(11)] == ["c1", "c12"]


def test_what_has_been_said_is_not_said_again_and_an_endless_answer_ends() -> None:
    assert [s.text for s in read_sentences(["甲。乙。甲。⟦c1⟧"])] == ["甲。", "乙。"]
    assert len(list(read_sentences(f"第{number}句。" for number in range(1000)))) == 60

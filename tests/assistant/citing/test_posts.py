"""A post is told of those who hold it in the source, however it is put."""

import pytest

from assistant.citing.reading import Sentence
from assistant.citing.verify import Verdict, verify
from ingest.records import Chunk
from tests.assistant.passages import passage

GROUP = passage(
    "成立古树保护工作专班，由局党组书记、局长何敬亭任组长，副局长罗映川任副组长；专班办公室设在资源股，"
    "办公室主任由宋知予兼任。",
    "三、组织领导",
    title="松溪县林业局2025年古树名木保护方案",
)
OFFICES = passage("由县长任总河长，分管副县长任副总河长。各镇由镇长任镇级河长，村级河长由村支部书记担任。")
LABELS = passage("组长：高远山（局长）\n副组长：钱立秋、孟晓岚\n办公室主任：孟晓岚")


def check(sentence: str, chunk: Chunk = GROUP) -> Verdict:
    return verify(Sentence(sentence, ("c1",)), {"c1": chunk})


@pytest.mark.parametrize(
    "sentence",
    [
        "组长是罗映川，副组长是何敬亭。",
        "由罗映川任组长，何敬亭任副组长。",
        "组长由罗映川担任。",
        "罗映川任组长。",
        "副组长为何敬亭。",
        "组长是宋知予。",
        "何敬亭兼任专班办公室主任。",
        "由副局长何敬亭任组长，局长罗映川任副组长。",
        "局长宋知予兼任办公室主任。",
        "宋知予兼任县委办公室主任。",
    ],
)
def test_a_post_is_not_told_of_somebody_else(sentence: str) -> None:
    assert not check(sentence)


@pytest.mark.parametrize(
    "sentence",
    [
        "组长由何敬亭担任。",
        "专班组长是何敬亭，副组长是罗映川。",
        "由何敬亭担任组长，罗映川担任副组长。",
        "由局长何敬亭任组长，副局长罗映川任副组长。",
        "宋知予兼任专班办公室主任。",
        "专班办公室主任为宋知予。",
        "专班办公室设在资源股，宋知予任办公室主任。",
        "根据古树名木保护方案，罗映川任副组长。",
    ],
)
def test_a_post_is_told_in_other_words_of_who_holds_it(sentence: str) -> None:
    verdict = check(sentence)
    assert verdict, verdict.reason


@pytest.mark.parametrize(
    "sentence", ["由分管副县长任总河长。", "总河长由分管副县长担任。", "村级河长由镇长担任。"]
)
def test_an_office_holds_a_post_as_a_person_does(sentence: str) -> None:
    assert not check(sentence, OFFICES)


@pytest.mark.parametrize(
    "sentence", ["总河长由县长担任。", "副总河长由分管副县长担任。", "村支部书记担任村级河长。"]
)
def test_an_office_is_told_of_the_post_it_holds(sentence: str) -> None:
    verdict = check(sentence, OFFICES)
    assert verdict, verdict.reason


def test_posts_written_as_labels_have_their_holders() -> None:
    assert check("组长是高远山。", LABELS)
    assert check("办公室主任由孟晓岚担任。", LABELS)
    assert not check("组长是钱立秋。", LABELS)
    assert not check("副组长是高远山。", LABELS)

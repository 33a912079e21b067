"""Chunks partition the text of a document and keep together what belongs together."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.chunk import chunk_document, embedding_text, is_searchable, key_of
from ingest.records import Chunk, Document, Header

Make = Callable[..., Document]
Part = tuple[int, str, str, str]

_WORDS = st.text(st.sampled_from("抓好教育工作，。；：（）()\n 一1"), max_size=120)
_PARTS = st.lists(st.tuples(st.integers(1, 3), _WORDS, _WORDS, st.sampled_from(["", "办公室"])), max_size=8)


@given(parts=_PARTS, max_chars=st.integers(8, 60))
def test_chunks_are_spans_of_one_section_that_join_back_to_the_text(
    make_document: Make, parts: list[Part], max_chars: int
) -> None:
    document = make_document("a.txt", *parts)
    chunks = chunk_document(document, max_chars)
    assert "".join(chunk.text for chunk in chunks) == document.text
    assert all(before.end == after.start for before, after in pairwise(chunks))
    for chunk in chunks:
        section = document.sections[chunk.section]
        assert document.text[chunk.start : chunk.end] == chunk.text
        assert section.start <= chunk.start < chunk.end <= section.own_end
        assert len(chunk.text) <= max_chars


@given(parts=_PARTS, max_chars=st.integers(8, 60))
def test_searchable_ids_are_numbered_without_gaps(
    make_document: Make, parts: list[Part], max_chars: int
) -> None:
    chunks = chunk_document(make_document("a.txt", *parts), max_chars)
    assert len({chunk.id for chunk in chunks}) == len(chunks)
    ids = [chunk.id for chunk in chunks if is_searchable(chunk)]
    assert ids == [f"{key_of(chunks[0].id)}-{ordinal:05d}" for ordinal in range(len(ids))]


def test_ids_are_the_same_on_every_run_and_others_for_another_text(make_document: Make) -> None:
    document = make_document("a.txt", (1, "一、总体要求", "。提高质量。", ""))
    other = make_document("a.txt", (1, "一、总体要求", "。提高水平。", ""))
    ids = [chunk.id for chunk in chunk_document(document, 100)]
    assert ids == [chunk.id for chunk in chunk_document(document, 100)]
    assert not set(ids) & {chunk.id for chunk in chunk_document(other, 100)}


def test_long_text_is_cut_at_sentence_ends_into_equal_pieces(make_document: Make) -> None:
    chunks = _body_chunks(make_document, "抓好一项十个字的工作。" * 10, max_chars=100)
    assert all(chunk.text.rstrip().endswith("。") for chunk in chunks)
    lengths = [len(chunk.text) for chunk in chunks]
    assert max(lengths) - min(lengths) <= len("一、抓好一项十个字的工作。\n")


@pytest.mark.parametrize(
    "closing",
    [
        "(责任股室:办公室、政工人事股)",
        "\n（牵头单位：发改委；责任单位：财政局、税务局）",
        "\n责任单位:办公室",
    ],
)
def test_closing_duties_stay_with_the_sentence_before_them(make_document: Make, closing: str) -> None:
    sentence = "第二句话也有这么长的内容。" + closing
    body = "第一句话有这么长的内容在这里。" + sentence
    chunks = _body_chunks(make_document, body, max_chars=len(sentence) + 1)
    assert len(chunks) == 2
    assert chunks[-1].text.strip() == sentence


def test_a_bracketed_number_begins_a_sentence_of_its_own(make_document: Make) -> None:
    body = "第一项工作要抓好抓实抓细。（2）第二项工作也要抓好抓实。"
    chunks = _body_chunks(make_document, body, max_chars=24)
    assert chunks[-1].text.startswith("（2）")


def test_nothing_is_cut_within_brackets(make_document: Make) -> None:
    bracket = "（牵头单位：发改委；责任单位：财政局；完成时限：年底前）"
    chunks = _body_chunks(make_document, "完善制度。" * 6 + bracket + "加强监督。" * 6, max_chars=60)
    assert any(bracket in chunk.text for chunk in chunks)


def test_a_sentence_too_long_is_cut_after_a_clause(make_document: Make) -> None:
    chunks = _body_chunks(make_document, "加强组织领导，" * 12 + "落实责任。", max_chars=40)
    assert all(chunk.text.endswith("，") for chunk in chunks[:-1])


def test_the_heading_stays_with_the_first_of_its_body(make_document: Make) -> None:
    heading = "一、坚持以高质量发展为主题推进各项工作"
    chunks = _body_chunks(make_document, "。" + "落实好各项任务。" * 8, max_chars=40, heading=heading)
    assert chunks[0].text.startswith(heading)
    assert len(chunks[0].text) > len(heading) + 1


def test_a_heading_over_subsections_is_kept_but_not_searched(make_document: Make) -> None:
    document = make_document(
        "a.txt",
        (1, "一、党的建设", "", ""),
        (2, "1.学习宣传", "。学原文。", ""),
        (2, "2.开展培训20期", "", ""),
    )
    chunks = chunk_document(document, 200)
    searched = [chunk.text.strip() for chunk in chunks if is_searchable(chunk)]
    assert searched == ["1.学习宣传。学原文。", "2.开展培训20期"]
    assert "".join(chunk.text for chunk in chunks) == document.text


def test_a_chunk_carries_its_document_path_and_the_units_above_it(make_document: Make) -> None:
    header = Header("某县2024年要点", organ="某县教育局", place="某县", years=(2024, 2025), kind="工作要点")
    document = make_document(
        "a.txt", (1, "一、党建", "。总体。", "办公室"), (2, "1.学习", "。细项。", "人事股"), header=header
    )
    chunk = chunk_document(document, 200)[-1]
    assert (chunk.doc, chunk.title, chunk.path) == ("a.txt", "某县2024年要点", ("一、党建", "1.学习"))
    assert (chunk.years, chunk.organ, chunk.place, chunk.kind) == (
        (2024, 2025),
        "某县教育局",
        "某县",
        "工作要点",
    )
    assert chunk.units == ("人事股", "办公室")
    assert embedding_text(chunk) == "某县2024年要点 › 一、党建 › 1.学习\n" + chunk.text


def test_another_version_of_a_file_has_other_ids(make_document: Make) -> None:
    document = make_document("a.txt", (1, "一、党建", "。总体。", ""))
    renamed = replace(document, doc="b.txt")
    assert chunk_document(document, 100)[0].id != chunk_document(renamed, 100)[0].id


def _body_chunks(make: Make, body: str, max_chars: int, heading: str = "一、") -> list[Chunk]:
    document = make("a.txt", (1, heading, body, ""))
    return [chunk for chunk in chunk_document(document, max_chars) if chunk.section == 1]

"""A draft into a shorter one: its first paragraphs, or the first sentences of its only one."""

from dataclasses import replace

from assistant.drafting.draft import Draft, Paragraph


def shorter(draft: Draft, times: int) -> Draft:
    """Keep half of a draft so many times, and the citations of what is kept."""
    kept = draft.paragraphs
    for _ in range(times):
        first = kept[: (len(kept) + 1) // 2]
        kept = first if len(kept) > 1 else tuple(_half(paragraph) for paragraph in kept)
    used = {number for paragraph in kept for sentence in paragraph.sentences for number in sentence.citations}
    cited = tuple(citation for citation in draft.citations if citation.n in used)
    words = {sentence.text for paragraph in kept for sentence in paragraph.sentences}
    to_check = tuple(left for left in draft.to_check if left.sentence in words)
    return replace(draft, paragraphs=kept, citations=cited, to_check=to_check)


def _half(paragraph: Paragraph) -> Paragraph:
    return replace(paragraph, sentences=paragraph.sentences[: (len(paragraph.sentences) + 1) // 2])

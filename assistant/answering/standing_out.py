"""A question in other words than its answer's into the one section that is found far before all others."""

from collections.abc import Sequence

from assistant.evidence.sentence import LABEL
from assistant.understanding.intent import Intent
from assistant.understanding.narrowing import allows
from assistant.understanding.question import Question
from ingest.records import Chunk, Hit

_FAR_BEFORE, _FOUND = 0.3, 1.3  # fused score: by how much it leads those of other sections, and its own
_ANSWERED_BY_A_SECTION = (Intent.TOPIC, Intent.DUTY)


def standing_out(question: Question, hits: Sequence[Hit]) -> Hit | None:
    """Find the passage of the one section that must be meant, though few of its words are the question's.

    What is said of the same task in another document, as headings tell, does not count against it. A figure
    or a time is never told this way: near misses of these stand in the very section that is found first.

    :param hits: best first.
    """
    if question.intent not in _ANSWERED_BY_A_SECTION or not hits or not allows(question, hits[0].chunk):
        return None
    best = hits[0]
    return best if best.score >= _FOUND and lead_of(hits) >= _FAR_BEFORE else None


def lead_of(hits: Sequence[Hit]) -> float:
    """Tell by how much the best passage leads those of other tasks.

    :param hits: at least one, best first.
    """
    others = (hit.score for hit in hits[1:] if not _is_same_task(hit.chunk, hits[0].chunk))
    return hits[0].score - max(others, default=0.0)


def _is_same_task(chunk: Chunk, other: Chunk) -> bool:
    is_same_section = chunk.doc == other.doc and chunk.section == other.section
    return is_same_section or _heading(chunk) == _heading(other)


def _heading(chunk: Chunk) -> str:
    return LABEL.sub("", chunk.path[-1]) if chunk.path else chunk.title

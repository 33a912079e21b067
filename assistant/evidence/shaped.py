"""Statements of a condition, a sanction, a place, … into whether they say enough of what it is asked of."""

from assistant.evidence.charged import said_of
from assistant.evidence.evidence import Statement
from assistant.understanding.bodies import is_within
from assistant.understanding.question import Question
from assistant.understanding.terms import Term, beyond, coverage, folded, weigh
from assistant.wanted.failing import falls_short, without_failing
from assistant.wanted.shapes import is_labelled_place, shape_asked, without_shape
from ingest.text import normalize

# The headings alone do not say it.
SAID_ITSELF = 0.35
# What is asked of is said so by a sentence that states a condition, a sanction, …, and by its headings.
_SAID_OF_SHAPE, _SAID_BY_OPENING, _SAID_UNDER_HEADING = 0.85, 0.55, 0.65
_RAREST_HELD = 0.8


def said_itself(statement: Statement, terms: tuple[Term, ...]) -> float:
    """Give what a statement says of the question without its headings, as coverage and cosine."""
    own = coverage(beyond(terms, statement.chunk.title), normalize(statement.text))
    return own + statement.similarity


def _of_what(question: Question, statement: Statement) -> tuple[Term, ...]:
    """Give the words of a question for what a condition, a sanction, a place, … is asked of.

    Its body's name in short is none of them (磐江职院), nor is that it falls short where a statement says so
    in other words (师德不过关, 师德考核不合格的).
    """
    of = without_shape(question.text)
    strict, loose = weigh(of), weigh(without_failing(of)) if falls_short(statement.text) else ()
    rarest = max(loose, key=lambda term: term.weight, default=None)
    terms = loose if rarest and said_of((rarest,), statement) >= _RAREST_HELD else strict
    names = [body.label for body in question.bodies]
    own = tuple(term for term in terms if not any(is_within(term.word, name) for name in names))
    return own or terms


def is_said(question: Question, statement: Statement) -> bool:
    """Tell whether a statement of a condition, a sanction, a place, … says enough of what it is asked of.

    One that opens a list of them leaves the rest to its items, an address is of what it stands under, and
    what stands under a heading that announces them is of what the document is about.
    """
    terms, shape = _of_what(question, statement), shape_asked(question.text)
    heading = "".join(statement.chunk.path[-1:])
    if shape is not None and (shape.is_headed(heading) or _is_under(terms, shape.name, statement)):
        said = coverage(terms, folded(statement.chunk.context, statement.text))
        if said + statement.similarity >= _SAID_UNDER_HEADING:
            return True
    if said_itself(statement, terms) < SAID_ITSELF and not is_labelled_place(statement.text):
        return False
    opens = statement.text.rstrip().endswith(("：", ":"))
    return said_of(terms, statement) + statement.similarity >= (_SAID_BY_OPENING if opens else _SAID_OF_SHAPE)


def _is_under(terms: tuple[Term, ...], shape: str, statement: Statement) -> bool:
    """Tell whether a statement names the side asked for (方式) under a heading that names of what."""
    heading = normalize("".join(statement.chunk.path[-1:]))
    named = coverage(beyond(terms, statement.chunk.title), heading)
    return shape in statement.text and named >= _SAID_UNDER_HEADING

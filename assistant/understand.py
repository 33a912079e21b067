"""A question as typed into what it asks, in the light of its conversation, the library and what is chosen."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from assistant.answering.beyond import named_beyond
from assistant.engine import Engine
from assistant.followups.conversation import leaned_on, read_question
from assistant.followups.pointing import Said
from assistant.followups.redrafted import redrafted, without_drafts
from assistant.followups.within import last_lists
from assistant.spelling.proofread import Proofread
from assistant.understanding.named import short_place
from assistant.understanding.offices import is_of_bodies
from assistant.understanding.question import Facets, Question
from assistant.understanding.scope import Scope, admitted
from assistant.understanding.several import questions_in, stands_alone
from assistant.understanding.small_talk import is_no_question
from assistant.understanding.typed import as_read
from assistant.understanding.unheld import with_unheld


def understand(
    text: str,
    previous: Sequence[str],
    scope: Scope,
    engine: Engine,
    year: int,
    answered: Callable[[Question], Said],
    *,
    to_answer: bool = True,
) -> Question:
    """Read a question, under a choice in the whole library as well, for what it names beyond the choice.

    :param previous: earlier questions of the conversation, oldest first.
    :param scope: what may be looked at, and what the question is not to be narrowed to.
    :param year: the current year.
    :param answered: gives what an earlier question was answered; called only where this one points at it.
    :param to_answer: whether what is mistyped is mended and the questions asked are read one by one as well.
    """
    text, said, notice = _as_said(text, previous, engine.proofreader.read if to_answer else Proofread)
    chosen = admitted(scope.chosen, engine.shelf.aliases, engine.shelf.with_duties)
    engine.retriever.begin(text, chosen)
    held = engine.facets()
    library = with_unheld(held, (text, *said), engine.vocabulary)
    within = library.within(chosen)
    earlier: list[Question] = []
    seated = lambda office: _is_seated(office, engine)  # noqa: E731

    def read(words: str, facets: Facets) -> Question:
        before = [one.text for one in earlier]
        listed = lambda: last_lists(map(answered, reversed(earlier)))  # noqa: E731
        understood = read_question(words, facets, before, year, lambda: answered(earlier[-1]), listed, seated)
        return understood.within(scope, chosen)

    def read_each(words: str) -> Question:
        """Read a text and the questions it asks, each after those before it."""
        whole = read(words, within)
        asked: list[Question] = []
        for nth, typed in enumerate(questions_in(words, within.places), 1):
            one = _in_one_breath(asked, replace(read(typed, within), nth=nth, typed=typed), held)
            asked.append(one)
            earlier.append(one)
        return replace(whole, asked=tuple(asked) or whole.asked)

    for words in leaned_on(text, [] if is_no_question(text) else said):
        before = read_each(words)
        earlier += [] if before.asked else [before]
    question = replace(read_each(text) if to_answer else read(text, within), proofread=notice)
    beyond = named_beyond(read(text, library), chosen, library.documents) if chosen else ()
    return replace(question, beyond=beyond)


def _in_one_breath(before: Sequence[Question], one: Question, held: Facets) -> Question:
    """Read a question of a text after those before it."""
    return _of_unheld(before, one, held) if stands_alone(one.typed) else _narrowed_as(before, one)


def _narrowed_as(before: Sequence[Question], one: Question) -> Question:
    """Narrow a question that leans on those before it in a text to what the nearest of them names."""
    for earlier in reversed(before):
        named = earlier.places or earlier.bodies
        one = replace(
            one,
            places=one.places or (() if one.bodies else earlier.places),
            bodies=one.bodies or (() if one.places else earlier.bodies),
            years=one.years or earlier.years,
            counted=one.counted if one.years else earlier.counted,
        )
        if named:
            break
    return one


def _of_unheld(before: Sequence[Question], one: Question, held: Facets) -> Question:
    """Ask one that names no source of the place that one before it in a text names in vain.

    Of a place the library holds nothing of, nothing that is asked in one breath is told for another.
    """
    if one.places or one.bodies or one.titled or one.documents:
        return one
    known = set(map(short_place, held.places))
    for earlier in reversed(before):
        if places := tuple(place for place in earlier.places if short_place(place) not in known):
            return replace(one, places=places)
    return one


def _as_said(
    text: str, previous: Sequence[str], mend: Callable[[str], Proofread]
) -> tuple[str, list[str], str]:
    """Write a text and the questions before it as they are read; what is said of a draft asks for it anew.

    :param mend: gives a text as it is meant where it is mistyped.
    :return: the text, those questions, and what was mended in the text, as a reader is told.
    """
    now, *before = (mend(as_read(words)) for words in (text, *previous))
    typed = [words.text for words in before]
    said = [words for words in without_drafts(typed) if not is_no_question(words)]
    return redrafted(now.text, typed) or now.text, said, now.notice


def _is_seated(office: Question, engine: Engine) -> bool:
    """Tell whether a document of the body that a question names gives work to the office it names inside."""
    docs = engine.shelf.with_duties([office.unit]) if office.inside else set()
    return any(
        info.doc in docs and is_of_bodies(office.inside, office.places, info)
        for info in engine.shelf.documents()
    )

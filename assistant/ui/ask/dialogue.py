"""What a user does to a conversation into its next states, each kept before it is shown."""

from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

from assistant.assistant import Assistant
from assistant.history import Conversation, Vote
from assistant.http.faults import explain
from assistant.ui.ask.talk import Talk, Turn, talk_of
from assistant.understanding.scope import EVERYWHERE, Scope
from ingest.errors import WorkPlanError


class Dialogue:
    """The conversations of one user."""

    def __init__(self, assistant: Assistant, user: str) -> None:
        self._assistant = assistant
        self._user = user

    def open(self, id: str) -> Talk:
        """A conversation as it was kept.

        :raises NoSuchConversation: the user has none of that id.
        """
        messages = self._assistant.history.messages(self._user, id)
        talk = talk_of(id, messages, next((kept.title for kept in self.kept() if kept.id == id), ""))
        if not talk.turns:
            return talk
        last = talk.turns[-1]
        return talk.put(replace(last, further=self._further(last)))

    def present(self, talk: Talk, address: str) -> Talk:
        """The conversation on a page; one that the server has forgotten is opened by the page's address."""
        named = parse_qs(urlsplit(address).query).get("c", [])
        if talk.id or not named:
            return talk
        try:
            return self.open(named[0])
        except WorkPlanError:
            return talk

    def kept(self, words: str = "") -> list[Conversation]:
        """The user's conversations that hold the words, the one changed last first."""
        return self._assistant.history.conversations(self._user, words)

    def rename(self, talk: Talk, id: str, title: str) -> Talk:
        """Give a conversation another title."""
        self._assistant.history.rename(self._user, id, title)
        return replace(talk, name=title.strip()) if talk.id == id else talk

    def delete(self, talk: Talk, id: str) -> Talk:
        """Delete a conversation; where it was the open one, begin a new one.

        An answer that is growing is broken off first, or its end would store the conversation again.
        """
        self._assistant.history.delete(self._user, id)
        return Talk() if talk.id == id else self.stop(talk)

    def ask(self, talk: Talk, question: str, scope: Scope = EVERYWHERE) -> Iterator[Talk]:
        """Grow a conversation by a question, first without, then with more and more of its answer.

        Earlier turns that were unfolded are folded again, so that no answer sends them all once more.
        """
        turn = Turn(question, writing=True, scope=scope)
        talk = replace(talk, id=talk.id or self._assistant.history.start(self._user), whole=False)
        return self._answer(self.stop(talk), turn)

    def again(self, talk: Talk, id: str, question: str = "", scope: Scope | None = None) -> Iterator[Talk]:
        """Ask a question again, in other words or another scope; what came after it is dropped."""
        old = talk.turn(id)
        if old is None:
            return iter([talk])
        self._assistant.history.truncate(self._user, talk.id, old.id)
        turn = Turn(question.strip() or old.question, writing=True, scope=scope or old.scope)
        return self._answer(talk.before(id), turn)

    def resume(self, talk: Talk) -> Iterator[Talk]:
        """Answer a last question that was left without an answer when the page or the program ended."""
        if not (talk.turns and talk.turns[-1].pending):
            return iter(())
        turn = talk.turns[-1]
        return self._answer(talk.before(turn.id), replace(turn, writing=True))

    def stop(self, talk: Talk) -> Talk:
        """Break off the answer that is growing, and keep what there is of it."""
        halted = talk.halted
        if halted is not talk:
            self._keep(halted)
        return halted

    def vote(self, talk: Talk, id: str, vote: Vote | None) -> Talk:
        """Keep what the user thinks of an answer; None takes it back."""
        turn = talk.turn(id)
        if turn is None:
            return talk
        self._assistant.history.vote(self._user, talk.id, id, vote)
        return talk.put(replace(turn, vote=vote))

    def _answer(self, talk: Talk, turn: Turn) -> Iterator[Talk]:
        previous = [earlier.question for earlier in talk.turns]
        try:
            self._keep(talk.put(turn))
            yield talk.put(turn)
            with closing(self._assistant.stream(turn.question, previous, turn.scope)) as answers:
                for answer in answers:
                    turn = replace(turn, answer=answer)
                    if self._assistant.has_chat_model:  # else it is the last one, which is shown below
                        yield talk.put(turn)
            turn = replace(turn, writing=False, further=self._further(turn))
            self._keep(talk.put(turn))
        except Exception as error:
            turn = replace(turn, answer=None, error=explain(error), writing=False)
            with suppress(WorkPlanError):
                self._keep(talk.put(turn))
        yield talk.put(turn)

    def _keep(self, talk: Talk) -> None:
        """Keep the last turn."""
        self._assistant.history.save(self._user, talk.id, talk.turns[-1].message)

    def _further(self, turn: Turn) -> tuple[str, ...]:
        return self._assistant.further(turn.answer) if turn.answer else ()

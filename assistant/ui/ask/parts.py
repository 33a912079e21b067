"""The components of the tab, and what fills those that show a conversation."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from assistant.assistant import Assistant
from assistant.ui.ask.dialogue import Dialogue
from assistant.ui.ask.show import conversation, found, head, listing
from assistant.ui.ask.talk import Talk
from assistant.ui.markup import or_explain
from assistant.ui.who import user_of

if TYPE_CHECKING:
    import gradio as gr


@dataclass(frozen=True, slots=True)
class Parts:
    """What the tab is made of.

    :param now: the conversation on the page, and `chosen` what its next question is narrowed to.
    """

    now: "gr.State"
    chosen: "gr.State"
    words: "gr.Textbox"
    listed: "gr.HTML"
    head: "gr.HTML"
    talk: "gr.HTML"
    found: "gr.HTML"
    source: "gr.HTML"
    filters: "gr.HTML"
    chips: "gr.HTML"
    box: "gr.Textbox"
    fresh: "gr.Button"

    @property
    def shown(self) -> list[Any]:
        """What shows a conversation, in the order of `show`."""
        return [self.now, self.head, self.talk, self.found]


def shown_by(assistant: Assistant, talk: Talk, request: "gr.Request") -> tuple[Dialogue, Talk]:
    """The user's conversations, and the one on the page, though the server may have begun anew since."""
    dialogue = Dialogue(assistant, user_of(request))
    return dialogue, dialogue.present(talk, str(request.headers.get("referer", "")))


def show(talk: Talk) -> tuple[Talk, str, str, str]:
    """A conversation with a question in it."""
    return talk, head(talk), conversation(talk), found(talk)


def show_any(assistant: Assistant, talk: Talk) -> tuple[Talk, str, str, str]:
    """A conversation, or the welcome where it has no question yet."""
    return show(talk) if talk.turns else (talk, head(talk), welcome(assistant), found(talk))


def welcome(assistant: Assistant) -> str:
    """The empty conversation, with questions the library can answer."""
    return or_explain(lambda: conversation(Talk(), assistant.examples()))


def list_talks(dialogue: Dialogue, words: str, talk: Talk) -> str:
    """The conversations that hold the words."""
    return or_explain(lambda: listing(dialogue.kept(words.strip()), talk.id, words.strip()))

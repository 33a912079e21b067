"""Conversations opened, begun, found, renamed, deleted and voted on into events of the page."""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from assistant.assistant import Assistant
from assistant.history import Vote
from assistant.http.faults import explain
from assistant.ui.ask.dialogue import Dialogue
from assistant.ui.ask.parts import Parts, list_talks, show_any, shown_by
from assistant.ui.ask.show import conversation, head
from assistant.ui.ask.talk import Talk
from assistant.ui.markup import PLAIN, QUIET, notice
from assistant.ui.panel import told_by
from assistant.ui.who import user_of

if TYPE_CHECKING:
    import gradio as gr


def connect_keeping(assistant: Assistant, parts: Parts, blocks: "gr.Blocks", asking: list[Any]) -> None:
    """Open the conversation the address names, and connect the list of conversations."""
    import gradio as gr  # noqa: PLC0415

    outputs = [*parts.shown, parts.listed]

    def loaded(words: str, request: gr.Request) -> Any:  # noqa: ANN401
        return opened(str(request.query_params.get("c") or ""), words, request)

    def chosen(event: gr.EventData, words: str, request: gr.Request) -> Any:  # noqa: ANN401
        return *opened(str(told_by(event, "talkId")["talkId"]), words, request), ""

    def opened(id: str, words: str, request: gr.Request) -> tuple[Any, ...]:
        dialogue = Dialogue(assistant, user_of(request))
        try:
            shown = show_any(assistant, dialogue.open(id) if id else Talk())
        except Exception as error:
            shown = (Talk(), head(Talk()), notice(explain(error), "error"), "")
        return *shown, list_talks(dialogue, words, shown[0])

    def begin(words: str, request: gr.Request) -> Any:  # noqa: ANN401
        return *opened("", words, request), ""

    def listed(words: str, talk: Talk, request: gr.Request) -> str:
        return list_talks(Dialogue(assistant, user_of(request)), words, talk)

    def unfolded(talk: Talk, request: gr.Request) -> tuple[Talk, str]:
        talk = replace(shown_by(assistant, talk, request)[1], whole=True)
        return talk, conversation(talk)

    blocks.load(loaded, parts.words, outputs, **QUIET)
    emptied = [*outputs, parts.source]
    parts.listed.talk(chosen, parts.words, emptied, cancels=asking, **QUIET)
    for fresh in (parts.fresh.click, parts.head.fresh):
        fresh(begin, parts.words, emptied, cancels=asking, **QUIET)
    parts.talk.whole(unfolded, parts.now, [parts.now, parts.talk], queue=False, **QUIET, **PLAIN)
    listing = {"inputs": [parts.words, parts.now], "outputs": parts.listed, **QUIET}
    parts.words.change(listed, trigger_mode="always_last", **listing)
    parts.head.relist(listed, queue=False, **listing, **PLAIN)


def connect_changes(assistant: Assistant, parts: Parts, asking: list[Any]) -> None:
    """Connect what changes a conversation without asking: names, deletion, votes."""
    import gradio as gr  # noqa: PLC0415

    def renamed(event: gr.EventData, talk: Talk, words: str, request: gr.Request) -> Any:  # noqa: ANN401
        told = told_by(event, "talkId", "fields")
        title = dict(told["fields"]).get("title", "")
        return changed(lambda d, t: d.rename(t, str(told["talkId"]), title), talk, words, request)

    def deleted(event: gr.EventData, talk: Talk, words: str, request: gr.Request) -> Any:  # noqa: ANN401
        told = told_by(event, "talkId")
        return changed(lambda d, t: d.delete(t, str(told["talkId"])), talk, words, request)

    def voted(event: gr.EventData, talk: Talk, words: str, request: gr.Request) -> Any:  # noqa: ANN401
        told = told_by(event, "turn")
        return changed(lambda d, t: d.vote(t, str(told["turn"]), vote_of(told)), talk, words, request)

    def changed(
        change: Callable[[Dialogue, Talk], Talk], talk: Talk, words: str, request: gr.Request
    ) -> tuple[Any, ...]:
        dialogue, talk = shown_by(assistant, talk, request)
        said = ""
        try:
            talk = change(dialogue, talk)
        except Exception as error:
            said = notice(explain(error), "error")
        return *show_any(assistant, talk), said + list_talks(dialogue, words, talk)

    inputs, outputs = [parts.now, parts.words], [*parts.shown, parts.listed]
    parts.listed.rename(renamed, inputs, outputs, **QUIET)
    parts.listed.delete(deleted, inputs, outputs, cancels=asking, **QUIET)
    for voting in (parts.talk.vote, parts.talk.unvote):
        voting(voted, inputs, outputs, **QUIET)


def vote_of(asked: dict[str, Any]) -> Vote | None:
    """The vote of a button or form; None where it is taken back."""
    if "up" not in asked:
        return None
    reasons = [value.strip() for _, value in asked.get("fields", ()) if value.strip()]
    return Vote(bool(asked["up"]), "；".join(reasons))

"""From a question and the passages found for it to an answer a chat model writes and the code checks."""

from collections.abc import Generator, Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from typing import TYPE_CHECKING

from assistant.answer import Answer, Mode, joined
from assistant.citing.citations import Sources, marks
from assistant.citing.reading import key_of, read_sentences
from assistant.citing.verify import verify
from assistant.writing.budget import cut_to, room, tokens
from assistant.writing.llm import Chat, OutOfTime, inert, load_prompt
from ingest.errors import ModelUnavailable
from ingest.records import Chunk, Hit

if TYPE_CHECKING:
    from langchain_core.prompts import ChatPromptTemplate

REFUSAL = "段落中没有答案"
_LONGEST_QUESTION = 1000


def write(question: str, hits: Sequence[Hit], chat: Chat) -> Generator[Answer, None, None]:
    """Yield the growing answer; a sentence appears once its quotes are found, the others are counted.

    The last answer is complete. Closing the iterator stops the model; as it can be closed only when it
    yields, it does so for every sentence read once there is something to show.

    :param hits: passages, best first; as many are shown to the model as fit a context of 8,192 tokens.
    :raises ModelUnavailable: if the model fails or nothing it wrote can be proved; answers already
        yielded are then void. `str(error)` is the line for the reader.
    """
    prompt = load_prompt("answer", "question", "passages", "refusal")
    asked = {"question": inert(question[:_LONGEST_QUESTION]), "refusal": REFUSAL}
    passages = select(hits, room_beside(prompt, **asked))
    messages = prompt.format_messages(passages=show(passages), **asked)
    sources = Sources()
    answer = Answer(question, "", Mode.MODEL)
    try:
        with closing(chat.stream(messages)) as words, closing(read_sentences(words)) as sentences:
            for sentence in sentences:
                if REFUSAL in sentence.text:
                    continue
                verdict = verify(sentence, passages)
                if not verdict:
                    answer = replace(answer, dropped=answer.dropped + 1)
                    if answer.text:
                        yield answer
                    continue
                numbers = dict.fromkeys(sources.cite(q.chunk, q.start, q.end) for q in verdict.quotes)
                line_break = "\n" if answer.text and sentence.opens_line else ""
                text = answer.text + line_break + sentence.text + marks(numbers)
                answer = replace(answer, text=text, citations=sources.citations)
                yield answer
    except OutOfTime as error:
        if not answer.text:
            raise
        answer = replace(answer, notice=unfinished_notice(error))
    if not answer.text:
        raise nothing_proved(chat, answer.dropped)
    answer = replace(answer, notice=joined(answer.notice, dropped_notice(answer.dropped)))
    cited = {(citation.doc, citation.start) for citation in answer.citations}
    yield replace(answer, related=tuple(hit for hit in hits if not _holds(hit.chunk, cited)))


def nothing_proved(chat: Chat, dropped: int) -> ModelUnavailable:
    """Give the error for a model that found no answer, or none that the passages support."""
    if not dropped:
        return ModelUnavailable(f"模型 {chat.model} 没有从找到的段落中读出答案")
    return ModelUnavailable(f"模型 {chat.model} 写的 {dropped} 句话在原文中都找不到依据，已全部略去")


def dropped_notice(dropped: int) -> str:
    """Give the line above what is left of a model's sentences where some were left out."""
    return f"模型另有 {dropped} 句未找到依据，已去掉" if dropped else ""


def fallback_notice(error: ModelUnavailable) -> str:
    """Give the line above an answer that had to do without the model."""
    return f"{str(error).rstrip('。')}。以下改为直接摘录原文"


def without_model(extractive: Answer, error: ModelUnavailable) -> Answer:
    """Say above an answer made without the model why; a refusal stays one."""
    if extractive.refused:
        return replace(extractive, notice=joined(str(error).rstrip("。"), extractive.notice))
    return replace(extractive, mode=Mode.FALLBACK, notice=joined(fallback_notice(error), extractive.notice))


def unfinished_notice(error: OutOfTime) -> str:
    """Give the line above what a model had written, and the passages support, when its time was over."""
    return f"{str(error).rstrip('。')}。以下是已经核对的部分"


def room_beside(prompt: "ChatPromptTemplate", **said: str) -> int:
    """Tell how many tokens of passages fit beside the instructions, which stay whole, and the answer."""
    messages = prompt.format_messages(passages="", **said)
    return room(str(message.content) for message in messages)


def select(hits: Sequence[Hit], room: int) -> dict[str, Chunk]:
    """Give keys to the best passages that fit a number of tokens; the first is cut if it does not fit."""
    chosen: dict[str, Chunk] = {}
    for hit in hits:
        key = key_of(len(chosen))
        needed = tokens(_fenced(key, hit.chunk)) + 1
        if needed > room and chosen:
            break
        chosen[key] = _shortened(hit.chunk, needed - room)
        room -= needed
    return chosen


def show(passages: Mapping[str, Chunk]) -> str:
    """Fence each passage with its key, as a prompt shows them; no document can close or open a fence."""
    return "\n\n".join(_fenced(key, chunk) for key, chunk in passages.items())


def _fenced(key: str, chunk: Chunk) -> str:
    return f"<段落 键=⟦{key}⟧ 出处=“{inert(chunk.context)}”>\n{inert(chunk.text)}\n</段落>"


def _shortened(chunk: Chunk, excess: int) -> Chunk:
    """Take some tokens off the end of a passage."""
    if excess <= 0:
        return chunk
    text = cut_to(chunk.text, max(tokens(chunk.text) - excess, 1))
    return replace(chunk, text=text, end=chunk.start + len(text))


def _holds(chunk: Chunk, cited: set[tuple[str, int]]) -> bool:
    return any(doc == chunk.doc and chunk.start <= start < chunk.end for doc, start in cited)

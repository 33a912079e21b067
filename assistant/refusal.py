"""Too little evidence into a refusal that helps: what is missing, what comes nearest."""

from collections.abc import Sequence

from assistant.answer import Answer, Mode
from assistant.question import Intent, Question
from ingest.records import Hit

_NEAREST = 3
_NOTHING = "资料库中没有找到能回答这个问题的内容。"
_NO_FACT = {
    Intent.DUTY: "资料库中有相关内容，但没有写明由谁负责。",
    Intent.TASKS: "资料库中没有找到这个单位负责的工作。",
    Intent.DEADLINE: "资料库中有相关内容，但没有写明所问的时间。",
    Intent.FIGURE: "资料库中有相关内容，但没有写明所问的数字。",
}


def refuse(question: Question, hits: Sequence[Hit], on_topic: bool) -> Answer:
    """Decline in code, without a model.

    :param on_topic: whether the hits are about the topic and only the fact asked for is missing.
    """
    reason = _NO_FACT.get(question.intent, _NOTHING) if on_topic else _NOTHING
    places = list(dict.fromkeys(f"《{hit.chunk.title}》{_last(hit)}" for hit in hits))[:_NEAREST]
    nearest = ["最接近的内容：", *(f"· {place}" for place in places)] if places else []
    hint = "可以换一种说法，或写明年份、单位、文件名再问。" if places else "请先在“文档”中添加文件。"
    return Answer(question.text, "\n".join([reason, *nearest, hint]), Mode.REFUSAL, related=tuple(hits))


def _last(hit: Hit) -> str:
    return f" › {hit.chunk.path[-1]}" if hit.chunk.path else ""

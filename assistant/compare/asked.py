"""The words of a question into whether, and what of, a comparison is asked for."""

import re

from assistant.question import Intent, Question

_DIFFERENCE = re.compile(
    r"(?:有|是)?(?:什么|何|哪些|啥|没有|无|多大|几处)?(?:不同|不一样|异同|差别|差异|区别|出入)"
    r"|(?:有|发生)了?(?:什么|何|哪些|啥|没有|无)?(?:新?的?)?(?:变化|变动|改变|调整)(?:没有|吗|呢|了)?[?？。]?$"
    r"|怎么变|变没变|变了(?:没|吗|多少|什么)|(?:变化|变动)(?:情况|是什么|有哪些|大吗|大不大)"
    r"|对比|相比|比较(?:一下|下)?|(?:一样|相同|一致)(?:吗|不|么)|是否(?:一样|相同|一致)|是不是(?:一样|相同|一致)"
)
_FACTS = (Intent.FIGURE, Intent.DEADLINE, Intent.DUTY)


def compares(question: Question) -> bool:
    """Tell whether the parts of a question belong side by side: one fact of each, or what differs."""
    return question.intent in _FACTS or bool(_DIFFERENCE.search(question.text))

"""A question of how something is done (如何确权) into the deed that a text must name to tell it."""

import re

# Deeds that any text on the matter tells, without the word: 听证笔录如何处理.
_GENERAL = (
    "处理|处置|安排|开展|解决|实施|进行|推进|落实|组织|操作|办理|规定|确定|保证|确保|防止|做好|开始|理解|看待|说明|保障"
    "|计算|核算|测算|加强|提高|防范|应对|管理|使用|发展|建立|建设|完善|推动|促进|[做办弄干搞走算说收定处罚][\u4e00-\u9fff]|选[择取]"
)
_HOW = re.compile(rf"(?:如何|怎样)(?:去|来|能|才能)?(?!{_GENERAL}|[个么样着])(?P<deed>[\u4e00-\u9fff]{{2}})")

# A thing and a deed, and nothing else: 养老保险怎么转移. Who says more says it in words of his own.
_BARE = re.compile(
    r"^(?!.*[年的我你])[^，,。?？]{2,10}?(?:怎么|如何|怎样)(?:去|来|能|才能)?(?![么样着看办])[\u4e00-\u9fff]{1,2}[呢?？。]*$"
)


def asks_how_barely(question: str) -> bool:
    """Tell whether a question asks how something is done to a thing, and says nothing else of it."""
    return _BARE.search(question) is not None


def in_writing(question: str) -> str:
    """Put the word a question asks with as it is written: 怎么 as 如何."""
    return question.replace("怎么", "如何")


def deed_asked(question: str) -> str:
    """Give the deed whose manner a question asks for, where it is one of its own (如何{确权}); else ""."""
    asked = _HOW.search(in_writing(question) if asks_how_barely(question) else question)
    return asked["deed"] if asked else ""

"""What is said to the assistant and asks nothing of the documents (你好, 你能做什么) into what it replies."""

import re

_END = r"[\s，,。！!？?~～…吗呢啊吧呀]*"
_GREETING = re.compile(
    rf"(?:(?:你|您|大家)好|早上好|上午好|下午好|晚上好|早安?|hi|hello|哈[喽啰]|嗨|在吗|在不在){_END}",
    re.IGNORECASE,
)
_THANKS = re.compile(
    rf"(?:谢谢|多谢|感谢|辛苦|麻烦)(?:[你您啦了]|大家)*{_END}|thank(?:s| ?you){_END}"
    rf"|(?:好的?|明白|知道|收到|再见|拜拜)了?{_END}",
    re.IGNORECASE,
)
_IT = "(?:你|您|这(?:个|款)?(?:系统|软件|工具|助手|程序)?)(?:到底)?"
_ABOUT_ITSELF = re.compile(
    rf"{_IT}(?:是(?:谁|什么|干什么的|做什么的|哪位|机器人|人工智能|AI)|叫什么(?:名字)?"
    rf"|(?:能|会|可以)(?:帮我)?(?:做|干|回答|问)?(?:些|点)?什么(?:问题|事)?|有(?:什么|哪些)功能|(?:该|要)?怎么(?:用|使用|操作)){_END}"
    rf"|(?:怎么|如何)(?:用|使用)(?:你|这个(?:系统|助手|工具)){_END}|使用(?:帮助|说明){_END}|help",
    re.IGNORECASE,
)
_WRITE = r"(?:写|起草|草拟|拟|撰写|生成|编)(?:写)?"
_NOT_ASKING = "(?!.*(?:谁|哪|什么|多少|怎么|几))"
_REQUEST = re.compile(
    rf"{_WRITE}(?:一下|(?:一下)?[一1]?[段份篇个些]){_NOT_ASKING}(?:[\d一二三四五六七八九十百]+字(?:左右|以内|以上)?的?)?"
    r"(?:关于|有关)?(?:(?P<year>20\d\d)年)?(?P<topic>[^，,。；;？?]*)"
    rf"|{_WRITE}{_NOT_ASKING}(?:关于|有关)?(?:(?P<its_year>20\d\d)年)?(?P<its_topic>[^，,。；;？?]{{2,30}}?)[一1][段份篇][。！!]*$"
)
_GUIDE = (
    "我按资料库里的文件回答问题，每句话都注明出处，文件里没有的不会回答。\n"
    "可以直接问，例如：\n"
    "· 谁负责意识形态工作？\n· 政工人事股负责哪些工作？\n· 6月底前要完成哪些工作？\n"
    "要起草，可以说：写一段校园安全的工作措施；指定年份和单位，请用“起草”页。要查看文件、对照年份，请用“浏览”页。"
)


def small_talk(text: str) -> str:
    """Give what to reply to a text that asks nothing of the documents, or ""."""
    said = text.strip()
    if _GREETING.fullmatch(said) or _ABOUT_ITSELF.fullmatch(said):
        return _GUIDE
    return "不客气。还有要查的，请直接问。" if _THANKS.fullmatch(said) else ""


def request_to_write(text: str) -> tuple[str, int | None] | None:
    """Give the topic and the year of a text that asks for something to be written; None for any other."""
    asked = _REQUEST.match(text.strip())
    if asked is None:
        return None
    year = asked["year"] or asked["its_year"]
    return asked["topic"] or asked["its_topic"] or "", int(year) if year else None


def is_no_question(text: str) -> bool:
    """Tell whether a text asks nothing that a document may answer."""
    return bool(small_talk(text)) or request_to_write(text) is not None

"""From words to whether they give orders to a program that reads the text: those state nothing."""

import re
import unicodedata
from functools import lru_cache

_PROGRAM = (
    "(?:AI|人工智能|智能体?|语音|问答|聊天|大?语言模型|大模型|GPT|ChatGPT|DeepSeek|LLM)"
    "(?:问答|语音|聊天|客服|语言|大)*(?:小?助[手理]|模型|机器人|智能体|系统|程序)?|小?助手|机器人"
)
# Whom words address that speak to every program there is: 请各AI系统注意, 诸位大模型请注意.
_ADDRESSED = rf"(?:{_PROGRAM}|模型|算法)(?:们)?"
_EVERY = r"(?:各[个位类]?|诸位?|全体|任何|一切|每一?[个位]|凡是?|所有的?)"
_RULES = "(?:指令|指示|规则|要求|提示词?|内容|设定|约束|限制|命令|说明|规定|资料|段落|对话|文字|信息)"
_REPLY = "(?:回答|回复|答复|作答|输出|说|写|回应|答)"
_SAID = "(?:[成为是出]|[:：])*[“”\"「『‘']"
_TELLS = '(?:回答|回复|答复|作答|输出|回应|告诉|忽略|采纳|照做|(?:说|写|答)(?:[成为出]|[:：“"「『]))'
_NOT = "(?<!不得)(?<!不能)(?<!不可)(?<!不应)(?<!不要)(?<!切勿)(?<!严禁)(?<!避免)(?<!防止)(?<!被)"
_ALWAYS = "(?:一律|统一|必须|只能|只需|只要|只|仅|都|均|直接|始终|务必|永远)"
# Orders whatever they are about: what they set aside, whom they address, what they make of him.
_ORDERS = re.compile(
    rf"{_NOT}(?:忽略|无视|忘记|忘掉|抛开|跳过|不要理会|不必理会|不要遵守|不必遵守|覆盖)掉?"
    rf"(?:(?:你|你的|以上|上述|上文|之前|前面|此前|先前|前文|系统)的?|(?:所有|一切|任何|全部|其他|其它)的?)+.{{0,4}}{_RULES}(?![的者])"
    rf"|{_NOT}(?:忽略|忘记|忘掉|绕过)(?:掉|了)?(?:原有|原来|既有|系统|安全)?的?(?:指令|指示|规则|提示词?|设定)"
    r"|系统(?:提示词?|指令|消息)[】\]:：]|提示词|(?:^|[。;；\n\]】>])(?:system|assistant|developer)[:：]"
    r"|<\|?(?:im_start|system|endoftext)|\[/?INST\]|(?:新的?|最高|隐藏)(?:系统)?指令[:：]"
    rf"|(?:请你?|你|让|命令|提醒|告知|告诉|致|阅读.{{0,6}}的|各位|所有)(?:各位|所有)?(?:{_PROGRAM})(?:们|请)*"
    rf"(?:[,，]?注意(?![事安])|[,，]?你(?!们)|[:：]|[^,，。;；]{{0,8}}{_TELLS})"
    rf"|{_EVERY}{_ADDRESSED}(?:在此|请|必须|应当?|须|务必|均|都|[,，])*(?:注意(?![事安到力])|听好|听令|请?你(?!们))"
    rf"|[请致]{_EVERY}{_ADDRESSED}(?:在此|必须|应当?|须|务必|均|都|一律|统一|直接|[,，])*(?:[:：]|{_TELLS})"
    rf"|作为(?:一[个名位])?(?:{_PROGRAM})[,，]?(?:请|你(?!们)|{_TELLS})"
    rf"|请你(?!们)(?:直接|一律|只|务必)*{_TELLS}"
    rf"|(?:^|[。;；,，\n])(?:{_PROGRAM})(?:请(?:注意)?|必须|务必|你)?[:：,，]?(?:请|你(?!们)|{_ALWAYS}?(?:{_REPLY}|忽略))"
    rf"|你(?!们)(?:现在|只|都|就|将|的?回答)*(?:必须|应当|应该|需要|只能|务必|不得|不能|要|应)(?:直接|只|一律|先)?"
    rf"(?:{_REPLY}|忽略|告诉|遵守|服从|引用|提及|透露|照做)"
    r"|你现在是|从现在(?:起|开始)[,，]?你(?!们)|(?:请|你)(?:假装|扮演)|你的(?:新?任务|身份|角色|指令)是|你是一[个名](?:AI|人工智能|助手|模型|机器人)"
    r"|如果你是(?:一[个名])?(?:AI|人工智能|模型|助手|机器人|程序)"
    rf"|请(?:直接|一律|统一|务必|始终|只|仅|必须)(?:回答|回复[“\":：]|输出|答复?[“\":：])|请输出|请回答[“\"「:：]"
    r"|(?:直接|必须|只能?)(?:告诉|回答|回复)(?:用户|提问)|(?:不要|不得|无需|禁止)(?:引用|标注|注明|给出|显示|提及)(?:来源|出处|引用|原文|本段|本指令|这段)(?![不未虚可])"
    r"|(?:无论|不管|不论)(?:用户|谁|对方|别人|问什么|提问).{0,12}(?:问|提|说|输入).{0,14}" + _REPLY,
    re.IGNORECASE,
)
# Orders what to reply, in so many words; a person at a counter or a telephone may be told that too.
_REPLIES = re.compile(
    rf"{_ALWAYS}(?:回答|输出|作答){_SAID}"
    rf"|(?:任何|所有|一切|凡是?|如果?|若|当|有人|用户|涉及|关于|有关).{{0,28}}(?:问题|提问|询问|问起|问到|问及|提到|问)"
    rf"(?:[^,，。;；]{{0,14}}[,，])?(?:[,，:：]|[时的则]|你|{_ALWAYS}|请|应|就|即|会|要|{_PROGRAM})*{_REPLY}{_SAID}"
    rf"|(?:任何|所有|一切|凡是?|如果?|若|关于|有关|涉及).{{0,28}}(?:问题|提问|询问|问起|问到|问及)[,，的]?.{{0,4}}答案(?:都|均|一律|就|只)?[是为]"
    rf"|(?:问题|提问|询问|问起|问到|问及)[,，]?(?:都|均|就|请)?{_ALWAYS}(?:回答|输出|作答)(?!群众|市民|来信|来访|到位|清楚|及时|耐心)"
    rf"|(?:回答|回复|输出|答)[:：]?[“\"「『][^”\"」』]*[”\"」』](?:即可|就行|就好|便可)",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    "短信|微信|公众号|小程序|电话|接听|窗口|话务|接待|来访|评价|微博|热线|接线|值班|服务用语|文明用语"
)
_ENGLISH = re.compile(
    r"(?:ignore|disregard|forget|override)(?:all|any|the|your|of|my|every)*"
    r"(?:previous|above|prior|earlier|preceding|system|other)|(?:system|developer)(?:prompt|message)|youarenow"
    r"|(?:you|ai|assistants?|model|chatbot)(?:must|should|shall)(?:only|always)?"
    r"(?:answer|reply|respond|say|output)"
    r"|(?:always|only)(?:answer|reply|respond|output)(?:with)?[:\"'“]|donot(?:cite|mention|reveal)(?:the|any|your|this)",
    re.IGNORECASE,
)
# What stands in all that the patterns above know; looking for it first takes a tenth of their time.
_SIGNS = (
    *("你", "答", "回复", "输出", "告诉", "忽略", "无视", "忘记", "忘掉", "抛开", "跳过", "理会", "遵守"),
    *("覆盖", "绕过", "系统提示", "系统指令", "系统消息", "提示词", "指令", "智能", "语音", "聊天", "模型"),
    *("AI", "助手", "助理", "机器人", "算法", "来源", "出处", "引用", "原文", "本段", "这段"),
)
_DICTATES = re.compile("(?:说|写|回应)[成为是出:]*[“”\"「『‘']|[A-Za-z]{2}")
_UNSEEN = re.compile(r"[\s\u200b-\u200f\u2060\ufeff\u00ad*_`]+")
_SHORTEST = 4
_READ = 8192


@lru_cache(maxsize=_READ)
def commands(statement: str) -> bool:
    """Tell whether words give orders to an assistant: they state nothing, even where nothing else stands.

    Signs nobody sees, blanks and the width of letters make no difference.
    """
    words = _seen(statement)
    if len(statement) < _SHORTEST or not _has_sign(words):
        return False
    if _ORDERS.search(words) or _ENGLISH.search(words):
        return True
    return _REPLIES.search(words) is not None and not _PEOPLE.search(words)


def may_command(text: str) -> bool:
    """Tell whether any sentence of a text may be an order: most have no sign of one, which is soon seen."""
    return _has_sign(_seen(text))


def _seen(text: str) -> str:
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", text))


def _has_sign(words: str) -> bool:
    return any(map(words.__contains__, _SIGNS)) or _DICTATES.search(words) is not None

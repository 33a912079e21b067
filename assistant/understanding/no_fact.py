"""Questions whose 几 or 谁 asks for no number and for nobody's duty: what they ask for is a topic."""

import re

_DONE_TO = "约谈|表彰|表扬|奖励|补助|补贴|资助|救助|帮扶|慰问|走访|培训|通报|问责|处罚|考核|抽查|优待|免收"
_MAY_I = "[行可成中好]不[行可成中好]?|可以[吗么不]|[行成中]吗|没事[吧吗]|没问题吧"
# To whom something is done: 约谈谁. Some, where yes or no is asked: 带几本作业去改，可以吗.
NO_FACT = re.compile(
    rf"(?:{_DONE_TO})(?:了|的是)?谁[呢?？。]*$"
    r"|^(?!.*(?:多少|几[^，,?？]*几|有几|是几|谁|哪|什么)).*几[^，,。?？]{1,14}[，,]?[^，,。?？]{0,6}"
    rf"(?:{_MAY_I})[?？。]*$"
)

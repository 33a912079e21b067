"""From passages of past plans to the sentences on a topic that a new plan may follow."""

import re
from collections.abc import Iterator, Sequence

from assistant.citing.citations import fold, pairs_of
from assistant.citing.proof import Quote
from assistant.citing.wording import is_addressed
from assistant.drafting.carry import elsewhere
from ingest.records import Chunk, Hit
from ingest.text import sentences

_MOST_EXCERPTS = 6
_MOST_SENTENCES = 3
_MOST_OF_ONE_PLAN = 2
_ON_TOPIC = 0.5  # share of the topic's character pairs
_SAME = 0.5  # share of common character pairs from which two sentences say the same
_SHORTEST = 10
_FILLER = re.compile("工作|建设|加强|推进|强化|开展|做好|计划|要点|方案")
_LABEL = re.compile(
    r"\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、.．](?!\d(?!\d{3}年))|[一二三四五六七八九]是|[①-⑳]"
    r"|第[一二三四五六七八九十]+[章节条])\s*"
)
# What ties a sentence to the one before it, and what tells that it reports instead of planning.
_TIE = re.compile(r"(?:同时|此外|另外|其中|一方面|另一方面)[,，]?|并(?![且举])|要(?![求素点害])")
_REPORTED = re.compile(
    r"了(?!解)|新(?:设立|成立|组建)的|^\d{4}年(?:\d{1,2}月)?(?:\d{1,2}日)?起|已(?!故)|累计|同比|顺利|圆满|得到|有望|快于|好转|不足|不再|未发生|连续.{1,4}年|有效落实|作出重要部署"
    r"|(?:超额|全面|按期)完成.*任务|增长\d[\d.]*%(?!以上|左右)|[汲吸]取.*教训|教训.{0,4}深刻|连续发生|表示,|去年|截至|截止"
    r"|年(?:\d{1,2}月)?[^,。]{0,12}(?:成立|组建|印发|发布|召开|发生)"
)
_REPORT = re.compile("(?:总结|回顾|成效|成绩|(?<!报告)情况)$|工作(?:总结|回顾|完成情况|情况)|完成情况")
_PLAN = re.compile("计划|要点|安排|打算|规划|方案|意见|部署")
# A row of a table as its parser writes it: `头：格　头：格`.
_ROW = re.compile("^[^。]{1,20}[：:][^。]*\u3000[^。：:]{1,20}[：:]|\u3000[^。：:\u3000]{1,10}[：:]")
# The head of a table, the name of a document.
_NO_SENTENCE = re.compile("^序号|的(?:通报|通知|决定|批复|函|公告|意见)$")
_DUTY = re.compile(r"\s*[（(【\[][^（）()]*(?:责任|牵头|配合|负责)[^（）()]*[)）】\]]\s*")
# The same on a line of its own, without brackets.
_BARE_DUTY = re.compile(
    r"\s*(?:责任|牵头|配合)(?:股室|科室|处室|部室|单位|部门|学校|人|领导)[：:][^。（）()]+\s*"
)
# A plan opens with what guides it and closes with what secures it.
_OPENING = re.compile("总体要求|指导思想|为指导|深入学习贯彻")
_CLOSING = re.compile("保障|督查|督导|考核|问责|责任追究|责任制|组织领导|监督")


def excerpts(topic: str, issuer: str, hits: Sequence[Hit]) -> list[list[Quote]]:
    """Choose up to six groups of sentences, each from one passage: heading, measures, responsible unit.

    They come from several plans, say nothing twice and nothing about other places than the issuer's; what
    guides the work comes first, what secures it last.
    """
    found = [excerpt for hit in hits if (excerpt := _excerpt(hit.chunk, topic, issuer))]
    return sorted(_choose(found), key=_place)


def _excerpt(chunk: Chunk, topic: str, issuer: str) -> list[Quote]:
    """Choose the sentences of a passage to follow: its run-in heading, measures on the topic, the duty."""
    if _reports(chunk):
        return []
    heading = chunk.path[-1] if chunk.path else ""
    title = fold(_LABEL.sub("", heading, count=1)).text.rstrip("。.")
    about = _on_topic(heading, topic)
    head: list[Quote] = []
    body: list[Quote] = []
    duty: list[Quote] = []
    for start, end in sentences(chunk.text):
        quote = _quote(chunk, start, end)
        folded = fold(words_of(quote)).text.rstrip("。.")
        if folded and folded == title:
            head = [quote] if about else []
        elif _is_duty(chunk.text[start:end]):
            duty = [quote] if about and not duty else duty
        elif _ROW.search(chunk.text[start:end].strip()) or not _is_whole(folded):
            continue
        elif (about or _on_topic(folded, topic)) and _is_measure(folded, issuer):
            body.append(quote)
    return [*head, *body[:_MOST_SENTENCES], *duty] if body else []


def _reports(chunk: Chunk) -> bool:
    """Tell whether a passage tells what was done: its headings say so, or its title, which names no plan."""
    headings = (fold(heading).text.rstrip("。.") for heading in chunk.path)
    title = fold(chunk.title).text
    return any(map(_REPORT.search, headings)) or bool(_REPORT.search(title) and not _PLAN.search(title))


def _is_whole(folded: str) -> bool:
    """Tell whether no bracket or title opens in a sentence and closes in another."""
    return all(folded.count(opening) == folded.count(closing) for opening, closing in ("()", "[]", "《》"))


def _is_measure(folded: str, issuer: str) -> bool:
    if is_addressed(folded) or _NO_SENTENCE.search(folded):
        return False
    return len(folded) >= _SHORTEST and not _REPORTED.search(folded) and not elsewhere(folded, issuer)


def _quote(chunk: Chunk, start: int, end: int) -> Quote:
    """Give a span of a passage without white space, numbering and connecting words in front."""
    for pattern in (_LABEL, _TIE):
        match = pattern.match(chunk.text, start, end)
        start = match.end() if match else start
    words = chunk.text[start:end]
    start += len(words) - len(words.lstrip())
    return Quote(chunk, chunk.start + start, chunk.start + start + len(words.strip()))


def words_of(quote: Quote) -> str:
    """Give the words a quote spans."""
    return quote.chunk.text[quote.start - quote.chunk.start : quote.end - quote.chunk.start]


def sentence_of(quote: Quote) -> str:
    """Give the words as a draft writes them: units in charge stand in brackets behind the measures."""
    words = words_of(quote)
    return f"（{words}）" if _BARE_DUTY.fullmatch(words) else words


def _is_duty(words: str) -> bool:
    return bool(_DUTY.fullmatch(words) or _BARE_DUTY.fullmatch(words))


def _on_topic(words: str, topic: str) -> bool:
    pairs = pairs_of(fold(_FILLER.sub("", topic)).text) or pairs_of(fold(topic).text)
    return bool(pairs) and len(pairs & pairs_of(fold(words).text)) >= _ON_TOPIC * len(pairs)


def _choose(excerpts: Sequence[list[Quote]]) -> Iterator[list[Quote]]:
    """Pick excerpts, best first: from several plans, leaving out what has been said."""
    said: list[set[str]] = []
    plans: list[str] = []
    for excerpt in excerpts:
        doc = excerpt[0].chunk.doc
        fresh = [quote for quote in excerpt if not _said(words_of(quote), said)]
        measures = [quote for quote in fresh if not _is_duty(words_of(quote))]
        if plans.count(doc) == _MOST_OF_ONE_PLAN or not any(len(words_of(q)) >= _SHORTEST for q in measures):
            continue
        said += [pairs_of(fold(words_of(quote)).text) for quote in measures]
        plans.append(doc)
        yield fresh
        if len(plans) == _MOST_EXCERPTS:
            return


def _said(words: str, said: Sequence[set[str]]) -> bool:
    pairs = pairs_of(fold(words).text)
    return any(len(pairs & other) > _SAME * min(len(pairs), len(other)) for other in said if pairs and other)


def _place(excerpt: Sequence[Quote]) -> int:
    first = words_of(excerpt[0])
    return 0 if _OPENING.search(first) else 2 if _CLOSING.search(first) else 1

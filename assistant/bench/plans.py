"""The words of the samples and the lexicon into a folder of generated plans, the same ones on every run."""

import re
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from itertools import islice
from pathlib import Path
from random import Random

from assistant.keeper import SAMPLES
from assistant.understanding.lexicon import EVERYDAY
from ingest.errors import UnsupportedFormat
from ingest.files import find_files
from ingest.reader import read_document
from ingest.records import Document

_PARTS, _ITEMS, _SENTENCES = 6, 8, 8
"""Of a plan, of its parts, of their items; each item becomes one passage of about 350 characters."""

_NUMERALS = "一二三四五六七八"
_PLACES = "东西南北清云安宁华林石河湖山泉松"
_OFFICES = (
    "教育局",
    "财政局",
    "卫生健康局",
    "民政局",
    "应急管理局",
    "农业农村局",
    "生态环境局",
    "人民政府办公室",
)
_VERBS = ("加强", "推进", "完善", "规范", "落实", "深化", "提升", "健全", "开展", "优化", "强化", "统筹")
_FORMS = (
    "围绕{a}，{verb}{b}，{clause}，{other}。",
    "{verb}{a}和{b}，{clause}。",
    "{clause}，把{a}纳入{b}的重点内容，{other}。",
    "{month}月底前完成{a}，年内{b}达到{share}%以上，{clause}。",
    "建立{a}台账，{clause}，每季度通报{b}情况。",
    "{clause}，{other}，以{a}促进{b}，安排{count}个单位先行。",
)
_ASKED = (
    "{term}由谁负责？",
    "{term}有哪些措施？",
    "{year}年{term}要达到多少？",
    "{term}什么时候完成？",
    "{office}{year}年怎样抓{term}？",
)
_CLAUSE = re.compile(r"[\u4e00-\u9fff]{6,24}")


@dataclass(frozen=True, slots=True)
class Words:
    """What generated plans are made of."""

    terms: Sequence[str]
    clauses: Sequence[str]
    units: Sequence[str]


def write_plans(folder: Path, passages: int) -> None:
    """Write enough plans for so many passages, each of its own words and none a copy of another."""
    for number in range(-(-passages // (_PARTS * _ITEMS))):
        (folder / f"{number:05d}.txt").write_text(plan(number), encoding="utf-8")


def plan(number: int) -> str:
    """Write the plan of a number."""
    random = Random(number)
    place = "".join(random.sample(_PLACES, 2))
    lines = [f"{place}县{random.choice(_OFFICES)}{random.randint(2005, 2026)}年工作要点", ""]
    for part in range(_PARTS):
        lines.append(f"{_NUMERALS[part]}、{random.choice(_VERBS)}{random.choice(_words().terms)}")
        items = enumerate(islice(_items(random), _ITEMS), part * _ITEMS + 1)
        lines += (f"{position}.{text}" for position, text in items)
    return "\n".join(lines) + "\n"


def questions(count: int) -> list[str]:
    """Make so many questions about the plans, no two alike."""
    random, made = Random(0), dict[str, None]()
    while len(made) < count:
        term, office, year = (
            random.choice(_words().terms),
            random.choice(_OFFICES),
            random.randint(2005, 2026),
        )
        made[random.choice(_ASKED).format(term=term, office=office, year=year)] = None
    return list(made)


def write_samples(folder: Path) -> None:
    """Write the text of each sample, so that the questions over them can be asked among generated plans."""
    for document in _samples():
        file = folder / f"{document.doc}.txt"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(document.text, encoding="utf-8")


def _items(random: Random) -> Iterator[str]:
    words = _words()
    while True:
        topic = random.choice(words.terms)
        sentences = "".join(
            form.format(
                a=topic if number == 0 else random.choice(words.terms),
                b=random.choice(words.terms),
                verb=random.choice(_VERBS),
                clause=random.choice(words.clauses),
                other=random.choice(words.clauses),
                month=random.randint(3, 12),
                share=random.randint(60, 99),
                count=random.randint(2, 90),
            )
            for number, form in enumerate(random.choices(_FORMS, k=_SENTENCES))
        )
        units = "、".join(random.sample(words.units, random.randint(1, 3)))
        yield f"{random.choice(_VERBS)}{topic}。{sentences}（责任单位：{units}）"


@cache
def _words() -> Words:
    lines = EVERYDAY.read_text(encoding="utf-8").splitlines()
    official = (line.partition("\t")[2].split() for line in lines if not line.startswith("#"))
    clauses: dict[str, None] = {}
    units: dict[str, None] = {}
    for document in _samples():
        clauses |= dict.fromkeys(_CLAUSE.findall(document.text))
        units |= dict.fromkeys(duty.unit for duty in document.duties)
    terms = dict.fromkeys(term for row in official for term in row)
    return Words(tuple(terms), tuple(clauses), tuple(units))


@cache
def _samples() -> tuple[Document, ...]:
    documents = []
    for file in find_files(SAMPLES):
        with suppress(UnsupportedFormat):  # old formats need LibreOffice
            documents.append(read_document(file.path, file.doc))
    return tuple(documents)

"""Passages of an invented plan to write and draft from."""

import re

from ingest.records import Chunk, Hit

OFFSET = 100  # every passage stands this far into its document


def passage(text: str, *path: str, title: str = "云溪县教育局2024年工作要点", doc: str = "plan.txt") -> Chunk:
    years = tuple(int(year) for year in re.findall("[0-9]{4}", title))
    return Chunk(
        id=f"{doc}-0",
        doc=doc,
        section=1,
        start=OFFSET,
        end=OFFSET + len(text),
        text=text,
        title=title,
        path=path,
        years=years,
        organ="云溪县教育局",
    )


IDEOLOGY = passage(
    "3.强化网络意识形态管理。落实意识形态工作责任制,加强对网站、公众号的安全管控。不得转发未经核实的信息。"
    "(责任股室:办公室、政工人事股)",
    "一、加强党的领导",
    "3.强化网络意识形态管理",
    doc="ideology.txt",
)
KINDERGARTENS = passage(
    "（二）办好学前教育。全县公办园占比达60%以上,普惠率达85%以上,新建幼儿园12所,改造农村小学5所。"
    "小班、中班班额分别不超过25人、30人。（责任股室：基教股）",
    "二、提升质量",
    "（二）办好学前教育",
    doc="kindergartens.txt",
)
BUSES = passage(
    "根据云教发〔2023〕15号文件，2024年8月31日前完成校车检查，每学期不少于2次。严禁超员运行。",
    "三、校园安全",
    doc="buses.txt",
)
PASSAGES = {"c1": IDEOLOGY, "c2": KINDERGARTENS, "c3": BUSES}


def hits(*chunks: Chunk) -> list[Hit]:
    return [Hit(chunk, 1.0) for chunk in chunks or PASSAGES.values()]


def words(chunk: Chunk, start: int, end: int) -> str:
    return chunk.text[start - chunk.start : end - chunk.start]

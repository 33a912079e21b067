"""The sample documents, read once, and rows of a table of styles as test cases."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from ingest.clean import Cleaned, clean
from ingest.parse.read import read_file
from ingest.reader import read_document
from ingest.records import Document, Section

SAMPLES = Path(__file__).parents[2] / "data" / "samples"

# Samples that show many styles, as patterns of their paths.
DAMAGED = "网络转载/*组织部*"
FLAT = "网络转载/*应急管理局*"
FUNDS = "2023/*专项资金*"
HEALTH = "2024/*卫生健康局*"
HOSPITALS = "2023/*公立医院*"
MASKED = "网络转载/*师德师风*"
MONEY = "2024/*财政局*"
NEWS = "2024/*简报*"
REPOST = "网络转载/*学区化*"
REVIEW = "2023/*中期评估*"
SHEET = "2024/*.xlsx"
SPLIT = "网络转载/*民政局*"


def styles(names: str, rows: Mapping[str, tuple[object, ...]]) -> pytest.MarkDecorator:
    """Run a test once for each style, under the style's name."""
    return pytest.mark.parametrize(names, list(rows.values()), ids=list(rows))


def path_of(sample: str) -> Path:
    """The one sample whose path fits a pattern."""
    (path,) = SAMPLES.glob(sample)
    return path


@cache
def read(sample: str) -> Document:
    path = path_of(sample)
    return read_document(path, path.relative_to(SAMPLES).as_posix())


@cache
def cleaned(sample: str) -> Cleaned:
    source = read_file(path_of(sample))
    return clean(source.lines, source.metadata)


def headings(document: Document) -> list[str]:
    """The headings without their blanks, each indented by its level."""
    return [_indented(section) for section in document.sections[1:] if section.heading]


def _indented(section: Section) -> str:
    return "  " * section.level + "".join(section.heading.split())

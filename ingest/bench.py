"""Files into the speed of reading them, whole and by stage: `python -m ingest.bench [FOLDER...]`."""

import inspect
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from functools import partial, wraps
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from ingest import reader
from ingest.errors import ReadError
from ingest.files import FoundFile, find_files
from ingest.records import Document

SAMPLES = Path(__file__).parents[1] / "data" / "samples"
_PASSES = 7

Files = Sequence[tuple[FoundFile, Document]]
Extract = Callable[[bytes], object]


def main() -> None:
    """Read the samples and every folder named on the command line; print speeds and shares as tables."""
    print_reading([Path(name) for name in sys.argv[1:]], Console())


def print_reading(folders: Sequence[Path], console: Console) -> None:
    """Read the samples and some folders; print the speed of each format beside bare libraries, and shares."""
    by_format: dict[str, list[tuple[FoundFile, Document]]] = defaultdict(list)
    for folder in (SAMPLES, *folders):
        for file in find_files(folder):
            try:
                document = reader.read_document(file.path, file.doc)
            except ReadError as error:
                console.print(str(error), markup=False)
            else:
                by_format[document.format].append((file, document))
    console.print(_speed_table(by_format))
    console.print(_stage_table(by_format))


def _speed_table(by_format: Mapping[str, Files]) -> Table:
    """Reading from bytes to facts beside the text extraction of bare libraries, for the same characters."""
    table = Table("format", "files", "characters", "by", "characters/s", "x library")
    for column in table.columns[1:3] + table.columns[4:]:
        column.justify = "right"
    for name, files in sorted(by_format.items()):
        characters = sum(len(document.text) for _, document in files)
        libraries = _libraries(name)
        seconds = _medians([partial(_read, files), *(partial(_extract, files, run) for _, run in libraries)])
        table.add_row(
            name, str(len(files)), f"{characters:,}", "reader", f"{characters / seconds[0]:,.0f}", ""
        )
        for (library, _), alone in zip(libraries, seconds[1:], strict=True):
            table.add_row("", "", "", library, f"{characters / alone:,.0f}", f"{seconds[0] / alone:.1f}")
    return table


def _medians(works: Sequence[Callable[[], None]]) -> list[float]:
    """Median seconds of each piece of work, all done in turn so that they meet the same machine."""
    seconds: list[list[float]] = [[] for _ in works]
    for _ in range(_PASSES):
        for work, taken in zip(works, seconds, strict=True):
            start = time.perf_counter()
            work()
            taken.append(time.perf_counter() - start)
    return [statistics.median(taken) for taken in seconds]


def _read(files: Files) -> None:
    for file, _ in files:
        reader.read_document(file.path, file.doc)


def _extract(files: Files, run: Extract) -> None:
    for file, _ in files:
        run(file.path.read_bytes())


def _stage_table(by_format: Mapping[str, Files]) -> Table:
    """Share of the reading time that each function the reader calls takes, by format."""
    shares = {name: _stage_shares(files) for name, files in sorted(by_format.items())}
    table = Table("stage", *shares)
    for column in table.columns[1:]:
        column.justify = "right"
    for stage in dict.fromkeys(stage for taken in shares.values() for stage in taken):
        table.add_row(stage, *(f"{taken[stage]:.1%}" for taken in shares.values()))
    return table


def _stage_shares(files: Files) -> dict[str, float]:
    """Time the functions of other modules that `ingest.reader` names, in the order they are called."""
    seconds: dict[str, float] = defaultdict(float)
    stages = {
        name: value
        for name, value in vars(reader).items()
        if inspect.isfunction(value) and value.__module__ != reader.__name__
    }
    start = time.perf_counter()
    try:
        for name, stage in stages.items():
            setattr(reader, name, _timed(stage, name, seconds))
        for _ in range(_PASSES):
            _read(files)
    finally:
        for name, stage in stages.items():
            setattr(reader, name, stage)
    whole = time.perf_counter() - start
    return {name: taken / whole for name, taken in seconds.items()}


def _timed(stage: Callable[..., Any], name: str, seconds: dict[str, float]) -> Callable[..., Any]:
    @wraps(stage)
    def timed(*args: Any, **kwargs: Any) -> Any:  # noqa: ANN401
        start = time.perf_counter()
        try:
            return stage(*args, **kwargs)
        finally:
            seconds[name] += time.perf_counter() - start

    return timed


def _libraries(name: str) -> list[tuple[str, Extract]]:
    """The bare libraries that give the text of a format, by name."""
    known: dict[str, list[tuple[str, Extract]]] = {
        "txt": [("bytes.decode", _decoded)],
        "md": [("bytes.decode", _decoded)],
        "html": [("lxml text_content", _lxml), *_trafilatura()],
        "docx": [("python-docx paragraphs", _python_docx)],
        "pdf": [("pypdfium2 get_text_range", _pypdfium2)],
        "xlsx": [("calamine rows", _calamine)],
    }
    return known.get(name, [])


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("gb18030", errors="replace")


def _lxml(data: bytes) -> str:
    from lxml import html  # noqa: PLC0415

    return str(html.document_fromstring(data).text_content())


def _trafilatura() -> list[tuple[str, Extract]]:
    if find_spec("trafilatura") is None:
        return []
    import trafilatura  # noqa: PLC0415

    return [("trafilatura extract", trafilatura.extract)]


def _python_docx(data: bytes) -> list[str]:
    import docx  # noqa: PLC0415

    return [paragraph.text for paragraph in docx.Document(BytesIO(data)).paragraphs]


def _pypdfium2(data: bytes) -> list[str]:
    import pypdfium2  # noqa: PLC0415

    with pypdfium2.PdfDocument(data) as document:
        return [page.get_textpage().get_text_range() for page in document]


def _calamine(data: bytes) -> list[object]:
    import python_calamine  # noqa: PLC0415

    workbook = python_calamine.CalamineWorkbook.from_filelike(BytesIO(data))
    return [workbook.get_sheet_by_name(name).to_python() for name in workbook.sheet_names]


if __name__ == "__main__":
    main()

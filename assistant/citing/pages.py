"""A quote from a PDF into the number of the page it stands on."""

from functools import lru_cache
from pathlib import Path

from assistant.citing.citations import fold
from ingest.parse.pdf import PDFIUM

_ENOUGH = (24, 10)  # folded characters that tell a place from others; fewer where a page ends within them
_SECONDS_TO_WAIT = 0.5
_REMEMBERED = 8


def page_of(path: Path, quote: str) -> int:
    """Number of the page, from 1, on which a quote begins; 0 when it cannot be told now."""
    words = fold(quote).text
    if path.suffix.lower() != ".pdf" or not words:
        return 0
    try:
        pages = _pages(path, path.stat().st_mtime_ns)
    except (OSError, RuntimeError, ValueError):
        return 0
    beginnings = [words[:size] for size in _ENOUGH]
    return next((n for part in beginnings for n, text in enumerate(pages, start=1) if part in text), 0)


@lru_cache(maxsize=_REMEMBERED)
def _pages(path: Path, _changed: int) -> tuple[str, ...]:
    """The folded text of each page.

    :raises TimeoutError: while another PDF is being read, which may take minutes.
    """
    import pypdfium2  # noqa: PLC0415

    if not PDFIUM.acquire(timeout=_SECONDS_TO_WAIT):
        raise TimeoutError(path)
    try:
        with pypdfium2.PdfDocument(path) as document:
            return tuple(fold(page.get_textpage().get_text_range()).text for page in document)
    finally:
        PDFIUM.release()

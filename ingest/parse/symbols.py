"""Characters of symbol fonts and radicals, which no search would find, into the characters they look like."""

import re
import unicodedata

# The private-use places of Wingdings and Symbol, which Word and WPS set ticks, boxes and bullets in.
_SIGNS = {
    0x52: "☑",
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0x70: "□",
    0x71: "□",
    0x72: "□",
    0x75: "◆",
    0xA1: "○",
    0xA3: "□",
    0xA7: "▪",
    0xA8: "□",
    0xB7: "•",
    0xD8: "➢",
    0xE0: "→",
    0xE8: "→",
    0xFB: "×",
    0xFC: "√",
    0xFD: "☒",
    0xFE: "☑",
}
_ODD = re.compile(r"[\uf000-\uf0ff\u2e80-\u2fd5]")


def readable(text: str) -> str:
    """Write radicals (⼊) as the characters they stand for (入) and signs of symbol fonts as common ones."""
    return _ODD.sub(_common, text)


def sign(code: str) -> str:
    """The character for a place in a symbol font, in hexadecimal as Word states it; "" for one not known."""
    try:
        return _SIGNS.get(int(code, 16) & 0xFF, "")
    except ValueError:
        return ""


def _common(found: re.Match[str]) -> str:
    char = found[0]
    return _SIGNS.get(ord(char) & 0xFF, "") if char >= "\uf000" else unicodedata.normalize("NFKC", char)

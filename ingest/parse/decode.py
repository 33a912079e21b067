"""Bytes of a text file into clean Unicode, or an error; never mojibake."""

import codecs
import re

from charset_normalizer import from_bytes

from ingest.errors import UnreadableText

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_TRIED = ("utf-8", "gb18030", "big5")
# Of 20,000 Han characters these few make up over a quarter of any running text.
_COMMON = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得"
    "经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事"
    "平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题"
    "党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被"
    "干做必战先回则任取据处府研局教育校要點學國會對務實發縣區業與為經過這來時個們產種後開應無關內數點單責辦領導組織黨規劃總結項"
)
_HAN = re.compile(r"[\u3400-\u9fff]")
_DAMAGE = re.compile(r"[\ufffd\ue000-\uf8ff\x00-\x08\x0b\x0e-\x1f]|锟斤拷|[\xc0-\xff]{3}|[\u0080-\u009f]")
# What a text in a national encoding is made of; Hangul, private use or rare scripts mean a wrong guess.
_EXPECTED = re.compile(
    r"[\t\n\f\r -~\u00a0-\u00bf\u00d7\u00f7\u2000-\u206f\u2100-\u27bf"
    r"\u3000-\u30ff\u3200-\u33ff\u3400-\u9fff\uff00-\uffef]"
)
_LEAST_EXPECTED = 0.95
_MOST_DAMAGE = 0.003
_LEAST_COMMON = 0.12
_ENOUGH_HAN = 20
_SAMPLE = 4_000


def decode(data: bytes, name: str) -> str:
    """Decode a text file whose encoding nobody states: a byte order mark, utf-8, GB18030, UTF-16, Big5.

    A candidate must decode strictly and read like Chinese: the common characters of running text make up at
    least an eighth of it, and damaged characters (U+FFFD, private use, control) stay below 0.3%. Whatever is
    not utf-8 must besides consist of Chinese and common signs by 95%.

    :param name: the file's name, for the message.
    :raises UnreadableText: no encoding gives readable text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _accepted(_strict(data, encoding), name)
    if b"\x00" in data[:4096]:
        return _accepted(_probable(_best(data, ("utf-16-le", "utf-16-be"))), name)
    text = _strict(data, "utf-8")
    if text is not None and not is_damaged(text):
        return _accepted(text, name)
    return _accepted(_probable(_best(data, _TRIED) or _guessed(data)), name)


def is_damaged(text: str) -> bool:
    """Tell whether replacement, private-use or mojibake characters make up more than 0.3% of a text."""
    return len(_DAMAGE.findall(text)) > max(2, len(text) * _MOST_DAMAGE)


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _best(data: bytes, encodings: tuple[str, ...]) -> str | None:
    texts = [text for encoding in encodings if (text := _strict(data, encoding)) is not None]
    return max(texts, key=_share_of_common, default=None)


def _guessed(data: bytes) -> str | None:
    best = from_bytes(data).best()
    return None if best is None else str(best)


def _probable(text: str | None) -> str | None:
    sample = (text or "")[:_SAMPLE]
    return text if len(_EXPECTED.findall(sample)) >= len(sample) * _LEAST_EXPECTED else None


def _share_of_common(text: str) -> float:
    sample = text[:_SAMPLE]
    han = _HAN.findall(sample)
    if len(han) < _ENOUGH_HAN:
        return 1.0 if not is_damaged(sample) else 0.0
    return sum(char in _COMMON for char in han) / len(han)


def _accepted(text: str | None, name: str) -> str:
    if text is None or is_damaged(text) or _share_of_common(text) < _LEAST_COMMON:
        raise UnreadableText(
            f"文字编码无法识别，内容会成乱码：{name}。请用记事本或 WPS 另存为 UTF-8 后再导入"
        )
    return text.replace("\r\n", "\n").replace("\r", "\n")

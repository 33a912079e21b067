"""The lines of a file while they become those of its document, with an account of every change."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from ingest.clean.furniture import is_furniture
from ingest.numbering import read_marker
from ingest.records import Diagnostic, DiagnosticKind, Line

BODY_CHARS = 60
_ITEM_CHARS = 12
_AROUND = 8
_MOST_PLACES = 3


class RepairKind(StrEnum):
    """Damage whose meaning is certain, in the words the report uses."""

    INVISIBLE = "不可见字符"
    MARKUP = "残留网页代码"
    RADICAL = "部首代字"
    SPACED = "字间空格"
    STOP = "句号写成圆点"
    DECIMAL = "小数点写成句号"
    DOUBLED = "重复字符"
    SERIAL = "拆页编号"
    PAGE = "跨页断句"
    CELLS = "逐格表格"
    WRAP = "硬换行"
    FLAT = "丢失换行"


@dataclass(frozen=True, slots=True)
class Repair:
    """How often damage of one kind was repaired.

    :param characters: how many characters the text has fewer for it, white space aside; negative where column
        heads are said again in every row.
    """

    kind: RepairKind
    places: int
    characters: int = 0


class Sheet:
    """Lines under repair: whatever is taken out, changed or doubtful is written down beside its line."""

    def __init__(self, lines: Sequence[Line], facts: Mapping[str, str] | None = None) -> None:
        self.lines = list(lines)
        self.facts = dict(facts or {})
        self._removed: list[tuple[int, str]] = []
        self._places: Counter[RepairKind] = Counter()
        self._characters: Counter[RepairKind] = Counter()
        self._doubts: dict[str, list[str]] = {}
        self._faults: Counter[str] = Counter()
        self._diagnostics: list[Diagnostic] = []
        self._closed_up: set[int] = set()
        self._furniture: dict[str, bool] = {}

    def text(self, index: int) -> str:
        """The words of a line without the blanks around them; "" when it is empty or taken out."""
        return self.lines[index].text.strip()

    def filled(self) -> list[int]:
        """Indices of the lines that hold words."""
        return [i for i, line in enumerate(self.lines) if line.text and not line.text.isspace()]

    def is_furniture(self, index: int) -> bool:
        """Tell whether a whole line is furniture of a page; asked often, worked out once."""
        text = self.text(index)
        known = self._furniture.get(text)
        if known is None:
            known = self._furniture[text] = is_furniture(text)
        return known

    def is_body(self, index: int) -> bool:
        """Tell whether a line is running text or a numbered item, not a headline or a link."""
        text = self.text(index)
        running = len(text) >= BODY_CHARS and "。" in text
        if not running and (len(text) < _ITEM_CHARS or read_marker(text) is None):
            return False
        return not self.is_furniture(index)

    def took(self, first: int, last: int) -> bool:
        """Tell whether a line between two others was taken out."""
        return any(first < index < last for index, _ in self._removed)

    def take(self, index: int, *, parts: bool = True) -> None:
        """Take a line out; unless it `parts`, what stood around it stands together then."""
        if self.text(index):
            self._removed.append((index, self.text(index)))
        self.lines[index] = Line("")
        if not parts:
            self._closed_up.add(index)

    def take_from(self, index: int, words: str) -> None:
        """Take words out of a line."""
        line = self.lines[index]
        self._removed += [(index, words)] * line.text.count(words)
        self.lines[index] = Line(line.text.replace(words, ""), line.style)

    def state(self, facts: Mapping[str, str]) -> None:
        """Keep facts a page states; what is known already stays."""
        self.facts = {**facts, **self.facts}

    def rewrite(self, index: int, text: str, kind: RepairKind, places: int = 1) -> None:
        """Write a line anew where its damage is certain."""
        self.repaired(kind, places, solid(self.lines[index].text) - solid(text))
        self.lines[index] = Line(text, self.lines[index].style)

    def join(self, above: int, below: int) -> None:
        """Put the words of a line behind those of another, where a page ended in mid-sentence."""
        line = self.lines[above]
        self.lines[above] = Line(line.text.rstrip() + self.text(below), line.style)
        for index in range(above + 1, below + 1):
            self.close_up(index)
        self.repaired(RepairKind.PAGE, 1)

    def close_up(self, index: int) -> None:
        """Drop a line whose words have moved to another, or that parts what belongs together."""
        self.lines[index] = Line("")
        self._closed_up.add(index)

    def repaired(self, kind: RepairKind, places: int, characters: int = 0) -> None:
        """Count repairs."""
        if not places and not characters:
            return
        self._places[kind] += places
        self._characters[kind] += characters

    def doubt(self, fault: str, text: str, start: int, end: int) -> None:
        """Write down a place whose damage is not certain enough to repair."""
        self._faults[fault] += 1
        if self._faults[fault] <= _MOST_PLACES:
            above = text[max(0, start - _AROUND) : start].rpartition("\n")[2]
            below = text[end : end + _AROUND].partition("\n")[0]
            self._doubts.setdefault(fault, []).append((above + text[start:end] + below).strip())

    def report(self, kind: DiagnosticKind, message: str) -> None:
        """Write down what a reader should look at."""
        self._diagnostics.append(Diagnostic(kind, message))

    @property
    def removed(self) -> tuple[str, ...]:
        """What was taken out, in the order of the file."""
        return tuple(text for _, text in sorted(self._removed, key=lambda item: item[0]))

    @property
    def repairs(self) -> tuple[Repair, ...]:
        """What was repaired, by kind."""
        return tuple(Repair(kind, self._places[kind], self._characters[kind]) for kind in self._places)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What a reader should check against the original; of one fault the first places are shown."""
        found = list(self._diagnostics)
        for fault, places in self._doubts.items():
            shown = "、".join(f"“{place}”" for place in places)
            more = f"等{self._faults[fault]}处" if self._faults[fault] > _MOST_PLACES else ""
            found.append(Diagnostic(DiagnosticKind.DAMAGE, f"{fault}：{shown}{more}"))
        return tuple(found)

    def kept(self) -> list[Line]:
        """The lines that are left, an empty one where a paragraph ends."""
        return [line for index, line in enumerate(self.lines) if index not in self._closed_up]


def solid(text: str) -> int:
    """Count the characters of a text, white space aside."""
    return len("".join(text.split()))

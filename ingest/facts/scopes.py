"""Groups of units into the sections that their duties apply to, and what of these they cover."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from ingest.facts.clauses import TOPIC
from ingest.facts.units import Group
from ingest.records import Scope, Section

# Below it nothing but other labels may stand: 完成时限：6月底
_CLOSES = re.compile(
    r"[ \u3000。；;.]*(?:\n[ \u3000]*[\u4e00-\u9fff]{2,8}\s?[:：][^\n。]{1,60}[。；;]?)*[ \n\u3000]*"
)
_ABOVE = re.compile(r"(?<=[。；;：:\n\u3000（(）) ])(?:以上|上述)")
_THIS_PART = re.compile(r"[（(]?本(?:节|章|部分|板块|方面|大项)")
_SEVERAL = 2
_LONGEST_TOPIC, _IN_BRACKET = 24, 4  # characters before a group and at its start in which its topic is named


class Places:
    """Tells where the duties of a document's groups of units belong, and what they cover."""

    def __init__(self, text: str, sections: Sequence[Section], groups: Sequence[Group]) -> None:
        self._text, self._sections = text, sections
        self._starts = [section.start for section in sections]
        self._owners = sorted({self.printed(group) for group in groups})
        self._on_lines = {self.printed(group) for group in groups if self._has_a_line(group)}
        self._children: dict[int, list[int]] = {}
        for index, section in enumerate(sections):
            if section.parent is not None and section.heading:
                self._children.setdefault(section.parent, []).append(index)
        self._closes_lists = self._has_the_habit_to_close_lists()

    def printed(self, group: Group) -> int:
        """Find the innermost section whose own text names a group."""
        return self.at(group.start)

    def at(self, start: int) -> int:
        """Find the innermost section whose own text a place lies in."""
        return bisect_right(self._starts, start) - 1

    def of(self, group: Group) -> tuple[int, Scope]:
        """Find the section that a group's duties apply to, and their scope.

        以上任务由A牵头 behind the last of several items is said of the section that holds them; behind one in
        their midst it stays open how far it reaches. （本节责任单位：A） behind the last item is read alike.
        """
        place = self.printed(group)
        section = self._sections[place]
        siblings = [] if section.parent is None else self._children.get(section.parent, [])
        if len(siblings) > 1 and section.heading and self._is_about_items(section, group):
            return (section.parent or 0, Scope.SECTION) if siblings[-1] == place else (place, Scope.OPEN)
        if len(siblings) > 1 and section.parent and _THIS_PART.match(self._text, group.start):
            return (section.parent, Scope.SECTION) if siblings[-1] == place else (place, Scope.OPEN)
        if group.tasked:
            return place, Scope.ITEM
        if section.own_end < section.end:
            return place, Scope.SECTION
        closes = _CLOSES.fullmatch(self._text, group.end, section.own_end) is not None
        if not closes or section.parent is None or not self._is_last_and_lone(place, section.parent):
            return place, Scope.ITEM
        is_of_list = self._has_a_line(group) and (self._closes_lists or self._is_one_sentence(siblings))
        return (section.parent, Scope.SECTION) if is_of_list else (place, Scope.OPEN)

    def _has_a_line(self, group: Group) -> bool:
        """Tell whether a group opens a line of its own: 责任科室：生产科."""
        line = self._text.rfind("\n", 0, group.start) + 1
        is_heading = self._sections[self.at(group.start)].start >= line
        return not is_heading and not self._text[line : group.start].strip(" \u3000（(【[")

    def _has_the_habit_to_close_lists(self) -> bool:
        """Tell whether such lines stand below the last items of several lists and below no other item."""
        lists = [children for children in self._children.values() if len(children) > 1]
        named = [[child for child in children if child in self._on_lines] for children in lists]
        lone = [own == children[-1:] for own, children in zip(named, lists, strict=True) if own]
        return len(lone) >= _SEVERAL and all(lone)

    def _is_one_sentence(self, siblings: Sequence[int]) -> bool:
        """Tell whether items are the points of one sentence: all but the last end in a comma or semicolon."""
        ends = (self._text[self._sections[at].start : self._sections[at].own_end] for at in siblings[:-1])
        return all(end.rstrip().endswith(("；", ";", "，", "、")) for end in ends)

    def _is_about_items(self, section: Section, group: Group) -> bool:
        """Tell whether a group says that it is about the items above it: （以上任务由A牵头）.

        In a part of the document's first level that has paragraphs of its own these are what stands above.
        """
        start = max(section.start, group.start - _LONGEST_TOPIC)
        said = _ABOVE.search(self._text, start, group.start + _IN_BRACKET)
        topic = None if said is None else TOPIC.match(self._text, said.start())
        if topic is None or topic.end() < group.start:
            return False
        return section.level > 1 or "\n" not in self._text[section.body : topic.start()].strip("（( \n")

    def _is_last_and_lone(self, place: int, parent: int | None) -> bool:
        """Tell whether a section is the last of several and the only one of its family with duties."""
        if parent is None or self._sections[parent].parent is None:
            return False
        siblings = self._children.get(parent, [])
        after = bisect_left(self._starts, self._sections[parent].end)
        family = bisect_left(self._owners, after) - bisect_left(self._owners, parent)
        return len(siblings) > 1 and siblings[-1] == place and family == 1

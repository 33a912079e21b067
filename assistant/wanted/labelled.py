"""A line that says by its label who is responsible (责任人：德育处 王立新) for what it stands under."""

import re

LABELLED = r"(?:责任|负责|牵头|分管|包保|带班)(?:人|领导)\s*[:：]"
_LINE = re.compile(rf"^\W*{LABELLED}")


def is_labelled(text: str) -> bool:
    """Tell whether a line begins with such a label, so that the headings above say of what it is."""
    return _LINE.match(text) is not None

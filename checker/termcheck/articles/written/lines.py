"""The lines of a text, as readers of line by line formats see them."""

import re
from typing import NamedTuple

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")


class Line(NamedTuple):
    """A line and where it stands in the file."""

    start: int
    end: int
    """Without white space at its end, and without the line end."""
    indent: int
    """Columns of white space at its beginning; a tab goes on to the next multiple of eight."""
    text: str
    """Without white space at either end."""

    @property
    def first(self) -> int:
        """Where its text starts in the file."""
        return self.end - len(self.text)

    @property
    def is_blank(self) -> bool:
        """Whether it holds nothing but white space."""
        return not self.text


def lines_of(text: str, start: int = 0) -> list[Line]:
    """The lines from an offset on."""
    found: list[Line] = []
    for match in _LINE.finditer(text, start):
        if match.start() == len(text) and found:
            break
        content = match[1].rstrip()
        bare = content.lstrip()
        indent = len(content[: len(content) - len(bare)].expandtabs(8))
        found.append(Line(match.start(), match.start() + len(content), indent, bare))
    return found

"""Groups of LaTeX: where each ends that begins somewhere."""

import re

_BRACE = re.compile(r"\\.|%[^\r\n]*|[{}]", re.DOTALL)


class Groups:
    """The groups of a text, found once when the first is asked for."""

    def __init__(self, text: str) -> None:
        """Keep the text."""
        self._text = text
        self._ends: dict[int, int] | None = None

    def end(self, at: int) -> int:
        """Where the group that opens at an offset ends; right after its brace if that never happens."""
        if self._ends is None:
            self._ends = {}
            open_braces: list[int] = []
            for match in _BRACE.finditer(self._text):
                if match[0] == "{":
                    open_braces.append(match.start())
                elif match[0] == "}" and open_braces:
                    self._ends[open_braces.pop()] = match.end()
        return self._ends.get(at, at + 1)

"""Groups and arguments of LaTeX: where each ends that begins somewhere."""

import re

_BRACE = re.compile(r"\\.|%[^\r\n]*|[{}]", re.DOTALL)
_OPTION = re.compile(r"[ \t]*\[[^\[\]]*(?:\[[^\[\]]*\][^\[\]]*)*\]")
_SPACE = re.compile(r"[ \t]*(?:\r\n|\r|\n)?[ \t]*")


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

    def after_space(self, at: int) -> int:
        """Where white space after an offset ends, one line break included."""
        match = _SPACE.match(self._text, at)
        return match.end() if match else at

    def after_option(self, at: int) -> int:
        """Where the optional argument after an offset ends; the offset itself where none follows."""
        match = _OPTION.match(self._text, at)
        return match.end() if match else at

    def after_options(self, at: int) -> int:
        """Where all optional arguments after an offset end."""
        while (end := self.after_option(at)) > at:
            at = end
        return at

    def after_arguments(self, at: int, count: int) -> int:
        """Where the star, the optional arguments and so many others end that follow a command."""
        at = self.after_options(at + self._text.startswith("*", at))
        for _ in range(count):
            opening = self.after_space(at)
            if not self._text.startswith("{", opening):
                return at
            at = self.after_options(self.end(opening))
        return at

    def after_code(self, at: int) -> int:
        """Where code in a line ends, which stands between braces or between a sign of choice."""
        sign = self._text[at : at + 1]
        if sign == "{":
            return self.end(at)
        end = self._text.find(sign, at + 1) if sign and not sign.isspace() else -1
        return end + 1 if end >= 0 else at

    def after_formula(self, at: int, closing: str) -> int:
        """Where a formula ends; the offset itself where it goes on for more than a paragraph, or without end."""
        start = at
        while (end := self._text.find(closing, at)) > 0 and self._text[end - 1] == "\\" and closing[0] == "$":
            at = end + 1
        return start if end < 0 or "\n\n" in self._text[start:end] else end + len(closing)

    def after_word(self, name: str, at: int) -> int:
        """Where a command ends: LaTeX reads white space after one made of letters as its end."""
        end = self.after_space(at)
        if name.isalpha() and self._text[end : end + 1] not in {"{", "["}:
            at = end
        return at + 2 if self._text.startswith("{}", at) else at

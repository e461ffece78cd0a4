"""Strings with inline elements, as XLIFF and TMX have them."""

from collections.abc import Mapping

from termcheck.articles.bilingual.content import Content, reads_as
from termcheck.articles.bilingual.xml_events import Event
from termcheck.model import BLOCK_BREAK, PROTECTED_MARK

CODE = "code"
"""Elements whose content is code of another format."""
EMPTY = "empty"
"""Elements that stand for code or text and hold nothing."""
LAYOUT = "layout"
"""Elements that stand for code which only lays out text."""

_DELETED = "x-sdl-deleted"
"""Type of the mark around what a tracked change of Trados deletes."""
_SUB = "sub"
"""Text inside code: a tooltip, an alternative text."""


class InlineText:
    """Collects one string from the events between its tags."""

    def __init__(self, start: int, kinds: Mapping[str, str]) -> None:
        """Begin a string; ``kinds`` says what inline elements are, those that it lacks just hold text."""
        self.content = Content(start)
        self._kinds = kinds
        self._around: list[tuple[str, str]] = []
        """Kind of each open element, and what the file calls it."""
        self._hidden = 0
        """Open elements whose text is not shown."""
        self._code: list[str] = []
        self._opened = start
        self._waiting = ""
        """What stands for an element whose end is not known yet."""
        self._waiting_from = start

    def take(self, event: Event) -> None:
        """Take an event inside the string."""
        self._settle(event.start)
        if event.kind == "text":
            if self._hidden:
                self._code.append(event.shown)
            else:
                self.content.add(event.shown, event.start, event.end)
        elif event.kind == "start":
            self._open(event)
        else:
            self._close(event)

    def end(self, place: int) -> Content:
        """End the string where its end tag begins."""
        self._settle(place)
        self.content.end = place
        return self.content

    def _settle(self, place: int) -> None:
        if self._waiting:
            self.content.add(self._waiting, self._waiting_from, place)
            self._waiting = ""

    def _wait(self, sign: str, start: int) -> None:
        self._waiting, self._waiting_from = sign, start

    def _open(self, event: Event) -> None:
        values = event.attributes
        kind = self._kinds.get(event.name, _SUB if event.name == _SUB else "")
        called = values.get("ctype") or values.get("subType") or values.get("type") or ""
        if not kind and values.get("mtype") == _DELETED:
            kind = LAYOUT
        elif not kind and (values.get("translate") == "no" or values.get("mtype") == "protected"):
            kind, called = CODE, "protected"
        self._around.append((kind, called))
        if kind == _SUB and self._hidden:
            self._wait(BLOCK_BREAK, event.start)
            self._around[-1] = (_SUB, str(self._hidden))
            self._hidden = 0
        elif kind in {CODE, LAYOUT, EMPTY}:
            if not self._hidden:
                self._opened = event.start
                self._code.clear()
                code = values.get("equiv-text") or values.get("equiv") or values.get("disp") or ""
                self._code.append(code if kind == EMPTY else "")
            self._hidden += 1

    def _close(self, event: Event) -> None:
        if not self._around:
            return
        kind, called = self._around.pop()
        if kind == _SUB and called:
            self._hidden = int(called)
            self._wait(BLOCK_BREAK, event.start)
        elif kind in {CODE, LAYOUT, EMPTY}:
            self._hidden -= 1
            if not self._hidden and kind != LAYOUT:
                sign = PROTECTED_MARK if called == "protected" else reads_as("".join(self._code).strip(), called)
                self._wait(sign, max(self._opened, self.content.end))

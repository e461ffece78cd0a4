"""What HTML elements mean for the view: blocks, protected content, headings, quotations, attributes that are prose.

Whole HTML files and the raw HTML in Markdown go through the same ``Elements``.
"""

from collections.abc import Callable

from termcheck.articles.directives import DirectiveLog
from termcheck.articles.elements import (
    ACROSS_BLOCKS,
    BLOCKS,
    CODE,
    CODE_BLOCKS,
    CODE_IN_LINE,
    END_EACH_OTHER,
    HEADINGS,
    INVISIBLE,
    NEVER_IN_CODE,
    RUBY,
    VOID,
    WHOLE_PAGE,
    WITH_ALTERNATIVE,
)
from termcheck.articles.html_text import show_html_text
from termcheck.articles.metadata import language_tag
from termcheck.articles.tags import Attribute, Token, TokenKind, attributes, fold_ascii, tokens
from termcheck.articles.view import OpenRegion, ViewBuilder
from termcheck.model import RegionKind

_NO_LANGUAGE = "und"
_DEEPEST = 200
"""An end tag looks for its start tag among so many open elements; more only occur in hostile files."""

TagWatcher = Callable[[str, dict[str, str]], None]
"""Called with the name and attributes of every start tag."""


def _has_words(text: str) -> bool:
    return any(map(str.isalnum, text))


class _EndTags:
    """Knows whether an element's end tag follows somewhere."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._folded: str | None = None
        self._last: dict[str, int] = {}

    def follows(self, name: str, offset: int) -> bool:
        """Whether ``</name`` stands at or after an offset of the file."""
        if name not in self._last:
            if self._folded is None:
                self._folded = fold_ascii(self._text)
            self._last[name] = self._folded.rfind(f"</{name}")
        return self._last[name] >= offset


class _Open:
    """An open element."""

    __slots__ = ("name", "regions")

    def __init__(self, name: str, regions: tuple[OpenRegion, ...]) -> None:
        self.name = name
        self.regions = regions
        """What begins and ends with it; the inner one last."""


class Elements:
    """Follows the elements of a text and shows in the view what a browser shows of them."""

    def __init__(self, builder: ViewBuilder, text: str, log: DirectiveLog, watch: TagWatcher | None = None) -> None:
        """Begin outside of all elements of the file's ``text``."""
        self._builder = builder
        self._ends = _EndTags(text)
        self._log = log
        self._watch = watch
        self._open: list[_Open] = []
        self._hidden = ""
        """Name of the element that is not read, while one is open."""
        self._hidden_depth = 0
        self._is_unclosed = False
        """Whether that element is never closed: then it ends with its block."""
        self._line_break: int | None = None
        """Where the last ``<br>`` ended, while only white space follows it."""

    @property
    def is_hiding(self) -> bool:
        """Whether what follows stands in an element that is not read."""
        return bool(self._hidden)

    def feed(self, source: str, base: int) -> None:
        """Take in HTML that starts at offset ``base`` of the file; ``source`` is as long as the file's stretch."""
        for token in tokens(source):
            if token.kind is TokenKind.TEXT:
                self._text(source, token, base)
            elif token.kind is TokenKind.COMMENT and not self._hidden:
                self._log.comment(source[token.start + 4 : token.end], base + token.start, base + token.end)
            elif token.kind is TokenKind.START:
                self._start(source, token, base)
            elif token.kind is TokenKind.END:
                self._end(token.name)

    def end_block(self) -> None:
        """A block outside of HTML ends, and with it every element in the line that is still open."""
        if self._hidden not in ACROSS_BLOCKS or self._is_unclosed:
            self._hidden = ""
        self._close_inline()
        self._line_break = None
        self._builder.end_block()

    def close(self) -> None:
        """The text ends, and with it every element."""
        self._close_down_to(0)
        self._builder.end_block()

    # ---------------------------------------------------------------------------------------------------- text

    def _text(self, source: str, token: Token, base: int) -> None:
        if self._hidden:
            return
        if self._line_break is not None and source[token.start : token.end].strip(" \t\n\r\f"):
            self._line_break = None
        show_html_text(self._builder, source, token.start, token.end, base)

    # ---------------------------------------------------------------------------------------------------- tags

    def _start(self, source: str, tag: Token, base: int) -> None:
        if self._hidden and not self._leaves_hiding(tag):
            return
        found = {one.name: one for one in reversed(list(attributes(source, tag)))}
        values = {name: source[one.start : one.end] for name, one in found.items()}
        if self._watch is not None:
            self._watch(tag.name, values)
        if tag.name == "br":
            self._break_line(base + tag.start, base + tag.end)
            return
        self._line_break = None
        if tag.name in BLOCKS or tag.name in CODE_BLOCKS:
            self._start_block(tag.name)
        part = self._part_for(tag.name, values)
        self._show_attributes(source, tag, found, base)
        if tag.name in VOID or self._hide(tag, values, base, source):
            if tag.name in {"img", "embed"} and not _has_words(values.get("alt", "")):
                self._builder.mark(base + tag.start, base + tag.end)
            self._close_regions(part)
            return
        self._open.append(_Open(tag.name, part + self._regions_for(tag.name, values)))

    def _leaves_hiding(self, tag: Token) -> bool:
        """Whether a start tag inside an element that is not read shows that its end tag was left out."""
        if self._hidden in RUBY and tag.name in {*RUBY, "rb"}:
            self._hidden = tag.name if tag.name in RUBY else ""
        elif tag.name == self._hidden and not self._is_unclosed:
            self._hidden_depth += 1
        elif (self._hidden in CODE_IN_LINE and tag.name in NEVER_IN_CODE) or (self._is_unclosed and tag.name in BLOCKS):
            self._hidden = ""
        return not self._hidden

    def _hide(self, tag: Token, values: dict[str, str], base: int, source: str) -> bool:
        """Stop reading if the element's content is not prose; says whether it is not."""
        name = tag.name
        untranslated = values.get("translate", "").lower() == "no" or "notranslate" in values.get("class", "").split()
        untranslated = untranslated and name not in WHOLE_PAGE
        if not (untranslated or name in INVISIBLE or name in CODE or name in CODE_BLOCKS):
            return False
        if source[tag.end - 2] == "/" and name in {"svg", "math"}:
            return True
        self._hidden = name
        self._hidden_depth = 1
        self._is_unclosed = not self._ends.follows(name, base + tag.end)
        if name not in INVISIBLE and name not in CODE_BLOCKS and name not in BLOCKS:
            self._builder.mark(base + tag.start, base + tag.end)
        return True

    def _end(self, name: str) -> None:
        if self._hidden and not self._ends_hiding(name):
            return
        is_block = name in BLOCKS
        for place in range(len(self._open) - 1, max(-1, len(self._open) - 1 - _DEEPEST), -1):
            if self._open[place].name == name:
                self._close_down_to(place)
                break
            if not is_block and self._open[place].name in BLOCKS:
                break
        if is_block:
            self._builder.end_block()

    def _ends_hiding(self, name: str) -> bool:
        """Whether an end tag inside an element that is not read belongs to one around it."""
        if name == self._hidden:
            self._hidden_depth -= 1
            if self._hidden_depth <= 0:
                self._hidden = ""
                if name in BLOCKS or name in CODE_BLOCKS:
                    self._builder.end_block()
            return False
        around = (self._hidden in CODE_IN_LINE or self._is_unclosed) and name in BLOCKS
        if around or (self._hidden in RUBY and name == "ruby"):
            self._hidden = ""
        return not self._hidden

    def _start_block(self, name: str) -> None:
        """Close what the block ends without saying so."""
        siblings = next((group for group in END_EACH_OTHER if name in group), None)
        if siblings is not None:
            place = len(self._open)
            while place > 0 and self._open[place - 1].name not in BLOCKS:
                place -= 1
            if place > 0 and self._open[place - 1].name in siblings:
                self._close_down_to(place - 1)
        elif self._open and self._open[-1].name in HEADINGS:
            self._close_down_to(len(self._open) - 1)
        self._builder.end_block()

    def _close_inline(self) -> None:
        place = len(self._open)
        while place > 0 and self._open[place - 1].name not in BLOCKS:
            place -= 1
        self._close_down_to(place)

    def _close_down_to(self, place: int) -> None:
        """Close the open elements from the innermost one to the one at ``place``."""
        while len(self._open) > place:
            self._close_regions(self._open.pop().regions)

    def _close_regions(self, regions: tuple[OpenRegion, ...]) -> None:
        for region in reversed(regions):
            self._builder.close_region(region)

    def _break_line(self, start: int, end: int) -> None:
        """One ``<br>`` is white space, two in a row part paragraphs."""
        if self._line_break is not None:
            self._builder.end_block()
        self._builder.space(start, end, breaks_line=True)
        self._line_break = end

    def _part_for(self, name: str, values: dict[str, str]) -> tuple[OpenRegion, ...]:
        """The part that an element begins, if it says its language; what the whole page says is no part."""
        lang = language_tag(values.get("lang") or values.get("xml:lang"))
        if lang is None or name in WHOLE_PAGE or lang.lower() == _NO_LANGUAGE:
            return ()
        return (self._builder.open_region(lang),)

    def _regions_for(self, name: str, values: dict[str, str]) -> tuple[OpenRegion, ...]:
        kind = None
        if name in HEADINGS:
            kind = RegionKind.HEADING
        elif name == "title":
            kind = RegionKind.TITLE
        elif name == "blockquote" or (name == "q" and "cite" in values):
            kind = RegionKind.BLOCK_QUOTATION
        elif name == "q":
            kind = RegionKind.QUOTATION
        elif name == "cite":
            kind = RegionKind.WORK_TITLE
        return () if kind is None else (self._builder.open_region(kind),)

    # ---------------------------------------------------------------------------------------------- attributes

    def _show_attributes(self, source: str, tag: Token, found: dict[str, Attribute], base: int) -> None:
        """Show the attributes that are prose, each as a block of its own, in the order of the file."""
        prose = [found[name] for name in ("title", "aria-label") if name in found]
        if tag.name in WITH_ALTERNATIVE and "alt" in found:
            prose.append(found["alt"])
        if tag.name == "meta" and "content" in found and "name" in found:
            name = found["name"]
            if source[name.start : name.end].strip().lower() == "description":
                prose.append(found["content"])
        for one in sorted(prose, key=lambda one: one.start):
            if one.name == "title" and _is_repeated(source, one, tag):
                continue
            if _has_words(source[one.start : one.end]):
                self._builder.end_block()
                show_html_text(self._builder, source, one.start, one.end, base)
                self._builder.end_block()


def _is_repeated(source: str, title: Attribute, tag: Token) -> bool:
    """Whether an element's ``title`` only says again what its text says: one mention is enough."""
    end = source.find("<", tag.end, tag.end + 500)
    text = source[tag.end : end] if end >= 0 else ""
    return bool(text.strip()) and text.split() == source[title.start : title.end].split()

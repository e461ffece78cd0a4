"""What HTML elements mean for the view: blocks, protected content, headings, quotations, attributes that are prose.

Whole HTML files and the raw HTML in Markdown go through the same ``Elements``.
"""

import re
from collections.abc import Callable

from termcheck.articles.directives import DirectiveLog
from termcheck.articles.tags import Attribute, Token, TokenKind, attributes, fold_ascii, tokens
from termcheck.articles.view import OpenRegion, ViewBuilder
from termcheck.model import RegionKind

_INVISIBLE = frozenset({"script", "style", "template", "rt", "rp", "iframe", "noembed", "noframes"})
"""Elements that leave no trace: a reader does not see them where they stand."""
_RUBY = frozenset({"rt", "rp"})
_CODE_IN_LINE = frozenset({"code", "kbd", "samp", "var", "tt"})
_CODE = _CODE_IN_LINE | {"math", "svg", "canvas"}
"""Elements in the line whose content is protected."""
_CODE_BLOCKS = frozenset({"pre", "textarea", "xmp", "listing"})
_BLOCKS = frozenset(
    "address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset "
    "figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li link main menu meta "
    "nav noscript ol optgroup option p search section select summary table tbody td tfoot th thead title tr ul".split()
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_ACROSS_BLOCKS = _BLOCKS | _CODE_BLOCKS | {"svg", "math", "canvas", "template", "script", "style", "iframe"}
"""Elements that a blank line in Markdown does not end."""
_NEVER_IN_CODE = frozenset({"p", "li", "td", "th", "tr", "dt", "dd"}) | _HEADINGS
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())
_END_EACH_OTHER = (
    frozenset({"p"} | _HEADINGS),
    frozenset({"li"}),
    frozenset({"dt", "dd"}),
    frozenset({"td", "th"}),
    frozenset({"tr"}),
    frozenset({"option"}),
)
"""Siblings whose end tags may be left out: the start of one ends the open other."""
_WITH_ALTERNATIVE = frozenset({"img", "area", "input"})
_DEEPEST = 200
"""An end tag looks for its start tag among so many open elements; more only occur in hostile files."""

_TEXT_PARTS = re.compile(r"[ \t\n\r\f]+|&(?:#[0-9]{1,10}|#[xX][0-9A-Fa-f]{1,10}|[A-Za-z][A-Za-z0-9]{1,40});?")

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

    __slots__ = ("name", "region")

    def __init__(self, name: str, region: OpenRegion | None) -> None:
        self.name = name
        self.region = region


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
        if self._hidden not in _ACROSS_BLOCKS or self._is_unclosed:
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
        if tag.name in _BLOCKS or tag.name in _CODE_BLOCKS:
            self._start_block(tag.name)
        self._show_attributes(source, tag, found, base)
        if tag.name in _VOID:
            if tag.name in {"img", "embed"} and not _has_words(values.get("alt", "")):
                self._builder.mark(base + tag.start, base + tag.end)
            return
        if not self._hide(tag, values, base, source):
            self._open.append(_Open(tag.name, self._region_for(tag.name, values)))

    def _leaves_hiding(self, tag: Token) -> bool:
        """Whether a start tag inside an element that is not read shows that its end tag was left out."""
        if self._hidden in _RUBY and tag.name in {*_RUBY, "rb"}:
            self._hidden = tag.name if tag.name in _RUBY else ""
        elif tag.name == self._hidden and not self._is_unclosed:
            self._hidden_depth += 1
        elif (self._hidden in _CODE_IN_LINE and tag.name in _NEVER_IN_CODE) or (
            self._is_unclosed and tag.name in _BLOCKS
        ):
            self._hidden = ""
        return not self._hidden

    def _hide(self, tag: Token, values: dict[str, str], base: int, source: str) -> bool:
        """Stop reading if the element's content is not prose; says whether it is not."""
        name = tag.name
        untranslated = values.get("translate", "").lower() == "no" and name not in {"html", "body"}
        if not (untranslated or name in _INVISIBLE or name in _CODE or name in _CODE_BLOCKS):
            return False
        if source[tag.end - 2] == "/" and name in {"svg", "math"}:
            return True
        self._hidden = name
        self._hidden_depth = 1
        self._is_unclosed = not self._ends.follows(name, base + tag.end)
        if name not in _INVISIBLE and name not in _CODE_BLOCKS and name not in _BLOCKS:
            self._builder.mark(base + tag.start, base + tag.end)
        return True

    def _end(self, name: str) -> None:
        if self._hidden and not self._ends_hiding(name):
            return
        is_block = name in _BLOCKS
        for place in range(len(self._open) - 1, max(-1, len(self._open) - 1 - _DEEPEST), -1):
            if self._open[place].name == name:
                self._close_down_to(place)
                break
            if not is_block and self._open[place].name in _BLOCKS:
                break
        if is_block:
            self._builder.end_block()

    def _ends_hiding(self, name: str) -> bool:
        """Whether an end tag inside an element that is not read belongs to one around it."""
        if name == self._hidden:
            self._hidden_depth -= 1
            if self._hidden_depth <= 0:
                self._hidden = ""
                if name in _BLOCKS or name in _CODE_BLOCKS:
                    self._builder.end_block()
            return False
        around = (self._hidden in _CODE_IN_LINE or self._is_unclosed) and name in _BLOCKS
        if around or (self._hidden in _RUBY and name == "ruby"):
            self._hidden = ""
        return not self._hidden

    def _start_block(self, name: str) -> None:
        """Close what the block ends without saying so."""
        siblings = next((group for group in _END_EACH_OTHER if name in group), None)
        if siblings is not None:
            place = len(self._open)
            while place > 0 and self._open[place - 1].name not in _BLOCKS:
                place -= 1
            if place > 0 and self._open[place - 1].name in siblings:
                self._close_down_to(place - 1)
        elif self._open and self._open[-1].name in _HEADINGS:
            self._close_down_to(len(self._open) - 1)
        self._builder.end_block()

    def _close_inline(self) -> None:
        place = len(self._open)
        while place > 0 and self._open[place - 1].name not in _BLOCKS:
            place -= 1
        self._close_down_to(place)

    def _close_down_to(self, place: int) -> None:
        """Close the open elements from the innermost one to the one at ``place``."""
        while len(self._open) > place:
            region = self._open.pop().region
            if region is not None:
                self._builder.close_region(region)

    def _break_line(self, start: int, end: int) -> None:
        """One ``<br>`` is white space, two in a row part paragraphs."""
        if self._line_break is not None:
            self._builder.end_block()
        self._builder.space(start, end, breaks_line=True)
        self._line_break = end

    def _region_for(self, name: str, values: dict[str, str]) -> OpenRegion | None:
        kind = None
        if name in _HEADINGS:
            kind = RegionKind.HEADING
        elif name == "title":
            kind = RegionKind.TITLE
        elif name == "blockquote" or (name == "q" and "cite" in values):
            kind = RegionKind.BLOCK_QUOTATION
        elif name == "q":
            kind = RegionKind.QUOTATION
        elif name == "cite":
            kind = RegionKind.WORK_TITLE
        return None if kind is None else self._builder.open_region(kind)

    # ---------------------------------------------------------------------------------------------- attributes

    def _show_attributes(self, source: str, tag: Token, found: dict[str, Attribute], base: int) -> None:
        """Show the attributes that are prose, each as a block of its own, in the order of the file."""
        prose = [found[name] for name in ("title", "aria-label") if name in found]
        if tag.name in _WITH_ALTERNATIVE and "alt" in found:
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


def show_html_text(builder: ViewBuilder, source: str, start: int, end: int, base: int) -> None:
    """Show ``source[start:end]``, which stands at ``base`` + ``start`` of the file, as HTML text without tags."""
    at = start
    for part in _TEXT_PARTS.finditer(source, start, end):
        first, last = part.span()
        shown = " " if source[first] != "&" else unescape(part[0])
        if shown == part[0] and source[first] == "&":
            continue
        builder.copy(base + at, base + first)
        at = last
        if shown.isspace() and shown in " \t\n\r\f":
            builder.space(base + first, base + last, breaks_line="\n" in part[0] or "\r" in part[0])
        else:
            builder.show(shown, base + first, base + last)
    builder.copy(base + at, base + end)


def unescape(text: str) -> str:
    """The text with its character references resolved, as the HTML standard has it."""
    from html import unescape as resolve

    return resolve(text)


def _is_repeated(source: str, title: Attribute, tag: Token) -> bool:
    """Whether an element's ``title`` only says again what its text says: one mention is enough."""
    end = source.find("<", tag.end, tag.end + 500)
    text = source[tag.end : end] if end >= 0 else ""
    return bool(text.strip()) and text.split() == source[title.start : title.end].split()

"""Reads Markdown: CommonMark with GitHub's tables, task lists, alerts, strikethrough and footnotes.

The parser reports every event with its exact place; this module turns the events into the view and hands raw HTML to
the same ``Elements`` that read HTML files.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, ClassVar, NamedTuple

from termcheck.articles.directives import DirectiveLog
from termcheck.articles.markup import Elements
from termcheck.articles.reading import Reading, begin
from termcheck.articles.view import OpenRegion, ViewBuilder
from termcheck.config import Settings
from termcheck.model import RegionKind


class _Event(NamedTuple):
    """One event of the parser, with file offsets."""

    kind: str
    """``Start`` and ``End`` with the name of what starts or ends (``StartParagraph``); other names as they are."""
    content: Any
    start: int
    """Of an ``End``: of the whole thing for links, images and raw HTML, else the same as ``end``."""
    end: int
    """Of a ``Start``: the same as ``start``."""


def read_markdown(text: str, settings: Settings) -> Reading:
    """Read the text of a Markdown file."""
    builder = ViewBuilder(text)
    log = DirectiveLog()
    front = begin(text, builder, settings)
    title = front.title
    writer = _Writer(text, builder, log)
    writer.write(front.end)
    view = builder.view()
    if title is None and writer.first_heading is not None and writer.first_heading.view_start is not None:
        title = " ".join(view.text[writer.first_heading.view_start : writer.first_heading.view_end].split())
    return Reading(view, builder.regions(), log, title, front.dates, front.lang, builder.parts())


class _Offsets:
    """Turns byte offsets of the parsed text into code points of the file; cheap as long as they mostly increase."""

    def __init__(self, body: str, base: int) -> None:
        self._encoded = None if body.isascii() else body.encode()
        self._base = base
        self._byte = 0
        self._place = 0

    def __call__(self, byte: int) -> int:
        """The file offset of a byte of the parsed text."""
        if self._encoded is None:
            return self._base + byte
        if byte >= self._byte:
            self._place += len(self._encoded[self._byte : byte].decode())
        else:
            self._place -= len(self._encoded[byte : self._byte].decode())
        self._byte = byte
        return self._base + self._place


def _events(body: str, offset: Callable[[int], int]) -> Iterator[_Event]:
    """The events of a Markdown text, definitions of links among them; ``offset`` leads its bytes to the file."""
    import pyromark

    options = pyromark.Options
    enabled = options.ENABLE_TABLES | options.ENABLE_STRIKETHROUGH | options.ENABLE_FOOTNOTES | options.ENABLE_GFM
    enabled |= options.ENABLE_TASKLISTS | options.ENABLE_HEADING_ATTRIBUTES
    definitions = pyromark.reference_definitions(body, options=enabled) if "]:" in body else {}
    titled = sorted((one["span"]["start"], one["span"]["end"]) for one in definitions.values() if one["title"])
    titled.reverse()
    for event, place in pyromark.events_with_range(body, options=enabled):
        outer, content = _named(event)
        inner = ""
        if outer in {"Start", "End"}:
            inner, content = _named(content)
            kind = outer + inner
            while titled and outer == "Start" and inner in _TEXT_BLOCKS and titled[-1][0] < place["start"]:
                yield _Event("Definition", None, *map(offset, titled.pop()))
        else:
            kind = outer
        start = offset(place["end" if outer == "End" and inner not in _WHOLE else "start"])
        yield _Event(kind, content, start, start if outer == "Start" else offset(place["end"]))
    while titled:
        yield _Event("Definition", None, *map(offset, titled.pop()))


def _named(event: object) -> tuple[str, Any]:
    """Name and content of an event or tag, which is a string or a mapping with one key."""
    if isinstance(event, dict):
        for name, content in event.items():
            return str(name), content
    return str(event), None


_TEXT_BLOCKS = frozenset({"Paragraph", "Heading", "Item", "Table", "HtmlBlock", "FootnoteDefinition"})
_WHOLE = frozenset({"Link", "Image", "HtmlBlock"})
"""What is looked at as a whole when it ends; for all else, looking up both ends would only cost time."""
_BLOCKS = _TEXT_BLOCKS | {"List", "TableHead", "TableRow", "TableCell", "CodeBlock", "BlockQuote"}


class _Link(NamedTuple):
    is_inline: bool
    title: str


class _Writer:
    """Shows the events of one text in its view."""

    def __init__(self, text: str, builder: ViewBuilder, log: DirectiveLog) -> None:
        self.first_heading: OpenRegion | None = None
        """The region of the first heading of the first level."""
        self._text = text
        self._builder = builder
        self._elements = Elements(builder, text, log)
        self._quotations: list[OpenRegion | None] = []
        self._heading: OpenRegion | None = None
        self._links: list[_Link] = []
        self._silent = 0
        """How many elements that are not read (code blocks, autolinks) are open."""
        self._html: list[_Event] = []

    def write(self, start: int) -> None:
        """Show the file's text from an offset on."""
        body = self._text[start:]
        self._write(_events(body, _Offsets(body, start)), has_grids="+-" in body or "+=" in body)
        self._elements.close()

    def _write(self, events: Iterator[_Event], *, has_grids: bool = False) -> None:
        grid_end = -1
        for event in events:
            if has_grids and event.kind == "StartParagraph" and self._text[event.start] == "+":
                grid_end = max(grid_end, self._show_grid(event.start))
            if event.start < grid_end and event.kind != "StartParagraph":
                continue
            handler = self._handlers.get(event.kind)
            is_start = event.kind.startswith("Start")
            is_block = event.kind.removeprefix("Start" if is_start else "End") in _BLOCKS
            if is_block and is_start:
                self._elements.end_block()
            if handler is not None:
                handler(self, event)
            if is_block and not is_start:
                self._elements.end_block()

    def _show_grid(self, start: int) -> int:
        """Show a table drawn with lines if one begins there, each cell as a text of its own; returns its end, or -1."""
        from termcheck.articles.markdown_grids import grid_at

        grid = grid_at(self._text, start)
        if grid is None:
            return -1
        for cell in grid[1]:
            if cell.has_lines:
                self._builder.scatter()
            self._elements.end_block()
            self._write(_events(cell.text, cell.offset))
        return grid[0]

    # ---------------------------------------------------------------------------------------------- in the line

    def _show_text(self, event: _Event) -> None:
        if self._silent or self._elements.is_hiding:
            return
        if self._text.startswith(event.content, event.start) and len(event.content) == event.end - event.start:
            self._builder.copy_trimmed(event.start, event.end)
        else:
            self._builder.show(event.content, event.start, event.end)

    def _show_code(self, event: _Event) -> None:
        if not self._silent and not self._elements.is_hiding:
            self._builder.mark(event.start, event.end)

    def _break_line(self, event: _Event) -> None:
        end = event.end
        while end < len(self._text) and self._text[end] in " \t>":
            end += 1
        self._builder.space(event.start, end, breaks_line=True)

    def _show_inline_html(self, event: _Event) -> None:
        if not self._silent:
            self._elements.feed(self._text[event.start : event.end], event.start)

    # ---------------------------------------------------------------------------------------------------- blocks

    def _keep_html(self, event: _Event) -> None:
        self._html.append(event)

    def _show_html_block(self, event: _Event) -> None:
        """Show raw HTML; what stands between its lines (the marks of quotations, indentation) reads as spaces."""
        lines, self._html[:] = self._html[:], []
        parts: list[str] = []
        place = event.start
        for line in lines:
            parts.extend((" " * (line.start - place), self._text[line.start : line.end]))
            place = line.end
        if not self._silent:
            self._elements.feed("".join(parts), event.start)

    def _show_rule(self, _: _Event) -> None:
        self._elements.end_block()

    def _start_heading(self, event: _Event) -> None:
        self._heading = self._builder.open_region(RegionKind.HEADING)
        if self.first_heading is None and event.content["level"] == "H1":
            self.first_heading = self._heading

    def _end_heading(self, _: _Event) -> None:
        if self._heading is not None:
            self._builder.close_region(self._heading)
            self._heading = None

    def _start_quotation(self, event: _Event) -> None:
        """Begin a block quotation; one with a kind is GitHub's alert, which quotes nobody."""
        is_quotation = event.content is None
        self._quotations.append(self._builder.open_region(RegionKind.BLOCK_QUOTATION) if is_quotation else None)

    def _end_quotation(self, _: _Event) -> None:
        region = self._quotations.pop()
        if region is not None:
            self._builder.close_region(region)

    def _start_silence(self, _: _Event) -> None:
        self._silent += 1

    def _end_silence(self, _: _Event) -> None:
        self._silent -= 1

    # ------------------------------------------------------------------------------------------ links and images

    def _start_link(self, event: _Event) -> None:
        kind = event.content["link_type"]
        if kind in {"Autolink", "Email"}:
            if not self._silent and not self._elements.is_hiding:
                self._builder.mark(event.start, event.end)
            self._silent += 1
        self._links.append(_Link(kind == "Inline", event.content["title"]))

    def _end_link(self, event: _Event) -> None:
        link = self._links.pop()
        if event.content is None and self._text[event.start] == "<":
            self._silent -= 1
        self._show_title(link, event)

    def _start_image(self, event: _Event) -> None:
        """Begin an image; its alternative text is a block of its own."""
        self._links.append(_Link(event.content["link_type"] == "Inline", event.content["title"]))
        if not self._silent and not self._elements.is_hiding:
            if self._text.startswith(("![]", "![ "), event.start):
                self._builder.mark(event.start, event.start + 2)
            else:
                self._builder.end_block()

    def _end_image(self, event: _Event) -> None:
        link = self._links.pop()
        if not self._builder.is_at_block_start and not self._text.startswith("![]", event.start):
            self._builder.end_block()
        self._show_title(link, event)

    def _show_title(self, link: _Link, event: _Event) -> None:
        """Show the title of a link or image that ends, ``[text](target "title")``, as a block of its own."""
        is_repeated = self._text.startswith(link.title + "]", event.start + 1)
        if link.is_inline and link.title and not is_repeated and not self._silent and not self._elements.is_hiding:
            self._show_quoted(event.start, event.end - 1)

    def _show_definition(self, event: _Event) -> None:
        """Show the title of a definition, ``[label]: target "title"``."""
        self._show_quoted(event.start, event.end)

    def _show_quoted(self, start: int, end: int) -> None:
        from termcheck.articles.markdown_titles import show_title

        show_title(self._text, self._builder, start, end)

    _handlers: ClassVar[Mapping[str, Callable[["_Writer", _Event], None]]] = {
        "Text": _show_text,
        "Code": _show_code,
        "SoftBreak": _break_line,
        "HardBreak": _break_line,
        "InlineHtml": _show_inline_html,
        "Html": _keep_html,
        "EndHtmlBlock": _show_html_block,
        "StartHeading": _start_heading,
        "EndHeading": _end_heading,
        "StartBlockQuote": _start_quotation,
        "EndBlockQuote": _end_quotation,
        "StartCodeBlock": _start_silence,
        "EndCodeBlock": _end_silence,
        "StartLink": _start_link,
        "EndLink": _end_link,
        "StartImage": _start_image,
        "EndImage": _end_image,
        "Rule": _show_rule,
        "Definition": _show_definition,
    }
    """What is done with an event, by its kind."""

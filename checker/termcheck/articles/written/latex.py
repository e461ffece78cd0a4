"""Reads LaTeX: what is printed, without macros, formulas, code, labels and the preamble."""

import re
import unicodedata
from collections.abc import Callable

from termcheck.articles.directives import DirectiveLog
from termcheck.articles.metadata import Dates
from termcheck.articles.reading import Reading
from termcheck.articles.view import OpenRegion, ViewBuilder
from termcheck.articles.written.latex_groups import Groups
from termcheck.articles.written.latex_names import (
    ACCENTS,
    BLOCK_COMMANDS,
    CHARACTERS,
    ENVIRONMENT_ARGUMENTS,
    HEADINGS,
    HIDDEN_ARGUMENTS,
    MARKED,
    PROTECTED_ENVIRONMENTS,
    QUOTING,
    SIGNS,
    SPACES,
    language_of,
)
from termcheck.config import Settings
from termcheck.model import PROTECTED_MARK, RegionKind

_TOKEN = re.compile(
    r"(?P<comment>%[^\r\n]*(?:(?:\r\n|\r|\n)[ \t]*(?![ \t\r\n]))?)|(?P<command>\\(?:[A-Za-z@]+\*?|[^A-Za-z@]))"
    r"|(?P<math>\$\$?)|(?P<open>\{)|(?P<close>\})|(?P<dash>---?)|(?P<quote>``|''|`|,,|\"[`'])|(?P<tie>~)|(?P<cell>&)"
    r"|(?P<break>[ \t]*(?:\r\n|\r|\n)(?:[ \t]*(?:\r\n|\r|\n))+[ \t]*)|(?P<gap>[ \t]*(?:\r\n|\r|\n)[ \t]*|[ \t]{2,}|\t)",
    re.DOTALL,
)
_WITH_SHORT_TITLE = frozenset(("item", "caption", "title"))
_BODY = re.compile(r"\\begin[ \t]*\{document\}")
_TITLE = re.compile(r"\\title[ \t]*(?:\[[^\]]*\])?[ \t]*\{")
_DATE = re.compile(r"\\date[ \t]*\{([^{}]*)\}")
_ACCENTED = r"\s*(?:\{\s*(\\?[A-Za-z])\s*\}|(\\?[A-Za-z]))"
_ACCENTED_BY_NAME = r"(?:\s*\{\s*(\\?[A-Za-z])\s*\}|\s+(\\?[A-Za-z])(?![A-Za-z]))"


def read_latex(text: str, settings: Settings) -> Reading:  # noqa: ARG001 - all readers are called alike
    """Read a LaTeX file, or a part of one that another includes."""
    writer = _Writer(text)
    dates = Dates()
    body = _BODY.search(text)
    title = _TITLE.search(text)
    if body is not None:
        writer.comments(0, body.start())
    if title is not None and (body is None or title.start() < body.start()):
        writer.title(title.end())
    written = _DATE.search(text)
    if written is not None:
        dates.published(written[1])
    writer.write(body.end() if body else 0, len(text))
    view = writer.builder.view()
    heading = writer.first_heading
    named = None
    if heading is not None and heading.view_start is not None:
        named = " ".join(view.text[heading.view_start : heading.view_end].split())
    return Reading(view, writer.builder.regions(), writer.log, named, dates, language_of(text))


class _Writer:
    """Shows the text token by token."""

    def __init__(self, text: str) -> None:
        self.builder = ViewBuilder(text)
        self.log = DirectiveLog()
        self.first_heading: OpenRegion | None = None
        self._text = text
        self._at = 0
        self._closing: list[Callable[[], None] | None] = []
        """What is to be done where each open group ends."""
        self._environments: list[tuple[str, OpenRegion | None]] = []
        self._titled = False
        self._groups = Groups(text)

    def comments(self, start: int, end: int) -> None:
        """Take in the directives of a stretch that is not shown."""
        for match in re.finditer(r"(?<!\\)%([^\r\n]*)", self._text[start:end]):
            self.log.comment(match[1], start + match.start(), start + match.end())

    def title(self, start: int) -> None:
        """Show the title that the preamble gives, whose group opens before an offset."""
        self._heading(RegionKind.TITLE)
        self.write(start, self._groups.end(start - 1) - 1)
        self._end_group()
        self._titled = True

    def write(self, start: int, end: int) -> None:
        """Show a stretch of the file."""
        self._at = start
        while self._at < end and (match := _TOKEN.search(self._text, self._at, end)) is not None:
            self.builder.copy_trimmed(self._at, match.start())
            self._at = match.end()
            if match.lastgroup == "command":
                self._command(match[0][1:], match.start())
            else:
                self._sign(match.lastgroup or "", match)
        self.builder.copy_trimmed(self._at, end)
        self._at = max(self._at, end)

    def _sign(self, kind: str, match: re.Match[str]) -> None:
        start, end = match.span()
        if kind == "comment":
            self.log.comment(match[0][1:].rstrip(), start, start + len(match[0].rstrip()))
        elif kind == "math":
            self._formula(match[0], start)
        elif kind == "open":
            self._closing.append(None)
        elif kind == "close":
            self._end_group()
            if self._text.startswith("{", end):
                self.builder.space(end, end)  # two arguments of a command that is not known
        elif kind in {"break", "cell"}:
            self.builder.end_block()
        elif kind == "gap":
            self.builder.space(start, end, breaks_line="\n" in match[0] or "\r" in match[0])
        else:
            self.builder.show(SIGNS[match[0]], start, end)

    def _end_group(self) -> None:
        done = self._closing.pop() if self._closing else None
        if done is not None:
            done()

    # --------------------------------------------------------------------------------------------------- commands

    def _command(self, name: str, start: int) -> None:
        bare = name.rstrip("*")
        if bare in ACCENTS:
            self._accent(bare, start)
        elif bare in CHARACTERS:
            self._after_word(bare)
            self.builder.show(CHARACTERS[bare], start, self._at)
        elif name in SPACES or name.isspace():
            self.builder.space(start, self._at, breaks_line=name == "\\")
            if name == "\\":
                self._row()
        elif bare in MARKED:
            self._hide_arguments(MARKED[bare])
            self.builder.show(PROTECTED_MARK, start, self._at)
        elif bare in HIDDEN_ARGUMENTS:
            self._hide_arguments(HIDDEN_ARGUMENTS[bare])
        elif not self._structure(name, bare, start):
            self._after_word(name)
            self._optional()

    def _structure(self, name: str, bare: str, start: int) -> bool:
        """Read a command that begins or ends something; says whether it is one."""
        if name in {"(", "["}:
            self._formula("\\)" if name == "(" else "\\]", start)
        elif bare in {"begin", "end"}:
            self._environment(bare)
        elif bare in HEADINGS:
            self._short_title()
            self._heading(RegionKind.HEADING)
            self._open_argument()
        elif bare in BLOCK_COMMANDS:
            self._block_command(bare)
        elif bare in {"verb", "lstinline", "mintinline"}:
            self._verbatim(bare, start)
        elif bare == "enquote":
            self._enquote(start)
        else:
            return False
        return True

    def _after_word(self, name: str) -> None:
        self._at = self._groups.after_word(name, self._at)

    def _optional(self) -> None:
        self._at = self._groups.after_options(self._at)

    def _row(self) -> None:
        self._optional()
        if any(name.startswith(("tab", "longtable", "array")) for name, _ in self._environments):
            self.builder.end_block()

    def _hide_arguments(self, count: int) -> None:
        """Pass over optional arguments and so many others."""
        self._at = self._groups.after_arguments(self._at, count)

    def _heading(self, kind: RegionKind) -> None:
        """Begin a heading, which the end of the next group ends."""
        self.builder.end_block()
        region = self.builder.open_region(kind)
        self.first_heading = self.first_heading or region

        def close() -> None:
            self.builder.close_region(region)
            self.builder.end_block()

        self._closing.append(close)

    def _open_argument(self) -> None:
        at = self._groups.after_space(self._at)
        if self._text.startswith("{", at):
            self._at = at + 1
        else:
            self._end_group()

    def _block_command(self, name: str) -> None:
        """Begin a block; where its text is an argument, the end of that ends it."""
        self.builder.end_block()
        if name in _WITH_SHORT_TITLE:
            self._short_title()
        self._optional()
        hidden, has_text = BLOCK_COMMANDS[name]
        self._hide_arguments(hidden)
        if name == "title" and self._titled:
            self._hide_arguments(1)
        elif has_text:
            self._closing.append(self.builder.end_block)
            self._open_argument()
        else:
            self._after_word(name)

    def _short_title(self) -> None:
        """Show what stands for a title in the table of contents, or the label of an item, as a block of its own."""
        end = self._groups.after_option(self._at)
        if end > self._at:
            self.builder.end_block()
            self.write(self._text.index("[", self._at) + 1, end - 1)
            self._at = end
            self.builder.end_block()

    def _accent(self, name: str, start: int) -> None:
        """A letter with an accent, in braces or behind the command."""
        match = re.compile(_ACCENTED_BY_NAME if name.isalpha() else _ACCENTED).match(self._text, self._at)
        if match is None:
            self._after_word(name)
            return
        letter = (match[1] or match[2]).replace("\\", "")
        self._at = match.end()
        self.builder.show(unicodedata.normalize("NFC", letter + ACCENTS[name]), start, self._at)

    def _enquote(self, start: int) -> None:
        at = self._groups.after_space(self._at)
        if not self._text.startswith("{", at):
            return
        self._at = at + 1
        self.builder.show("“", start, self._at)
        self._closing.append(lambda: self.builder.show("”", self._at - 1, self._at))

    def _verbatim(self, name: str, start: int) -> None:
        """Code in a line, between braces or between a sign of choice."""
        self._optional()
        if name == "mintinline":
            self._hide_arguments(1)
        self._at = self._groups.after_code(self._at)
        self.builder.show(PROTECTED_MARK, start, max(self._at, start + 1))

    # --------------------------------------------------------------------------------------- formulas, environments

    def _formula(self, closing: str, start: int) -> None:
        end = self._groups.after_formula(self._at, closing)
        if end == self._at:
            return  # a sign of money, or a mistake
        self._at = end
        if closing in {"$$", "\\]"} and self.builder.is_at_block_start:
            return
        self.builder.show(PROTECTED_MARK, start, self._at)

    def _environment(self, kind: str) -> None:
        match = re.compile(r"[ \t]*\{([^{}]*)\}").match(self._text, self._at)
        if match is None:
            return
        self._at = match.end()
        name = match[1].strip()
        if kind == "end":
            self._end(name)
        elif name.rstrip("*") in PROTECTED_ENVIRONMENTS:
            end = self._text.find(f"\\end{{{name}}}", self._at)
            self.comments(self._at, end if name == "comment" and end >= 0 else self._at)
            self._at = end + len(f"\\end{{{name}}}") if end >= 0 else len(self._text)
            self.builder.end_block()
        else:
            self.builder.end_block()
            region = self.builder.open_region(RegionKind.BLOCK_QUOTATION) if name in QUOTING else None
            self._environments.append((name, region))
            self._optional()
            self._hide_arguments(ENVIRONMENT_ARGUMENTS.get(name, 0))

    def _end(self, name: str) -> None:
        self.builder.end_block()
        if name == "document":
            self._at = len(self._text)
            return
        if not any(one == name for one, _ in self._environments):
            return
        while self._environments:
            found, region = self._environments.pop()
            if region is not None:
                self.builder.close_region(region)
            if found == name:
                return

r"""Reads gettext's PO and POT files.

The scanner is our own: libraries for PO files tell what an entry says, not where each part of it stands. It knows what
msgfmt knows: comments, contexts, plurals, strings over several lines with C escapes. Left out: the header, obsolete
entries (``#~``) and fuzzy ones, which programs do not use either, unless the settings want them.
"""

import re
from collections.abc import Iterator

from termcheck.articles.bilingual.content import Content
from termcheck.articles.bilingual.units import Target, Unit, read_units
from termcheck.articles.metadata import language_tag
from termcheck.articles.reading import Reading
from termcheck.config import Settings
from termcheck.errors import ArticleError, Problem

_LINE = re.compile(r"([^\r\n]*)(?:\r\n|\r|\n|\Z)")
_KEYWORD = re.compile(r"(domain|msgctxt|msgid_plural|msgid|msgstr(?:\[(\d{1,3})\])?)[ \t]*")
_STRING = re.compile(r'"((?:[^"\\]|\\.)*)"[ \t]*$')
_ESCAPE = re.compile(r"(?:\\(?:[0-7]{1,3}|x[0-9A-Fa-f]{1,2}))+|\\(.)")
_BYTE = re.compile(r"\\(?:([0-7]{1,3})|x([0-9A-Fa-f]{1,2}))")
_PLAIN_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "a": "\a", "f": "\f", "v": "\v"}
_PLURALS = re.compile(r"nplurals\s*=\s*(\d+)\s*;\s*plural\s*=\s*([^;\\\n]+)")
_SCRIPTS = {"latin": "Latn", "cyrillic": "Cyrl", "arabic": "Arab", "devanagari": "Deva", "ijekavian": ""}


def read_po(text: str, settings: Settings) -> Reading:
    """Read a PO file; raises ArticleError, without a place, where it is none."""
    return read_units(text, po_units(text, settings))


def po_units(text: str, settings: Settings) -> Iterator[Unit]:
    """The translated entries of a PO file."""
    catalogue = _Catalogue(settings)
    for entry in _entries(text):
        if (unit := catalogue.take(entry)) is not None:
            yield unit


class _Entry:
    """What stands between two entries' borders."""

    def __init__(self) -> None:
        self.fuzzy = False
        self.strings: dict[str, Content] = {}
        """Keyword -> its string; ``msgstr`` counts as ``msgstr[0]``."""


class _Catalogue:
    """What the header says, and what entries become by it."""

    def __init__(self, settings: Settings) -> None:
        self._with_fuzzy = settings.fuzzy
        self._lang: str | None = None
        self._source_lang: str | None = None
        self._singular = 0
        """The number of the form for one thing; -1 where a language has no such form."""

    def take(self, entry: _Entry) -> Unit | None:
        strings = entry.strings
        source = strings.get("msgid")
        if source is None:
            return None
        name, context = source.text, strings["msgctxt"].text if "msgctxt" in strings else ""
        if not name:
            if "msgctxt" not in strings and "msgstr[0]" in strings:
                self._head(strings["msgstr[0]"].text)
            return None
        if entry.fuzzy and not self._with_fuzzy:
            return None
        plural = strings.get("msgid_plural")
        sources = (source,) if plural is None else (source, plural)
        return Unit(_named(name), sources, self._source_lang, tuple(self._targets(strings, plural)), context)

    def _targets(self, strings: dict[str, Content], plural: Content | None) -> Iterator[Target]:
        for key, content in strings.items():
            if key.startswith("msgstr"):
                number = int(key[7:-1])
                is_plural = plural is not None and number != self._singular
                context = f"plural form {number}" if plural is not None else ""
                yield Target(content, self._lang, int(is_plural), context)

    def _head(self, header: str) -> None:
        fields = dict(re.findall(r"(?m)^([A-Za-z-]+):[ \t]*(.*?)[ \t]*$", header))
        self._lang = _tag(fields.get("Language", ""))
        self._source_lang = _tag(fields.get("X-Source-Language", ""))
        found = _PLURALS.search(header)
        self._singular = _form_for_one(int(found[1]), found[2]) if found else 0


def _form_for_one(count: int, expression: str) -> int:
    """Which form stands for one thing."""
    if count == 1:
        return -1
    from gettext import c2py

    try:
        form: int = c2py(expression.strip())(1)
    except (ValueError, RecursionError, OverflowError, ZeroDivisionError):
        return 0
    return form


def _tag(language: str) -> str | None:
    """A BCP 47 tag for a locale of POSIX: ``pt_BR``, ``sr@latin``, ``de_DE.UTF-8``."""
    name, _, modifier = language.partition("@")
    tag = language_tag(name.partition(".")[0])
    script = _SCRIPTS.get(modifier.lower(), "")
    if tag and script:
        first, _, rest = tag.partition("-")
        return "-".join(filter(None, (first, script, rest)))
    return tag


def _named(source: str) -> str:
    """The id of an entry: gettext has none but the source text, of which the beginning will do."""
    name = " ".join(source.split())
    return name if len(name) <= 60 else f"{name[:59]}…"


# ------------------------------------------------------------------------------------------------------- scanning


def _entries(text: str) -> Iterator[_Entry]:
    scanner = _Scanner(text)
    for number, line in enumerate(_LINE.finditer(text), 1):
        content = line[1].strip()
        start = line.start() + len(line[1]) - len(line[1].lstrip()) if content else line.start()
        if not content or content.startswith("#"):
            done = scanner.comment(content)
        else:
            done = scanner.line(number, start, line.end(1))
        if done is not None:
            yield done
    if scanner.entry.strings:
        if not _is_complete(scanner.entry):
            raise ArticleError(Problem("it ends in the middle of an entry", remedy="export it again from its tool"))
        yield scanner.entry


class _Scanner:
    """Collects entries line by line."""

    def __init__(self, text: str) -> None:
        self.entry = _Entry()
        self._text = text
        self._string: Content | None = None

    def comment(self, content: str) -> _Entry | None:
        """Take a comment or an empty line; returns the entry that it ends."""
        self._string = None
        done = None
        if _is_complete(self.entry) and not content.startswith("#~"):
            done, self.entry = self.entry, _Entry()
        if content.startswith("#,") and "fuzzy" in [flag.strip() for flag in content[2:].split(",")]:
            self.entry.fuzzy = True
        return done

    def line(self, number: int, start: int, end: int) -> _Entry | None:
        """Take a line with a keyword, a string or both; returns the entry before it, where it begins another."""
        done = None
        keyword = _KEYWORD.match(self._text, start, end)
        if keyword is not None:
            name = "msgstr[0]" if keyword[1] == "msgstr" else keyword[1]
            if name in {"msgid", "msgctxt", "domain"} and _is_complete(self.entry):
                done, self.entry = self.entry, _Entry()
            if name in self.entry.strings:
                raise _mistake(f"{keyword[1]} is given twice", number)
            self._string = self.entry.strings[name] = Content(-1)
            start = keyword.end()
        if self._string is None:
            raise _mistake("there is text outside of an entry", number)
        string = _STRING.match(self._text, start, end)
        if string is None:
            raise _mistake("a string has no quotation mark at its end, or something follows it", number)
        _add(self._string, self._text, *string.span(1))
        return done


def _is_complete(entry: _Entry) -> bool:
    return any(key.startswith("msgstr") for key in entry.strings)


def _add(content: Content, text: str, start: int, end: int) -> None:
    """Add what stands between two quotation marks."""
    if content.length == 0:
        content.start = start
    at = start
    while (slash := text.find("\\", at, end)) >= 0:
        content.add(text[at:slash], at, slash)
        escape = _ESCAPE.match(text, slash, end)
        if escape is None:
            break
        shown = _PLAIN_ESCAPES.get(escape[1], escape[1]) if escape[1] else _of_bytes(escape[0])
        content.add(shown, slash, escape.end())
        at = escape.end()
    content.add(text[at:end], at, end)


def _of_bytes(escapes: str) -> str:
    """What numbers of bytes stand for: parts of UTF-8, as old tools write what is not ASCII."""
    numbers = (int(octal, 8) & 0xFF if octal else int(other, 16) for octal, other in _BYTE.findall(escapes))
    return bytes(numbers).decode("utf-8", "replace")


def _mistake(message: str, line: int) -> ArticleError:
    return ArticleError(Problem(f"it is no valid PO file: {message} (line {line})", remedy="check it with msgfmt -c"))

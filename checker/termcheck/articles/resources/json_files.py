"""Reads JSON files of strings: i18next and the like, ARB (Flutter), Xcode's string catalogs."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from termcheck.articles.bilingual.content import Content
from termcheck.articles.bilingual.units import Target, Unit, read_units
from termcheck.articles.directives import DirectiveLog
from termcheck.articles.metadata import language_tag
from termcheck.articles.reading import Reading
from termcheck.articles.resources.json_text import Node, member, parse, plain, shown, strings
from termcheck.articles.resources.shown import Shown, with_icu_messages
from termcheck.articles.resources.strings import String, read_strings
from termcheck.config import Settings
from termcheck.errors import ArticleError, Problem
from termcheck.model import PROTECTED_MARK

_CODE = re.compile(r"\{\{[^{}]*\}\}|\$t\((?:[^()]|\([^()]*\))*\)")
"""What i18next replaces: ``{{name, format}}``, ``$t(other.key)``."""
_DOLLARS = re.compile(r"\$(?:\w+\$|\d+|\$)")
"""What a browser replaces in the messages of its extensions."""
_OWN = ({"version", "summary", "findings", "reconciliation"}, {"version", "articles", "decisions"})
"""Keys of what termcheck itself writes: a report, and decisions."""
_UNTRANSLATED = frozenset(("new", "stale"))


def read_json(text: str, settings: Settings) -> Reading:  # noqa: ARG001 - all readers are called alike
    """Read every string value of a JSON file."""
    log = DirectiveLog()
    root = _parsed(text, log)
    found = list(strings(text, root))
    if _is_of_an_extension(text, root):
        return read_strings(text, list(_messages(text, found)), log)
    return read_strings(text, (String(path, _content(shown(text, node))) for path, node in found), log)


def _messages(text: str, found: list[tuple[str, Node]]) -> Iterator[String]:
    """The messages of a browser extension."""
    for path, node in found:
        name = path.removesuffix(".message")
        if name != path and "." not in name:
            yield String(name, shown(text, node).replaced(_DOLLARS, lambda _: PROTECTED_MARK).content())


def _is_of_an_extension(text: str, root: Node) -> bool:
    """Whether a file holds the messages of a browser extension: objects with a ``message``, and notes on it."""
    return bool(root.members) and all(
        (found := member(text, value, "message")) is not None and found.kind == "string" for _, value in root.members
    )


def _parsed(text: str, log: DirectiveLog) -> Node:
    root = parse(text, log)
    keys = {plain(text, key) for key, _ in root.members}
    if any(own <= keys for own in _OWN):
        raise ArticleError(Problem("it is a file that termcheck has written, no article", remedy="leave it out"))
    return root


def _content(one: Shown) -> Content:
    return with_icu_messages(one.replaced(_CODE, lambda _: PROTECTED_MARK)).content()


def read_arb(text: str, settings: Settings) -> Reading:  # noqa: ARG001 - all readers are called alike
    """Read an ARB file: its messages, not what is said about them."""
    log = DirectiveLog()
    root = parse(text, log)
    lang = language_tag(plain(text, member(text, root, "@@locale")))
    found = [
        String(plain(text, key), with_icu_messages(shown(text, value)).content())
        for key, value in root.members
        if key is not None and value.kind == "string" and not plain(text, key).startswith("@")
    ]
    return replace(read_strings(text, found, log), lang=lang)


# ------------------------------------------------------------------------------------------------ string catalogs


def read_xcstrings(text: str, settings: Settings) -> Reading:  # noqa: ARG001 - all readers are called alike
    """Read a string catalog: the translations of every key, each beside the text in the source language."""
    log = DirectiveLog()
    root = parse(text, log)
    entries = member(text, root, "strings")
    if entries is None or entries.kind != "object":
        raise ArticleError(Problem("it is no string catalog: it has no strings", remedy="export it again from Xcode"))
    lang = language_tag(plain(text, member(text, root, "sourceLanguage")))
    return replace(read_units(text, _units(text, entries, lang)), log=log)


def _units(text: str, entries: Node, source_lang: str | None) -> Iterator[Unit]:
    for key, entry in entries.members:
        if key is None or _is_off(text, entry):
            continue
        source = shown(text, key)
        targets: list[Target] = []
        translations = member(text, entry, "localizations")
        for name, localization in translations.members if translations is not None else ():
            lang = language_tag(plain(text, name))
            for path, value in _values(text, localization, ""):
                if lang == source_lang and not path:
                    source = shown(text, value)
                elif lang != source_lang:
                    targets.append(Target(shown(text, value).content(), lang, context=path))
        if targets:
            yield Unit(plain(text, key), (source.content(),), source_lang, tuple(targets))


def _is_off(text: str, entry: Node) -> bool:
    said = member(text, entry, "shouldTranslate")
    return said is not None and text[said.start : said.end] == "false"


def _values(text: str, node: Node, path: str) -> Iterator[tuple[str, Node]]:
    """(plural form or device, string) of a localization, those that are translated."""
    for key, value in node.members:
        name = plain(text, key)
        if name == "stringUnit":
            translated = member(text, value, "value")
            is_done = plain(text, member(text, value, "state")) not in _UNTRANSLATED
            if translated is not None and translated.kind == "string" and is_done:
                yield path, translated
        elif value.kind == "object":
            yield from _values(
                text, value, path if name in {"variations", "substitutions"} else f"{path} {name}".strip()
            )

"""What termcheck knows of each language, for people who want to know before they rely on it."""

from collections.abc import Iterator

from msgspec import Struct

from termcheck.languages import KNOWN, SIMPLEMMA, SNOWBALL, language
from termcheck.languages.generic import Generic
from termcheck.languages.scripts import scripts_of_language

_SPACELESS = frozenset({"Hani", "Kana", "Thai", "Khmr"})
"""Scripts of known languages whose words are told apart by a dictionary."""


class Overview(Struct, frozen=True):
    """What articles in one language get beyond matching letter for letter, which every language has."""

    code: str
    name: str
    scripts: tuple[str, ...]
    """ISO 15924."""
    forms: str
    """How inflected forms, or words in running text, are recognised."""
    dictionary: bool
    """Whether a dictionary tells misspellings from other words."""
    notes: str


def overviews() -> Iterator[Overview]:
    """English, then every language with a module of its own, by code."""
    yield Overview(
        code="en",
        name="English",
        scripts=scripts_of_language("en"),
        forms="rules and lists",
        dictionary=True,
        notes="names turned round (X of Y, Y X)",
    )
    for code in KNOWN:
        found = language(code)
        if isinstance(found, Generic):
            yield _overview(found)


def others() -> dict[str, str]:
    """ISO 639 codes of languages without a module -> what they get all the same."""
    return {
        code: ", ".join(
            what for what, codes in (("Snowball stems", SNOWBALL), ("dictionary", SIMPLEMMA)) if code in codes
        )
        for code in sorted({*SNOWBALL, *SIMPLEMMA})
    }


def _overview(known: Generic) -> Overview:
    facts = known.facts
    ways = {
        "endings": bool(facts.paradigms),
        "Snowball stems": bool(facts.stemmer),
        "particles": bool(facts.particles),
        "word edges": not _SPACELESS.isdisjoint(scripts_of_language(facts.code)),
    }
    forms = ", ".join(way for way, present in ways.items() if present)
    return Overview(
        code=facts.code,
        name=facts.name,
        scripts=scripts_of_language(facts.code),
        forms=forms or ("rules" if facts.inflects else "not inflected"),
        dictionary=bool(facts.lexicon),
        notes=facts.notes,
    )

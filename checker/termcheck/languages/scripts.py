"""Scripts: which write without spaces, and which an article is written in."""

from collections import Counter

SPACELESS = (
    r"\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}"
    r"\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Bopomofo}\p{Script=Yi}"
)
"""Body of a character class: scripts whose words are not set apart by spaces."""

_SAMPLE = 20_000
_LETTERS = (
    r"(?P<Latn>\p{Script=Latin}+)|(?P<Hani>\p{Script=Han}+)|(?P<Kana>[\p{Script=Hiragana}\p{Script=Katakana}]+)"
    r"|(?P<Hang>\p{Script=Hangul}+)|(?P<Cyrl>\p{Script=Cyrillic}+)|(?P<Arab>\p{Script=Arabic}+)"
    r"|(?P<Hebr>\p{Script=Hebrew}+)|(?P<Grek>\p{Script=Greek}+)|(?P<Deva>\p{Script=Devanagari}+)"
    r"|(?P<Beng>\p{Script=Bengali}+)|(?P<Taml>\p{Script=Tamil}+)|(?P<Thai>\p{Script=Thai}+)"
    r"|(?P<Khmr>\p{Script=Khmer}+)|(?P<Zzzz>\p{L}+)"
)
_LANGUAGE_SCRIPTS = {
    "zh": ("Hani",),
    "yue": ("Hani",),
    "ja": ("Kana", "Hani"),
    "ko": ("Hang",),
    **dict.fromkeys(("ru", "uk", "bg", "be", "mk", "kk", "ky", "mn", "tg"), ("Cyrl",)),
    "sr": ("Cyrl", "Latn"),
    **dict.fromkeys(("ar", "fa", "ur", "ps", "ug"), ("Arab",)),
    **dict.fromkeys(("he", "yi"), ("Hebr",)),
    "el": ("Grek",),
    **dict.fromkeys(("hi", "mr", "ne", "sa"), ("Deva",)),
    "bn": ("Beng",),
    "as": ("Beng",),
    "ta": ("Taml",),
    "th": ("Thai",),
    "km": ("Khmr",),
}
_SCRIPT_SUBTAG = {"hans": "Hani", "hant": "Hani", "jpan": "Kana", "kore": "Hang"}


def scripts_of_language(tag: str) -> tuple[str, ...]:
    """ISO 15924 codes of the scripts in which a language (BCP 47 tag) is written; Latin where nothing is known."""
    language, *subtags = tag.lower().split("-")
    for subtag in subtags:
        if len(subtag) == 4 and subtag.isalpha():
            return (_SCRIPT_SUBTAG.get(subtag, subtag.title()),)
    return _LANGUAGE_SCRIPTS.get(language, ("Latn",))


def main_script(text: str) -> str | None:
    """ISO 15924 code of the script in which most of a text is written; None for a text without letters.

    Some kana among Han make a text Japanese (``Kana``). Han counts double, since one character is about a word.
    """
    import regex

    counts: Counter[str] = Counter()
    for match in regex.finditer(_LETTERS, text[:_SAMPLE]):
        counts[match.lastgroup or ""] += len(match[0]) * (3 if match.lastgroup in {"Hani", "Kana"} else 1)
    if not counts:
        return None
    script = max(counts, key=lambda code: (counts[code], code))
    return "Kana" if script == "Hani" and counts["Kana"] * 10 > counts["Hani"] else script

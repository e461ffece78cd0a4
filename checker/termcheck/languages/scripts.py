"""Scripts: which write without spaces, which a language uses, and which a text is written in."""

from collections import Counter

from termcheck.languages.tags import parse

SPACELESS = (
    r"\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}"
    r"\p{Script=Myanmar}\p{Script=Tibetan}\p{Script=Bopomofo}\p{Script=Yi}"
)
"""Body of a character class: scripts whose words are not set apart by spaces."""

_SAMPLE = 20_000
_LAST_LATIN = "\u024f"
_NAMES = {
    "Latn": "Latin", "Hani": "Han", "Hang": "Hangul", "Cyrl": "Cyrillic", "Arab": "Arabic", "Hebr": "Hebrew",
    "Grek": "Greek", "Deva": "Devanagari", "Beng": "Bengali", "Taml": "Tamil", "Thai": "Thai", "Khmr": "Khmer",
    "Telu": "Telugu", "Knda": "Kannada", "Mlym": "Malayalam", "Gujr": "Gujarati", "Guru": "Gurmukhi", "Orya": "Oriya",
    "Sinh": "Sinhala", "Mymr": "Myanmar", "Laoo": "Lao", "Tibt": "Tibetan", "Geor": "Georgian", "Armn": "Armenian",
    "Ethi": "Ethiopic", "Mong": "Mongolian", "Thaa": "Thaana",
}  # fmt: skip
"""ISO 15924 code -> name of the script in Unicode."""
_LETTERS = (
    "|".join(rf"(?P<{code}>\p{{Script={name}}}+)" for code, name in _NAMES.items())
    + r"|(?P<Kana>[\p{Script=Hiragana}\p{Script=Katakana}]+)|(?P<Zzzz>\p{L}+)"
)
_WEIGHTS = {"Hani": 3, "Kana": 3, "Hang": 2}
_LANGUAGE_SCRIPTS = {
    **dict.fromkeys(("zh", "yue", "wuu", "nan", "hak"), ("Hani",)),
    "ja": ("Kana", "Hani"),
    "ko": ("Hang",),
    **dict.fromkeys(("ru", "uk", "bg", "be", "mk", "kk", "ky", "mn", "tg", "tt", "ba", "ce", "cv"), ("Cyrl",)),
    "sr": ("Cyrl", "Latn"),
    **dict.fromkeys(("ar", "ary", "arz", "fa", "ur", "ps", "ug", "sd", "ckb"), ("Arab",)),
    **dict.fromkeys(("he", "yi"), ("Hebr",)),
    "el": ("Grek",),
    **dict.fromkeys(("hi", "mr", "ne", "sa", "bho", "mai"), ("Deva",)),
    **dict.fromkeys(("bn", "as"), ("Beng",)),
    **dict.fromkeys(("am", "ti"), ("Ethi",)),
    "ta": ("Taml",), "th": ("Thai",), "km": ("Khmr",), "te": ("Telu",), "kn": ("Knda",), "ml": ("Mlym",),
    "gu": ("Gujr",), "pa": ("Guru", "Arab"), "or": ("Orya",), "si": ("Sinh",), "my": ("Mymr",), "lo": ("Laoo",),
    "bo": ("Tibt",), "dz": ("Tibt",), "ka": ("Geor",), "hy": ("Armn",), "dv": ("Thaa",),
}  # fmt: skip
_SCRIPT_SUBTAG = {"hans": "Hani", "hant": "Hani", "jpan": "Kana", "kore": "Hang"}

_SIMPLIFIED = "这们个国会发为来时说对学开关东车长门问间见现经过还进运动电话书记员区产业务机党军务云网络数据"
_TRADITIONAL = "這們個國會發為來時說對學開關東車長門問間見現經過還進運動電話書記員區產業務機黨軍務雲網絡數據"
_FEWEST_SURE = 5
_SURE_SHARE = 0.9
"""Of the characters of a text that only one script has, what must be of one for it to be surely in that."""
_ONLY_SIMPLIFIED = frozenset(_SIMPLIFIED) - frozenset(_TRADITIONAL)
_ONLY_TRADITIONAL = frozenset(_TRADITIONAL) - frozenset(_SIMPLIFIED)


def scripts_of_language(tag: str) -> tuple[str, ...]:
    """ISO 15924 codes of the scripts in which a language (BCP 47 tag) is written; Latin where nothing is known."""
    parts = parse(tag)
    if parts.script:
        return (_SCRIPT_SUBTAG.get(parts.script, parts.script.title()),)
    return _LANGUAGE_SCRIPTS.get(parts.language, ("Latn",))


def only_latin(text: str) -> bool:
    """Whether all letters of a text are of the Latin blocks that Western languages use."""
    return text.isascii() or not any(char > _LAST_LATIN and char.isalpha() for char in set(text))


def letters_by_script(text: str) -> Counter[str]:
    """ISO 15924 code -> letters of a text in that script, by weight; ``Zzzz`` for scripts that have no name here.

    Han and kana count three times, Hangul twice, since one character is half a word or a syllable. Some kana make the
    Han beside them Japanese.
    """
    counts: Counter[str] = Counter()
    if only_latin(text):
        counts["Latn"] = sum(map(str.isalpha, text))
        return +counts
    import regex

    for match in regex.finditer(_LETTERS, text):
        counts[match.lastgroup or ""] += len(match[0]) * _WEIGHTS.get(match.lastgroup or "", 1)
    if counts["Kana"] * 10 > counts["Hani"] > 0:
        counts["Kana"] += counts.pop("Hani")
    return +counts


def main_script(text: str) -> str | None:
    """ISO 15924 code of the script in which most of a text is written; None for a text without letters."""
    counts = letters_by_script(text[:_SAMPLE])
    return max(counts, key=lambda code: (counts[code], code), default=None)


def is_chinese_in(script: str, text: str) -> bool:
    """Whether a Chinese text is surely in ``hans`` or ``hant``: nearly all characters that only one of them has.

    What only one of them has is what only one of the old character sets of the mainland and of Taiwan has.
    """
    counts = {"hans": 0, "hant": 0}
    for char in text[:_SAMPLE]:
        if "\u4e00" <= char <= "\u9fff":
            simplified, traditional = (bool(char.encode(charset, errors="ignore")) for charset in ("gb2312", "big5"))
            if simplified is not traditional:
                counts["hans" if simplified else "hant"] += 1
    return counts[script] >= max(_FEWEST_SURE, _SURE_SHARE * sum(counts.values()))


def chinese_script(text: str) -> str:
    """``Hans`` or ``Hant``, whichever a Chinese text has more characters of; empty where that cannot be told."""
    sample = text[:_SAMPLE]
    simplified = sum(char in _ONLY_SIMPLIFIED for char in sample)
    traditional = sum(char in _ONLY_TRADITIONAL for char in sample)
    return "" if simplified == traditional else "Hans" if simplified > traditional else "Hant"

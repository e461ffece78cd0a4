"""Language tags (BCP 47): which rows of a glossary hold for an article.

Aliases, macro languages, likely scripts and the countries of Latin America are those of Unicode CLDR 46 (supplemental
data: languageAlias, likelySubtags, territoryContainment), cut down to languages that news is written in.
"""

from functools import lru_cache

from msgspec import Struct

from termcheck.model import ANY_LANGUAGE

_ALIASES = {
    "iw": "he", "in": "id", "ji": "yi", "jw": "jv", "mo": "ro", "tl": "fil", "scc": "sr", "scr": "hr", "sh": "sr-latn",
    "cmn": "zh", "zh-cmn": "zh", "zh-yue": "yue", "no-bok": "nb", "no-nyn": "nn", "cnr": "sr-me", "prs": "fa-af",
    "arb": "ar", "azj": "az", "ekk": "et", "khk": "mn", "lvs": "lv", "pes": "fa", "swh": "sw", "tgl": "fil",
    "uzn": "uz", "zsm": "ms",
    # ISO 639-2 and 639-3 codes of languages that have a shorter one; terminology software exports them
    "alb": "sq", "afr": "af", "ara": "ar", "aze": "az", "baq": "eu", "bel": "be", "ben": "bn", "bos": "bs",
    "bul": "bg", "bur": "my", "cat": "ca", "ces": "cs", "chi": "zh", "cym": "cy", "cze": "cs", "dan": "da", "deu": "de",
    "dut": "nl", "ell": "el", "eng": "en", "est": "et", "eus": "eu", "fas": "fa", "fin": "fi", "fra": "fr",
    "fre": "fr", "geo": "ka", "ger": "de", "gle": "ga", "glg": "gl", "gre": "el", "heb": "he", "hin": "hi", "hrv": "hr",
    "hun": "hu", "hye": "hy", "ice": "is", "ind": "id", "isl": "is", "ita": "it", "jpn": "ja", "kan": "kn", "kat": "ka",
    "kaz": "kk", "khm": "km", "kor": "ko", "lao": "lo", "lav": "lv", "lit": "lt", "mac": "mk", "mal": "ml", "mar": "mr",
    "may": "ms", "mkd": "mk", "mlt": "mt", "mon": "mn", "msa": "ms", "mya": "my", "nep": "ne", "nld": "nl", "nno": "nn",
    "nob": "nb", "nor": "no", "per": "fa", "pol": "pl", "por": "pt", "ron": "ro", "rum": "ro", "rus": "ru", "slk": "sk",
    "slo": "sk", "slv": "sl", "spa": "es", "sqi": "sq", "srp": "sr", "swa": "sw", "swe": "sv", "tam": "ta", "tel": "te",
    "tha": "th", "tur": "tr", "ukr": "uk", "urd": "ur", "vie": "vi", "wel": "cy", "zho": "zh", "zul": "zu",
    # codes of countries that are no codes of languages, as they are found in web pages
    "cn": "zh", "cz": "cs", "dk": "da", "gr": "el", "jp": "ja", "ua": "uk",
}  # fmt: skip
"""Deprecated or longer beginning of a tag -> what it stands for."""
_MACRO = {"nb": "no", "nn": "no", "yue": "zh", "wuu": "zh", "nan": "zh", "hak": "zh", "arz": "ar", "ary": "ar"}
"""Member of a macro language -> the macro language, whose rows hold for it and the other way round."""
_LIKELY_SCRIPT = {
    **dict.fromkeys(("zh-tw", "zh-hk", "zh-mo", "yue-hk", "yue-mo", "yue-tw", "nan-tw"), "hant"),
    **dict.fromkeys(("zh-cn", "zh-sg", "zh-my", "yue-cn"), "hans"),
    **dict.fromkeys(("az-ir", "kk-cn", "ky-cn", "pa-pk", "sd-pk", "ug-cn", "uz-af"), "arab"),
    **dict.fromkeys(("az-az", "uz-uz", "sr-me", "bs-ba"), "latn"),
    **dict.fromkeys(("kk-kz", "ky-kg", "mn-mn"), "cyrl"),
    "pa-in": "guru",
    "mn-cn": "mong",
    "sd-in": "deva",
}
_LATIN_AMERICA = "419"
_IN_LATIN_AMERICA = frozenset("ar bo br cl co cr cu do ec gt hn mx ni pa pe pr py sv uy ve".split())


class Tag(Struct, frozen=True):
    """A language tag taken apart; every part in lower case, empty where it is not said."""

    languages: tuple[str, ...]
    """The macro language, if any, then the language."""
    script: str
    region: str
    rest: tuple[str, ...]
    """Variants, extensions and private use."""

    @property
    def language(self) -> str:
        """The language itself."""
        return self.languages[-1]


@lru_cache(maxsize=4096)
def parse(tag: str) -> Tag:
    """A BCP 47 tag taken apart, aliases resolved: ``iw`` is ``he``, ``zh_TW`` is ``zh-Hant-TW``."""
    subtags = tag.lower().replace("_", "-").split("-")
    for length in (2, 1):
        beginning = "-".join(subtags[:length])
        if beginning in _ALIASES:
            subtags = _ALIASES[beginning].split("-") + subtags[length:]
            break
    language, *rest = subtags
    script = rest.pop(0) if rest and len(rest[0]) == 4 and rest[0].isalpha() else ""
    if script and rest and rest[0] == script:
        rest.pop(0)  # sh-Latn, whose alias has said it
    region = rest.pop(0) if rest and _is_region(rest[0]) else ""
    script = script or _LIKELY_SCRIPT.get(f"{language}-{region}", "")
    languages = (_MACRO[language], language) if language in _MACRO else (language,)
    return Tag(languages, script, region, tuple(rest))


def _is_region(subtag: str) -> bool:
    return (len(subtag) == 2 and subtag.isalpha()) or (len(subtag) == 3 and subtag.isdigit())


def base(tag: str) -> str:
    """The language of a tag, without script, region and the rest: ``he`` for ``iw-IL``."""
    return parse(tag).language


@lru_cache(maxsize=4096)
def related(row: str, article: str) -> bool:
    """Whether a row's tag holds for an article's: nothing that both tags say differs; ``*`` always does.

    >>> related("en", "en-GB"), related("en-US", "en-GB"), related("zh-Hant", "zh-TW"), related("no", "nb")
    (True, False, True, True)
    """
    if row in (ANY_LANGUAGE, article):
        return True
    one, other = parse(row), parse(article)
    return (
        _is_beginning(one.languages, other.languages)
        and (not one.script or not other.script or one.script == other.script)
        and _regions_agree(one.region, other.region)
        and _is_beginning(one.rest, other.rest)
    )


def _is_beginning(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    return all(left == right for left, right in zip(one, other, strict=False))


def _regions_agree(one: str, other: str) -> bool:
    """Whether two regions are one, or one holds the other, as Latin America (es-419) holds Mexico."""
    if not one or not other or one == other or "001" in {one, other}:
        return True
    return _LATIN_AMERICA in {one, other} and not _IN_LATIN_AMERICA.isdisjoint((one, other))

"""Languages: folding, tokens, and what each language adds to them."""

from functools import lru_cache
from importlib import import_module

from termcheck.languages.language import Language
from termcheck.languages.tags import base

KNOWN = {
    "ar": "Arabic", "bg": "Bulgarian", "bn": "Bengali", "ca": "Catalan", "cs": "Czech", "da": "Danish", "de": "German",
    "el": "Greek", "es": "Spanish", "fa": "Persian", "fi": "Finnish", "fr": "French", "he": "Hebrew", "hi": "Hindi",
    "hr": "Croatian", "hu": "Hungarian", "id": "Indonesian", "it": "Italian", "ja": "Japanese", "km": "Khmer",
    "ko": "Korean", "nb": "Norwegian", "nl": "Dutch", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian",
    "ru": "Russian", "sk": "Slovak", "sr": "Serbian", "sv": "Swedish", "sw": "Swahili", "ta": "Tamil", "th": "Thai",
    "tr": "Turkish", "uk": "Ukrainian", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip
"""ISO 639 code -> English name of the languages with a module of their own in ``languages/tables``."""
_SAME = {"no": "nb", "nn": "nb", "bs": "hr", "cnr": "sr", "yue": "zh"}
"""Codes that are served by the module of another."""


@lru_cache(maxsize=256)
def language(tag: str) -> Language:
    """What is known of the language of a BCP 47 tag; for languages without a module, what scripts alone tell."""
    code = base(tag)
    if code == "en":
        from termcheck.languages.english import English

        return English()
    code = _SAME.get(code, code)
    if code in KNOWN:
        found: Language = import_module(f"termcheck.languages.tables.{code}").LANGUAGE
        return found
    from termcheck.languages.facts import Facts
    from termcheck.languages.generic import Generic

    return Generic(Facts(code=code, name=code, stemmer=SNOWBALL.get(code, ""), lexicon=SIMPLEMMA.get(code, "")))


SNOWBALL = {
    "hy": "armenian", "eu": "basque", "eo": "esperanto", "et": "estonian", "ga": "irish", "lt": "lithuanian",
    "ne": "nepali", "st": "sesotho", "yi": "yiddish",
}  # fmt: skip
"""ISO 639 code -> Snowball stemmer, for languages that have nothing else."""
SIMPLEMMA = {code: code for code in "ast cy eo et ga gd gl gv hy is ka la lb lt lv mk ml ms se sl sq tl".split()}
"""ISO 639 code -> dictionary of simplemma, for languages that have nothing else."""

"""What joins words of equal rank (and, or), by language: of “primary and secondary schools” both are schools."""

from collections.abc import Sequence

from termcheck.languages.language import Language

_JOINING = {
    "en": "and or nor", "de": "und oder sowie bzw noch", "fr": "et ou ni", "es": "y e o u ni", "pt": "e ou nem",
    "it": "e ed o od", "ca": "i o ni", "ro": "și sau ori", "nl": "en of", "sv": "och eller samt", "da": "og eller samt",
    "nb": "og eller samt", "ru": "и или либо", "uk": "і й та або чи", "bg": "и или", "sr": "и или i ili", "hr": "i ili",
    "pl": "i oraz lub albo", "cs": "a i nebo či", "sk": "a aj i alebo či", "ar": "او", "fa": "و یا", "he": "או",
    "el": "και ή η", "hu": "és vagy", "fi": "ja tai sekä", "tr": "ve veya", "id": "dan atau serta", "sw": "na au",
    "hi": "और या एवं तथा", "bn": "এবং ও বা", "ta": "மற்றும் அல்லது", "ko": "및 또는", "vi": "và hoặc",
}  # fmt: skip
_WRITTEN_ON = {"ar": "و", "he": "ו"}
"""The letter that means “and” and is written onto the word behind it."""


def joins(words: Sequence[str], following: str, language: Language) -> bool:
    """Whether words that stand inside a term only join others to it, for all of which ``following`` stands; folded.

    They begin or end with a conjunction (“primary *and secondary* schools”, “écoles *primaires et* secondaires”), or
    one is written onto the word behind them.
    """
    known = _JOINING.get(language.code, "").split()
    if len(words) > 1 and (words[0] in known or words[-1] in known):
        return True
    letter = _WRITTEN_ON.get(language.code)
    if letter is None or not words or not following.startswith(letter):
        return False
    return bool(language.bare_words(following))

"""How many inflected forms a stemmer and a lemma dictionary bring together with their word, language by language.

The words are the ones of the lexicons that no term of the inflection measure has. A pair agrees where the library gives
the same stem, or the same lemma, for both; a word that the lemma dictionary does not know is its own lemma.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice

import Stemmer
from lexicons import digest, read_entries
from simplemma.strategies.dictionaries.stream_dictionary_factory import StreamMap

_PAIRS = 3000
_PAIRS_A_WORD = 6
_STEMMERS = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "es": "spanish", "fa": "persian", "fi": "finnish", "fr": "french", "hi": "hindi", "hr": "serbian",
    "hu": "hungarian", "id": "indonesian", "it": "italian", "nb": "norwegian", "nl": "dutch", "pl": "polish",
    "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian", "sr-Latn": "serbian", "sv": "swedish",
    "tr": "turkish",
}  # fmt: skip
_LEMMAS = {"hr": "hbs", "sr": "hbs", "sr-Latn": "hbs"}


def read_pairs(lang: str, is_for_terms: Callable[[str], bool]) -> list[tuple[str, str]]:
    """Up to 3,000 (word, form) pairs of the words that are not kept for the terms."""
    entries = read_entries(lang, lambda word: not is_for_terms(word))
    pairs = ((entry.stem, form) for entry in entries for form in sorted(entry.forms, key=digest)[:_PAIRS_A_WORD])
    return list(islice(pairs, _PAIRS))


def print_words(languages: Sequence[str], is_for_terms: Callable[[str], bool]) -> None:
    """Print language, word and form, tab-separated."""
    for lang in languages:
        for word, form in read_pairs(lang, is_for_terms):
            print(f"{lang}\t{word}\t{form}")


def compare_libraries(languages: Sequence[str], is_for_terms: Callable[[str], bool]) -> None:
    """Print, for each language, the share of pairs that agree by stem, by lemma, and by either."""
    print(f"{'language':9} {'pairs':>6} {'stem':>6} {'lemma':>6} {'either':>6}  without a lemma")
    for lang in languages:
        pairs = read_pairs(lang, is_for_terms)
        stem, lemma = _find_stemmer(lang), _find_lemmas(lang)
        same_stem = [stem is not None and stem(word) == stem(form) for word, form in pairs]
        same_lemma = [lemma is not None and lemma(word)[0] == lemma(form)[0] for word, form in pairs]
        unknown = [lemma is None or not lemma(form)[1] for _, form in pairs]
        columns = (same_stem, same_lemma, map(max, same_stem, same_lemma), unknown)
        shares = [f"{sum(column) / max(1, len(pairs)):6.3f}" for column in columns]
        shares[0] = shares[0] if stem else f"{'-':>6}"
        shares[1] = shares[1] if lemma else f"{'-':>6}"
        print(f"{lang:9} {len(pairs):6} {' '.join(shares[:3])}  {shares[3]}", flush=True)


def _find_stemmer(lang: str) -> Callable[[str], str] | None:
    if lang not in _STEMMERS:
        return None
    stemmer = Stemmer.Stemmer(_STEMMERS[lang])
    return lambda word: str(stemmer.stemWord(word.lower()))


def _find_lemmas(lang: str) -> Callable[[str], tuple[str, bool]] | None:
    """What gives a word's lemma and whether it is known."""
    try:
        lemmas = StreamMap(_LEMMAS.get(lang, lang))
    except (FileNotFoundError, ValueError):
        return None

    def look_up(word: str) -> tuple[str, bool]:
        found = next(_known(lemmas, word), None)
        return (found or word).casefold(), found is not None

    return look_up


def _known(lemmas: StreamMap, word: str) -> Iterator[str]:
    for written in (word, word.lower(), word.capitalize()):
        if (lemma := lemmas.get(written)) is not None:
            yield lemma

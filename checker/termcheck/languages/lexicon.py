"""Dictionaries of simplemma (https://github.com/adbar/simplemma): words told from misspellings, and irregular forms."""

from functools import cache
from typing import Protocol

from termcheck.languages.folding import fold


class Lexicon(Protocol):
    """The word forms of one language."""

    def __contains__(self, word: object) -> bool:
        """Whether a folded word is a form in the dictionary, also as it is written with a capital."""
        ...

    def lemmas(self, word: str) -> tuple[str, ...]:
        """Folded dictionary forms of a folded word: людей is a form of человек."""
        ...


class _Forms:
    def __init__(self, name: str) -> None:
        from simplemma.strategies.dictionaries.stream_dictionary_factory import StreamDictionaryFactory

        self._lemmas = StreamDictionaryFactory().get_dictionary(name)

    def __contains__(self, word: object) -> bool:
        return isinstance(word, str) and (
            self._lemmas.get(word) is not None or self._lemmas.get(word.title()) is not None
        )

    def lemmas(self, word: str) -> tuple[str, ...]:
        found = (self._lemmas.get(word), self._lemmas.get(word.title()))
        return tuple(dict.fromkeys(fold(lemma) for lemma in found if lemma))


@cache
def lexicon(name: str) -> Lexicon:
    """The dictionary of that name; reading it takes 0.1 to 1.5 s and 20 to 75 MB, once a process."""
    return _Forms(name)

"""Words that mean the same, from the language's own resources: one place to ask."""

from functools import lru_cache


@lru_cache(maxsize=20_000)
def related_lemmas(word: str, code: str) -> frozenset[str]:
    """Synonyms and derivations of a word, and the words of which it is one; none where the language has no resource."""
    if code != "en" or not word.isalpha():
        return frozenset()
    from termcheck.languages.related import related_words

    found = related_words(word)
    return found.synonyms | found.derivations | found.synonym_of


@lru_cache(maxsize=20_000)
def family(word: str, code: str) -> frozenset[str]:
    """A word and those derived from it or from what it is derived from: civilize, civilization."""
    if code != "en" or not word.isalpha():
        return frozenset({word})
    from termcheck.languages.related import related_words

    near = related_words(word).derivations | {word}
    return near.union(*(related_words(one).derivations for one in near))

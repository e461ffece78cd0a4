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

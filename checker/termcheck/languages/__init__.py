"""Languages: folding, tokens, and what each language adds to them."""

from functools import cache

from termcheck.languages.language import Language


@cache
def language(tag: str) -> Language:
    """What is known of the language of a BCP 47 tag; languages without a module of their own get the generic one."""
    code = tag.lower().split("-")[0]
    if code == "en":
        from termcheck.languages.english import English

        return English()
    if code == "zh":
        from termcheck.languages.chinese import Chinese

        return Chinese()
    from termcheck.languages.generic import Generic

    return Generic(code)

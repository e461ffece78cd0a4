"""Languages as cells and headers of glossaries give them: by codes or by names."""

from functools import lru_cache

from termcheck.glossary.tags import explain_tag
from termcheck.languages.names import named_language
from termcheck.languages.tags import parse
from termcheck.model import ANY_LANGUAGE

_CODES = frozenset(
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz "
    "ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik "
    "io is it iu iw ja jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk "
    "ml mn mr ms mt my na nb nd ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc "
    "sd se sg sh si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz "
    "ve vi vo wa wo xh yi yo za zh zu yue wuu nan cmn fil hak mul".split()
)
"""ISO 639-1, and a few longer ones: not every word of two or three letters is a language."""


@lru_cache(maxsize=1024)
def language_of(text: str) -> str:
    """The tag of the language that a cell names by its code or its name; empty where it names none.

    >>> language_of("zh_TW"), language_of("English (UK)"), language_of("Deutsch"), language_of("Note")
    ('zh-TW', 'en-GB', 'de', '')
    """
    text = text.strip()
    if text == ANY_LANGUAGE:
        return text
    tag = text.replace("_", "-")
    if not explain_tag(tag) and not {parse(tag).language, tag.split("-")[0].lower()}.isdisjoint(_CODES):
        return _cased(tag)
    return named_language(text)


def _cased(tag: str) -> str:
    """A tag in the letter case in which tags are written: en-GB, zh-Hans."""
    first, *rest = tag.split("-")
    parts = [part.upper() if len(part) == 2 else part.title() if len(part) == 4 else part.lower() for part in rest]
    return "-".join((first.lower(), *parts))

"""The language of a resource file, as its path tells it: each platform has its own way."""

import re
from pathlib import PurePosixPath

_TWO_LETTERS = frozenset(
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en "
    "eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu iw ja "
    "jv ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd "
    "ne ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss "
    "st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu".split()
)
"""ISO 639-1."""
_THREE_LETTERS = frozenset(
    "ace ast bal ber bho brx ceb ckb chr doi dsb fil fur gsw haw hsb kab kok ksh mai mni nds prs sah sat smn szl tzm "
    "yue zgh".split()
)
"""Of ISO 639-2 and 639-3, those for which locales are common."""
_TAG = re.compile(
    r"([A-Za-z]{2,3})(?:[-_](Han[st]|Latn|Cyrl|Arab))?(?:[-_](?:r(?=[A-Z]{2}\Z))?([A-Z]{2}|[a-z]{2}|\d{3}))?"
)
_QUALIFIED = re.compile(r"values(?:-mcc\d+)?(?:-mnc\d+)?-(?:b\+([A-Za-z+0-9]+)|([a-z]{2,3}(?:-r[A-Z]{2})?))(?:-|\Z)")
_OLD = {"iw": "he", "in": "id", "ji": "yi"}


def is_language(name: str) -> bool:
    """Whether a name is that of a language or a locale: ``de``, ``pt_BR``, ``zh-Hans``."""
    return _tag(name) is not None


def language_of_path(path: str) -> str | None:
    """The BCP 47 tag in the path (``/``-separated) of a resource file; None where there is none.

    ``values-de/strings.xml``, ``de.lproj/Main.strings``, ``messages_pt_BR.properties``, ``locales/de/app.json``,
    ``Texts.de.resx``, ``de.yml``; names of files come before folders, inner folders before outer ones.
    """
    parts = PurePosixPath(path).parts
    if not parts:
        return None
    stem = parts[-1].rpartition(".")[0] or parts[-1]
    named = _tag(stem) or _at_the_end(stem)
    if named is not None:
        return named
    for folder in reversed(parts[:-1]):
        qualified = _QUALIFIED.match(folder)
        if qualified is not None:
            return _tag(qualified[1].replace("+", "-") if qualified[1] else qualified[2])
        found = _tag(folder.removesuffix(".lproj"))
        if found is not None:
            return found
    return None


def _at_the_end(stem: str) -> str | None:
    """The tag after the last point, or after an underscore or hyphen: ``app.pt-BR``, ``messages_zh_Hans_CN``."""
    for cut in (match.end() for match in re.finditer(r"[._-]", stem)):
        found = _tag(stem[cut:])
        if found is not None:
            return found
    return None


def _tag(name: str) -> str | None:
    match = _TAG.fullmatch(name)
    if match is None:
        return None
    code = _OLD.get(match[1], match[1])
    if code not in _TWO_LETTERS and code not in _THREE_LETTERS:
        return None
    region = match[3].upper() if match[3] else None
    return "-".join(filter(None, (code, match[2], region)))

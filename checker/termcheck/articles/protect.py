r"""Finds what is no prose in running text: URLs, addresses, paths, file names, identifiers, hashes, template tags.

Only the surroundings of a sign that prose rarely has (``/ \ @ _ .`` inside a word, digits among letters) are looked at:
the chunk up to white space, quotation marks, angle brackets or characters of scripts without spaces. Each test takes
time that grows with the chunk's length only. Prose stays: plant/depot, and/or, A/B, TCP/IP, Node.js, U.S., e.g.
"""

import re
from collections.abc import Iterator

from termcheck.articles.view import takes_no_space
from termcheck.model import Span

_SIGNS = re.compile(
    r"[/\\@_]|\w\.[^\W\d]|[^\W\d]\.\d|\(\)|::|[0-9A-Fa-f]{2}[:-][0-9A-Fa-f]{2}[:-]|\d[A-Za-z]{1,20}\d|[A-Za-z]\d[A-Za-z]"
)
_NEAR_SIGNS = re.compile(
    r"[/\\@_.(:\d-](?:(?<=[/\\@_])|(?<=\w\.)[^\W\d]|(?<=[^\W\d]\.)\d|(?<=\()\)|(?<=:):"
    r"|(?<=[0-9A-Fa-f]{2}[:-])[0-9A-Fa-f]{2}[:-]|(?<=\d)[A-Za-z]{1,20}\d|(?<=[A-Za-z]\d)[A-Za-z])"
)
"""The same from the first character on that is rare in prose: ``re`` runs over all the others at once."""
_REACH = 2
"""Characters by which a sign begins before that."""
_BORDERS = frozenset('\ufffc<>"“”„«»‹›|')
# The patterns below are seldom needed: they stay strings, which ``re`` compiles at first use and keeps.
_SCHEME = r"[A-Za-z][A-Za-z0-9+.-]{1,20}://|(?<![A-Za-z])(?:(?:mailto|tel|urn|doi):|data:[a-z]+/)"
_MAIL = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"
_REMOTE = r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+:[\w./~-]+"
_HOST = r"localhost(?::\d+)?|\d{1,3}(?:\.\d{1,3}){3}(?::\d+)?|[a-z][\w-]*:\d+|10\.\d{4,9}"
"""What stands before the first slash of an address without a public name, or of a DOI."""
_ROOT_FOLDER = r"/[a-z]{3,}"
_HANDLE = r"@[A-Za-z0-9_]+(?:[./-][A-Za-z0-9_]+)*"
_DOMAIN = r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+([a-z]{2,})(?::\d+)?(?:[/?#].*)?"
_DRIVE = r"^[A-Za-z]:[\\/]|\\\\\w|%\\|\w\\\w"
_FILE = r"[\w()+@%~-][\w.()+@%~-]*\.([A-Za-z][A-Za-z0-9]{0,4})"
_IDENTIFIER = r"[A-Za-z0-9]_[A-Za-z0-9]|\w\(\)|\w::\w|\w->\w"
_CODE_SIGNS = ("_", "()", "::", "->")
_DOTTED = r"[a-z][a-z0-9]+(?:\.[a-z][a-z0-9]+){2,}"
_HEX = r"(?:0x)?[0-9a-f]{7,}|(?:0x)?[0-9A-F]{7,}|[0-9A-Fa-f]{2}(?:[:-][0-9A-Fa-f]{2}){4,}"
_UUID = r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}"
_TEMPLATE = r"\{\{[^{}\u2029]{1,300}\}\}|\{%[^%\u2029]{1,300}%\}"
_BASE64 = r"[A-Za-z0-9+/_-]{24,}={0,2}"

_TOP_LEVEL = frozenset(
    "com org net edu gov mil int info biz io ai dev app xyz eu cn hk tw jp kr uk de "
    "fr es nl ru pl ch se fi dk br ca au nz za mx ar cl tr ir il ua cz sk hu ro gr pt ie lt lv ee bg rs kz vn th sg my "
    "ph pk ae sa eg ng ke".split()
)
"""Top-level domains with which a bare name in lower case is a domain; those that are common words are left out."""
_FILE_SUFFIXES = frozenset(
    "txt md markdown rst adoc tex pdf doc docx odt rtf xls xlsx ods csv tsv ppt pptx odp htm html xhtml xml xlf xliff "
    "tmx tbx po json yaml yml toml ini cfg conf log sql db tmp zip tar gz tgz bz2 xz rar 7z exe dll msi iso dmg apk "
    "png jpg jpeg gif bmp svg webp tif tiff ico psd mp3 mp4 avi mov mkv wav flac ogg webm ttf otf woff woff2 css scss "
    "ts tsx jsx vue py pyc ipynb rb php java kt go rs swift cs cpp cc hpp hh sh bash zsh ps1 lua r c h cmake pem crt "
    "eml ics srt vtt epub".split()
)
"""Suffixes by which a name is a file's. Not among them: js and net, which end product names (Node.js, ASP.NET)."""
_CODE_FOLDERS = frozenset(
    "node_modules site-packages dist-packages public_html wp-content wp-admin wp-includes".split()
)
_CODE_ROOTS = frozenset({"src", "lib", "usr", "node_modules"})
_CODE_WORDS = frozenset("github gitlab wp js css php sql cfg tmp src lib npm xml json http https ssh usr".split())
"""Parts of hyphenated names that no word of prose has before or after a slash."""
_TRAILING = ".,;:!?'’…*~"
_PAIRS = {")": "(", "]": "[", "}": "{"}
_SHORTEST_HASH = 7
_LONGEST_WORD = 16


def protected_spans(view_text: str) -> tuple[Span, ...]:
    """The stretches of a view that are never checked, sorted and disjoint."""
    spans: list[Span] = []
    place = 0
    while (sign := _next_sign(view_text, place)) is not None:
        start, place = _chunk(view_text, sign.start(), place)
        for span in _in_chunk(view_text, start, place):
            spans.append(span)
            place = max(place, span.end)
        place = max(place, sign.end())
    return tuple(_with_templates(spans, view_text) if "{{" in view_text or "{%" in view_text else spans)


def _with_templates(spans: list[Span], text: str) -> list[Span]:
    """The spans and those of the tags that a template engine replaces, one around the other only once."""
    tags = [Span(*match.span()) for match in re.finditer(_TEMPLATE, text)]
    return sorted([*tags, *(one for one in spans if not any(tag.overlaps(one) for tag in tags))])


def _next_sign(text: str, place: int) -> re.Match[str] | None:
    """The first sign from an offset on."""
    near = _NEAR_SIGNS.search(text, place)
    return _SIGNS.search(text, max(place, near.start() - _REACH)) if near is not None else None


def _chunk(text: str, place: int, first: int) -> Span:
    """What stands around an offset without a border; it starts at ``first`` at the earliest."""
    start = end = place
    while start > first and not _is_border(text[start - 1]):
        start -= 1
    while end < len(text) and not _is_border(text[end]):
        end += 1
    return Span(start, end)


def _is_border(char: str) -> bool:
    if char <= "\x7f":
        return char <= " " or char in '<>"|'
    return char.isspace() or char in _BORDERS or _is_foreign_to_urls(char)


def _is_foreign_to_urls(char: str) -> bool:
    """Whether a character belongs to a script that running text glues to a URL: Han, kana, Hangul, Thai ..."""
    return takes_no_space(char) or "\uac00" <= char <= "\ud7af" or "\uff00" <= char <= "\uffef"


def _in_chunk(text: str, start: int, end: int) -> Iterator[Span]:
    """What is protected in a chunk: a URL with all that follows it, else the chunk without brackets and full stops."""
    scheme = re.search(_SCHEME, text[start:end]) if ":" in text[start:end] else None
    if scheme is not None:
        first = start + scheme.start()
        last = max(_trimmed(text, first, end).end, _end_of_foreign_path(text, end))
        if last > start + scheme.end():
            yield Span(first, last)
        return
    span = _trimmed(text, start, end)
    core = text[span.start : span.end]
    if core and _is_no_prose(core):
        yield Span(span.start, max(span.end, _end_of_foreign_path(text, end) if core.startswith("www.") else 0))


def _end_of_foreign_path(text: str, end: int) -> int:
    """Where a URL ends whose path goes on in Han or Hangul after a separator (``/wiki/中国``); 0 where it does not."""
    if text[end - 1 : end] not in {"/", "=", "_", "&", "?", "-"} or not text[end : end + 1].isalnum():
        return 0
    while end < len(text) and (text[end].isalnum() or text[end] in "/=_&?%-.#~"):
        end += 1
    return end


def _trimmed(text: str, start: int, end: int) -> Span:
    """A chunk without the punctuation around it; brackets that open inside it stay."""
    while start < end and text[start] in "([{*'‘’…,;":
        start += 1
    surplus = {closing: text.count(closing, start, end) - text.count(_PAIRS[closing], start, end) for closing in _PAIRS}
    while end > start:
        char = text[end - 1]
        if char in _PAIRS and surplus[char] > 0:
            surplus[char] -= 1
        elif char == "s" and text[end - 2 : end - 1] in "'’" and end - 2 > start:
            end -= 1
        elif char not in _TRAILING:
            break
        end -= 1
    return Span(start, end)


def _is_no_prose(core: str) -> bool:
    if "@" in core and any(re.fullmatch(form, core) for form in (_MAIL, _HANDLE, _REMOTE)):
        return True
    if ("\\" in core or ":/" in core) and re.search(_DRIVE, core):
        return True
    if "/" in core and _is_path(core):
        return True
    if "." in core and _is_dotted_name(core):
        return True
    if any(sign in core for sign in _CODE_SIGNS) and re.search(_IDENTIFIER, core):
        return True
    return len(core) >= _SHORTEST_HASH and _is_hash(core)


def _is_path(core: str) -> bool:
    """A path from a root, a domain with a path, or names between slashes of which one is no word."""
    if _is_rooted(core):
        return True
    names = [name for name in core.split("/") if name]
    if len(names) < 2 or not core.isascii():
        return False
    if (
        re.fullmatch(_HOST, names[0])
        or _is_domain(names[0].lower())
        or names[0] in _CODE_ROOTS
        or _CODE_FOLDERS.intersection(names)
    ):
        return True
    return _is_file(names[-1]) or any("-" in name and _CODE_WORDS.intersection(name.split("-")) for name in names)


def _is_rooted(core: str) -> bool:
    """Whether a path starts at a root or at a known folder; a slash before one word (/APC) is no path."""
    if core.startswith(("~/", "./", "../", "$")):
        return core.partition("/")[2].lstrip(".")[:1].isalnum()
    if core[0] == "." and core[1:2].isalnum():
        return True  # a hidden folder
    return core.startswith("/") and (
        core.rfind("/") > 1 or core[1:].find(".") > 0 or re.fullmatch(_ROOT_FOLDER, core) is not None
    )


def _is_dotted_name(core: str) -> bool:
    return core.startswith("www.") or _is_domain(core) or _is_file(core) or re.fullmatch(_DOTTED, core) is not None


def _is_domain(core: str) -> bool:
    """Whether a name in lower case is a domain; Booking.com and Node.js are names of products."""
    match = re.fullmatch(_DOMAIN, core)
    return match is not None and match[1] in _TOP_LEVEL


def _is_file(core: str) -> bool:
    match = re.fullmatch(_FILE, core)
    if match is None or match[1].lower() not in _FILE_SUFFIXES or match[1] not in {match[1].lower(), match[1].upper()}:
        return False
    stem = core[: match.start(1) - 1]
    return len(stem) > 1 or len(match[1]) > 1


def _is_hash(core: str) -> bool:
    """Hexadecimal digests, UUIDs, hardware addresses, base64: digits and letters mixed as no word has them."""
    digits = sum(map(str.isdigit, core))
    if digits == 0:
        return ":" in core and re.fullmatch(_HEX, core) is not None
    if re.fullmatch(_UUID, core):
        return True
    if re.fullmatch(_HEX, core):
        return ":" in core or "-" in core or (digits > 1 and len(core) - digits > 1)
    return re.fullmatch(_BASE64, core) is not None and any(map(_is_random, re.split(r"[-/_+]", core)))


def _is_random(piece: str) -> bool:
    """Whether a long run of letters and digits mixes small letters, capitals and digits."""
    return (
        len(piece) >= _LONGEST_WORD and piece not in {piece.lower(), piece.upper()} and sum(map(str.isdigit, piece)) > 1
    )

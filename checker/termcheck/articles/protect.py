"""Finds what is no prose in running text: URLs, addresses, paths, file names, identifiers, hashes.

The view is cut into chunks at white space, quotation marks, angle brackets and characters of scripts without spaces;
only chunks with a sign that prose rarely has (``/ \\ @ _ .`` inside, long runs of digits and letters) are looked at, each
with tests whose time grows with its length only. Prose stays: plant/depot, and/or, A/B, TCP/IP, Node.js, U.S., e.g.
"""

import re
from collections.abc import Iterator

from termcheck.model import Span

_CHUNK = re.compile(
    r"[^\s\ufffc<>\"“”„«»‹›|\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\ufe30-\ufe4f"
    r"\uff00-\uffef\U00020000-\U0003ffff]+"
)
_SIGNS = re.compile(r"[/\\@_]|\w\.\w|\(\)|::|[:-]\d|\d[A-Za-z]{1,20}\d|[A-Za-z]\d[A-Za-z]|%[0-9A-F]{2}")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]{1,20}://\S|(?<![A-Za-z])(?:(?:mailto|tel|urn|doi):\S|data:[a-z]+/)")
_HAN_IN_URL = re.compile(r"[/=_&?%-][\u2e80-\u9fff\uac00-\ud7af\U00020000-\U0003ffff][^\s\ufffc<>\"“”，。、；：！？（）《》「」]*")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_HANDLE = re.compile(r"@[A-Za-z0-9_]+(?:[./-][A-Za-z0-9_]+)*")
_DOMAIN = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+([a-z]{2,})(?::\d+)?(?:[/?#].*)?")
_DRIVE = re.compile(r"[A-Za-z]:[\\/]|\\\\\w|%\\|\w\\\w")
_ROOTED = re.compile(r"(?:~|\.{1,2}|\$\w+)/[\w.]|/[\w.-]+/[\w.-]|/[\w-]+\.\w+$|/(?:etc|usr|var|tmp|bin|opt|home|dev)$")
_FILE = re.compile(r"[\w()+@%~-][\w.()+@%~-]*\.([A-Za-z][A-Za-z0-9]{0,4})")
_IDENTIFIER = re.compile(r"[A-Za-z0-9]_[A-Za-z0-9]|\w\(\)|\w::\w|\w->\w")
_DOTTED = re.compile(r"[a-z][a-z0-9]+(?:\.[a-z][a-z0-9]+){2,}")
_HEX = re.compile(r"(?:0x)?[0-9a-f]{7,}|(?:0x)?[0-9A-F]{7,}|[0-9A-Fa-f]{2}(?:[:-][0-9A-Fa-f]{2}){4,}")
_UUID = re.compile(r"[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")
_BASE64 = re.compile(r"[A-Za-z0-9+/_-]{24,}={0,2}")

_TOP_LEVEL = frozenset(
    "com org net edu gov mil int info biz io ai dev app xyz eu cn hk tw jp kr uk de "
    "fr es nl ru pl ch se fi dk br ca au nz za mx ar cl tr ir il ua cz sk hu ro gr pt ie lt lv ee bg rs kz vn th sg my "
    "ph pk ae sa eg ng ke".split()
)
"""Top-level domains with which a bare name in lower case is a domain; those that are common words are left out."""
_FILE_SUFFIXES = frozenset(
    "txt md markdown rst adoc tex pdf doc docx odt rtf xls xlsx ods csv tsv ppt pptx odp htm html xhtml xml xlf xliff tmx "
    "tbx po json yaml yml toml ini cfg conf log sql db bak tmp zip tar gz tgz bz2 xz rar 7z jar war exe dll so msi iso dmg "
    "apk png jpg jpeg gif bmp svg webp tif tiff ico psd mp3 mp4 avi mov mkv wav flac ogg webm ttf otf woff woff2 css scss "
    "less ts tsx jsx vue py pyc ipynb rb pl php java kt class go rs swift cs cpp cc hpp hh sh bash zsh bat ps1 lua r c h "
    "cmake mk gradle lock env pem key crt eml ics srt vtt epub".split()
)
"""Suffixes by which a name is a file's. Not among them: js and net, which end product names (Node.js, ASP.NET)."""
_CODE_FOLDERS = frozenset("node_modules site-packages dist-packages public_html wp-content wp-admin wp-includes".split())
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
    while (chunk := _CHUNK.search(view_text, place)) is not None:
        place = chunk.end()
        if place - chunk.start() < 3 or _SIGNS.search(chunk[0]) is None:  # noqa: PLR2004 - as "a_b"
            continue
        for span in _in_chunk(view_text, *chunk.span()):
            spans.append(span)
            place = max(place, span.end)
    return tuple(spans)


def _in_chunk(text: str, start: int, end: int) -> Iterator[Span]:
    """What is protected in a chunk: a URL with all that follows it, else the chunk without brackets and full stops."""
    scheme = _SCHEME.search(text, start, end) if ":" in text[start:end] else None
    if scheme is not None:
        last = _trimmed(text, scheme.start(), end).end
        foreign = _HAN_IN_URL.match(text, end - 1)
        yield Span(scheme.start(), foreign.end() if foreign else max(last, scheme.end()))
        return
    span = _trimmed(text, start, end)
    core = text[span.start : span.end]
    if core and _is_no_prose(core):
        foreign = _HAN_IN_URL.match(text, end - 1) if core.startswith("www.") and end == span.end else None
        yield Span(span.start, foreign.end() if foreign else span.end)


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
    if "@" in core and (_MAIL.fullmatch(core) or _HANDLE.fullmatch(core)):
        return True
    if "\\" in core and _DRIVE.search(core):
        return True
    if "/" in core and _is_path(core):
        return True
    if "." in core and _is_dotted_name(core):
        return True
    if _IDENTIFIER.search(core):
        return True
    return len(core) >= _SHORTEST_HASH and _is_hash(core)


def _is_path(core: str) -> bool:
    """A path from a root, a domain with a path, or names between slashes of which one is no word."""
    if _ROOTED.match(core):
        return True
    names = [name for name in core.split("/") if name]
    if len(names) < 2 or not core.isascii():  # noqa: PLR2004
        return False
    if _is_domain(names[0].lower()) or names[0] in _CODE_ROOTS or _CODE_FOLDERS.intersection(names):
        return True
    return _is_file(names[-1]) or any("-" in name and _CODE_WORDS.intersection(name.split("-")) for name in names)


def _is_dotted_name(core: str) -> bool:
    return core.startswith("www.") or _is_domain(core) or _is_file(core) or _DOTTED.fullmatch(core) is not None


def _is_domain(core: str) -> bool:
    """Whether a name in lower case is a domain; Booking.com and Node.js are names of products."""
    match = _DOMAIN.fullmatch(core)
    return match is not None and match[1] in _TOP_LEVEL


def _is_file(core: str) -> bool:
    match = _FILE.fullmatch(core)
    if match is None or match[1].lower() not in _FILE_SUFFIXES or match[1] not in {match[1].lower(), match[1].upper()}:
        return False
    stem = core[: match.start(1) - 1]
    return len(stem) > 1 or len(match[1]) > 1


def _is_hash(core: str) -> bool:
    """Hexadecimal digests, UUIDs, hardware addresses, base64: digits and letters mixed as no word has them."""
    if _UUID.fullmatch(core):
        return True
    digits = sum(map(str.isdigit, core))
    if _HEX.fullmatch(core):
        return ":" in core or "-" in core or (digits > 1 and len(core) - digits > 1)
    return _BASE64.fullmatch(core) is not None and any(map(_is_random, re.split(r"[-/_+]", core)))


def _is_random(piece: str) -> bool:
    """Whether a long run of letters and digits mixes small letters, capitals and digits."""
    return (
        len(piece) >= _LONGEST_WORD
        and piece not in {piece.lower(), piece.upper()}
        and sum(map(str.isdigit, piece)) > 1
    )

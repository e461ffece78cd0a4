"""Independent word forms: the hunspell dictionaries that Debian packages, unmunched (Finnish: Voikko's).

They are read where they are installed; nothing of them is part of the program or of the repository. Only endings (in
Arabic and Hebrew also clitics) of nouns and adjectives are used: number, case, gender, definiteness, possession. No
verbs, no derived words, no diminutives, no degrees of comparison. The flags were chosen from the dictionaries' own
affix tables, not from what the program knows.
"""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any

from finnish import read_forms
from spylls.hunspell.readers import read_aff
from spylls.hunspell.readers.file_reader import FileReader

FOLDER = Path("/usr/share/hunspell")
_MOST_FORMS = 60
_A_QUARTER = 64
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Entry:
    """A word of a dictionary and its inflected forms, the word itself left out."""

    stem: str
    forms: tuple[str, ...]
    is_adjective: bool


@dataclass(frozen=True)
class Lexicon:
    """Which dictionary a language has, and which of its affixes inflect nouns and adjectives."""

    package: str
    file: str
    nouns: str = ""
    """Flags of noun endings, by white space; empty: all flags, sorted out by ``tail`` alone."""
    adjectives: str = ""
    noun: str = r".{4,16}"
    """What the dictionary form of a noun looks like."""
    adjective: str = r".{4,16}"
    needs: str = ""
    """Words must carry this flag too."""
    not_flags: str = ""
    """Words that carry one of these are verbs, names and the like."""
    says: str = ""
    """What a word's description must say, in dictionaries that describe words."""
    tail: str = ""
    """What may stand after the part that a form shares with its word (its last letter may change)."""
    not_form: str = r"$^"
    """Word and form, with a space between them, that are more than inflection."""
    prefixes: str = ""
    """Clitics that count, in Arabic as its affixes allow, in Hebrew before every form."""
    attested: tuple[tuple[str, str], ...] = ()
    """For lists without affixes: (ending of the word, endings of its forms); forms that the list has count."""
    before: tuple[tuple[str, str], ...] = ()
    """The same for what stands before the stem."""
    fewest: int = 2
    """Words with fewer forms are left out."""


_ARABIC_CLITICS = "ال وال فال بال كال لل ولل وبال و ف ب ل ك وب ول"
_TURKISH = r"(l[ae]r)?(s?[ıiuü])?([yn]?[ıiuü]|[yn]?[ae]|n?[dt][ae]n?|n?[ıiuü]n|y?l[ae])?"
_HUNGARIAN_CASE = (
    r"(n[ae]k|b[ae]n?|b[óő]l|r[ae]|r[óő]l|h[oeö]z|n[áé]l|t[óő]l|ért|ig|v[ae]l|"
    r"(bb|cc|dd|ff|gg|jj|kk|ll|mm|nn|pp|rr|ss|tt|zz|[bcdfgjklmnprstz])[ae]l|[oeö]?n|[aeoö]?t)"
)
_HUNGARIAN_OWN = (
    r"(á(nak|ban?|b[óő]l|ra|r[óő]l|hoz|nál|tól|val|n|t|ig|ért)|é(nek|ben?|ből|re|ről|h[eö]z|nél|től|vel|n|t|ig|ért))"
)
_HUNGARIAN = rf"([aeoöá]?k)?{_HUNGARIAN_CASE}?|j?([ae]i?|[uü]k|{_HUNGARIAN_OWN})"

_SERBIAN_NOUNS, _SERBIAN_ADJECTIVES = (" ".join(map(str, flags)) for flags in (range(1, 437), range(745, 787)))

LEXICONS: dict[str, Lexicon] = {
    "ar": Lexicon("hunspell-ar", "ar", "AA AB AC HA HB", prefixes=_ARABIC_CLITICS, not_flags="Pa Pb Pi Ph",
                  not_form=r"\S+[^ه] و?لل\S*ه"),
    "bg": Lexicon("hunspell-bg", "bg_BG", "O C L B M D J E F N H G I K", "K A",
                  adjective=r".{4,16}(?<![аяоеиу])|.{2,14}[кн]и"),
    "ca": Lexicon("hunspell-ca", "ca", "_E _G _I _i", "_F _B _H _J _K _L", fewest=1),
    "cs": Lexicon("hunspell-cs", "cs_CZ", "P S Z Q H U L M I", "Y", adjective=r".{3,15}[ýí]", not_flags="A J T",
                  not_form=r".+ .*ův"),
    "da": Lexicon("hunspell-da", "da_DK", "10 2 11 4 44 5 46 45 7 74 47 64 58 65 13 3 19 57 15 14 66 70 71",
                  "49 24 28 26 59 12", not_flags="1 20 21 22 9"),
    "de": Lexicon("hunspell-de-de", "de_DE", "S P E T N R p q Q", "A", noun=r"[A-ZÄÖÜ][a-zäöüß]{3,15}",
                  adjective=r"[a-zäöüß]{4,16}", not_flags="I X Y h k", fewest=1),
    "el": Lexicon("hunspell-el", "el_GR", attested=(
        ("ισμός", "ισμού ισμό ισμοί ισμών ισμούς"), ("ος", "ου ο οι ων ους"), ("μα", "ματος ματα ματων"),
        ("ση", "σης σεις σεων"), ("ια", "ιας ιες ιων"), ("ητα", "ητας ητες ητων"), ("ιο", "ιου ια ιων"),
        ("ικός", "ική ικό ικού ικής ικοί ικές ικά ικών ικούς"), ("ητής", "ητή ητές ητών"))),
    "en": Lexicon("hunspell-en-us", "en_US", "S", needs="M", not_flags="D G Z", fewest=1),
    "es": Lexicon("hunspell-es", "es_ES", "S", "G", not_flags="R E D", fewest=1),
    "fa": Lexicon("myspell-fa", "fa", attested=(
        ("", "ها \u200cها های \u200cهای هایی \u200cهایی هایش \u200cهایش ی"),), fewest=3),
    "fi": Lexicon("voikko-fi", "/usr/lib/voikko/5/mor-standard/mor.vfst"),
    "fr": Lexicon("hunspell-fr-comprehensive", "fr_FR", "S. X. A. I.", "F. F+ W.", says="po:(nom|adj)",
                  adjective=r".{4,16}(?<!eau)", fewest=1),
    "he": Lexicon("hunspell-he", "he_IL", "a", prefixes="ה ו ב ל כ מ ש וה וב ול ומ שה",
                  attested=(("", "ים ות"), ("ה", "ות"), ("ית", "יות"))),
    "hi": Lexicon("hunspell-hi", "hi_IN", noun=r".{3,16}(?<!ना)(?<!या)(?<!ता)(?<!गा)", fewest=1, attested=(
        ("ा", "े ों ी"), ("ी", "ियाँ ियों ियां"), ("", "ों ें"))),
    "hr": Lexicon("hunspell-hr", "hr_HR", "VO VI VM VF VK VL TZ TY TW TV TT TR UU", "UM UP UO UE UN",
                  adjective=r".{4,16}(?<![oe]v)(?<!in)", not_form=r"\w+(?<!ost) \w+(ost(i|ima)?|ošću)"),
    "hu": Lexicon("hunspell-hu", "hu_HU", says=r"po:(noun|adj)\b", tail=_HUNGARIAN,
                  not_form=rf"\S+[áéíóőúűiouöü] \S+[^j][áé]{_HUNGARIAN_CASE}|\S+ \S+[áé]é.*", fewest=4),
    "id": Lexicon("hunspell-id", "id_ID", "o0 n0", tail=r"(nya|ku|mu)(lah|kah)?|lah|kah"),
    "it": Lexicon("hunspell-it", "it_IT", "S Q O R n", "o p", not_flags="A B E D t m", fewest=1),
    "nb": Lexicon("hunspell-no", "nb_NO", "A B C E F G H I J L N U", "V W", adjective=r".{4,16}(?<!er)",
                  not_flags="M O S T P Q K R Y"),
    "nl": Lexicon("hunspell-nl", "nl", "Zb Za Ze Zf Zc Zh Zd Zi Zx", "Aa Al Ar An Am", not_flags="V3 Vi Vp Vq PN",
                  fewest=1),
    "pl": Lexicon("hunspell-pl", "pl_PL", "N M T s U O V Q n m A z Z P S W D f l R C p q t", "X x Y",
                  noun=r"(?!nie).{4,16}", adjective=r"(?!nie).{3,15}[yi]", not_flags="H E I J G v i j"),
    "pt": Lexicon("hunspell-pt-pt", "pt_PT", "p a e", "f", not_flags="X Y K", fewest=1),
    "ro": Lexicon("hunspell-ro", "ro_RO", "A F L P C f c R M z l n", "Q S D q", not_form=r".+ .*([uo]|ule)"),
    "ru": Lexicon("hunspell-ru", "ru_RU", "K J I H F O N G", "A", not_flags="L M P",
                  adjective=r".{2,14}(?<!вш)(?<!щ)(ый|ий|ой)"),
    "sk": Lexicon("hunspell-sk", "sk_SK", "z Z B C K U M c J V D O H L", "Y I", adjective=r".{3,15}[ýíy]",
                  not_flags="W X E T R", not_form=r".+ .*ejš.*"),
    "sr": Lexicon("hunspell-sr", "sr_RS", _SERBIAN_NOUNS, _SERBIAN_ADJECTIVES),
    "sr-Latn": Lexicon("hunspell-sr", "sr_Latn_RS", _SERBIAN_NOUNS, _SERBIAN_ADJECTIVES),
    "sv": Lexicon("hunspell-sv", "sv_SE", "A D E G H B C F I", "O N Q", not_flags="m P M K R L e r"),
    "sw": Lexicon("hunspell-sw", "sw_TZ", noun=r"(?!(m|tw|wa|a|u|ni|tu)(na|me|ta|li|ka|ki)|twe|wa|a).{4,14}",
                  attested=(("", "ni"),), fewest=1,
                  before=(("ki", "vi"), ("m", "wa"), ("m", "mi"), ("mw", "w"), ("", "ma"))),
    "tr": Lexicon("hunspell-tr", "tr_TR", tail=_TURKISH, fewest=6,
                  noun=r".{4,14}(?<!m[ae]k)(?<![dt][ıiuü]k)(?<!c[ae]k)(?<!m[ae])"),
    "uk": Lexicon("hunspell-uk", "uk_UA", '1 $ % Q : ; A < S 3 ` d p m 0 w n T D - v 4 " ( 2 @ N', "j",
                  adjective=r".{3,14}[иі]й", not_flags="X Y y t P E e _"),
}  # fmt: skip


def is_installed(lang: str) -> bool:
    """Whether the dictionary of a language stands where Debian puts it."""
    file = LEXICONS[lang].file
    return (FOLDER / (file if file.startswith("/") else f"{file}.dic")).exists()


def read_entries(lang: str, accept: Callable[[str], bool]) -> Iterator[Entry]:
    """The words of a language that ``accept`` takes, with their forms, always in one and the same shuffled order."""
    lexicon = LEXICONS[lang]
    if lexicon.package == "voikko-fi":
        yield from _read_finnish(Path(lexicon.file), accept)
        return
    affixes, context = read_aff(FileReader(str(FOLDER / f"{lexicon.file}.aff")))
    lines = _read_lines(FOLDER / f"{lexicon.file}.dic", context.encoding, keeps_capitals=lang == "de")
    look = re.compile(f"{lexicon.noun}|{lexicon.adjective}" if lexicon.adjectives else lexicon.noun)
    words = [word for word in lines if accept(word) and look.fullmatch(word) and _WORD.fullmatch(_bare(word))]
    listed = _Listed(lines) if lexicon.attested or lexicon.before else None
    reader = _Reader(lexicon, affixes, context)
    for word in sorted(words, key=digest):
        entry = reader.read(word, lines[word]) if listed is None else _read_listed(lexicon, listed, word, lines[word])
        if entry and lexicon.fewest <= len(entry.forms):
            yield entry


def _read_finnish(file: Path, accept: Callable[[str], bool]) -> Iterator[Entry]:
    """A quarter of the words: more would only cost time."""
    forms: dict[tuple[str, bool], set[str]] = {}
    look = re.compile(r"[a-zäö]{4,16}")
    for word, is_adjective, form in read_forms(
        file, lambda word: digest(word)[1] < _A_QUARTER and look.fullmatch(word) is not None and accept(word)
    ):
        forms.setdefault((word, is_adjective), set()).add(form)
    for word, is_adjective in sorted(forms, key=lambda key: digest(key[0])):
        all_forms = forms[word, is_adjective]
        if word in all_forms and len(all_forms) <= _MOST_FORMS:
            yield Entry(word, tuple(sorted(all_forms - {word}, key=digest)), is_adjective)


_DRAW = "second draw: "
"""Which words are drawn: another draw than the one with which the rules were written."""


def digest(text: str) -> bytes:
    """Bytes that depend on nothing but the text, to order words by; ``set ...`` for which half a word is in."""
    return blake2b((text if text.startswith("set ") else _DRAW + text).encode(), digest_size=8).digest()


def _bare(word: str) -> str:
    return "".join(char for char in word if not unicodedata.combining(char) and unicodedata.category(char) != "Mc")


def _read_lines(file: Path, encoding: str, *, keeps_capitals: bool) -> dict[str, str]:
    """Each word (without names, unless capitals are kept) and what follows it: its flags, its description."""
    lines: dict[str, str] = {}
    for line in file.read_text(encoding=encoding, errors="replace").splitlines()[1:]:
        word, *_ = re.split(r"[/\s]", line, maxsplit=1)
        written = unicodedata.normalize("NFC", word).replace("ĳ", "ij")
        if len(word) > 1 and (keeps_capitals or written == written.lower()):
            lines.setdefault(written, line[len(word) :])
    return lines


class _Reader:
    """Forms of a word by the affix table."""

    def __init__(self, lexicon: Lexicon, affixes: Any, context: Any) -> None:  # noqa: ANN401 - spylls has no types
        self.lexicon = lexicon
        self.affixes = affixes
        self.context = context
        self.nouns = set(lexicon.nouns.split()) or set(affixes.SFX)
        self.adjectives = set(lexicon.adjectives.split())
        self.needed = set(lexicon.needs.split())
        self.refused = set(lexicon.not_flags.split())
        self.prefixes = set(lexicon.prefixes.split())
        self.noun = re.compile(lexicon.noun)
        self.adjective = re.compile(lexicon.adjective)
        self.half = {affixes.ONLYINCOMPOUND, affixes.NEEDAFFIX, affixes.FORBIDDENWORD} - {None}

    def read(self, word: str, rest: str) -> Entry | None:
        """The entry of a word, given what follows it on its line; None if it is no noun or adjective."""
        written, said = [*rest.split(maxsplit=1), "", ""][:2] if rest.startswith("/") else ("", rest)
        flags = set(self.context.parse_flags(written[1:])) if written[1:] else set()
        if self.lexicon.says and not re.search(self.lexicon.says, self._describe(said.strip())):
            return None
        if not flags or flags & self.refused or not self.needed <= flags:
            return None
        is_adjective = bool(flags & self.adjectives) and bool(self.adjective.fullmatch(word))
        if not is_adjective and (flags & self.adjectives - self.nouns or not self.noun.fullmatch(word)):
            return None
        forms = set(self._forms(word, flags & (self.nouns | self.adjectives if is_adjective else self.nouns)))
        if flags & self.half and word not in forms:
            return None
        written_out = {form.replace("ĳ", "ij") for form in forms if self._takes(word, form)} - {word}
        return Entry(word, tuple(sorted(written_out, key=digest)[:_MOST_FORMS]), is_adjective)

    def _describe(self, said: str) -> str:
        """The description itself where a number stands for it."""
        return " ".join(sorted(self.affixes.AM.get(said, ()))) if said.isdigit() else said

    def _forms(self, word: str, flags: Iterable[str]) -> Iterator[str]:
        for flag in flags:
            for suffix in self.affixes.SFX.get(flag, ()):
                if suffix.cond_regexp.search(word) and word.endswith(suffix.strip):
                    form = word[: len(word) - len(suffix.strip)] + suffix.add
                    if not suffix.flags & self.half:
                        yield form
                    for following in suffix.flags & set(self.affixes.PFX) if self.prefixes else ():
                        yield from self._prefixed(form, following)

    def _prefixed(self, form: str, flag: str) -> Iterator[str]:
        for prefix in self.affixes.PFX[flag]:
            if prefix.add in self.prefixes and prefix.cond_regexp.search(form) and form.startswith(prefix.strip):
                yield prefix.add + form[len(prefix.strip) :]

    def _takes(self, word: str, form: str) -> bool:
        if not _WORD.fullmatch(_bare(form)) or re.fullmatch(self.lexicon.not_form, f"{word} {form}"):
            return False
        if not self.lexicon.tail:
            return True
        shares = form.startswith(word[:-1])
        return shares and re.fullmatch(self.lexicon.tail, form[len(word) :]) is not None


class _Listed:
    """The words of a list without affixes, looked up without their accents."""

    def __init__(self, words: Iterable[str]) -> None:
        self.by_bare: dict[str, list[str]] = {}
        for word in words:
            self.by_bare.setdefault(_without_accents(word), []).append(word)

    def find(self, word: str) -> list[str]:
        return self.by_bare.get(_without_accents(word), [])


_ACCENTED = str.maketrans("άέήίόύώϊϋΐΰ", "αεηιουωιυιυ")


def _without_accents(word: str) -> str:
    return word.translate(_ACCENTED)


def _read_listed(lexicon: Lexicon, listed: _Listed, word: str, flags: str) -> Entry | None:
    if lexicon.nouns and flags.removeprefix("/").split()[:1] != [lexicon.nouns]:
        return None
    forms: list[str] = []
    for ending, endings in lexicon.attested:
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            found = [form for one in endings.split() for form in listed.find(stem + one)]
            forms += found if len(found) >= lexicon.fewest or lexicon.prefixes else []
    for start, other in lexicon.before:
        if word.startswith(start):
            forms += listed.find(other + word.removeprefix(start))
    if lexicon.prefixes and forms:
        forms += [prefix + form for prefix in lexicon.prefixes.split() for form in (word, *forms)]
    distinct = tuple(form for form in dict.fromkeys(forms) if form != word)
    return Entry(word, distinct[:_MOST_FORMS], is_adjective=False)

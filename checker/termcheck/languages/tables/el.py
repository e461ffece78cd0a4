"""Greek."""

import re
import unicodedata
from collections.abc import Sequence

from termcheck.languages.endings import Endings
from termcheck.languages.facts import Facts
from termcheck.languages.families.chains import Chains
from termcheck.languages.folding import strip_accents

_TONOS = "\u0301"
_NUCLEUS = re.compile("[αεου]ι(?!\u0308)|[οαεη]υ(?!\u0308)|[αεηιυοω]\u0308?")
_MOVES = frozenset("ου ων ουσ εισ εων εωσ ματοσ ματα η".split())
"""Endings before which the accent of a stem moves to its last syllable: άνθρωπος, ανθρώπου."""
_ADJECTIVE = "4+ οσ ου ο ε οι ων ουσ η ησ ην εσ α"


def _before(shortest: str, vowel: str, endings: str) -> str:
    return " ".join((shortest, *(vowel + ending for ending in endings.split())))


_PARADIGMS = (
    ("οσ ου ο ε οι ων ουσ", "οσ οι"),  # νόμος, άνθρωπος
    (_ADJECTIVE, "4+ οσ οι η ο εσ α"),
    *(  # νέος, νέα; but χώρα is not χώρος, nor βία βίος
        (_before(shortest, vowel, "οσ ου ο ε οι ων ουσ α ασ εσ"), _before(shortest, vowel, "οσ α ο οι εσ"))
        for shortest, vowel in (
            ("1+", "έ"),
            ("3+", "ι"),
            ("3+", "ί"),
            ("2+", "αί"),
            ("3+", "εί"),
            ("3+", "οί"),
            ("3+", "ε"),
        )
    ),
    ("όσ ού ό έ οί ών ούσ", "όσ οί"),  # υπουργός
    ("3+ όσ ού ό έ οί ών ούσ ή ήσ ήν έσ ά", "3+ όσ οί ή ό έσ ά"),
    ("όσ ού ό οί ών ούσ ά άσ έσ", "όσ ό οί"),
    ("α ασ αν εσ ων ών", "α εσ"),  # χώρα, χωρών
    ("η ησ ην εσ ών", "η εσ"),  # βλάβη
    ("η ησ ην εισ εων εωσ", "η εισ"),  # κυβέρνηση
    ("ή ήσ ήν έσ ών", "ή έσ"),
    ("ά άσ άν έσ ών", "ά έσ"),
    ("ησ η εσ ών", "ησ εσ"),  # χρήστης
    ("ήσ ή έσ ών", "ήσ έσ"),
    ("ασ α εσ ων ών", "ασ εσ"),  # πρόσφυγας
    ("έασ έα είσ έων", "έασ είσ"),  # γραμματέας
    ("άσ ά άδεσ άδων", "άσ άδεσ"),
    ("ήσ ή ήδεσ ήδων", "ήσ ήδεσ"),
    ("ού ούσ ούδεσ ούδων", "ού ούδεσ"),
    ("ο ου α ων", "ο α"),  # άτομο
    ("ό ού ά ών", "ό ά"),
    ("ι ιού ια ιών", "ι ια"),  # τραπέζι, τραπεζιού
    ("ί ιού ιά ιών", "ί ιά"),
    ("μα ματοσ ματα μάτων", "μα ματα"),  # πρόγραμμα, προγραμμάτων
    ("ιμο ίματοσ ίματα ιμάτων", "ιμο ίματα"),
    ("οσ ουσ η ών", "οσ η"),  # μέρος
    ("ασ ατοσ ατα άτων", "ασ ατα"),
    ("όν όντοσ όντα όντων", "όν όντα"),  # προϊόν
    ("ωσ ωτόσ ωτα ώτων", "ωσ ωτα"),
    ("ήσ ή ούσ είσ ών έσ", "ήσ έσ είσ ή"),  # διεθνής
    ("ησ η ουσ εισ ων εσ", "ησ εσ εισ"),
    ("ύσ ύ ιού ιοί ιούσ ιά ιάσ ιέσ ιών ιό έοσ έα είσ έων εία είασ είεσ", "ύσ ιά εία ύ ιοί ιέσ είεσ"),
    ("ων ουσα ον οντοσ οντα όντων ουσασ ουσεσ ουσών οντεσ", "ων ουσα ον οντα ουσεσ οντεσ"),
    ("ών ούσα όν όντοσ όντα όντων ούσασ ούσεσ ουσών όντεσ", "ών ούσα όν όντα ούσεσ όντεσ"),
)


def _bare(text: str) -> str:
    """The text without accents; the diaeresis stays."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFD", text).replace(_TONOS, ""))


def _with_bare(paradigms: Sequence[str]) -> tuple[str, ...]:
    """The paradigms, and all of them again for capitals, which have no accents."""
    return (*paradigms, *map(_bare, paradigms))


class _Words(Endings):
    """Stems of Greek, with the accent where it may stand in the dictionary form."""

    def _keys(self, word: str) -> tuple[str, ...]:
        keys = super()._keys(word)
        if _bare(word) == word:
            return keys
        return tuple([key for key in keys if int(key.partition(":")[0]) < len(_PARADIGMS)])

    def _stems(self, stem: str, ending: str) -> list[str]:
        plain = _bare(stem)
        if _bare(ending) != ending:
            return [] if plain != stem else [stem, *_accented(stem)]
        if plain != stem and (ending in _MOVES or (ending == "ασ" and plain.endswith("ει"))):  # ασφάλεια, ασφαλείας
            last, *before = _accented(plain)
            return [stem, *before] if last == stem else [stem]
        return [stem]


def _accented(stem: str) -> list[str]:
    """A stem without accent with one on its last syllable, and on those before (two: ια may be one syllable)."""
    letters = unicodedata.normalize("NFD", stem)
    return [
        unicodedata.normalize("NFC", letters[: found.end()] + _TONOS + letters[found.end() :])
        for found in [*_NUCLEUS.finditer(letters)][:-4:-1]
    ]


FACTS = Facts(
    code="el",
    name="Greek",
    notes="the accent may move between the forms of a word; capitals need none",
    lexicon="el",
    shortest_stem=2,
    joins="-",
    paradigms=_with_bare([full for full, _ in _PARADIGMS]),
    function_words=(
        "ο η το οι τα του τησ των τον την τουσ τισ ένασ ένα μια μία ενόσ μιασ έναν σε στο στη στην στον στα στισ στουσ "
        "στησ από με για ωσ προσ κατά μετά παρά αντί χωρίσ δίχωσ μέχρι έωσ πριν εναντίον υπέρ επί υπό περί διά εκ εξ "
        "εν ανά λόγω μέσω βάσει και κι ή είτε ούτε μήτε αλλά όμωσ ωστόσο ότι πωσ που να θα ασ αν εάν όταν ενώ αφού "
        "επειδή διότι γιατί όπωσ όσο όσοσ όποιοσ οποίοσ οποία οποίο οποίοι οποίεσ οποίων οποίου οποίασ μου σου μασ "
        "σασ αυτόσ αυτή αυτό αυτοί αυτέσ αυτά αυτών αυτού αυτήσ δεν μη μην είναι ήταν έχει έχουν πολύ πιο μόνο επίσησ "
        "σχετικά μεταξύ εντόσ εκτόσ κάτω πάνω μέσα έξω σύμφωνα"
    ),
    articles="ο η το οι τα του τησ των τον την τουσ τισ ένασ ένα μια μία ενόσ μιασ έναν",
    contractions={"σε": "στο στη στην στον στα στισ στουσ στησ στου στων"},
    numbers=(
        "πρώτοσ πρώτη πρώτο πρώτου πρώτησ", "δύο δεύτεροσ δεύτερη δεύτερο δεύτερου δεύτερησ",
        "τρεισ τρία τρίτοσ τρίτη τρίτο τρίτου τρίτησ", "τέσσερισ τέσσερα τέταρτοσ τέταρτη τέταρτο",
        "πέντε πέμπτοσ πέμπτη πέμπτο", "έξι έκτοσ έκτη έκτο", "επτά εφτά έβδομοσ έβδομη έβδομο",
        "οκτώ οχτώ όγδοοσ όγδοη όγδοο", "εννέα εννιά ένατοσ ένατη ένατο", "δέκα δέκατοσ δέκατη δέκατο",
        "είκοσι εικοστόσ εικοστή εικοστό", "τριάντα", "σαράντα", "πενήντα", "εκατό", "χίλια", "εκατομμύριο",
    ),
    levels={
        "national": "εθνικ κρατικ", "regional": "περιφέρεια περιφερει", "provincial": "νομαρχ επαρχ νομό",
        "municipal": "δημοτικ δήμο δήμου", "local": "τοπικ", "central": "κεντρικ", "international": "διεθν",
        "federal": "ομοσπονδιακ",
    },
    opposites=(
        "εισαγωγ εξαγωγ", "εισ εξ", "μακρο μικρο", "υπερ υπο", "ενδο εξω", "προ μετα", "δημόσι ιδιωτικ",
        "νόμιμ παράνομ", "μέγιστ ελάχιστ", "εσωτερικ εξωτερικ", "βόρει νότι", "ανατολικ δυτικ", "άμεσ έμμεσ",
        "αγοραστ πωλητ", "δεξι αριστερ", "αντι συν",
    ),
    qualifiers="πρώην αναπληρωτήσ αναπληρωτή αναπληρώτρια υφ αντι νέοσ νέα νέο παλιόσ παλαιόσ μη ψευδο υπηρεσιακόσ",
)  # fmt: skip


class Greek(Chains):
    """Greek, whose accent is not written in capitals and doubled before enclitics."""

    def __init__(self) -> None:
        """Nothing to choose."""
        super().__init__(FACTS, _with_bare([few for _, few in _PARADIGMS]), _Words)
        self.respells = True

    def respell(self, word: str, written: str) -> str:
        """The word without the second accent that it has before an enclitic: διαβατήριό μου."""
        letters = unicodedata.normalize("NFD", word)
        first = letters.find(_TONOS)
        if first < 0 or _TONOS not in letters[first + 1 :]:
            return word
        return unicodedata.normalize("NFC", letters[: first + 1] + letters[first + 1 :].replace(_TONOS, ""))

    def upper(self, text: str) -> str:
        """Capitals without the accent; the diaeresis stays."""
        return _bare(text).upper()

    def bare_capitals(self, word: str) -> Sequence[str]:
        """The word without its accents, if it has any; the diaeresis stays, and may be left out as well."""
        return tuple(plain for plain in dict.fromkeys((_bare(word), strip_accents(word))) if plain != word)


LANGUAGE = Greek()

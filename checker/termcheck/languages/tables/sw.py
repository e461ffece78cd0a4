"""Swahili."""

from collections.abc import Sequence

from termcheck.languages.facts import Facts
from termcheck.languages.generic import Generic

_CONNECTIVES = frozenset("wa ya la za cha vya pa mwa".split())
_PRONOUNS = {
    form: stem
    for stem, prefixes in {"enye": "mw w y l z ch vy p", "ake": "w y l z ch vy p", "ao": "w y l z ch vy p"}.items()
    for form in (prefix + stem for prefix in prefixes.split())
}
_CLASSES = (
    ("m", "wa", 2), ("m", "mi", 2), ("mw", "wa", 3), ("mw", "w", 3), ("mw", "mi", 3), ("mu", "mi", 3), ("mu", "wa", 3),
    ("ki", "vi", 2), ("ch", "vy", 3), ("", "ma", 4), ("ji", "ma", 3), ("j", "m", 4), ("u", "", 4), ("w", "ny", 3),
    ("u", "ny", 2), ("u", "ma", 4), ("ub", "mb", 2),
)  # fmt: skip
"""What nouns begin with in the singular and in the plural, and the letters that follow at least."""
_NO_PLURALS = frozenset("makazi mahali makini malaika maana maisha maji".split())
"""Words that look like plurals of others (kazi, hali)."""
_AGREEMENT = "m mw mu wa w mi my ki ch vi vy ma m n ny mb nd ji j u ku kw pa p"
_ADJECTIVES = (
    "kubwa dogo zuri baya refu fupi pya kuu gumu zito epesi eusi eupe ekundu ema ingi ingine ote kali kavu pana "
    "embamba nene tamu chungu chafu tupu zee gonjwa janja vivu tulivu erevu geni bovu bichi bivu kongwe nyonge dhaifu "
    "aminifu kamilifu takatifu angalifu changamfu huru tiifu potovu pungufu endelevu tegemezi enyeji tukufu kaidi "
    "moja wili tatu nne tano nane"
)
"""Stems of adjectives: few in Swahili, and the only words that take the prefixes of every class."""
FACTS = Facts(
    code="sw",
    name="Swahili",
    notes="noun classes by their prefixes (m-/wa-, ki-/vi- ...), with agreement; locative -ni",
    lexicon="sw",
    shortest_stem=4,
    paradigms=("- ni",),
    function_words=(
        "na wa ya la za cha vya kwa pa mwa ni si katika kwenye kutoka hadi mpaka tangu kama lakini au ama bali ila "
        "pia kwamba kuwa ili hata iwapo ikiwa kabla baada wakati juu chini ndani nje karibu mbele nyuma kati baina "
        "miongoni kuhusu dhidi bila pamoja kupitia huo hiyo hilo hizo hicho hivyo hao huyo huu hii hili hizi hiki "
        "hivi hawa huyu yule wale ule ile lile zile kile vile yake wake lake zake chake vyake yao wao lao zao chao "
        "vyao yetu wetu letu zetu chetu vyetu wote yote lote zote chote vyote mwenye wenye yenye lenye zenye chenye "
        "vyenye ambaye ambao ambayo ambalo ambazo ambacho ambavyo sana tu"
    ),
    numbers=(
        "moja kwanza", "mbili pili wawili", "tatu watatu", "nne wanne", "tano watano", "sita", "saba", "nane", "tisa",
        "kumi", "ishirini", "thelathini", "arobaini", "hamsini", "mia", "elfu", "milioni", "bilioni",
    ),
    levels={
        "national": "taifa kitaifa", "regional": "mkoa mikoa kimkoa", "district": "wilaya", "county": "kaunti",
        "municipal": "manispaa jiji", "local": "mtaa mitaa", "central": "kuu", "international": "kimataifa",
        "federal": "shirikisho",
    },
    opposites=(
        "ingiz uuz", "uagizaji uuzaji", "ndani nje", "juu chini", "binafsi umma", "halali haramu", "kaskazini kusini",
        "mashariki magharibi", "kubwa dogo", "mnunuzi muuzaji",
    ),
    qualifiers="naibu makamu kaimu zamani mstaafu mpya wa-zamani msaidizi mteule",
)  # fmt: skip


class Swahili(Generic):
    """Swahili, whose words change at their front."""

    def __init__(self) -> None:
        """Nothing to choose."""
        super().__init__(FACTS)
        self._adjectives = frozenset(_ADJECTIVES.split())

    def term_inflections(self, word: str, *, verb: bool) -> Sequence[str]:
        """The word and its stems, by the classes that it may be of, with and without the locative."""
        if not word.isalpha():
            return (word,)
        if word in _CONNECTIVES:
            return (word, "a:")
        if word in _PRONOUNS:
            return (word, f"p:{_PRONOUNS[word]}")
        keys = dict.fromkeys((word, *self._endings.keys(word)))
        for one in (word, word.removesuffix("ni")):
            keys.update({f"{number}:{stem}": None for stem, number in self._splits(one)})
            keys.update({f"a:{stem}": None for stem in _agreeing(one) if stem in self._adjectives})
        return tuple(keys)

    def left_out(self, _word: str) -> int | None:
        """Not known: stems differ from words elsewhere too."""
        return None

    def stem_pairs(self, word: str, wanted: str) -> Sequence[tuple[str, str]]:
        """Also what is left of two words without what the nouns of a class begin with."""
        theirs = self._splits(wanted)
        return [
            *super().stem_pairs(word, wanted),
            *((one, other) for one, number in self._splits(word) for other, another in theirs if number == another),
        ]

    def _splits(self, word: str) -> list[tuple[str, int]]:
        """(stem, number of a class) for every class whose nouns begin like the word."""
        if word in _NO_PLURALS:
            return []
        return [
            (word[len(prefix) :], number)
            for number, (one, several, shortest) in enumerate(_CLASSES, 1)
            for prefix in (one, several)
            if word.startswith(prefix) and len(word) - len(prefix) >= shortest
            if prefix or word not in self._adjectives
        ]


def _agreeing(word: str) -> list[str]:
    """What an adjective would be without the prefixes with which it agrees with nouns."""
    return [word[len(prefix) :] for prefix in ("", *_AGREEMENT.split()) if word.startswith(prefix)]


LANGUAGE = Swahili()

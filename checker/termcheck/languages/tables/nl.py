"""Dutch. Words are compared as they sound: vowels are doubled in open syllables, consonants never (boomen, bomen)."""

import re
from collections.abc import Sequence

from termcheck.languages.facts import Facts
from termcheck.languages.families.germanic import forms
from termcheck.languages.generic import Generic

FACTS = Facts(
    code="nl",
    name="Dutch",
    notes="parts of compounds with or without hyphens",
    lexicon="nl",
    joins="-",
    linkers="- s en e er",
    paradigms=(
        "- e en",  # digitaal, boom
        "3+ - n",  # bediende, ziekte
        "2+ el els", "2+ er ers ere", "2+ en ens", "em ems", "ing ings", "on ons onen", "ie ies iën", "aar aars",
        "eur eurs", "oor oors", "or ors oren", "ë ën", "4+ - ën", "6+ - s", "e es en s",
        *forms("film test tram club team shop app blog chat mail site fan bon pen stop taxi foto auto euro", "- s"),
        "heid heden", "um a ums", "us i usen", "icus ici", "man lui lieden", "a aas as", "o oos os", "is es",
        *forms("stad:steed lid:leed schip:scheep smid:smeed gelid:geleed", "- s", "en eren"),
        *forms("koe vloo:vlo", "-", "ien en"),
        *forms("kind ei blad been lied rund kalf:kalv lam hoen hoender goed gemoed volk rad gelid", "-", "eren"),
        *forms("dag:daag dak:daak bad:baad blad:blaad glas:glaaz graf:graav pad:paad vat:vaat gat:gaat slag:slaag "
               "dal:daal staf:staav drag:draag zag:zaag bod:bood hof:hoov lot:loot slot:sloot schot:schoot god:good "
               "hol:hool oorlog:oorloog hertog:hertoog lof:loov weg:weeg bed:beed brek:breek spel:speel vel:veel "
               "tred:treed", "-", "en"),
    ),
    alternations=(
        (r"v\|(?=e)", "f|"),  # brief, brieven
        (r"z\|(?=e)", "s|"),  # huis, huizen
    ),
    function_words=(
        "aan aangaande al alle als bij binnen boven buiten conform daar dan dat de der deze dezer die dit door dus "
        "echter een elk elke en enkele er geen haar had hadden heb hebben heeft hem hen het hier hij hoe hun ik in "
        "inclusief inzake is ja je jegens jij jou jouw kan kon krachtens kunnen langs maar me meer men met mij mijn "
        "moet moeten na naar naast niet nog noch nu of om omdat omtrent onder ondanks ons onze ook op over per "
        "sinds tegen tegenover te ten ter terwijl toch toen tot tussen uit uw van vanaf vanuit vanwege via volgens "
        "voor voorbij waar wat was we wegens wel welk welke werd werden wie wij word worden wordt ze zich zij zijn "
        "zo zoals zonder zou zouden zulke"
    ),
    articles="de het een der des den",
    contractions={"te": "ten ter"},
    numbers=(
        "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien", "elf", "twaalf", "dertien",
        "veertien", "vijftien", "zestien", "zeventien", "achttien", "negentien", "twintig", "dertig", "veertig",
        "vijftig", "zestig", "zeventig", "tachtig", "negentig", "honderd", "duizend", "miljoen miljoenen",
        "miljard miljarden", "eerste", "tweede", "derde", "vierde", "vijfde", "zesde", "zevende", "achtste",
        "negende", "tiende", "elfde", "twaalfde", "twintigste", "honderdste",
    ),
    levels={
        "national": "nation rijks staats central federa",
        "provincial": "provinci deelstat gewest",
        "regional": "region",
        "municipal": "gemeente stads stedelijk",
        "district": "district wijk",
        "local": "lokaal lokale plaatselijk",
        "international": "internation",
        "european": "europe",
    },
    opposites=(
        "import export", "invoer uitvoer doorvoer", "intra inter", "hyper hypo", "macro micro", "mono poly",
        "pre post", "in uit aan af op", "legaal illegaal", "legale illegale", "binnen buiten", "onder boven over",
        "openbaar privaat particulier", "direct indirect", "noord zuid oost west", "formeel informeel",
        "immigra emigra", "endo exo", "aeroob anaeroob", "symmetr asymmetr", "actief inactief passief",
        "organisch anorganisch", "afhankelijk onafhankelijk", "voor na achter", "maxim minim", "primair secundair",
        "werkgeve werkneme", "hele halve deel", "linker rechter", "huurder verhuurder", "koper verkoper",
    ),
    qualifiers=(
        "voormalig voormalige oud ex vice vroeger vroegere toenmalig toenmalige huidig huidige nieuw nieuwe oude "
        "niet adjunct plaatsvervangend plaatsvervangende waarnemend waarnemende tijdelijk tijdelijke toekomstig "
        "toekomstige quasi pseudo mini super anti demissionair demissionaire onder hoofd extra"
    ),
)  # fmt: skip

_LONG = re.compile(r"((?<!a)a|(?<![eio])e|(?<!o)o|(?<![aeou])u)(?=[bcdfghjklmnpqrstvwz][aeiouyëïéè])")
_SPLIT = re.compile(r"ië(?=[lnr]e)")
"""Officiële: officieel."""
_DOUBLED = re.compile(r"([bcdfghjklmnpqrstvwxz])\1")
_WEAK = re.compile(r"(?:e(e)|o(o)(?=r))(?=[bcdfghjklmnpqrstvwxz]e[ns]?$)")
"""Vowels of unstressed last syllables, which are not long: artikelen, motoren."""


class _Dutch(Generic):
    def term_inflections(self, word: str, *, verb: bool) -> Sequence[str]:
        """The word, and its keys as it sounds."""
        return (
            word,
            *(key for one in _sounds(word) for key in super(_Dutch, self).term_inflections(one, verb=verb)[1:]),
        )

    def left_out(self, _word: str) -> int | None:
        """Not known: stems differ from words elsewhere too."""
        return None

    def stem_pairs(self, word: str, wanted: str) -> Sequence[tuple[str, str]]:
        """Stems of the two as they sound."""
        return [
            pair
            for one in _sounds(word)
            for other in _sounds(wanted)
            for pair in super(_Dutch, self).stem_pairs(one, other)
        ]


def _sounds(word: str) -> list[str]:
    """The word with long vowels doubled and consonants single; also with a short vowel where that is not certain."""
    long = _DOUBLED.sub(r"\1", _LONG.sub(r"\1\1", _SPLIT.sub("iee", word)))
    short = _WEAK.sub(lambda found: found[0][:1], long)
    return [long] if short == long else [long, short]


LANGUAGE = _Dutch(FACTS)

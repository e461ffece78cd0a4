"""Finnish."""

import re
from collections.abc import Iterable, Iterator

from termcheck.languages.endings import Endings
from termcheck.languages.facts import Facts
from termcheck.languages.families.chains import Chains, chain

_V, _C = "aeiouyäö", "bcdfghjklmnprstvxšž"
_OWN = "ni si nsa mme nne"
_CASE = "ssa sta lla lta lle na tta"
_SINGULAR = " ".join((
    f"- n t ksi a ta {_CASE}", chain("- kse", _OWN), chain("ssa sta lla lta na tta a ta", f"{_OWN} an"),
    chain("lle kse", f"{_OWN} en"),
))  # fmt: skip
_INTO = "an en in on un yn än ön han hen hin hon hun hyn hän hön seen"
_PLURAL = " ".join((
    "ia ja ita ien jen iden itten ten iksi in iin ihin isiin ina it",
    chain("i", _CASE), chain("ie je ide itte te ihi ii isii ikse ine", _OWN),
    chain("ia ja ita issa ista illa ilta ina itta", f"{_OWN} an"), chain("ille ikse ine", f"{_OWN} en"),
))  # fmt: skip
_BACK = f"{_SINGULAR} {_PLURAL} {_INTO} {chain(' '.join(end[:-1] for end in _INTO.split()), _OWN)}"
_ALL = " ".join(dict.fromkeys((*_BACK.split(), *_BACK.replace("a", "ä").split())))
_MANY = rf"[{_V}]+[{_C}]+[{_V}]+"
_STEMS = (
    (r"(?<!^)e\|", "i|"),  # kieli, kielen
    (r"s(?:e\||\|(?=t|i))", "nen|"),  # ihminen, ihmisen, ihmistä
    (r"ks(?:e\||\|(?=i))", "s|"),  # keskus, keskuksen
    (r"([uy])(?:[dt]e\||t\|(?=t))", r"\1s|"),  # mahdollisuus, mahdollisuuden
    (r"(?:[dt]e\||t\|(?=t)|s\|(?=i))", "si|"),  # vuosi, vuoden
    (r"([nrl])\1e\|", r"\1si|"),  # kansi, kannen
    (r"tt?([oö])m(?:[aä]\||\|(?=i))", r"t\1n|"),  # työtön, työttömän
    (r"m[mp](?:[aä]\||\|(?=i))", "mpi|"),  # parempi, paremman
    (r"([nlrs])e(?:e\||\|(?=i))", r"\1ut|"),  # kulunut, kuluneen
    (r"([nlrs])e(?:e\||\|(?=i))", r"\1yt|"),
    (r"([lnr])\|(?=t)", r"\1i|"),  # suuri, suurta
    (r"n(?:n|t)e\|", "s|"),  # kolmas, kolmannen
    (r"mie(?:he\||h\|(?=i))", "mies|"),
    (r"las\|(?=t)", "lapsi|"),
    (r"aj([ao])\|", r"aika|"),
    (r"poja\|", "poika|"),
    (r"äme\|", "än|"),
    # before the i of the plural
    (rf"((?:(?:^|[{_C}])[ou][{_V}]?|{_MANY})[{_C}]+)\|(?=i)", r"\1a|"),  # koira, koiria; but takka, takkoja
    (rf"([{_C}])\|(?=i)", r"\1ä|"),
    (rf"([{_C}])\|(?=i)", r"\1i|"),
    (r"e\|(?=[ij])", "i|"),  # takki, takkeja
    (rf"((?:(?:^|[{_C}])[aei][{_V}]{{0,2}}|{_MANY})[{_C}]+)o\|(?=[ij])", r"\1a|"),
    (r"([ie])o\|(?=i)", r"\1a|"),  # terapia, terapioita
    (r"ö\|(?=[ij])", "ä|"),
    (r"e\|(?=i)", "ea|"),
    (r"e\|(?=i)", "eä|"),
    (r"([aäeuyio])\|(?=i)", r"\1\1|"),  # maa, maita; vapaa
    (r"e\|(?=i)", "ie|"),  # tie, teitä
    (r"o\|(?=i)", "uo|"),
    (r"ö\|(?=i)", "yö|"),
)
"""(Stem before an ending, dictionary form), of words whose stem has the weak grade before some endings."""
_STRONG_STEMS = (
    (r"([aäieuy])\1\|", r"\1s|"),  # asiakas, asiakkaan
    (r"([aäie])\|(?=i)", r"\1s|"),
    (r"ee\|", "e|"),  # osoite, osoitteen
    (r"im(?:e\||\|(?=i))", "in|"),  # puhelin, puhelimen
    (r"([nlr])e\|", r"\1|"),  # jäsen, jäsenen
)
"""The same of words that have the weak grade in their dictionary form."""
_END = rf"(?=[{_V}]{{1,2}}[nlrst]?$)"
_TO_STRONG = (
    (rf"(?<=[{_V}lrn])k{_END}", "kk"), (rf"(?<=[{_V}lrm])p{_END}", "pp"), (rf"(?<=[{_V}lrn])t{_END}", "tt"),
    (rf"(?<=[{_V}h])d{_END}", "t"), (rf"(?<=[{_V}lr])v{_END}", "p"), (rf"ng{_END}", "nk"), (rf"nn{_END}", "nt"),
    (rf"ll{_END}", "lt"), (rf"rr{_END}", "rt"), (rf"mm{_END}", "mp"), (r"(?<=[lrh])ji$", "ki"),
    (rf"(?<!..[{_C}][ie])(?<=[{_V}lrh])(?=[{_V}]$)", "k"), (r"([uy])v\1$", r"\1k\1"),
)  # fmt: skip
_TO_WEAK = (
    (rf"kk{_END}", "k"), (rf"pp{_END}", "p"), (rf"tt{_END}", "t"), (rf"(?<=[{_V}lrh])k{_END}", ""),
    (rf"nk{_END}", "ng"), (rf"(?<=[{_V}lr])p{_END}", "v"), (rf"(?<=[{_V}h])t{_END}", "d"), (rf"mp{_END}", "mm"),
    (rf"nt{_END}", "nn"), (rf"lt{_END}", "ll"), (rf"rt{_END}", "rr"), (r"(?<=[lrh])k(?=e$)", "j"),
)  # fmt: skip
_ALWAYS_WEAK = re.compile(rf"[{_C}]?[{_V}]{{1,2}}k[{_V}]")
"""Short words that are too old for k to stay before a closed syllable: laki, lain; lakin is of lakki."""
_WEAK_BEFORE = re.compile(r"i?(?:ss|st|ll|lt|ks|tt)|i?n$|t$|i[dth]|iin")
"""Endings that close the syllable before them."""


class _Words(Endings):
    """Stems of Finnish: the dictionary forms that a stem may belong to."""

    def _stems(self, stem: str, ending: str) -> list[str]:
        if not ending:
            return [stem]
        if ending[0] in _V and ending in _INTO_ENDINGS and stem[-1] in _V and stem[-1] != ending[0]:
            return []
        if ending[0] == "h" and stem[-1] != ending[1]:
            return []
        return list(dict.fromkeys(_dictionary_forms(stem, ending)))


_INTO_ENDINGS = frozenset(end for end in _ALL.split() if re.fullmatch(r"[aä]n|[eouyö](?:n|ni|si|ns[aä]|mme|nne)", end))


def _dictionary_forms(stem: str, ending: str) -> Iterator[str]:
    whole = f"{stem}|{ending}"
    closes = _WEAK_BEFORE.match(ending)
    for word in (stem, *_changed(whole, _STEMS)):
        if word != stem or not (closes and _ALWAYS_WEAK.fullmatch(word)):
            yield word
        if closes:
            yield from _changed(word, _TO_STRONG)
    unchanged = [stem] if stem[-1] in "enlr" and ending[0] == "i" else []  # osoite, osoitteita
    for word in (*unchanged, *_changed(whole, _STRONG_STEMS)):
        yield word
        yield from _changed(word, _TO_WEAK)


def _changed(word: str, changes: Iterable[tuple[str, str]]) -> list[str]:
    return [
        changed.partition("|")[0]
        for pattern, replacement in changes
        if (changed := re.sub(pattern, replacement, word, count=1)) != word
    ]


FACTS = Facts(
    code="fi",
    name="Finnish",
    notes="consonant gradation; possessive suffixes and clitics",
    lexicon="fi",
    shortest_stem=2,
    particles="kin kaan kään ko kö han hän pa pä kaankin",
    joins="-",
    linkers="- n",
    paradigms=(_ALL,),
    function_words=(
        "ja tai sekä eli vai mutta vaan sillä että jos kun kuin koska vaikka jotta kuten myös ei en et emme ette eivät "
        "on ovat oli olivat olla ollut joka jotka jonka joiden jota joita johon jossa josta jolla joilla jolle mikä "
        "mitä tämä tämän tätä nämä näiden se sen sitä ne niiden niitä hän he kanssa mukaan mukainen mukaisesti ennen "
        "jälkeen aikana ilman varten välillä välinen alla päällä yllä edessä takana vieressä kautta myötä koskeva "
        "koskevan liittyvä liittyvän kohti päin pitkin vastaan vastoin lisäksi sijasta asti saakka lähtien vuoksi "
        "takia johdosta puolesta osalta ohella luona luokse"
    ),
    numbers=(
        "yksi ensimmäinen yhden", "kaksi toinen kahden", "kolme kolmas kolmen", "neljä neljäs neljän",
        "viisi viides viiden", "kuusi kuudes kuuden", "seitsemän seitsemäs", "kahdeksan kahdeksas",
        "yhdeksän yhdeksäs", "kymmenen kymmenes", "sata sadas", "tuhat tuhannes", "miljoona", "miljardi",
    ),
    levels={
        "national": "kansallis kansallin valtakunn valtiolli", "regional": "alueelli alueen seudulli",
        "provincial": "maakun lääni läänin", "municipal": "kunna kunnalli kaupungi", "local": "paikalli",
        "central": "keskus", "international": "kansainväli", "federal": "liittovaltio",
    },
    opposites=(
        "tuonti vienti", "makro mikro", "hyper hypo", "inter intra", "ylä ala", "sisä ulko", "etu taka", "yli ali",
        "julki yksityi", "laillinen laiton", "maksimi minimi", "myyjä ostaja", "pohjoi etelä", "itä länsi",
        "suora epäsuora", "ensi toissija", "kotima ulkoma",
    ),
    qualifiers="vara entinen uusi ex vanha tuleva epä ei apulais virkaatekevä väliaikainen",
)  # fmt: skip
LANGUAGE = Chains(FACTS, ["- t"], _Words)

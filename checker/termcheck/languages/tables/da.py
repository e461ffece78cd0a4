"""Danish. Its å and aa are one letter."""

from collections.abc import Sequence

from termcheck.languages.facts import Facts
from termcheck.languages.families.germanic import Germanic, forms, with_genitive

_ADJECTIVAL = (
    r"[^:]{7}|[^:].isk|[^ik]sk|ig|bar|som|el|[^:aeiouyæøåtv]al|[gion]tal|iv|ø[sr]|ant|ent|ær|et|at|løs|fuld|fri|rig|il|un|on|ut|rn"
    r"|ks|[dkpgt]t|[nlræø]d|øj|yg|ul|ar"
)
"""What adjectives end in, if they have fewer than seven letters. Of nouns -t makes other words: drift, salg, solgt."""
FACTS = Facts(
    code="da",
    name="Danish",
    notes="å and aa are one letter; parts of compounds with or without hyphens",
    lexicon="da",
    letters=(("aa", "å"),),
    joins="-",
    linkers="- s e",
    paradigms=(
        *with_genitive(
            "4+ - t e",  # digital
            "4+ - de", "4+ - te", "et ede", "el elt le", "2+ en ent ne et", "t tte", "er ert re",
            "- en e ene",  # dag
            "4+ - en er erne r rne n",  # forening, komité
            "e en er erne ene",  # uge, time
            "er eren ere erne",  # databehandler
            "- et e ene",  # hus, rum
            "4+ - et er erne",  # parti
            "e et er erne",  # værelse
            "um et er erne a",  # museum
            "el len elen ler lerne let elet le lene",  # artikel, middel, eksempel
            "er ren eren re rene ret eret rer rerne",  # teater, center
            "en nen enen ner nerne net enet ne nene",  # våben
            *forms("bil by del fil pil sag tid tur typ art kur vin", "- en er erne"),
            *forms("and:ænd hånd:hænd tang:tæng nat:nætt stad:stæd kraft:kræft bog:bøg fod:fødd rod:rødd bonde:bønd",
                   "- en n", "er erne"),
            *forms("mand:mænd barn:børn", "- en et", "- ene"), *forms("gås:gæs", "- en", "- sene"),
            *forms("tå ko klo so", "- en er erne"), "0+ tå tåen tæer tæerne", "0+ ko koen køer køerne",
            "0+ klo kloen kløer kløerne", "0+ far faren fader faderen fædre fædrene",
            "0+ mor moren moder moderen mødre mødrene", "0+ bror broren broder broderen brødre brødrene",
            "0+ datter datteren døtre døtrene", "0+ øje øjet øjne øjnene", "0+ gammel gammelt gamle", "0+ ny nyt nye",
            *forms("god rød vid høj lav stor lang kort ung svær kold varm hård blød klar tynd svag stærk fuld hel halv "
                   "rig klog sød bred dyb skarp mørk lys tung hvid sort brun gul ren fin pæn våd fast løs fjern fast",
                   "- t e"),
            *forms("grøn:grønn skøn:skønn tom:tomm dum:dumm grim:grimm slem:slemm nem:nemm smuk:smukk tyk:tykk "
                   "let:lett glat:glatt mæt:mætt flot:flott tæt:tætt træt:trætt tør:tørr snæver:snævr", "- t", "e"),
            *forms("fri grå blå", "- t e"),
            "0+ lille lidt små",
        ),
        "4+ - s",
    ),
    alternations=(
        (r"([bdfgklmnprst])\1\|(?=.)", r"\1|"),  # rum, rummet; smuk, smukke; middel, midler
        (r"([bdfgklmnprst])\1\|(?=.)", r"\1ˈ|"),  # skat, skatter, but not skater: see _DOUBLED
        (r"([aeiouyæøå][bdfgklmnprst])\|s?$", r"\1ˈ|"),
    ),
    function_words=(
        "ad af alle alt at bag bare blandt blev blive bliver bort både da de dem den denne dens der deres det dets "
        "dette dig din dine dit dog du efter eksklusive eller en end er et for foran fordi forbi fra før gennem går "
        "ham han hans har have havde hele hen hende hendes her hos hun hvad hvem hver hvert hvilken hvilke hvilket "
        "hvis hvor i igennem ikke imellem imod ind inden indtil inklusive ja jeg jer jeres jo kan kun kunne langs "
        "man med medens mellem men mens mere mig min mine mit mod må ned nok nogen noget nogle nu når og også om "
        "omkring op os over overfor per plus på samme samt se selv siden sig sin sine sit skal skulle som så "
        "således til trods uanset ud uden udenfor under undtagen var ved vedrørende vi via vil ville vor vore vores "
        "være været"
    ),
    articles="den det de en et",
    numbers=(
        "to", "tre", "fire", "fem", "seks", "syv", "otte", "ni", "ti", "elleve", "tolv", "tretten", "fjorten",
        "femten", "seksten", "sytten", "atten", "nitten", "tyve", "tredive", "fyrre", "halvtreds", "tres",
        "halvfjerds", "firs", "halvfems", "hundrede hundred", "tusind tusinde", "million millioner",
        "milliard milliarder", "første", "anden andet", "tredje", "fjerde", "femte", "sjette", "syvende", "ottende",
        "niende", "tiende", "ellevte", "tolvte", "tyvende",
    ),
    levels={
        "national": "national rigs stat central landsdækk",
        "provincial": "provins delstat amts",
        "regional": "region",
        "municipal": "kommun by",
        "district": "distrikt kreds",
        "local": "lokal",
        "international": "international",
        "european": "europæ",
    },
    opposites=(
        "import eksport", "intra inter", "hyper hypo", "makro mikro", "mono poly", "præ post", "ind ud an af op",
        "legal illegal", "lovlig ulovlig", "indre ydre", "over under", "offentlig privat", "direkte indirekte",
        "nord syd øst vest", "formel uformel", "immigr emigr", "endo ekso", "aerob anaerob", "symmetr asymmetr",
        "aktiv inaktiv passiv", "organisk uorganisk", "afhængig uafhængig", "for efter", "maksim minim",
        "primær sekundær", "indvandr udvandr", "arbejdsgiv arbejdstag", "hel halv del", "højre venstre",
    ),
    qualifiers=(
        "tidligere daværende nuværende forhenværende ny nyt nye gammel gamle gammelt vice eks ex stedfortrædende "
        "konstitueret fungerende ikke kommende kvasi pseudo mini super anti ekstra under over afgående"
    ),
)  # fmt: skip
_DOUBLED = frozenset(
    """skat hat kat bus kop top krop klap kap lap knap blok stok sok klub trup stop prop slot skot flok brik hal bal
    skal spil tal ven søn dom rum program minut kasket tip chip klip klik blik stik sæt net hop job log ret rat plet
    billet kabinet budget portræt""".split()
)
"""Nouns that double their last consonant before a vowel; from four letters on also at the end of compounds."""
_DOUBLED_ENDS = tuple(word for word in _DOUBLED if len(word) >= 4)


class Danish(Germanic):
    """Germanic, with short nouns that always double their last consonant."""

    def term_inflections(self, word: str, *, verb: bool) -> Sequence[str]:
        """Its keys; of a noun that doubles its last consonant only those that say so."""
        keys = super().term_inflections(word, verb=verb)
        if word not in _DOUBLED and not word.endswith(_DOUBLED_ENDS):
            return keys
        return [key for key in keys if not key.endswith(f":{word}")]


LANGUAGE = Danish(FACTS, _ADJECTIVAL)

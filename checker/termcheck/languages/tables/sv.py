"""Swedish."""

from termcheck.languages.facts import Facts
from termcheck.languages.families.germanic import Germanic, forms, with_genitive

_ADJECTIVAL = (
    "[^:]{7}|[^:].isk|[lnj]sk|ig|bar|sam|ell|[^aeiouyåäötv]al|[gion]tal|iv|ös|ant|ent|är|ad|at|lös|full|fri|rik|il|ål|ass"
    "|un|on|ut|rn|d|[^:]{3}[kps]t"
)
"""What adjectives end in, if they have fewer than seven letters. Of nouns -a and -t make verbs: test, testa."""
FACTS = Facts(
    code="sv",
    name="Swedish",
    notes="parts of compounds with or without hyphens",
    lexicon="sv",
    joins="-",
    linkers="- s e o u a",
    paradigms=(
        *with_genitive(
            "- t a e",  # digital
            "ad at ade", "d tt t da", "dd tt", "5+ t tt ta", "el elt la le", "en et na ne ent", "er ert ra re",
            "t a an",  # anställd
            "a an or orna",  # flicka
            "- en ar arna",  # bil
            "2+ - n ar arna",  # by
            "e en ar arna",  # pojke
            "4+ - en er erna",  # röst
            "4+ - n er erna na",  # dator, industri, tekniker
            "é én éer éerna",
            "e en er erna",  # studie
            "4+ - et er erna",  # parti
            "- et en ena",  # hus
            "e et en ena", "o ot on ona", "4+ a at an ana",  # äpple, foto, tema
            "eum eet eer eerna", "ium iet ier ierna",  # museum
            "are aren arna", "e en ena",  # läkare, studerande
            "el eln lar larna let len lena", "er ern rar rarna ret ren rena", "en nen net nar narna knar",
            "on onen nar narna", "mmer mmern mrar mrarna mret mren", "mmel mmeln mlar mlarna mlet mlen",
            *forms("art sak tid tur rad fil kod ras typ zon dam gas", "- en er erna"),
            *forms("and:änd natt:nätt stad:städ stång:stäng tång:täng rot:rött fot:fött bok:böck son:sön "
                   "ledamot:ledamöt", "- en et", "er erna"),
            *forms("man:män", "- nen", "- nen"),
            *forms("vi he", "t tt ta"), *forms("ny fri grå blå rå", "- tt a e"),
            *forms("god röd vid snabb hög låg svår stor lång kort", "- t a e"),
            "0+ gås gåsen gäss gässen", "0+ mus musen möss mössen", "0+ dotter dottern döttrar döttrarna",
            "0+ fader far fadern fäder fäderna", "0+ moder mor modern mödrar mödrarna",
            "0+ broder bror brodern bröder bröderna", "0+ bonde bonden bönder bönderna",
            "0+ öga ögat ögon ögonen", "0+ öra örat öron öronen", "0+ gammal gammalt gamla gamle",
            "0+ liten litet lilla lille små",
        ),
        "3+ - s",
    ),
    alternations=(
        (r"([mn])\1\|", r"\1|"),  # rum, rummet; allmän, allmänna; sann, sant
    ),
    function_words=(
        "alla allt att av bland blev bli blir både de dem den denna dennas deras dess dessa det detta dig din dina "
        "ditt du där därför efter ej eller emellan emot en enligt er era ert ett eller från för före genom ha hade "
        "han hans har henne hennes hon honom hos hur här i icke in inför inom inte inuti jag ju kan kring kunde man "
        "med medan medels mellan men mer mig min mina mitt mot mycket ned nere nog nu när och också om oss per på "
        "samt sedan sig sin sina sitt skall ska skulle som så till trots under upp ur ut utan utanför utom utöver "
        "vad var varit vars vi via vid vilka vilken vilket vår våra vårt än är åt över"
    ),
    articles="den det de en ett",
    numbers=(
        "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv", "tretton", "fjorton", "femton",
        "sexton", "sjutton", "arton", "nitton", "tjugo", "trettio", "fyrtio", "femtio", "sextio", "sjuttio", "åttio",
        "nittio", "hundra", "tusen", "miljon miljoner", "miljard miljarder", "första förste", "andra andre", "tredje",
        "fjärde", "femte", "sjätte", "sjunde", "åttonde", "nionde", "tionde", "elfte", "tolfte", "tjugonde", "hundrade",
    ),
    levels={
        "national": "nation riks stat central",
        "provincial": "provins läns delstat landskap",
        "regional": "region",
        "municipal": "kommun stads stad",
        "district": "distrikt krets",
        "local": "lokal orts",
        "international": "internation",
        "european": "europe",
    },
    opposites=(
        "import export", "intra inter", "hyper hypo", "makro mikro", "mono poly", "pre post", "in ut an upp av",
        "legal illegal", "inre yttre", "över under", "offentlig privat", "direkt indirekt", "medel omedel",
        "norr söder", "nord syd öst väst", "östra västra norra södra", "immigr emigr", "endo exo", "aerob anaerob",
        "symmetr asymmetr", "formell informell", "aktiv inaktiv passiv", "organisk oorganisk", "beroende oberoende",
        "för efter", "maxim minim", "primär sekundär", "invandr utvandr", "arbetsgiv arbetstag", "stor små",
        "hel halv del",
    ),
    qualifiers=(
        "före förre förra förutvarande tidigare dåvarande nuvarande ny nya nytt nye gammal gamla gamle gammalt vice "
        "ex biträdande ställföreträdande tillförordnad tillförordnade tf icke ej blivande hedersam kvasi pseudo "
        "mini super anti ordinarie extra under över först främsta"
    ),
)  # fmt: skip
LANGUAGE = Germanic(FACTS, _ADJECTIVAL)

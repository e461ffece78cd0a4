"""Norwegian, Bokmål and Nynorsk. Its å and aa are one letter."""

from termcheck.languages.facts import Facts
from termcheck.languages.families.germanic import Germanic, forms, with_genitive

_ADJECTIVAL = (
    r"[^:]{7}|[^:].isk|[^ik]sk|ig|leg|bar|som|ell?|[^:aeiouyæøåtv]al|[gion]tal|iv|ø[sr]|ant|ent|ær|et|at|løs|full|fri|rik|il|un|on|ut"
    r"|rn|[dkpgt]t|[nlrø]d|[aø]us|nill|ar"
)
"""What adjectives end in, if they have fewer than seven letters. Of nouns -t and -e make other words."""
FACTS = Facts(
    code="nb",
    name="Norwegian",
    notes="Bokmål and Nynorsk; å and aa are one letter; parts of compounds with or without hyphens",
    lexicon="nb",
    letters=(("aa", "å"),),
    joins="-",
    linkers="- s e",
    paradigms=(
        *with_genitive(
            "4+ - t e",  # digital
            "4+ - te", "et ete ede a", "el elt le", "2+ en ent ne et", "llen llent lne", "er ert re", "t tt tte",
            "4+ - en a er ene",  # forening
            "4+ - en ar ane",  # Nynorsk: båt
            "e en a er ene",  # time, hytte
            "e en ar ane",  # Nynorsk: hage
            "er eren ere erne erar erane",  # lærer
            "4+ - et er ene a",  # parti, skjema
            "- et a ene",  # hus, rom
            "e et er ene a",  # eple
            "um et er ene a",  # museum
            "el len elen ler lene let elet la",  # artikkel, middel
            "er ren eren re rene ret eret rer ra",  # teater, senter
            "en nen enen ner nene net enet ne na",  # våpen
            "- en ene",  # sko
            "é een eer eene",
            *"nn nt nne|ll lt lle|mm mt mme|gg gt gge|pp pt ppe|ss st sse|tt tt tte".split("|"),  # grønn, grønt
            *forms("bil by del fil lov pil sak tid tur art kur vin øy", "- en a er ene ar ane"),
            *forms("båt dag veg", "- en ar ane er ene"),
            *forms("and:end hånd:hend tang:teng natt:nett stad:sted kraft:kreft bok:bøk fot:føtt rot:røtt bonde:bønd",
                   "- en n a", "er ene erne"),
            *forms("mann:menn", "- en", "- ene"), *forms("gås:gjess", "- en a", "- ene"),
            "0+ tå tåen tåa tær tærne", "0+ ku kua kuen kyr kyrne", "0+ klo kloen kloa klør klørne",
            "0+ barn barnet barna", "0+ far faren fader faderen fedre fedrene",
            "0+ mor moren mora moder mødre mødrene", "0+ bror broren broder brødre brødrene",
            "0+ datter datteren dattera døtre døtrene", "0+ øye øyet øyne øynene",
            "0+ gammel gammelt gamle gammal gammalt", *forms("ny fri grå blå", "- tt e"),
            *forms("god rød vid høy lav høg låg stor lang kort ung", "- t e"), "0+ liten lita lite lille vesle små",
        ),
        "4+ - s",
    ),
    alternations=(
        (r"mm\|(?=.)", r"m|"),  # rom, rommet
        (r"([bdfgklnprst])\1\|(?=e?l)", r"\1|"),  # artikkel, artikler
    ),
    function_words=(
        "ad alle alt at av bak bare begge ble blei blir både da de dei deg dem den denne dens der deres det dets "
        "dette di din ditt du dykk eg ei ein eit eitt eller en enn er et ett etter for foran fordi forbi fra frå "
        "før før gjennom gjennom ha han hans har hatt hele henne hennes her hjå ho hos hun hva hvem hver hvert "
        "hvilke hvilken hvilket hvis hvor i ikke ikkje imellom imot ingen inn innen innenfor inntil inne ja jeg kan "
        "kun kunne kva kven kvar kvart langs man med medan mellom men mens mer meir meg min mitt mot må ned noe "
        "noko noen nokon nokre nå når og også om omkring opp oss over overfor per pluss på samme samt se seg selv "
        "siden sidan sin sine sitt skal skulle som så til tross trass ut utan uten utenfor utover under unntatt var "
        "ved vedrørende vi via vil ville vår våre vårt være vore vært"
    ),
    articles="den det de dei en et ei ein eit",
    numbers=(
        "to", "tre", "fire", "fem", "seks", "sju syv", "åtte", "ni", "ti", "elleve", "tolv", "tretten", "fjorten",
        "femten", "seksten", "sytten", "atten", "nitten", "tjue tyve", "tretti tredve", "førti", "femti", "seksti",
        "sytti", "åtti", "nitti", "hundre", "tusen", "million millioner", "milliard milliarder", "første fyrste",
        "annen annet andre", "tredje", "fjerde", "femte", "sjette", "sjuende syvende", "åttende", "niende", "tiende",
        "ellevte", "tolvte", "tjuende",
    ),
    levels={
        "national": "nasjonal riks stat sentral landsdekk",
        "provincial": "provins delstat fylke",
        "regional": "region",
        "municipal": "kommun by",
        "district": "distrikt krets bydel",
        "local": "lokal",
        "international": "internasjonal",
        "european": "europe",
    },
    opposites=(
        "import eksport", "intra inter", "hyper hypo", "makro mikro", "mono poly", "pre post", "inn ut an av opp",
        "legal illegal", "lovlig ulovlig", "indre ytre", "over under", "offentlig privat", "direkte indirekte",
        "nord sør øst vest", "formell uformell", "immigr emigr", "endo ekso", "aerob anaerob", "symmetr asymmetr",
        "aktiv inaktiv passiv", "organisk uorganisk", "avhengig uavhengig", "for etter", "maksim minim",
        "primær sekundær", "innvandr utvandr", "arbeidsgiv arbeidstak", "hel halv del", "høyre venstre",
    ),
    qualifiers=(
        "tidligere daværende nåværende forhenværende ny nytt nye gammel gamle gammelt vise eks ex stedfortredende "
        "konstituert fungerende ikke ikkje kommende kvasi pseudo mini super anti ekstra under over avtroppende "
        "påtroppende"
    ),
)  # fmt: skip
LANGUAGE = Germanic(FACTS, _ADJECTIVAL)

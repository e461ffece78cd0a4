"""Serbian, in Cyrillic and Latin letters, which match each other: words are compared in Latin letters."""

from termcheck.languages.facts import Facts
from termcheck.languages.families.paradigms import forms
from termcheck.languages.families.slavic import whole
from termcheck.languages.generic import Generic

_LATIN = str.maketrans(
    dict(zip("абвгдђежзијклмнопрстћуфхцчш", "abvgdđežzijklmnoprstćufhcčš", strict=True))
    | {"љ": "lj", "њ": "nj", "џ": "dž"}
)
_ADJECTIVE = "- i a o e og oga om ome omu im ima ih oj u eg ega em emu"
FACTS = Facts(
    code="sr",
    name="Serbian",
    notes="Cyrillic = Latin; stem changes before endings",
    lexicon="hbs",
    letters=(("љ", "lj"),),  # see respell
    joins="-",
    paradigms=(
        "- a u om em e i ima",  # masculine: zakon, učitelj
        "- a u om em ovi ova ove ovima evi eva eve evima",  # brod, ključ
        "a e i u om ama -",  # feminine: banka
        "a o",  # vocatives
        "- i u ju lju ima",  # feminine without an ending: stvar, mogućnost
        "o a u om ima -",  # neuter: pravo
        "e a u em ima -",  # polje, rešenje
        "e ena enu enom enima",  # ime
        "e eta etu etom",  # dete
        *forms("an ar rb", "in ina inu inom ine i a ima e"),  # građanin
        "um a u om i ima e",  # centrum
        "o a u om e i ima",  # radio, auto
        "0+ otac oca ocu oče ocem očevi očeva očevima očeve",
        "0+ dan dana danu danom dani dane danima",
        f"5+ {_ADJECTIVE}",
        *forms("n", _ADJECTIVE),
        *whole("nov star mal dug brz čist jak lep mlad slab bel zdrav dobr javn ličn tajn crn vojn ravn", _ADJECTIVE),
        *forms("ov ev in", _ADJECTIVE),  # possessives
        "0+ čovek čoveka čoveku čovekom čoveče ljudi ljude ljudima",
        "0+ čovjek čovjeka čovjeku čovjekom ljudi ljude ljudima",
        "0+ dete deteta detetu detetom deca dece deci decu decom",
        "0+ dijete djeteta djetetu djetetom djeca djece djeci djecu djecom",
        "0+ brat brata bratu bratom braća braće braći braću braćom",
        "0+ pas psa psu psom psi pse pasa psima",
        "0+ oko oka oku okom oči očiju očima",
        "0+ kći kćeri kćerju kćerima",
    ),
    alternations=(
        (r"c\|(i|ima|e)$", "k|"),  # banci, radnici
        (r"c\|(i|ima)$", "tk|"),  # zadaci
        (r"č\|e$", "k|"),
        (r"z\|(i|ima)$", "g|"),  # knjizi, bubrezi
        (r"s\|(i|ima)$", "h|"),  # svrsi
        (r"([aeiou].*[^aeiou])a([^aeiou]|lj|nj)\|a?$", r"\1\2|"),  # početak, centar; dokumenata, pesama
        (r"bac\|a?$", "pc|"),  # vrabac
        (r"[dt]ac\|a?$", "c|"),  # sudac, otac
        (r"d(a[kc])\|a?$", r"t\1|"),  # napredak, napretka
        (r"z(a[kc])\|a?$", r"s\1|"),
        (r"stan\|$", "sn|"),  # svestan
        (r"([aei])lac\|a?$", r"\1oc|"),  # rukovodilac, rukovodioca
        (r"ao\|$", "l|"),  # posao, posla
        (r"([aeiou])o\|$", r"\1l|"),  # udeo, udela
        (r"šć\|u$", "st|"),  # mogućnošću
        (r"ć\|u$", "t|"),  # pameću
        (r"đ\|u$", "d|"),
    ),
    moves_modifiers=True,
    function_words=(
        "a ako ali bez bi biće bila bile bili bilo bio biti blizu bude budu će čiji čija čije da dok do duž ga gde "
        "gdje i ih ili im iako iz iza između ispod ispred iznad ja je jer joj još ju kada kad kako kao ko koja koje "
        "kojeg kojega kojem kojemu koji kojih kojim kojima kojoj koju kod kroz li međutim mu na nad nakon naspram ne "
        "nego nema neki ni nije nisu no nju njega njegov njegova njegove njegovo njih njihov njihova njihove njihovo "
        "njim njima njoj o ob od odnosno oko on ona oni ono osim ova ovaj ove ovi ovim ovo ovog ovoj ovom ovu pa pod "
        "po pokraj pored posle poslije pre pred preko prema prije pri prilikom protiv putem radi s sa samo se sebe "
        "sebi sem si smo ste su svoj svoja svoje svojih svojim svojoj svoju svog ta taj tako takođe također te ti tih "
        "tim to tog toga toj tom tome tu u uoči usled usprkos uz već vrh za zbog što šta"
    ),
    numbers=(
        *forms("prv drug treć četvrt pet šest sedm osm devet deset",
        "i a o e og oga om ome omu im ima ih oj u eg em emu"),
        "jedan jedna jedno jednog jednoga jednoj jednom jednu jedni jednih jednim", "dva dve dvije dvaju dvema dvjema",
        "tri triju trima", "četiri", "pet petoro", "šest", "sedam", "osam", "devet", "deset", "jedanaest", "dvanaest",
        "dvadeset", "trideset", "četrdeset", "pedeset", "šezdeset", "sedamdeset", "osamdeset", "devedeset", "sto",
        "hiljada hiljade hiljadu", "tisuća tisuće tisuću", "milion miliona milioni", "milijun milijuna milijuni",
        "milijarda milijarde milijardi milijardu",
    ),
    levels={
        "national": "nacionaln držav savezn republičk",
        "provincial": "pokrajinsk provincijsk županijsk",
        "regional": "regionaln",
        "municipal": "opštinsk općinsk gradsk",
        "district": "okružn",
        "local": "lokaln mesn mjesn",
        "international": "međunarodn",
    },
    opposites=(
        "uvoz izvoz", "uvozn izvozn", "import eksport", "intra inter", "hiper hipo", "makro mikro", "mono poli",
        "pre post",
        "legaln nelegaln ilegaln", "zakonit nezakonit", "državn nedržavn", "aktivn neaktivn", "otvoren zatvoren",
        "javn privatn", "unutraš spoljaš", "unutarnj vanjsk", "gornj donj", "direktn indirektn", "severn južn",
        "sjevern južn", "istočn zapadn", "ulazn izlazn", "emigr imigr", "endo egzo", "anti pro", "aerobn anaerobn",
        "simetričn asimetričn", "formaln neformaln", "organsk neorgansk", "uplat isplat", "ulaz izlaz", "ulog izlog",
    ),
    qualifiers=(
        "bivši bivša bivše bivšeg bivšega bivših nov nova novi novo nove novog novih star stara stari staro stare ne "
        "vice eks zamenik zamjenik zamenica zamjenica stariji mlađi počasni počasna privremeni kvazi pseudo mini super"
    ),
)  # fmt: skip


class SerboCroatian(Generic):
    """Words of both scripts; the dictionary is in Latin letters."""

    def respell(self, word: str, written: str) -> str:
        """The word in Latin letters."""
        return word if word.isascii() else word.translate(_LATIN)

    def is_word(self, word: str) -> bool:
        """Whether the dictionary has it, in whichever script it is written."""
        return super().is_word(self.respell(word, word))


LANGUAGE = SerboCroatian(FACTS)

"""German. Its words are compared as they are written without umlauts: ueber, strasse."""

from termcheck.languages.facts import Facts
from termcheck.languages.families.germanic import Germanic, forms

_ADJECTIVE = "- e er es en em"
_ADJECTIVAL = (
    r"(?<![eo])ig|(?<!f)isch|[aio]fisch|deutsch|lich|fach|sam|lahm|ehm|bar|(?<!sc)haft|los|voll|reich|gleich|frei|reif|arm|wert|weis"
    r"|maess|[bln]ass|stark|krank|blank|breit|bereit|weit|schief|konform|al|ell|iv|vex|aer|oes|ios|[ai]l|ar|at|(?<!i)et|nd"
    r"|(?<!schaf)(?<![aeiou])t|[^i]en|er|el|rn|un|ut|[aeio]nt|[aietu]bl|eitl"
)
"""What adjectives end in. Of other words -er makes another: Politik, Politiker; Miete, Mieter."""
_PLURALS_IN_ER = (
    "amt:aemt bad:baed band:baend bild blatt:blaett brett buch:buech dach:daech dorf:doerf ei fach:faech fass:faess "
    "feld geld geschlecht gesicht gespenst glas:glaes glied grab:graeb gut:guet haupt:haeupt haus:haeus hemd "
    "holz:hoelz horn:hoern huhn:huehn kalb:kaelb kind kleid korn:koern kraut:kraeut lamm:laemm land:laend licht "
    "lied loch:loech mann:maenn maul:maeul mund:muend nest pfand:pfaend rad:raed rand:raend rind schild "
    "schloss:schloess schwert regiment spital:spitael tal:tael tuch:tuech volk:voelk wald:waeld weib wort:woert "
    "wurm:wuerm geist leib ski"
)
_SHORT = "ast:aest hof:hoef hut:huet kuh:kueh not:noet rat:raet ton:toen zug:zueg tag weg ort arm tor los typ bus:buss"
"""Nouns of three letters with a plural in -e: of others no -e, -en is cut off (Rat, Rate)."""
FACTS = Facts(
    code="de",
    name="German",
    notes="ä/ae, ö/oe, ü/ue and ß/ss are one spelling; parts of compounds with or without hyphens",
    lexicon="de",
    letters=(("ä", "ae"), ("ö", "oe"), ("ü", "ue"), ("ß", "ss")),
    joins="-",
    linkers="- s es n en er e",
    paradigms=(
        f"4+ {_ADJECTIVE}",  # digital
        "4+ - s es e en em",  # Verbot, Gericht, Student, Arbeit
        "- s es",
        "e en es ens em",  # Schule, Kunde, Gebäude, Name; Angestellte
        "2+ er ern ers",  # Verarbeiter
        "2+ el eln els",
        "en ens",
        "in innen ins",
        "4+ - n s",  # Vater, Euro
        *("a en as|um en ums a|us en i usse ussen|on a en ons|o en os i|os en|ix izes izen|ma mata men mas".split("|")),
        *("is isse isses issen en|as asse asses assen anten|us usses|- ien s|ex izes ices".split("|")),
        *forms(_SHORT, "- s es", "e en"),
        *forms(_PLURALS_IN_ER, "- s es e", "er ern"),
        *forms("art tat uhr", "-", "en"),
        *forms("neu alt gut rot lau roh", _ADJECTIVE),
        *forms("gruen blau weiss gelb grau schwarz gross klein lang kurz tief weich schwach rein fein klar schnell "
               "schwer spaet frueh treu genau modern krumm schick gerad", _ADJECTIVE),
        "0+ hoch hohe hoher hohes hohen hohem",
        "2+ mann mannes manns manne maenner maennern leute leuten",  # Kaufmann
        "0+ herz herzens herzen",
        "0+ bau baus baues bauten",
        "0+ saal saals saales saale saele saelen",
        "0+ see sees seen",
    ),
    alternations=(
        (r"(?<![aeq])([aou])e(u?[^aeiouy]+)\|(e|en|er|ern)$", r"\1\2^|"),  # Räte, Bäume, Häuser
        (r"(?<![aeq])([aou])e(u?[^aeiouy]+e[lnr])\|n?$", r"\1\2^|"),  # Väter, Gärten
        (r"([aou]u?[^aeiouy]+)\|(?:e?s)?$", r"\1^|"),  # ^: where an umlaut may be, so that Behorde is not Behörde
        (r"([aou]u?[^aeiouy]+e[lnr])\|s?$", r"\1^|"),
        (r"([^aeiouy]|[aei]u)e([lr])\|$", r"\1\2^|"),  # dunkel, dunkle; teuer, teure
        (r"([^aeiouy]|[aei]u)([lr])\|e[mnrs]?$", r"\1\2^|"),
    ),
    function_words=(
        "ab aber als am an ans auch auf aus ausser bei beim bis da dabei dafuer damit dank das dass dazu dein dem "
        "den der deren des dessen die dies diese diesem diesen dieser dieses doch du durch ein eine einem einen "
        "einer eines er es etwa euer fuer gegen gegenueber gemaess haben hat hatte hier hinter ich ihm ihn ihnen "
        "ihr ihre ihrem ihren ihrer ihres im in infolge innerhalb ins ist ja je jede jedem jeden jeder jedes kein "
        "keine keinem keinen keiner man mehr mein mit mittels nach neben nicht noch nur ob oder ohne pro samt seit "
        "sein seine seinem seinen seiner seines sich sie sind so sowie sowohl statt trotz ueber um und uns unser "
        "unsere unserer unter vom von vor waehrend war waren was weder wegen weil wenn wer werden wie wir wird wo "
        "wurde wurden zu zum zur zwischen"
    ),
    articles="der die das des dem den ein eine einer eines einem einen",
    contractions={"in": "im ins", "zu": "zum zur", "an": "am ans", "von": "vom", "bei": "beim"},
    numbers=(
        "ein eins", "zwei beide beiden beider", "drei dreier", "vier", "fuenf", "sechs", "sieben", "acht", "neun",
        "zehn", "elf", "zwoelf", "dreizehn", "vierzehn", "fuenfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn",
        "zwanzig", "dreissig", "vierzig", "fuenfzig", "sechzig", "siebzig", "achtzig", "neunzig", "hundert",
        "tausend", "million millionen", "milliarde milliarden", "billion billionen",
        *forms("erst zweit dritt viert fuenft sechst siebt acht neunt zehnt elft zwoelft zwanzigst hundertst",
               "e er es en em", shortest=""),
    ),
    levels={
        "national": "national bundes staat zentral gesamtstaat",
        "provincial": "provinz landes kanton",
        "regional": "region",
        "municipal": "kommun stadt staedt gemeinde",
        "district": "kreis landkreis bezirk",
        "local": "lokal oertlich orts",
        "international": "international voelker",
        "european": "europa europaeisch",
    },
    opposites=(
        "import export einfuhr ausfuhr", "intra inter", "hyper hypo", "makro mikro", "mono poly", "prae post",
        "ein aus", "legal illegal", "an ab", "inner ausser aeusser", "ober unter", "voll teil", "mehr minder",
        "auf zu ab", "oeffentlich privat", "direkt indirekt", "mittelbar unmittelbar", "nord sued", "ost west",
        "immigra emigra", "endo exo", "aerob anaerob", "symmetr asymmetr", "formell informell", "formal informal",
        "aktiv inaktiv passiv", "organisch anorganisch", "abhaengig unabhaengig", "vor nach", "maximal minimal",
        "primaer sekundaer", "be ent ver", "anlieg anleg anlag", "bestell einstell ausstell vorstell",
        "arbeitgeb arbeitnehm",
    ),
    qualifiers=(
        "ehemalig ehemalige ehemaligen ehemaliger ehemaliges frueher fruehere frueheren frueherer neu neue neuer neues "
        "neuen neuem alt alte alten alter altes ex vize nicht stellvertretend stellvertretende stellvertretender "
        "stellvertretenden erster kuenftig kuenftige kuenftigen quasi pseudo mini super anti amtierend amtierende "
        "amtierenden geschaeftsfuehrend geschaeftsfuehrende kommissarisch kommissarische unter ober haupt neben"
    ),
)  # fmt: skip
_WITHOUT_VOWELS = str.maketrans("", "", "aeiouyäöü^")


class _German(Germanic):
    capitalises_nouns = True

    def frame(self, word: str) -> str:
        """The consonants: umlaut and what drops out before -el and -er are vowels."""
        return word.translate(_WITHOUT_VOWELS)


LANGUAGE = _German(FACTS, _ADJECTIVAL)

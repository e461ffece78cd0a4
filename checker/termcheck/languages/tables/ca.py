"""Catalan."""

from termcheck.languages.facts import Facts
from termcheck.languages.families.romance import Romance, pairs

_ACCENTS = tuple(zip("àéèíóòú", "aeeioou", strict=True))

FACTS = Facts(
    code="ca",
    name="Catalan",
    notes="l·l = ŀl; an apostrophe ends a word; socioeconòmic = socio-econòmic",
    lexicon="ca",
    paradigms=(
        "- s",
        "2+ - os",
        "2+ a es",
        "2+ ça ces",
        "2+ ca ques",
        "2+ ga gues",
        "2+ gua gües",
        "2+ qua qües",
        "2+ ja ges",
        "2+ à ans",
        "2+ é ens",
        "2+ è ens",
        "2+ í ins",
        "2+ ó ons",
        "2+ ú uns",
        "2+ s ssos",
        "2+ às asos assos", "2+ ès esos essos", "2+ és esos essos", "2+ ís isos issos", "2+ ós osos", "2+ òs ossos",
        "2+ ús usos ussos",
        "2+ ig jos tjos igs",
        "2+ x xos cs",
        "0+ home hòmens homes",
        "0+ jove jóvens joves",
        "0+ ordre órdens ordres",
    ),
    alternations=(
        *((rf"{accented}([^aeiou]+)\|(?=i[ae]s?$)", rf"{plain}\1|") for accented, plain in _ACCENTS),  # òria
    ),
    joins="-",
    function_words=(
        "el la els les l lo un una uns unes de d del dels al als a en amb per pel pels sobre sota entre des fins "
        "contra cap segons durant mitjançant sense davant darrere dins i o ni que què qui com si quan on quin "
        "quina qual quals aquest aquesta aquests aquestes aquell aquella això seu seva seus seves nostre nostra "
        "llur es s se em ens us hi ho n ne li los és són ser està ha han més molt no ja també però ca can na"
    ),
    articles="el la els les l lo un una uns unes",
    contractions={"de": "del dels d", "a": "al als", "per": "pel pels"},
    numbers=(
        "dos dues segon segona", "tres tercer tercera", "quatre quart quarta", "cinc cinquè cinquena",
        "sis sisè sisena",
        "set setè setena", "vuit vuitè vuitena", "novè novena", "desè desena", "primer primera primers primeres",
        "onze",
        "dotze", "tretze", "catorze", "quinze", "setze", "vint", "trenta", "quaranta", "cinquanta", "seixanta",
        "setanta",
        "vuitanta", "noranta", "cent cents", "mil", "milió milions",
    ),
    levels={
        "national": "nacional estatal federal", "regional": "regional autonòmic", "provincial": "provinci provínci",
        "county": "comarca comarqu", "municipal": "municip", "district": "distrit districte", "local": "local",
        "world": "mundial global internaciona", "continental": "europe americ african asiàtic",
    },
    opposites=(
        "import export", "inter intra", "hiper hipo", "pre post", "macro micro",
        "regular irregular", "formal informal",
        "direct indirect", "públic privat", "intern extern", "immigra emigra", "màxim mínim", "positi negati",
        "oriental occidental",
        "superior inferior", "primari secundari", "adopci adaptaci", "emissi omissi", "sístol diàstol",
        "afecci afici efect",
        "absor adsor", "compra venda", "home dona",
    ),
    qualifiers=(
        "adjunt adjunta vice ex interí interina suplent auxiliar nou nova nous noves antic antiga no anti pseudo "
        "sub sense excepte llevat provisional honorari honorària emèrit emèrita pre post mini micro macro"
    ),
)  # fmt: skip

LANGUAGE = Romance(
    FACTS,
    gender=(
        "5+ - a s es",
        "5+ e a es s",
        "4+ o a os es",
        "3+ t da ts des",
        "3+ u va us ves",
        "3+ iu iva ius ives",
        "3+ c ca cs ques",
        "3+ c ga cs gues",
        "3+ g ga gs gues",
        "2+ òleg òloga òlegs òlogues",
        "3+ ogen ògena ògens ògenes",
        "4+ ç ça ços ces",
        "4+ f va fs ves",
        "4+ s sa sos ses",
        "4+ s ssa ssos sses",
        "3+ ès esa esos eses",
        "3+ ós osa osos oses",
        "4+ ís isa isos ises",
        "4+ ís issa issos isses",
        "4+ és essa essos esses",
        "4+ ús usa usos uses",
        "2+ à ana ans anes",
        "2+ è ena ens enes",
        "3+ é ena ens enes",
        "3+ í ina ins ines",
        "3+ ó ona ons ones",
        "3+ ú una uns unes",
        "3+ í ia ins ies",
        "or ora ors ores",
        "tor triu tors trius",
        "tor driu tors drius",
        "3+ eu ea eus ees",
        "3+ ble bla bles",
        "5+ ol ola ols oles",
        "4+ i ia is ies",
        "4+ aire airessa aires airesses",
        "4+ ig ja jos ges igs tjos tges",
        "4+ us usa usos uses",
        "20+ - a s es",
        "20+ l l·la ls l·les",
    ),
    adjectives=(
        "alt baix nou vell llarg curt ample sa mixt negre blanc roig vermell groc ple buit bo dolent mer rar pur "
        "dur sec fred lent ric just fals cert clar brut cec sord mut coix nul culte bell viu únic laic agut mutu "
        "suís suec rus turc jueu basc xinès fill nen soci amic cosí net avi sogre cunyat metge propi previ físic "
        "lliure gran dret esquerre fosc gris gras gros tou cru nu tot mig segon primer tercer quart verd lleu "
        "greu breu sant fort tancat obert comú francès anglès fi"
    ),
    nouns=pairs(
        "port cas punt banc partit compt cost cort cistell pilot model plat cop text bot vent vel fil rod marc pes",
        "",
        "a",
    )
    + " dret dreta quadre quadra carrer carrera producte producta festa post posta música músic política polític crida "
    "crit cor corda",
    derivations="e a ia iu iva ible ori òria or ora ió ic ica isme ista atge ari ària al itat ura",
)

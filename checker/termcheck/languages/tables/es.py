"""Spanish."""

from collections.abc import Sequence

from termcheck.languages.facts import Facts
from termcheck.languages.families.romance import Romance, pairs
from termcheck.lazy import Pattern

_ACCENTS = tuple(zip("áéíóú", "aeiou", strict=True))
_ENCLITIC = Pattern(r"([aeií]r|[áé]ndo)((?:me|te|se|nos|os)?(?:l[aeo]s?)?)$")

FACTS = Facts(
    code="es",
    name="Spanish",
    notes="pronouns written onto an infinitive or gerund are passed over; infraestructura = infra-estructura",
    lexicon="es",
    paradigms=(
        "- s",
        "- es",
        "2+ z ces",
        "2+ án anes", "2+ én enes", "2+ ín ines", "2+ ón ones", "2+ ún unes",
        "2+ ás ases", "2+ és eses", "2+ ís ises", "2+ ós oses", "2+ ús uses",
        "0+ carácter caracteres",
        "0+ régimen regímenes",
        "0+ espécimen especímenes",
    ),
    alternations=(
        *((rf"{accented}([^aeiouáéíóú]+en)\|es$", rf"{plain}\1|es") for accented, plain in _ACCENTS),  # órdenes, orden
    ),
    joins="-",
    function_words=(
        "el la los las lo un una unos unas al del a ante bajo con contra de desde durante en entre hacia hasta "
        "mediante para por según sin sobre tras y e o u ni que como si cuando donde cual cuales quien cuyo cuya "
        "cuyos cuyas este esta estos estas ese esa esos esas su sus mi tu nuestro nuestra me te se nos os le les "
        "es son ser está están ha han más muy no ya también pero"
    ),
    articles="el la los las lo un una unos unas",
    contractions={"de": "del", "a": "al"},
    numbers=(
        "dos segundo segunda segundos segundas", "tres tercer tercero tercera", "cuatro cuarto cuarta",
        "cinco quinto quinta",
        "seis sexto sexta", "siete séptimo séptima", "ocho octavo octava", "nueve noveno novena",
        "diez décimo décima",
        "primer primero primera primeros primeras", "once", "doce", "trece", "catorce", "quince", "veinte", "treinta",
        "cuarenta", "cincuenta", "sesenta", "setenta", "ochenta", "noventa", "cien ciento", "mil", "millón millones",
    ),
    levels={
        "national": "nacional estatal federal", "regional": "regional autonómic", "provincial": "provincia",
        "municipal": "municip", "county": "condado", "district": "distrit", "local": "local",
        "world": "mundial global internacional",
        "continental": "europe american african asiátic",
    },
    opposites=(
        "import export", "inter intra", "hiper hipo", "pre pos", "macro micro", "legal ilegal", "regular irregular",
        "formal informal", "direct indirect", "públic privad", "intern extern", "inmigra emigra", "max min máx mín",
        "positiv negativ", "norte sur", "orient occident", "superior inferior", "primari secundari",
        "adopci adaptaci adicci",
        "emisi omisi", "sistól diastól", "afect efect", "absor adsor", "arrendador arrendatari", "hombre mujer",
    ),
    qualifiers=(
        "adjunto adjunta vice ex interino interina suplente auxiliar nuevo nueva nuevos nuevas antiguo antigua no "
        "anti pseudo seudo sub sin excepto salvo provisional honorario honoraria emérito emérita pre post mini "
        "micro macro"
    ),
)  # fmt: skip


class Spanish(Romance):
    """Romance, with pronouns written onto verbs."""

    def bare_words(self, word: str) -> Sequence[str]:
        """The infinitive or gerund before enclitic pronouns."""
        match = _ENCLITIC.search(word)
        if not match or not match[2] or match.start() < 2:
            return ()
        verb = word[: match.end(1)]
        return (verb.replace("á", "a").replace("é", "e"), verb)


LANGUAGE = Spanish(
    FACTS,
    gender=(
        "4+ o a os as",
        "3+ io ia ios ias",
        "3+ ico ica icos icas",
        "or ora ores oras",
        "4+ ón ona ones onas",
        "án ana anes anas",
        "és esa eses esas",
        "4+ ín ina ines inas",
        "4+ ol ola oles olas",
        "5+ ente enta entes entas",
        "20+ l la les las",
        "0+ primer primero primera primeros primeras",
        "0+ tercer tercero tercera terceros terceras",
        "20+ n no na nos nas",
    ),
    adjectives=(
        "alto bajo seco medio sano pleno bueno malo mero raro puro duro rico feo nulo bello vivo único útil laico "
        "sacro ajeno rojo vacío obvio tibio galo hijo niño amigo primo nuevo viejo solo todo cada mudo cojo sumo "
        "leso elato ático copto teso fino sino cano vano ralo roto lelo bobo necio agrio ácido árido ávido "
        "ético óptico moro pío frío romo gago albo aqueo romeo beato gitano caro avaro amplio lacio terso loco "
        "otro mono moderno moto rudo crudo nato neto noto dado mixto mayo viudo ruso sueco suizo grave primer "
        "tercer postrer bachiller español común hebreo"
    ),
    nouns=pairs(
        "acer puest cabez cerill cigarr corbat carret carter calder monter cruzad cuern deriv espin ester libret "
        "minut not palabr pasiv plant pescad rebaj regal regat solap soldad tirad venen ventur zapat palet punter "
        "tribun armad curv arad puert part partid derech cuent cuadr medid pelot banc band barc bols bomb borr "
        "brom cald calz carg casc castañ cerc cest cint cost deud fall fond frut fund gorr grad gram gran grup "
        "guard horn huert junt letr libr list mand mang mant marc mont morr muel palm past pist plat plaz poll "
        "port pres punt rast rein rent rest rosc rued sell suel suer tabl tall tars term test tiend torn tram "
        "trap trat turn vain verb bord call cort cuell cuerd izquierd manzan escrit pimient ciruel cerez almendr "
        "naranj torment model cubiert salid entrad parad llamad jornad barranc canast comid bebid trompet víctim "
        "ventan planch radi histori justici notici feri copi fil caj moral",
        "o",
        "a",
    )
    + " música músico política político",
    derivations="o a ía ivo iva ible orio oria or ora ión ico ica ismo ista aje ario aria al idad ura",
)

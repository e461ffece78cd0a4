"""Slovak."""

from termcheck.languages.facts import Facts
from termcheck.languages.families.paradigms import forms
from termcheck.languages.families.slavic import softened
from termcheck.languages.generic import Generic

_LONG = "ý á é ého ému om ým ej ú ou í ých ými"
_SHORT = "y a e eho emu om ym ej u ou i ych ymi"
FACTS = Facts(
    code="sk",
    name="Slovak",
    notes="stem changes before endings (banka, bánk)",
    lexicon="sk",
    abbreviation_endings="u om e y ov och om s",
    joins="-",
    paradigms=(
        "- a u ovi om e i y ovia ia ov om och ami mi",  # masculine: zákon, občan, počítač
        "a y e i u ou - ám am ách ach ami",  # feminine: banka
        "a o",  # vocatives
        "a ovi u om ovia i ov och ami",  # masculine in -a: starosta
        "a e i u ou - í iam am iach ach ami ou",  # feminine, soft: ulica, práca
        "ia ie ii iu iou ií iám iách iami",  # organizácia
        "- e i í ou iam am iach ach ami mi a",  # feminine without an ending: vec, časť
        "o a á u e om i - ám am ách ach ami",  # neuter: mesto
        "e a ia u iu i om í - iam am iach ach ami",  # srdce, pole
        "ie ia iu í om ím iam iach iami",  # opatrenie
        *softened("ň:n ť:t ď:d ľ:l", "a e i í u ou om iam am iach ach ami och ov ovi ia", rest="om mi ov ami a u"),
        "um a á u e om í ám ách ami -",  # centrum, múzeum
        "us u e om y ov och ovi ovia ami",
        "a ä aťa äťa aťu aťom ati äti äťu äťom atá ätá at ät atám ätám atách ätách atami ätami ence eniec encom",
        "o a ovi u om ovia ov och ami",  # otecko
        "ľa le li ľu ľou ľ lí ľám ľach liam liach ľami",  # míľa
        "0+ deň dňa dňu dni dňom dní dňoch dňami dňom",
        "0+ týždeň týždňa týždňu týždni týždne týždňom týždňov týždňoch týždňami",
        _LONG,
        *forms("n k", "ý y o"),  # slovensko-, verejno-
        _SHORT,
        "í ia ie ieho iemu om ím ej iu ou ích ími",  # cudzí
        "i a e eho emu om im ej u ou ich imi",  # horúci
        *forms("ov in", "- a o e ho mu om ým ej u ou i ých ými"),  # possessives: otcov
        "0+ človek človeka človeku človekovi človekom ľudia ľudí ľuďom ľuďmi ľuďoch",
        "0+ dieťa dieťaťa dieťaťu dieťaťom dieťati deti detí deťom deťmi deťoch",
        "0+ rok roku rokom roky rokov rokoch rokmi",
        "0+ oko oka oku okom oči očí očiam očami očiach",
        "0+ pes psa psovi psom psi psy psov psoch psami",
    ),
    alternations=(
        (r"c\|i$", "k|"),  # vojaci
        (r"s\|i$", "ch|"),  # Česi, mnísi
        (r"([aeiouyáéíóúýô].*[^aeiouyáéíóúýô])(ie|[eo])([^aeiouyáéíóúýô])\|$", r"\1\3|"),  # zámok, otec, matiek, okien
        (r"([^aeiouyáéíóúýô])[eo]\|[ňť]$", r"\1|"),  # pieseň
        (r"lie([kb])\|$", r"ľ\1|"),  # učiteliek
        (r"dec\|$", "dc|"),
        (r"á([^aeiouyáéíóúýô]+)\|", r"a\1|"),  # škála; lán
        (r"í([^aeiouyáéíóúýô]+)\|$", r"i\1|"),  # kníh
        (r"ú([^aeiouyáéíóúýô]+)\|$", r"u\1|"),  # rúk
        (r"ý([^aeiouyáéíóúýô]+)\|$", r"y\1|"),
        (r"ŕ([^aeiouyáéíóúýô]+)\|$", r"r\1|"),
        (r"ĺ([^aeiouyáéíóúýô]+)\|$", r"l\1|"),  # vĺn
        (r"ie([^aeiouyáéíóúýô]+)\|$", r"e\1|"),  # mesto, miest; chlieb
        (r"ia([^aeiouyáéíóúýô]+)\|$", r"ä\1|"),
        (r"iu([^aeiouyáéíóúýô]+)\|$", r"u\1|"),
        (r"ô([^aeiouyáéíóúýô]+)\|[ňť]?$", r"o\1|"),  # stôl, kôň
    ),
    moves_modifiers=True,
    function_words=(
        "a aby aj ako ale alebo ani asi až bez bol bola bolo boli by byť cez čo či do ešte hoci i iba ich im ja jeho "
        "jej je k kam kde keď keďže ku ktorá ktoré ktorého ktorej ktorému ktorom ktorou ktorú ktorý ktorých ktorým "
        "ktorými ktorí lebo len medzi mi mimo mu my na nad nado nech nie nich nim ním ním ňom o ob od odo okolo okrem "
        "on ona oni ono po pod podľa podo pokiaľ pre pred predo preto pretože pri proti s sa si sme so ste sú svoj "
        "svoja svoje svojej svojho svojich svojim svojou svoju ta tá tak také tam táto te tej ten tento teda tie "
        "tieto to toho tom tomto tomu tou tu tú tým tých týmto u už v vo voči však vy vzhľadom z za zo že"
    ),
    numbers=(
        *forms("prv", "ý á é ého ému om ým ej ú ou í ých ými"),
        *forms("druh štvrt piat šiest siedm siedmy ôsm deviat desiat st", f"{_LONG} {_SHORT}"),
        *forms("tret", "í ia ie ieho iemu om ím ej iu ou ích ími"),
        "jeden jedna jedno jedného jednej jednému jednom jedným jednou jednu jedni", "dva dve dvaja dvoch dvom dvoma",
        "tri traja troch trom troma tromi", "štyri štyria štyroch štyrom štyrmi", "päť piatich piatim piatimi",
        "šesť šiestich", "sedem siedmich", "osem ôsmich", "deväť deviatich", "desať desiatich", "jedenásť", "dvanásť",
        "dvadsať dvadsiatich", "tridsať tridsiatich", "štyridsať", "päťdesiat", "šesťdesiat", "sedemdesiat",
        "osemdesiat", "deväťdesiat", "sto", "tisíc tisíce tisícov", "milión milióna milióny miliónov",
        "miliarda miliardy miliárd",
    ),
    levels={
        "national": "národn štátn federáln celoštátn spolkov",
        "provincial": "krajsk zemsk provinč",
        "regional": "regionáln",
        "municipal": "mestsk obecn komunáln",
        "district": "okresn obvodn",
        "local": "miestn",
        "international": "medzinárodn",
    },
    opposites=(
        "import export", "dovoz vývoz", "intra inter", "hyper hypo", "makro mikro", "mono poly", "pre post",
        "legáln nelegáln ilegáln", "štátn neštátn", "aktívn neaktívn", "otvoren zatvoren uzavret", "súkromn verejn",
        "vnútorn vonkajš", "priam nepriam", "severn južn", "východn západn", "emigr imigr", "endo exo", "anti pro",
        "aeróbn anaeróbn", "symetrick asymetrick", "formáln neformáln", "organick anorganick", "vstup výstup",
        "príjem výdaj", "zákonn nezákonn", "vklad výklad",
    ),
    qualifiers=(
        "bývalý bývalá bývalé bývalého bývalej bývalých nový nová nové nového nových starý stará staré starého starých "
        "ne vice ex námestník námestníka zástupca zástupkyňa mladší starší čestný čestná dočasný kvázi pseudo mini "
        "super"
    ),
)  # fmt: skip
LANGUAGE = Generic(FACTS)

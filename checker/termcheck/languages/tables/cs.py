"""Czech."""

from collections.abc import Sequence

from termcheck.languages.facts import Facts
from termcheck.languages.families.paradigms import forms
from termcheck.languages.families.slavic import softened
from termcheck.languages.generic import Generic

_HARD = 0
"""Place of the hard adjectives among the paradigms."""
_ADJECTIVE = "ý á é ého ému ém ou ým í ých ými ýma"
FACTS = Facts(
    code="cs",
    name="Czech",
    notes="stem changes before endings (stránka, stránek); -ismus = -izmus",
    lexicon="cs",
    abbreviation_endings="u em y ů ech ům s",
    joins="-",
    letters=(("izm", "ism"),),  # realizmus, realismus
    paradigms=(
        _ADJECTIVE,
        "- a u ovi em e ě y i ové é ů ům ech ích ách ami mi",  # masculine, hard: zákon, občan
        "- e ě i ovi em ové é ů ům ích i u",  # masculine, soft: počítač, učitel
        "a y ě e i u ou - ám ách ami",  # feminine: banka
        "a y ovi u ou i é ové ů ům ích ech",  # masculine in -a: starosta
        "a o",  # vocatives of both
        "e ě i ovi em ové ů ům ích",  # soudce
        "e ě i í ím ích emi ěmi - ",  # feminine, soft: ulice, práce
        "- e ě i í ím ích emi mi em ech",  # feminine without an ending: věc, část
        "o a u em ě e - ům ech ách ích y i",  # neuter: město, středisko
        "e ě i em í ím ích -",  # moře, pracoviště
        "í ího ímu ím ích ími íma",  # soft adjectives; rozhodnutí
        *softened("ň:n ť:t ď:d", "ě i í ím ích ěmi em ech mi a u ovi ů ům", rest="ů ům"),  # síť, kůň
        "um a u em ům ech y - í ím ích i",  # centrum, muzeum
        "us u e em y ů ům ech i ovi ové a",  # virus
        "a atu atem ata - at atům atech aty",  # téma
        "e ě ete eti etem ěte ěti ětem ata at atům atech aty",  # kuře
        "0+ den dne dnu dni dnem dny dnů dní dnům dnech",
        *forms("ov", "a o u y ě ou ých ým ými i"),
        "ův ova ovo ovu ovy ově ovou ových ovým ovými ovi",  # possessives: Karlův
        *forms("in", "- a o u y ě ou ých ým ými i"),
        "0+ člověk člověka člověku člověkovi člověkem lidé lidí lidem lidi lidmi lidech",
        "0+ přítel přítele příteli přítelem přátelé přátel přátelům přáteli přátelích",
        "0+ oko oka oku okem oči očí očím očima očích",
        "0+ ucho ucha uchu uchem uši uší uším ušima uších",
        "0+ kůň koně koni koňovi koněm koní koním koňmi koních",
        "0+ pes psa psu psovi psem psi psů psům psy psech",
    ),
    alternations=(
        (r"c\|(e|i|ích|í)$", "k|"),  # bance, politici, politických
        (r"z\|(e|i|ích|í)$", "h|"),  # Praze, soudruzi
        (r"z\|(e|i|ích)$", "g|"),  # archeolozích
        (r"š\|(e|i|ích|í)$", "ch|"),  # střeše, hoši
        (r"ř\|[eií]$", "r|"),  # sestře, doktoři
        (r"čt\|í$", "ck|"),  # techničtí
        (r"št\|í$", "sk|"),  # čeští
        (r"([aeiouyáéěíóúůý].*[^aeiouyáéěíóúůý])[eě]([^aeiouyáéěíóúůý])\|$", r"\1\2|"),  # výrobek, otec, sester
        (r"([^aeiouyáéěíóúůý])[eě]\|[ňťď]$", r"\1|"),  # píseň
        (r"ů([^aeiouyáéěíóúůý]+)\|[ňťď]?$", r"o\1|"),  # dům, kůň
        (r"á([^aeiouyáéěíóúůý]+)\|([aeěyou]|ou)?$", r"a\1|"),  # mráz; práce, dráha: prací, drah
        (r"í([^aeiouyáéěíóúůý]+)\|([aeěyou]|ou)?$", r"i\1|"),  # síla, sil
        (r"í([^aeiouyáéěíóúůý]+)\|([aeěyou]|ou)?$", r"ě\1|"),  # míra, měr; sníh
        (r"é([^aeiouyáéěíóúůý]+)\|([aeěyou]|ou|em)?$", r"e\1|"),  # jméno, jmen
        (r"ou([^aeiouyáéěíóúůý]+)\|([aeěyou]|ou)$", r"u\1|"),  # houba, hub
    ),
    moves_modifiers=True,
    function_words=(
        "a aby ale ani ano až bez bude by byl byla bylo byli být během co což či do dle dokud ho i já jak jako je jeho "
        "jej její jejich jemu jen jenž ji jí jich jim jím jimi již jsme jsou jste k kde kdo kdy když ke kolem kromě "
        "která které kterého kterém kterému kterou který kterých kterým kterými kteří ku kvůli mezi mi mimo místo mu "
        "my na nad nade nebo nebude nebyl něj ně ni ní nich nim ním nimi než o ob od ode okolo on ona oni ono po pod "
        "pode podél podle pokud před přede přes při pro proti proto protože s se si skrz sobě svá své svého svém svou "
        "svůj svých svým ta tak také tato té tedy tento těch těm ten to toho tom tomu tomto tou tu ty tyto tím u už v "
        "vám vás ve vedle vně však včetně vůči vy z za zda ze že"
    ),
    numbers=(
        *forms("prvn třet", "í ího ímu ím ích ími"),
        *forms("druh čtvrt pát šest sedm osm devát desát st", _ADJECTIVE),
        "jeden jedna jedno jednoho jedné jednomu jednom jedním jednou jednu jedni", "dva dvě dvou dvěma",
        "tři tří třem třemi třech", "čtyři čtyř čtyřem čtyřmi čtyřech", "pět pěti", "šest šesti", "sedm sedmi",
        "osm osmi", "devět devíti", "deset deseti", "jedenáct jedenácti", "dvanáct dvanácti", "dvacet dvaceti",
        "třicet třiceti", "čtyřicet čtyřiceti", "padesát padesáti", "šedesát šedesáti", "sto sta set",
        "tisíc tisíce tisíců", "milion milionu miliony milionů", "miliarda miliardy miliard",
    ),
    levels={
        "national": "národn státn federáln celostátn spolkov",
        "provincial": "krajsk zemsk provinč",
        "regional": "regionáln",
        "municipal": "městsk obecn komunáln",
        "district": "okresn obvodn",
        "local": "místn",
        "international": "mezinárodn",
    },
    opposites=(
        "import export", "dovoz vývoz", "intra inter", "hyper hypo", "makro mikro", "mono poly", "pre post",
        "legáln nelegáln ilegáln", "státn nestátn", "aktivn neaktivn", "otevřen zavřen uzavřen", "soukrom veřejn",
        "vnitřn vnějš", "přím nepřím", "severn jižn", "východn západn", "příchoz odchoz", "emigr imigr", "endo exo",
        "anti pro", "aerobn anaerobn", "symetrick asymetrick", "formáln neformáln", "organick anorganick",
        "vstup výstup", "příjem výdej", "zákonn nezákonn", "vklad výklad",
    ),
    qualifiers=(
        "bývalý bývalá bývalé bývalého bývalých nový nová nové nového nových starý stará staré starého starých ne vice "
        "ex náměstek náměstka zástupce zástupkyně mladší starší čestný čestná dočasný kvazi pseudo mini super"
    ),
)  # fmt: skip


class Czech(Generic):
    """Czech; a term that ends in -í is a soft adjective (srdeční), not the plural of a hard one (srdečný)."""

    def _inflections(self, word: str) -> Sequence[str]:
        return super().term_inflections(word, verb=False)

    def term_inflections(self, word: str, *, verb: bool) -> Sequence[str]:
        """As in every language, but for the keys of hard adjectives where the word is none."""
        keys = super().term_inflections(word, verb=verb)
        return [key for key in keys if not key.startswith(f"{_HARD}:")] if word.endswith("í") else keys


LANGUAGE = Czech(FACTS)

"""Romanian."""

from termcheck.languages.facts import Facts
from termcheck.languages.families.romance import Romance

_C = "[bcdfghjklmnprsștțvxz]+"
_NOUN = "ul ului e ele elor i ii ilor uri urile urilor"

FACTS = Facts(
    code="ro",
    name="Romanian",
    notes="ş ţ = ș ț, î = â; articles and cases at the end of words; socioeconomic = socio-economic",
    lexicon="ro",
    paradigms=(
        "2+ - ul ului ule i ii ilor uri urile urilor",
        "4+ - ul ului e ele elor",
        f"2+ u {_NOUN} ule",
        "2+ or orul orului ori orii orilor oare oarea oarei oarele oarelor",
        "2+ oi oiul oiului oaie oaiele oaielor",
        "2+ e ele elui i ii ilor uri urile urilor",  # frate, nume
        "2+ ă a e ei ele elor i ii ile ilor uri urile urilor",
        "2+ e ea i ii ile ilor ei uri urile urilor ele elor",
        "2+ iu iul iului ii iii iile iilor ie iule",
        "2+ ie ia ii iei iile iilor",
        "2+ ie ia i iei ile ilor ii",
        "2+ ea eaua ele elei elele elelor",
        "2+ a aua ale alei alele alelor",
        "2+ l lul lului i ii ilor",  # cal, copil
        "2+ el elul elului ei eii eilor",
        "2+ i iul iului ii ilor",  # unchi
        "2+ ău ăul ăului aie aiele ăi ăii ăilor ăie",
        "2+ o oul oului ouri ourile ourilor",
        "2+ y yul yului",
        "0+ zi ziua zilei zile zilele zilelor",
        "0+ masă masa mesei mese mesele meselor",
        "0+ fată fata fetei fete fetele fetelor",
        "0+ față fața feței fețe fețele fețelor",
        "0+ om omul omului oameni oamenii oamenilor",
        "0+ ou oul oului ouă ouăle ouălor",
        "0+ mână mâna mâini mâinii mâinile mâinilor",
        "0+ soră sora surori surorii surorile surorilor",
        "0+ cap capul capului capete capetele capetelor",
    ),
    alternations=(
        (rf"oa({_C})\|", r"o\1|"),  # școală, școli
        (rf"ea({_C})\|", r"e\1|"),  # seară, seri; românească, românești
        (rf"ia({_C})\|", r"ie\1|"),  # piatră, pietre; italian, italieni
        (rf"ă({_C})\|(?=i|uri)", r"a\1|"),  # parte, părți; marfă, mărfuri
        (r"ăr\|(?=$|u)", r"er|"),  # număr, numere
        (r"ân(t|ăr|er)\|", r"in\1|"),  # cuvânt, cuvinte
        (r"șt(r?)\|(?=i)", r"st\1|"),  # artist, artiști; ministru, miniștri
        (r"șt\|(?=[ie])", r"sc|"),
        (r"șc\|", r"șt|"),
        (r"ț\|(?=i)", r"t|"),
        (r"z\|(?=i)", r"d|"),
        (r"ș\|(?=i)", r"s|"),
        (r"cș\|(?=i)", r"x|"),
        (r"j\|(?=i)", r"z|"),
    ),
    letters=(("ş", "ș"), ("ţ", "ț"), ("î", "â")),
    joins="-",
    function_words=(
        "un o unui unei unor niște al a ai ale alui lui cel cea cei cele celui celei celor de din la pe cu fără "
        "în ân ântr ântru dintr dintre printr prin prin printre pentru spre sub peste după până ântre către "
        "contra despre dinspre lângă ca că să și sau ori dar iar nici ci dacă când unde cum care cărui căror cine "
        "ce cui acest această acești aceste acestui acestei acestor acel acea acei acele său sa săi sale lor "
        "nostru noastră noștri noastre meu mea se și îi își ăi ăl o le ne vă mă te este e sunt fi fost era au are "
        "mai nu tot"
    ),
    articles="un o unui unei unor niște cel cea cei cele al a ai ale",
    numbers=(
        "doi două doilea doua", "trei treilea treia", "patru patrulea patra", "cinci cincilea cincea",
        "șase șaselea șasea",
        "șapte șaptelea șaptea", "opt optulea opta", "nouă", "noua nouălea", "zece zecelea zecea",
        "prim prima primul primii primele ântâi",
        "unsprezece", "doisprezece douăsprezece", "treisprezece", "paisprezece", "cincisprezece", "șaisprezece",
        "douăzeci", "treizeci",
        "patruzeci", "cincizeci", "șaizeci", "șaptezeci", "optzeci", "nouăzeci", "sută sute", "mie mii",
        "milion milioane",
    ),
    levels={
        "national": "național federal statal", "regional": "regional", "county": "județ județean",
        "municipal": "municip orășenesc",
        "village": "comunal sătesc", "local": "local", "world": "mondial global internațional",
        "continental": "european american african asiatic",
    },
    opposites=(
        "import export", "inter intra", "hiper hipo", "pre post", "macro micro", "legal ilegal", "regulat neregulat",
        "formal informal",
        "direct indirect", "public privat", "intern extern", "imigra emigra", "maxim minim", "pozitiv negativ",
        "oriental occidental",
        "superior inferior", "primar secundar", "adopți adaptare adoptare", "emisiun omisiun", "sistol diastol",
        "afect efect",
        "absorb adsorb", "nord sud", "vânzăto cumpărăto",
    ),
    qualifiers=(
        "adjunct adjunctă vice fost fosta fostul ex interimar interimară supleant auxiliar nou nouă noi vechi non "
        "ne anti pseudo sub fără provizoriu provizorie onorific emerit pre post mini micro macro"
    ),
)  # fmt: skip

LANGUAGE = Romance(
    FACTS,
    gender=(
        "5+ - ul ului ă a e i ei ii ele elor ilor ile o",
        "4+ u ul ului ă a e i ei ii ele elor ilor ile",
        "3+ iu iul iului ie ia iei ii iii iile iilor",
        "4+ e ea ele elui i ii ile ilor ei elor",
        "20+ ou ouă oua oi noi",
        "20+ - ul ului e ele elor",
    ),
    adjectives=(
        "act lemn semn pod os alt bun rău nou vechi mult puțin lung scurt larg strâmt mixt negru alb roșu galben "
        "verde plin gol rar pur dur sec uscat rece cald lent bogat drept fals cert clar orb surd mut nul bun cult "
        "viu laic sacru acut mic mare gros gras slab rus turc sârb ceh fin brut lin tare gri sfânt prim ultim "
        "fizic etic optic acid toxic tânăr mut mediu naval civil moral"
    ),
    nouns="mar port poartă caz casă punct bancă cost coastă moarte cod coadă mod modă rol rolă test post val vale",
    derivations="ie iv ivă ibil or oare iune ic ică ism ist istă aj ar ară al ală itate ură",
)

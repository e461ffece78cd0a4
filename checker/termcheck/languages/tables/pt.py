"""Portuguese, of Portugal and of Brazil."""

from termcheck.languages.facts import Facts
from termcheck.languages.families.romance import Romance, pairs

_ACCENTS = tuple(zip("áéíóúâêô", "aeiouaeo", strict=True))

FACTS = Facts(
    code="pt",
    name="Portuguese",
    notes="económico = econômico, acção = ação, freqüência = frequência; infraestrutura = infra-estrutura",
    lexicon="pt",
    paradigms=(
        "- s",
        "- es",
        "2+ ão ões ãos ães",
        "2+ al ais",
        "2+ el éis eis",
        "2+ ol óis",
        "2+ il is eis",
        "2+ ul uis",
        "2+ m ns",
        "1+ ês eses", "2+ ás ases", "2+ és eses", "2+ ós oses", "2+ us uses",
        "0+ mal males",
        "0+ carácter caráter caracteres",
        "0+ pão pães", "0+ bom boa bons boas", "0+ mau má maus más", "4+ ol óis ola olas",  # espanhol
    ),
    alternations=(
        *((rf"{accented}([^aeiou]+)\|el$", rf"{plain}\1|") for accented, plain in _ACCENTS),
    ),
    letters=(
        ("ôm", "óm"), ("ôn", "ón"), ("êm", "ém"), ("ên", "én"),  # Brazil, Portugal
        ("cç", "ç"), ("ü", "u"),  # before the spelling reform
    ),
    joins="-",
    function_words=(
        "o a os as um uma uns umas de do da dos das em no na nos nas ao à aos às por pelo pela pelos pelas per "
        "num numa nuns numas dum duma duns dumas para com sem sob sobre entre até desde contra após ante perante "
        "durante segundo conforme e ou nem que se como quando onde qual quais quem cujo cuja cujos cujas este "
        "esta estes estas esse essa esses essas neste nesta deste desta desse dessa nesse nessa aquele aquela seu "
        "sua seus suas meu minha nosso nossa me te lhe lhes nos vos é são ser está estão foi há mais muito não já "
        "também mas"
    ),
    articles="o a os as um uma uns umas",
    contractions={
        "de": "do da dos das dum duma duns dumas", "em": "no na nos nas num numa nuns numas", "a": "ao à aos às",
        "por": "pelo pela pelos pelas",
    },
    numbers=(
        "dois duas segundos segunda segundas", "três terceiro terceira", "quatro quarto quarta",
        "cinco quinto quinta",
        "seis sexto sexta", "sete sétimo sétima", "oito oitavo oitava", "nove nono nona", "dez décimo décima",
        "primeiro primeira primeiros primeiras", "onze", "doze", "treze", "catorze quatorze", "quinze", "vinte",
        "trinta",
        "quarenta", "cinquenta", "sessenta", "setenta", "oitenta", "noventa", "cem cento", "mil", "milhão milhões",
    ),
    levels={
        "national": "nacional estatal federal", "state": "estadual estaduais",
        "regional": "regional regionais autonómic",
        "provincial": "provínci provincia", "municipal": "municip concelhi", "district": "distrit",
        "parish": "freguesi",
        "local": "local locais", "world": "mundial mundiais global globais internaciona",
        "continental": "europe american african asiátic",
    },
    opposites=(
        "import export", "inter intra", "hiper hipo", "pre pré pos pós", "macro micro", "legal ilegal",
        "regular irregular",
        "formal informal", "diret indiret", "públic privad", "intern extern", "imigra emigra", "máx mín max min",
        "positiv negativ", "orient ocident", "superior inferior", "primári secundári", "adoç adapta adição adic",
        "emiss omiss", "sistól diastól", "afet efet", "absor adsor", "descriç discriç", "concelh conselh",
        "compriment cumpriment",
    ),
    qualifiers=(
        "adjunto adjunta vice ex interino interina suplente auxiliar novo nova novos novas antigo antiga não anti "
        "pseudo sub sem exceto provisório provisória honorário honorária emérito pré pós mini micro macro"
    ),
)  # fmt: skip

LANGUAGE = Romance(
    FACTS,
    gender=(
        "4+ o a os as",
        "3+ io ia ios ias",
        "3+ ico ica icos icas",
        "or ora ores oras",
        "4+ ão ã ãos ãs ões ães ona onas oa oas",
        "ês esa eses esas",
        "ês ense",
        "4+ eu eia eus eias",
        "4+ ador atriz adores atrizes",
        "20+ m ma ns mas",
    ),
    adjectives=(
        "alto baixo são misto raro puro duro rico seco frio nulo belo vivo único laico sacro útil cego mudo coxo "
        "alheio suíço óbvio índio gago filho amigo primo novo velho mau meu próprio algum alemão irmão anão órfão "
        "pagão vão bom fraco noivo solto sumo lindo teso terno ruço ileso roxo urso macio sírio doido atado gato "
        "gordo checo opaco ósseo covo douto grato vasto ácido árido ávido ético ótico mero todo outro só "
        "vazio sujo fixo caro claro fino louco médico sábio oco rouco manco bobo tolo surdo menino macho nato "
        "vago lato dado comum sueco russo cru nu"
    ),
    nouns=pairs(
        "band folh prat pec bot cadern canel ribeir madeir queix tesour sapat barrac carteir caldeir bandeir "
        "fronteir recolh revist novel tribun folhet banan laranj queim escol feir poeir rastr venen port part "
        "partid direit quadr medid cas cont barc banc bols bomb bord braç calc carg cerc cest cint cost cot cour "
        "fond frut fund gorr grad gran guard hort junt letr livr list mand mang mant marc mont palm past pist "
        "plat praz praç pont porr pres puls rast rend rest sel sol suor term test torn tram trat turn verb parc "
        "post reser torment model saíd entrad parad chamad jornad barranc comid bebid acord escolh encost respost "
        "propost mandat ventan rádi notíci feir cópi ment linh leit sign tren troc troç pedr queix",
        "o",
        "a",
    )
    + " música músico política político",
    derivations="o a ia ivo iva ível ório ória or ora ão ico ica ismo ista agem ário ária al idade ura",
)

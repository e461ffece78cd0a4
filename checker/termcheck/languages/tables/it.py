"""Italian."""

from termcheck.languages.facts import Facts
from termcheck.languages.families.romance import Romance, pairs

FACTS = Facts(
    code="it",
    name="Italian",
    notes="an apostrophe ends a word; e' = è in capitals; socio-economico = socioeconomico",
    lexicon="it",
    paradigms=(
        "2+ o i",
        "2+ a e",
        "2+ e i",
        "2+ co chi",
        "2+ go ghi",
        "2+ ca che",
        "2+ ga ghe",
        "2+ io i",
        "2+ ncia nce", "2+ ccia cce", "2+ rcia rce", "2+ scia sce", "2+ gia ge",
        "3+ sta sti ste",
        "3+ ta ti",  # atleta, pianeta
        "3+ ma mi", "oma omi", "2+ ema emi", "1+ ima imi",  # problema, sistema
        "3+ ga ghi",  # collega
        "3+ ca chi",
        "3+ ida idi",  # omicida
        "- s",  # loan words
        "0+ uomo uomini", "0+ uovo uova", "0+ dito dita", "0+ braccio braccia", "0+ paio paia", "0+ osso ossa",
        "0+ ginocchio ginocchia", "0+ muro mura", "0+ labbro labbra", "0+ lenzuolo lenzuola", "0+ miglio miglia",
    ),
    alternations=((r"^capi(?=[^aeiou])", "capo"),),  # capigruppo, capogruppo
    joins="-",
    function_words=(
        "il lo la i gli le l un uno una di del dello della dei degli delle dell d a al allo alla ai agli alle all "
        "ad da dal dallo dalla dai dagli dalle dall in nel nello nella nei negli nelle nell con col coi su sul "
        "sullo sulla sui sugli sulle sull per tra fra e ed o od né ma che chi cui come se quando dove quale quali "
        "questo questa questi queste quest quello quella quelli quelle quel quei quegli quell suo sua suoi sue "
        "nostro nostra loro mio mia mi ti si ci vi ne lui lei è sono essere ha hanno più molto non già anche "
        "senza sotto sopra verso presso durante dopo prima contro entro"
    ),
    articles="il lo la i gli le l un uno una",
    contractions={
        "di": "del dello della dei degli delle dell d", "a": "al allo alla ai agli alle all ad",
        "da": "dal dallo dalla dai dagli dalle dall", "in": "nel nello nella nei negli nelle nell",
        "su": "sul sullo sulla sui sugli sulle sull", "con": "col coi",
    },
    numbers=(
        "due secondo seconda secondi seconde", "tre terzo terza terzi terze", "quattro quarto quarta",
        "cinque quinto quinta",
        "sei sesto sesta", "sette settimo settima", "otto ottavo ottava", "nove nono nona", "dieci decimo decima",
        "primo prima primi prime", "undici", "dodici", "tredici", "quattordici", "quindici", "venti", "trenta",
        "quaranta",
        "cinquanta", "sessanta", "settanta", "ottanta", "novanta", "cento", "mille mila", "milione milioni",
        "miliardo miliardi",
    ),
    levels={
        "national": "nazional statal federal", "regional": "regional", "provincial": "provinc",
        "municipal": "comunal municipal",
        "district": "distrett", "local": "local", "world": "mondial global internazional",
        "continental": "europe american african asiatic",
    },
    opposites=(
        "import esport", "inter intra", "iper ipo", "pre post", "macro micro", "legal illegal", "regolar irregolar",
        "formal informal", "dirett indirett", "pubblic privat", "intern estern", "immigra emigra", "massim minim",
        "positiv negativ", "oriental occidental", "superior inferior", "primari secondari", "adozion adattament",
        "emission omission", "sistol diastol", "affett effett", "assor adsor",
    ),
    qualifiers=(
        "aggiunto aggiunta vice ex supplente ausiliario nuovo nuova nuovi nuove vecchio vecchia non anti pseudo "
        "sub senza eccetto salvo provvisorio provvisoria onorario onoraria emerito emerita pre post mini micro "
        "macro"
    ),
)  # fmt: skip

LANGUAGE = Romance(
    FACTS,
    gender=(
        "4+ o a i e",
        "3+ io ia i ie",
        "3+ co ca ci chi che",
        "3+ go ga gi ghi ghe",
        "4+ ice ici",
        "tore trice tori trici tora tore",
        "4+ ore ora ori ore",
        "4+ sore ditrice sori ditrici",
        "4+ iere iera ieri iere",
        "4+ ese esi",
        "sta sti ste",
        "4+ one ona oni one",
        "4+ ente enta enti ente",
        "4+ essa esse e i",
    ),
    adjectives=(
        "alto raro puro duro caldo muto nudo unico laico sacro bello ovvio arabo ebreo etico poco gaio copto "
        "lindo romeo fatuo cieco moro amaro caro avaro vano sano pieno vivo vero nuovo primo terzo solo "
        "tutto altro nato noto dato raro neto beato lieto lauto cauto crudo rude roco cavo bravo rosso bianco "
        "secco ricco svizzero turco ceco serio vario socio amico medico tipico ottico fisico logico tonico acido "
        "arido matto ampio proprio previo vecchio russo"
    ),
    nouns=pairs(
        "not part bonific cassett copert capann bozz minut palett rivist romanz stall tribun ventur fattur port "
        "banc colp partit diritt punt mostr tavol piant bust raccolt modell casell cappell gamb manic fil cost "
        "cors legn foss test cont caric scop scal cer vel pann tort post pesc suol razz coll ment merl pal regol "
        "salt uscit entrat mandat propost rispost richiest vendit perdit scherm vist zecc cas ball band basc bomb "
        "bors bott calm cart cas circ fond lam mass mazz palm pass past pezz pian pist pizz plast polp pozz "
        "rat resist rozz sacc sal salv scol sed serb sett sol somm sort stat stell tacc tass tett tint tir tram "
        "tratt trov val vit zamp zepp mel mod lett spes spill sals allor arm",
        "o",
        "a",
    )
    + " foglio foglia bilancio bilancia arancio arancia cerchio cerchia radio musica musico politica politico corte",
    derivations="o a ia ivo iva ibile orio oria ore rice ione ico ica ismo ista aggio ario aria ale ità ura",
)

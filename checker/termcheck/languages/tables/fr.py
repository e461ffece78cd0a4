"""French."""

from termcheck.languages.facts import Facts
from termcheck.languages.families.romance import Romance

FACTS = Facts(
    code="fr",
    name="French",
    notes="an apostrophe ends a word; capitals may lack accents; œ = oe; évènement = événement; closed = hyphenated",
    lexicon="fr",
    paradigms=(
        "- s",
        "2+ eau eaux",
        "2+ eu eux",
        "3+ au aux",
        "2+ ou oux",
        "2+ al aux",
        "2+ ail aux",
        "2+ um a",  # memorandum
        "0+ oeil yeux", "0+ ciel cieux", "0+ bail baux", "0+ monsieur messieurs", "0+ madame mesdames",
        "0+ eu eux",  # jeu, lieu
        "0+ vieux vieil vieille vieilles", "0+ fou fol folle fous folles", "0+ beau bel belle beaux belles",
        "0+ sec sèche secs sèches", "0+ favori favorite favoris favorites",
    ),
    letters=(("œ", "oe"), ("æ", "ae"), ("évène", "événe")),
    joins="-",
    function_words=(
        "le la les l un une des de d du et ou où à au aux en pour par sur sous dans avec sans chez entre vers "
        "contre depuis pendant selon dès jusque jusqu afin lors ni mais or donc car que qu qui quoi dont si s "
        "comme quand lorsque lorsqu puisque puisqu ce c cet cette ces cela son sa ses leur leurs notre nos votre "
        "vos mon ma mes il elle ils elles on nous vous je j me m te t se lui y n ne pas plus très est sont être a "
        "ont été qu aussi auquel laquelle lequel lesquels lesquelles duquel desquels non même"
    ),
    articles="le la les l un une des",
    contractions={"de": "du des d", "à": "au aux"},
    numbers=(
        "deux deuxième second seconde", "trois troisième", "quatre quatrième", "cinq cinquième", "six sixième",
        "sept septième",
        "huit huitième", "neuf neuvième", "dix dixième", "premier première premiers premières", "onze", "douze",
        "treize",
        "quatorze", "quinze", "seize", "vingt", "trente", "quarante", "cinquante", "soixante", "cent cents", "mille",
        "million millions",
        "milliard milliards",
    ),
    levels={
        "national": "national nationaux fédéral étatique", "regional": "région", "departmental": "départemental",
        "provincial": "provincial", "prefectural": "préfect préfet", "municipal": "municip communal communaux",
        "district": "district arrondissement", "local": "local locaux",
        "world": "mondial mondiaux international internationaux",
        "continental": "europé américain africain asiatique",
    },
    opposites=(
        "import export", "inter intra", "hyper hypo", "pré post", "macro micro", "légal illégal",
        "régulier irrégulier", "formel informel",
        "direct indirect", "public publique privé", "interne externe intérieur extérieur", "immigr émigr",
        "maxim minim", "positi négati",
        "oriental occidental", "supérieur inférieur", "primaire secondaire", "adoption adaptation",
        "émission omission",
        "systol diastol", "affect effect", "absor adsor", "conféren circonféren", "acheteur vendeur", "homme femme",
    ),
    qualifiers=(
        "adjoint adjointe vice ex suppléant suppléante auxiliaire nouveau nouvelle nouveaux nouvelles ancien "
        "ancienne anciens non anti pseudo sous sans sauf hors provisoire honoraire émérite pré post mini micro "
        "macro"
    ),
)  # fmt: skip

LANGUAGE = Romance(
    FACTS,
    gender=(
        "5+ - e s es",
        "3+ é ée és ées",
        "5+ i ie is ies",
        "4+ u ue us ues",
        "4+ al ale aux ales als",
        "4+ el elle els elles",
        "4+ eil eille eils eilles",
        "en enne ens ennes",
        "4+ on onne ons onnes",
        "4+ an anne ans annes",
        "4+ et ette ets ettes",
        "4+ et ète ets ètes",
        "4+ ot otte ots ottes",
        "er ère ers ères",
        "eux euse euses",
        "2+ eur euse eurs euses eresse eresses",
        "2+ teur trice teurs trices",
        "if ive ifs ives",
        "uf uve ufs uves",
        "ef ève efs èves",
        "3+ ais aise aises",
        "3+ ois oise oises",
        "5+ c que cs ques",
        "5+ c que ques cs",
        "4+ s sse sses",
        "4+ x sse sses",
        "4+ gu guë gus guës güe",
        "4+ g gue gs gues",
        "20+ eau elle eaux elles el",
        "20+ s che",
        "20+ ais aîche aîches",
        "20+ ou olle ous olles",
        "20+ nc nche ncs nches",
        "20+ in igne ins ignes",
        "20+ ng ngue ngs ngues",
        "20+ ux usse",
        "20+ ux uce uces",
        "20+ c cque cs cques",
        "20+ l lle ls lles",
        "20+ s se ses",
        "20+ t tte ts ttes",
        "20+ - e s es",
        "20+ c che cs ches",
    ),
    adjectives=(
        "grand petit haut bas gros gras las lourd vert noir brun gris rond plein vain sain saint froid chaud "
        "court fort brut nul net muet sec mat plat beau nouveau jumeau long blanc franc frais doux roux faux fou "
        "mou mûr sûr dur pur juif clair cher fier vif neuf bref gai vrai joli poli uni fini nu cru dû aîné bleu "
        "turc grec laïc ami divin latin humain urbain marin nain malin bénin idiot rural royal légal loyal oral "
        "moral final total vital mental social local égal banal fatal naval réel actuel usuel visuel duel cruel "
        "civil vil subtil puéril bon mignon breton épais exprès droit étroit exact idéal gentil pareil vieil "
        "vermeil lent aigu exigu élu béni chinois saxon tigre sujet"
    ),
    nouns=(
        "port porte point pointe part parte droit droite vent vente cour pris prise mont monte post poste colon "
        "colonne conduit conduite front fronte fond fonde bal balle pot pote bord borde poing plant plante appel "
        "appelle format formate cartel cartelle modèle tunnel chanson année entrée poignet journée pensée portée "
        "durée idée marché pâté soirée côté partie crédit débit transit circuit produit recrue revue étendue "
        "garantie copie sortie ressort banc banque fraise médecin médecine effet projet objet rejet budget poulet "
        "billet manier retrait retraite fil file coup coupe cap cape train parc sol sole pile tir tire régime "
        "import export transport support rapport report compte chant accord signal physique bassin bassine "
        "cuiller cuillère dossier dossière capot capote élégie sonnet sonnette directif directive curé levée jeté"
    ),
    derivations="e ie if ive ible oire eur euse rice ion ique isme iste age aire al el ité ure",
)

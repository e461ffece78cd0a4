"""English: lists. Folded words only; add to them rather than to the rules in ``english``."""

from termcheck.lazy import Pattern

ARTICLES = frozenset({"the", "a", "an"})
PREPOSITIONS = frozenset(
    """of for in on at by with to from under within into onto over through between among against about as via per
    concerning regarding toward towards""".split()
)
POSTPOSITIVE = frozenset("designate elect emeritus general laureate major martial plenipotentiary public".split())
"""Adjectives that stand behind their noun in titles and the like: Attorneys General, notaries public."""
PARTICLES = frozenset("on in up out off down over away back through along together".split())
FUNCTION_WORDS = (
    ARTICLES | PREPOSITIONS | frozenset({"and", "or", "its", "their", "his", "her", "our", "s", "that", "which"})
)

NOT_PLURAL_ENDINGS = ("ss", "us", "is")
NOT_PLURAL = frozenset(
    """news lens series species always perhaps besides means headquarters whereas towards afterwards sometimes
    christmas texas kansas arkansas paris athens brussels wales netherlands philippines honduras maldives bahamas
    hans james charles thomas mars atlas canvas gas bias pancreas alias chaos cosmos ethos pathos
    politics economics physics mathematics ethics athletics electronics logistics linguistics genetics robotics
    acoustics aeronautics gymnastics aesthetics ergonomics informatics obstetrics pediatrics paediatrics hydraulics
    thermodynamics aerodynamics dynamics kinetics semantics phonetics avionics bionics cybernetics genomics
    macroeconomics microeconomics geopolitics biomechanics geriatrics therapeutics pragmatics analytics optics
    orthodontics numismatics astronautics astrophysics biophysics geophysics mechatronics proteomics
    bioethics""".split()
)
IE_PLURALS = frozenset("movies cookies ties pies lies dies selfies rookies zombies calories genies".split())
IRREGULAR_PLURALS = {
    plural: tuple(singular.split("/"))
    for plural, singular in (
        pair.split(":", 1)
        for pair in """men:man women:woman children:child people:person feet:foot teeth:tooth geese:goose mice:mouse
        lice:louse oxen:ox lives:life wives:wife knives:knife leaves:leaf/leave halves:half shelves:shelf wolves:wolf
        selves:self thieves:thief loaves:loaf calves:calf scarves:scarf criteria:criterion phenomena:phenomenon
        analyses:analysis crises:crisis theses:thesis hypotheses:hypothesis diagnoses:diagnosis bases:basis/base
        parentheses:parenthesis synopses:synopsis oases:oasis axes:axis/axe/ax indices:index appendices:appendix
        matrices:matrix vertices:vertex vortices:vortex curricula:curriculum memoranda:memorandum strata:stratum
        bacteria:bacterium media:medium data:datum nuclei:nucleus fungi:fungus stimuli:stimulus radii:radius
        alumni:alumnus cacti:cactus larvae:larva formulae:formula vertebrae:vertebra antennae:antenna
        statuses:status viruses:virus campuses:campus bonuses:bonus buses:bus gases:gas lenses:lens
        censuses:census focuses:focus prospectuses:prospectus apparatuses:apparatus consensuses:consensus
        surpluses:surplus syllabuses:syllabus aliases:alias biases:bias plenums:plenum fora:forum
        congressmen:congressman spokesmen:spokesman chairmen:chairman policemen:policeman businessmen:businessman
        freshmen:freshman fishermen:fisherman salesmen:salesman spokeswomen:spokeswoman spokespeople:spokesperson
        salespeople:salesperson grandchildren:grandchild passersby:passerby
        characteristics:characteristic republics:republic topics:topic critics:critic clinics:clinic
        epidemics:epidemic pandemics:pandemic metrics:metric antibiotics:antibiotic fabrics:fabric academics:academic
        comics:comic lyrics:lyric relics:relic picnics:picnic mosaics:mosaic
        errata:erratum corpora:corpus genera:genus consortia:consortium symposia:symposium referenda:referendum
        ups:up ins:in ons:on bys:by tos:to""".split()
    )
}
"""Plural -> what it may be the plural of."""
IRREGULAR_VERBS = {
    form: tuple(bases.split("/"))
    for form, bases in (
        pair.split(":")
        for pair in """went:go gone:go underwent:undergo undergone:undergo
        made:make took:take taken:take gave:give given:give got:get gotten:get came:come
        ran:run running:run began:begin begun:begin brought:bring built:build bought:buy caught:catch chose:choose
        chosen:choose did:do done:do drew:draw drawn:draw drove:drive driven:drive fell:fall fallen:fall felt:feel
        fought:fight found:find flew:fly flown:fly forgot:forget forgotten:forget froze:freeze frozen:freeze
        grew:grow grown:grow had:have heard:hear held:hold kept:keep knew:know known:know laid:lay led:lead left:leave
        lent:lend lost:lose meant:mean met:meet paid:pay rode:ride ridden:ride rang:ring rung:ring rose:rise risen:rise
        said:say saw:see seen:see sold:sell sent:send shook:shake shaken:shake shone:shine shot:shoot showed:show
        shown:show shrank:shrink shut:shut sang:sing sank:sink sat:sit slept:sleep spoke:speak spoken:speak
        spent:spend stood:stand stole:steal stolen:steal stuck:stick struck:strike swam:swim swore:swear sworn:swear
        taught:teach tore:tear torn:tear told:tell thought:think threw:throw thrown:throw understood:understand
        woke:wake wore:wear worn:wear won:win wrote:write written:write withdrew:withdraw withdrawn:withdraw
        wound:wind undertook:undertake undertaken:undertake overtook:overtake overcame:overcome broke:break
        broken:break ate:eat eaten:eat hid:hide hidden:hide drank:drink drunk:drink became:become dealt:deal dug:dig
        fed:feed hung:hang lit:light rebuilt:rebuild sought:seek set:set put:put cut:cut shut:shut let:let
        split:split spread:spread hit:hit hurt:hurt quit:quit cast:cast broadcast:broadcast upset:upset reset:reset
        dying:die lying:lie tying:tie""".split()
    )
}
SUFFIXES = tuple(
    sorted(
        """ability ibility ation ition ition ally able ible ance ence ancy ency ment ness less ship hood ward wise
        ism ist ity ion ia ive ize ise ify ous ful ant ent ary ory ian ial ic al er or ly en ing ed""".split(),
        key=lambda suffix: (-len(suffix), suffix),
    )
)
"""Derivational endings, longest first."""
MASS_NOUNS = frozenset(
    """governance civilization civilisation culture literacy security information publicity modernization advice
    equipment software hardware research progress knowledge legislation infrastructure construction""".split()
)
"""Nouns that a suggestion leaves in the singular."""
IRREGULAR_VERB_BASES = frozenset(base for bases in IRREGULAR_VERBS.values() for base in bases)

PLAIN_VERBS = frozenset(
    """achieve add adhere adopt allow apply avoid be become begin bring build carry choose come consider continue create
    cultivate deepen defend deliver develop do eliminate enable encourage enhance ensure establish expand follow foster
    give go govern grow have help implement improve keep learn let maintain make pursue promote protect provide put
    realize realise reduce remain remember replace resolve say seek sell send serve speak stay strengthen sweep tackle
    take teach tell unhook unite uphold""".split()
)
"""Verbs that begin no name of a thing: a term that begins with one of them is a verb with what follows it."""

ORDINAL_ENDING = Pattern(r"(?<=\d)(?:st|nd|rd|th)$")
NUMBER_WORDS = {
    word: value
    for value, words in {
        "0": "zero", "1": "one first once", "2": "two second twice", "3": "three third", "4": "four fourth",
        "5": "five fifth", "6": "six sixth", "7": "seven seventh", "8": "eight eighth", "9": "nine ninth",
        "10": "ten tenth", "11": "eleven eleventh", "12": "twelve twelfth", "13": "thirteen thirteenth",
        "14": "fourteen fourteenth", "15": "fifteen fifteenth", "16": "sixteen sixteenth",
        "17": "seventeen seventeenth", "18": "eighteen eighteenth", "19": "nineteen nineteenth",
        "20": "twenty twentieth", "30": "thirty thirtieth", "40": "forty fortieth", "50": "fifty fiftieth",
        "60": "sixty sixtieth", "70": "seventy seventieth", "80": "eighty eightieth", "90": "ninety ninetieth",
        "100": "hundred hundredth", "1000": "thousand thousandth", "1000000": "million millionth",
        "1000000000": "billion billionth",
    }.items()
    for word in words.split()
}  # fmt: skip

LEVELS = {
    word: level
    for level, words in {
        "national": "central national state federal nationwide",
        "provincial": "provincial province",
        "prefectural": "prefectural prefecture",
        "municipal": "municipal municipality city",
        "county": "county",
        "district": "district borough",
        "township": "township town",
        "village": "village",
        "regional": "regional region",
        "local": "local",
        "world": "world global international worldwide",
        "continental": "european african asian american",
    }.items()
    for word in words.split()
}
QUALIFIERS = frozenset(
    """deputy vice former acting interim assistant associate ex non anti pseudo quasi sub joint branch junior senior
    counter pre post un not no without excluding except shadow honorary emeritus provisional draft revised amended
    old new mini micro nano macro mega ultra""".split()
)
OPPOSITES = frozenset(
    frozenset(pair.split("/"))
    for pair in """import/export imports/exports internal/external inward/outward domestic/foreign public/private
    upper/lower north/south east/west northern/southern eastern/western northeast/northwest southeast/southwest
    northeast/southeast northwest/southwest left/right male/female man/woman men/women old/new young/old
    major/minor maximum/minimum positive/negative legal/illegal formal/informal direct/indirect regular/irregular
    input/output inflow/outflow inbound/outbound upload/download uplink/downlink upstream/downstream
    online/offline internet/intranet before/after buyer/seller lender/borrower employer/employee
    lessor/lessee licensor/licensee mortgagor/mortgagee trustor/trustee assignor/assignee grantor/grantee
    plaintiff/defendant increase/decrease hypertension/hypotension hyperglycemia/hypoglycemia systolic/diastolic
    prescribe/proscribe prescription/proscription affect/effect personal/personnel principal/principle
    moral/morale adapt/adopt adaption/adoption eastern/easter military/militia council/counsel
    councillor/counsellor stationary/stationery complement/compliment economic/economical historic/historical
    politic/political cardinal/ordinal macro/micro inter/intra ante/anti former/latter former/formal
    primary/secondary undergraduate/graduate senior/junior absorption/adsorption mitosis/meiosis
    progressive/regressive inductive/deductive ingress/egress emigration/immigration emigrant/immigrant
    prenatal/postnatal antenatal/postnatal high/low higher/lower highest/lowest severe/mild acute/chronic
    benign/malignant convex/concave oral/aural""".split()
)
REVERSING_PREFIXES = (
    "un",
    "in",
    "im",
    "il",
    "ir",
    "non",
    "dis",
    "anti",
    "de",
    "re",
    "sub",
    "counter",
    "pre",
    "post",
    "a",
    "mis",
)
OPPOSITE_PREFIXES = (
    ("inter", "intra"), ("hyper", "hypo"), ("macro", "micro"), ("over", "under"), ("pre", "post"), ("up", "down"),
    ("ex", "im"), ("in", "out"), ("pro", "anti"), ("multi", "uni"), ("mono", "poly"), ("bi", "tri"), ("pre", "pro"),
    ("per", "pre"), ("in", "ex"), ("im", "ex"), ("super", "sub"), ("en", "de"), ("homo", "hetero"), ("endo", "exo"),
)  # fmt: skip

ABBREVIATIONS = {
    short: frozenset(full.split("/"))
    for short, full in (
        pair.split(":")
        for pair in """natl:national nat:national intl:international int:international dept:department depts:department
        dep:department/deputy govt:government gov:government/governor min:ministry/minister/minimum
        assn:association assoc:association/associate comm:commission/committee/communication cttee:committee
        cmte:committee org:organization/organisation admin:administration/administrative
        mgmt:management mgt:management dev:development devt:development info:information tech:technology/technical
        univ:university inst:institute/institution corp:corporation co:company/county ltd:limited bros:brothers
        edu:education educ:education sci:science sec:secretary/security/section gen:general sgt:sergeant
        prov:province/provincial muni:municipal mun:municipal cent:central ctr:center/centre cen:central
        econ:economic/economics/economy env:environment/environmental environ:environmental agri:agriculture
        ag:agriculture agr:agriculture ind:industry/industrial mfg:manufacturing fed:federal/federation
        st:saint/street/state mt:mount ft:fort reg:regional/regulation regs:regulations std:standard stds:standards
        ops:operations eng:engineering engr:engineering elec:electric/electronic/electrical comms:communications
        telecom:telecommunications sys:system/systems soc:social/society pol:political/policy pub:public
        rep:representative/republic reps:representatives conf:conference cong:congress acad:academy lab:laboratory
        labs:laboratories off:office hq:headquarters div:division bur:bureau auth:authority svc:service
        svcs:services grp:group ave:avenue exec:executive pres:president sch:school hosp:hospital med:medical
        pharma:pharmaceutical maint:maintenance trans:transport/transportation transp:transportation
        app:application apps:applications config:configuration doc:document docs:documents spec:specification
        specs:specifications ref:reference refs:references temp:temperature/temporary max:maximum approx:approximate
        est:estimated vol:volume pct:percent yr:year yrs:years mo:month wk:week hr:hour jan:january feb:february
        mar:march apr:april jun:june jul:july aug:august sept:september sep:september oct:october nov:november
        dec:december""".split()
    )
}

AMERICAN_SPELLING = (
    ("isation", r"(?<=[a-z]{3})isation(s?)$", r"ization\1"),
    ("is", r"(?<=[a-z]{2})is(e|ed|es|ing|er|ers)$", r"iz\1"),
    ("yse", r"yse(d|s|r)?$", r"yze\1"),
    ("our", r"(?<=[a-z]{2})our(s|ed|ing|able|ite|ites|ful)?$", r"or\1"),
    ("re", r"(?<=[bcdhptv])re(s?)$", r"er\1"),
    ("ence", r"ence(s?)$", r"ense\1"),
    ("ogue", r"ogue(s?)$", r"og\1"),
    ("ll", r"ll(ed|ing|er|ers)$", r"l\1"),
    ("mme", r"(?<=[a-z]{2})mme(s?)$", r"m\1"),
    ("ae", "ae", "e"),
    ("oe", "oe", "e"),
    ("grey", r"^grey", "gray"),
    ("lfil", r"lfil(s?)$", r"lfill\1"),
    ("lment", r"lment(s?)$", r"llment\1"),
    ("geing", r"geing$", "ging"),
    ("gement", r"gement(s?)$", r"gment\1"),
)
"""Letters that a word must have, regular expression, replacement, tried in this order."""

"""Polish."""

from termcheck.languages.facts import Facts
from termcheck.languages.families.paradigms import forms
from termcheck.languages.families.slavic import softened
from termcheck.languages.generic import Generic

_ADJECTIVE = "y i a e ego emu ym im ą iej ej ie iego iemu ych ich ymi imi"
FACTS = Facts(
    code="pl",
    name="Polish",
    notes="stem changes before endings (komputer, komputerze)",
    lexicon="pl",
    joins="-",
    paradigms=(
        "- a u owi em iem ie e y i ów om ami ach owie",  # masculine: komputer, bank, lekarz
        "a y i ę ą ie e - om ami ach",  # feminine: strona, lekcja, burza
        "a y i ę ą ie e ów om ami ach owie",  # masculine in -a: artysta
        "a o",  # vocatives of both; no paradigm joins prawo and prawy
        "o a u em iem ie - om ami ach ów",  # neuter: prawo, miasto
        "ło ła łu łem le ł łom łami łach",  # źródło
        "ro ra ru rem rze r rom rami rach",  # biuro
        "e a u em - om ami ach i y",  # pole, zdrowie
        "um a ów om ami ach",  # centrum
        "ę ęcia ęciu ęciem ęta ąt ętom ętami ętach",  # zwierzę
        "ę enia eniu eniem ona on onom onami onach",  # imię
        *forms("an", "in ina inowi inem inie ie - om ami ach y ów"),  # Rosjanin
        "- i y ą ią e ie om iom ami iami ach iach",  # feminine without an ending: noc, krew
        "ia i ię ią ie io - iom iami iach",  # ziemia
        "4+ - ia iowi iem iu ie i iów iom iami iach",  # soft labials: gołąb
        *softened(  # koń, dłoń, kuchnia, pytanie, gość, zdjęcie, łódź
            "ń:ni ć:ci ś:si ź:zi dź:dzi", "- a u owi em e ę ą o ów om ami ach", rest="mi"
        ),
        "0+ dzień dnia dniowi dniem dniu dni dnie dniom dniami dniach",
        "0+ dzień godnia godniowi godniem godniu godni godnie godniom godniami godniach",  # tydzień
        "0+ rok roku rokowi rokiem lata lat latom latami latach",
        _ADJECTIVE,
        "ia i iego iemu im ią iej ie ich imi",  # tani
        "0+ człowiek człowieka człowiekowi człowiekiem człowieku ludzie ludzi ludziom ludźmi ludziach",
        "0+ dziecko dziecka dziecku dzieckiem dzieci dzieciom dziećmi dzieciach",
        "0+ brat brata bratu bratem bracie bracia braci braciom braćmi braciach",
        "5+ iel iela ielowi ielem ielu iele iół iołom iółmi iołach",  # przyjaciel
        "0+ ksiądz księdza księdzu księdzem księża księży księżom księżmi księżach",
        "0+ oko oka oku okiem oczy oczu oczom oczami oczach",
        "0+ ucho ucha uchu uchem uszy uszu uszom uszami uszach",
    ),
    alternations=(
        (r"rz\|[ye]$", "r|"),  # komputerze, autorzy: komputer, autor
        (r"c\|ie?$", "t|"),  # instytucie, studenci
        (r"dz\|ie?$", "d|"),  # zakładzie
        (r"l\|[ei]$", "ł|"),  # artykule, doskonali
        (r"[cć]\|[eyi]$", "k|"),  # książce, urzędnicy
        (r"dz\|[ey]$", "g|"),  # drodze, koledzy
        (r"(s\|i|sz\|e)$", "ch|"),  # musze, Czesi
        (r"s\|i$", "sz|"),  # pierwsi
        (r"z\|i$", "ż|"),  # duzi
        (r"en\|i$", "on|"),  # uczeni
        (r"ść?\|ie?$", "s|"),
        (r"ść?c?\|ie?$", "st|"),  # artyści, mieście
        (r"ź(dz)?\|ie?$", "zd|"),  # gwieździe
        (r"śl\|[ei]$", "sł|"),  # umyśle
        (r"źl\|[ei]$", "zł|"),
        (r"śn\|ie?$", "sn|"),  # własni
        (r"źn\|ie?$", "zn|"),  # mężczyźnie
        (r"([ijl])e(śc|ź?dz|śn|t?[cslznr]|rz)\|i?e$", r"\1a\2|"),  # miasto, wiara, wyjazd
        (r"^((u|roz|od|na|prze|za|wy|z|)m|(prze|od|roz|za|)bud|gł|sł|kr|wd|r|krak|rzesz)ów\|$", r"\1ow|"),  # umów
        (r"ó([^waeiouyąęó]+)\|(ń|ć|ś|ź|dź)?$", r"o\1|"),  # samochód, osób
        (r"ą([^aeiouyąęó]+)\|(ń|ć|ś|ź|dź)?$", r"ę\1|"),  # urząd, rąk
        (r"([csz])yj\|$", r"\1j|"),  # stacyj
        (r"ij\|$", "i|"),  # chemij
        (r"jciec\|$", "jc|"),  # ojciec
        (r"niec\|$", "ńc|"),  # mieszkaniec
        (r"rze([ckńnł])\|$", r"r\1|"),  # marzec
        (r"([aeiouyąęó].*[^aeiouyąęói]|^[bk]r)i?e(ch|cz|dz|sz|[^aeiouyąęóię])\|$", r"\1\2|"),  # budynek, książek, poseł
        (r"cie([nlł])\|$", r"t\1|"),
        (r"([^aeiouyąęói])i?e\|(ń|ć|ś|ź)$", r"\1|"),  # stopień
        (r"cie\|ń$", "t|"),  # kwiecień
        (r"dzie\|ń$", "d|"),  # grudzień
        (r"sie\|ń$", "ś|"),  # wrzesień
    ),
    moves_modifiers=True,
    function_words=(
        "a aby albo ale ani aż bez będzie by był była było były być bo bowiem ci co czy czyli dla do dzięki gdy gdyż "
        "gdzie i ich im iż ile ją jak jako je jednak jego jej jemu jest jeśli jeżeli już każda każdy kiedy koło kto "
        "która którą które którego której któremu który którym których którzy ku lecz lub ma mi mimo mnie można może "
        "mu między na nad nade nam nas nad natomiast nią niej nich niego nim nimi niż o ob obok od ode około on ona "
        "one oni ono oprócz oraz pan po pod pode podczas ponad poprzez poza przeciw przed przede przez przy są się "
        "sobą sobie swego swoim swoje swojego swojej spośród ta tak także tam tą te tego tej temu ten też to "
        "tu tych tylko tym tymi u w we wobec wokół według wzdłuż wśród z za zaś ze zgodnie że"
    ),
    numbers=(
        *forms("pierwsz czwart piąt szóst siódm ósm dziewiąt dziesiąt setn", _ADJECTIVE),
        *forms("drug", "i a ie iego iemu im ą iej ich imi"),
        *forms("trzec", "i ia ie iego iemu im ią iej ich imi"),
        "jeden jedna jedno jednego jednej jednemu jednym jedną jedni jednych jednymi",
        "dwa dwie dwaj dwóch dwu dwom dwoma dwiema", "trzy trzej trzech trzem trzema",
        "cztery czterej czterech czterem czterema", "pięć pięciu pięcioma", "sześć sześciu sześcioma",
        "siedem siedmiu siedmioma", "osiem ośmiu ośmioma", "dziewięć dziewięciu dziewięcioma",
        "dziesięć dziesięciu dziesięcioma", "jedenaście jedenastu", "dwanaście dwunastu", "dwadzieścia dwudziestu",
        "trzydzieści trzydziestu", "czterdzieści czterdziestu", "pięćdziesiąt pięćdziesięciu",
        "sześćdziesiąt sześćdziesięciu", "sto stu", "dwieście dwustu", "tysiąc tysiąca tysiące tysięcy",
        "milion miliona miliony milionów", "miliard miliarda miliardy miliardów",
    ),
    levels={
        "national": "narodow państwow krajow federaln ogólnokrajow ogólnopolsk",
        "provincial": "wojewódzk prowincjonaln",
        "regional": "regionaln",
        "municipal": "miejsk komunaln gminn",
        "district": "powiatow okręgow rejonow dzielnicow",
        "local": "lokaln miejscow",
        "international": "międzynarodow",
    },
    opposites=(
        "import eksport", "intra inter", "hiper hipo", "makro mikro", "mono poli", "pre post", "wewnętrzn zewnętrzn",
        "legaln nielegaln", "państwow niepaństwow", "aktywn nieaktywn", "otwart zamknięt zamkni", "prywatn publiczn",
        "górn dol", "bezpośredni pośredni", "północn południow", "wschodni zachodni", "przychodząc wychodząc",
        "emigr imigr", "endo egzo", "anty pro", "aerobow anaerobow", "symetryczn asymetryczn", "formaln nieformaln",
        "organiczn nieorganiczn", "wjazd wyjazd", "przywóz wywóz", "wpłat wypłat", "wejści wyjści",
    ),
    qualifiers=(
        "były była byłe byłego byłej byłych byli nowy nowa nowe nowego nowej nowych stary stara stare starego starej "
        "nie wice eks zastępca zastępcy starszy młodszy honorowy tymczasowy pełniący quasi pseudo mini super"
    ),
)  # fmt: skip
LANGUAGE = Generic(FACTS)

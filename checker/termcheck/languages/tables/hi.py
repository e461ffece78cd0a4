"""Hindi."""

from collections.abc import Sequence

from termcheck.languages.facts import Facts
from termcheck.languages.families.paradigms import forms
from termcheck.languages.generic import Generic

_VIRAMA = "\u094d"
_NASALS = {"ङ": "कखगघ", "ञ": "चछजझ", "ण": "टठडढ", "न": "तथदध", "म": "पफबभ"}
"""Nasal consonants -> those before which they may be written as a dot (anusvara)."""
_ADJECTIVE = "2+ ा े ी ों"
_APART = (
    "गोल घाट नाल माल पत्त धार पार रोज तार बाल छात पाल ताल नार डाल पान जवान साल राज सेव कल गल टोल सभ यात्र मंत्र पूंज किल "
    "दाव चार भाष गद्द मान गाड़ दार फल पट बत्त चट्ट घड़ चूड़ नक़्श मामल आरोप वाद कोठ चोट जाल दाद नान चाच शाल "
    "बेट पोत लड़क बच्च चमड़ टुकड़ कोड़ बीड़ बेड़ डंड कंघ कटोर थैल मकड़ कौड़ छेन सूज मुर्ग मौस यार इमल लस्स"
)
"""Stems whose forms in -ā and in -ī are two nouns: गोला (ball), गोली (bullet)."""

FACTS = Facts(
    code="hi",
    name="Hindi",
    notes="anusvara = nasal consonant = chandrabindu; the nukta may lack",
    lexicon="hi",
    letters=(
        *((base + "\u093c", base) for base in "कखगजफ"),  # ख़बर, खबर; ड़ and ढ़ are letters of their own
        ("\u0901", "\u0902"),  # आँकड़ा, आंकड़ा
        *((nasal + _VIRAMA + after, "\u0902" + after) for nasal, group in _NASALS.items() for after in group),
        ("यी", "ई"), ("ये", "ए"), ("ॉ", "ा"),  # नयी, नई; रुपये, रुपए; डॉक्टर, डाक्टर
    ),
    paradigms=(
        "- ों",  # masculine, in any letter: मरीज़; also दाता
        "- ें ों",  # feminine: इमारत
        "2+ ा े ों ो",  # masculine in -ā: आंकड़ा
        _ADJECTIVE,  # adjectives, verbal nouns
        "2+ ी ियां ियों ियो ीयां ीयों",  # feminine in -ī: कंपनी
        "2+ ि ियां ियों ियो",  # नीति
        "2+ िया ियां ियों ियो",  # चिड़िया
        "2+ ा ाएं ाओं ाओ ाअों",  # दवा, भाषा, उपयोगकर्ता
        "2+ ू ुओं ुएं ुओ", "2+ ु ुओं ुएं ुओ", "- ओं एं ओ", "ई इयां इयों इयो", "या ए ई यों ओं",
        "ंआ ंए ंओं", "ौ ौओं", "आ ए ओं ई",
        "0+ नया नए नई नयों नयी",
        "0+ का के की",
        "0+ वाला वाले वाली वालों",
    ),
    shortest_stem=2,
    function_words=(
        "का के की को से में पर ने तक और व एवं तथा या अथवा कि जो भी ही तो न नहीं है हैं था थी थे हो होना हुआ हुई हुए "
        "यह ये वह वे इस उस इन उन इसका इसकी इसके उसका उसकी उसके अपना अपनी अपने कोई कुछ किसी सभी सब हर एक द्वारा लिए साथ बाद "
        "पहले बीच ऊपर नीचे अंदर बाहर बिना विरुद्ध प्रति ओर तरफ अनुसार संबंधी वाला वाले वाली लेकिन परंतु किंतु मगर जब तब "
        "यदि अगर क्योंकि इसलिए जैसे ऐसे ऐसा जिस जिन जिसका जिसकी जिसके कर करना करने गया गई गए मात्र केवल बारे"
    ),
    numbers=(
        "एक", "दो दोनों", "तीन तीनों", "चार चारों", "पांच", "छह छः", "सात", "आठ", "नौ", "दस", "सौ", "हजार", "लाख", "करोड़",
        *forms("पहल दूसर तीसर चौथ", "ा े ी"), *forms("पांचव छठ सातव आठव नौव दसव", "ां ें ीं ा े ी"),
        "प्रथम", "द्वितीय", "तृतीय", "चतुर्थ", "पंचम",
    ),
    levels={
        "national": "राष्ट्री केंद्री संघी अखिल", "provincial": "प्रांती राज्य प्रदेश", "municipal": "नगर महानगर शहरी",
        "district": "जिला जिले तहसील ब्लाक", "local": "स्थानी पंचायत", "international": "अंतरराष्ट्री अंतर्राष्ट्री",
    },
    opposites=(
        "आयात निर्यात", "अति अल्प", "उच्च निम्न", "वैध अवैध", "कानूनी गैरकानूनी", "सरकारी गैरसरकारी", "सार्वजनिक निजी",
        "प्रत्यक्ष अप्रत्यक्ष", "आंतरिक बाह्य बाहरी", "पूर्व पश्चिम उत्तर दक्षिण", "उत्तरी दक्षिणी", "पूर्वी पश्चिमी", "संगठित असंगठित",
        "औपचारिक अनौपचारिक", "आगमन निर्गमन", "प्रवासी आप्रवासी", "सक्रिय निष्क्रिय", "नर नारी", "पुरुष महिला",
    ),
    qualifiers="पूर्व उप सह नया नई नए पुराना पुरानी पुराने गैर कार्यवाहक अतिरिक्त वरिष्ठ कनिष्ठ मानद प्रथम मुख्य महा",
)  # fmt: skip
_APART_KEYS = frozenset(f"{FACTS.paradigms.index(_ADJECTIVE)}:{stem}" for stem in _APART.split())


class Hindi(Generic):
    """Adjectives change their gender, nouns do not."""

    def term_inflections(self, word: str, *, verb: bool) -> Sequence[str]:
        """The keys of the endings, but those that join two nouns."""
        keys = super().term_inflections(word, verb=verb)
        return [key for key in keys if key not in _APART_KEYS]


LANGUAGE = Hindi(FACTS)

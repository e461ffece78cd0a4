"""Arabic."""

from collections.abc import Sequence
from itertools import groupby

from termcheck.languages.facts import Facts
from termcheck.languages.families.paradigms import forms
from termcheck.languages.families.semitic import Clitics

_MARKS = (*map(chr, range(0x64B, 0x660)), "\u0670", *map(chr, range(0x6D6, 0x6DD)), "\u06df", "\u06e2")
_LETTERS = (
    ("أ", "ا"), ("إ", "ا"), ("آ", "ا"), ("ٱ", "ا"), ("ى", "ي"), ("ی", "ي"), ("ک", "ك"), ("ؤ", "ء"), ("ئ", "ء"),
)  # fmt: skip
_OWN = "ه ها هم هن هما ك كم كما كن نا"
"""His, her, their, thy, your, our."""


def _after(letters: str, endings: str = _OWN) -> str:
    return " ".join(letters + ending for ending in endings.split())


_PLURAL = f"ات {_after('ات')} اتي"
_DUAL = f"ان ين ا {_after('ا')} {_after('ي')} ي"
_PERSONS = f"ون ين و ي {_after('و')} {_after('ي')}"
_TA = f"{_after('ت')} تي تان تين تا {_after('تا')} {_after('تي')} {_PLURAL}"
_ADJECTIVE = "ي ية يه يا يات يون يين يان يتان يتين يو"
_ADJECTIVES = (
    "عام خاص هام ضار حار جاف جاد حاد سام تام حر مر كامل شامل داءم ثابت ناشء خاطء باهظ ناجح صالح "
    "شاءع واسع قادم سابق لاحق جاهز عاجل كبير صغير جديد قديم طويل قصير سريع بطيء ثقيل خفيف عميق "
    "كثيف خطير شديد ضعيف بعيد قريب كثير قليل حديث سليم صحيح مريض رخيص دقيق نظيف نادر حاسم ساءد "
    "جار مهم معاق مصاب متاح مباح مدان مضاف مشار مثار مذاع معاد معار محاط مهان مضاد "
    "مفيد مثير مريح مخيف مقيم مدير مذيع مضيف مطيع مميت معيب مضر ممل مسن محق"
)
"""Common adjectives, and participles of weak verbs, too short for their gender to be known by rule.

مكتب (office) is not مكتبة (library), nor مكان (place) مكانة (standing).
"""

FACTS = Facts(
    code="ar",
    name="Arabic",
    notes="article, one-letter words before and pronouns behind the word; vowel signs and hamza on alef may lack",
    lexicon="ar",
    letters=(*((mark, "") for mark in _MARKS), *_LETTERS),
    paradigms=(
        f"- {_OWN} ا ي", f"- {_DUAL}", f"- {_PERSONS}", f"- {_PLURAL}",
        f"2+ - {_OWN}",  # سر, سرك
        f"2+ ة ه {_TA}",  # سيارة; ha for ta marbuta
        f"2+ {_ADJECTIVE}",  # رقمي, ذكي
        f"2+ ي {_PLURAL.replace('ات', 'يات')} {_after('ا')} يان يين",  # final ya or alef: منتدى, منتداه
        f"2+ ا {_after('ا')} {_PLURAL.replace('ات', 'وات')} وان وين",  # عصا
        f"2+ اء ائ ءات اءات اوات اءان اءين اءه {_after('اء')} اءي",  # إجراء
        f"2+ اة اه {_after('ات')} يات",  # قناة
        f"5+ - ة ه {_TA}",  # participles, persons: مشترك, مشتركة
        *("0+ " + adjective for adjective in forms(_ADJECTIVES, "- ة ه ا ون ين ان ات تان تين ي")),
    ),
    function_words=(
        "في من الي علي عن مع حتي منذ خلال بين تحت فوق امام خلف وراء قبل بعد عند لدي دون بدون ضد "
        "حول نحو عبر و او ام ثم بل لكن لا ما لم لن ان اذا لو كي كما حيث لان هذا هذه هذان هولاء "
        "ذلك تلك الذي التي الذين اللذان اللتان اللواتي هو هي هم هن نحن انا انت كان كانت يكون "
        "تكون كانوا ليس ليست قد سوف كل بعض جميع اي غير سوي مثل عندما بينما وفق وفقا بسبب اجل جدا "
        "ايضا فقط به بها بهم له لها لهم لنا فيه فيها منه منها عليه عليها عنه عنها اليه اليها "
        "هناك هنا الان حين ذات ذو ذي"
    ),
    numbers=(
        "واحد واحدة احد احدي", "اثنان اثنين اثنتان اثنتين", "ثلاث ثلاثة", "اربع اربعة", "خمس خمسة", "ست ستة",
        "سبع سبعة", "ثمان ثمانية ثماني", "تسع تسعة", "عشر عشرة", "مءة ماءة", "الف", "مليون", "مليار",
        "اول اولي", "ثان ثاني ثانية", "ثالث ثالثة", "رابع رابعة", "خامس خامسة", "سادس سادسة", "سابع سابعة",
        "ثامن ثامنة", "تاسع تاسعة", "عاشر عاشرة",
    ),
    levels={
        "national": "وطني قومي اتحادي مركزي فدرالي", "provincial": "محافظ", "regional": "اقليمي",
        "municipal": "بلدي", "local": "محلي", "international": "دولي عالمي",
    },
    opposites=(
        "استيراد تصدير", "واردات صادرات", "وارد صادر", "داخلي خارجي", "عام خاص", "حكومي اهلي",
        "شمال جنوب شرق غرب", "شمالي جنوبي شرقي غربي", "علوي سفلي", "ايجابي سلبي", "هجرة لجوء",
        "ابتداءي ثانوي", "مدخلات مخرجات", "بري بحري جوي", "موجب سالب", "ظاهر باطن", "مدني عسكري", "جزءي كلي",
    ),
    qualifiers=(
        "ناءب مساعد سابق اسبق جديد جديدة قديم قديمة غير لا شبه وكيل بالنيابة مءقت فخري اول عام كبير رءيس"
    ),
)  # fmt: skip
_FRONTS = {
    "ال": 2, "وال": 2, "فال": 2, "بال": 2, "كال": 2, "وبال": 2, "وكال": 2, "فبال": 2, "لل": 2, "ولل": 2, "فلل": 2,
    "و": 3, "ف": 3, "ب": 3, "ل": 3, "ك": 3, "وب": 3, "ول": 3, "وك": 4, "فب": 4, "فل": 4,
}  # fmt: skip
_OWN_FIRST = (
    "بطاقة بطاقات فكرة فكري لجنة لجان بروتين بروتوكول وساءل وسيل وباء وقود وثاءق وثيق وحدة وحدات "
    "وزارة وزير وكالة وكيل وكلاء ولاية ولايات وظيف وظاءف ورشة ورش وعود وقاية وقاءي وفاة وفيات "
    "وصول وطني والدي والدة والدين وجود واقعة واجب برنامج برامج بنوك بنية بنيان بناء بيان بيءة "
    "بيءي بحوث بحار بريد بطالة بصمة بصمات بخار بداية بديل بضاءع بضاعة بقرة بقرات بذور فريق فروع "
    "فساد فصول فيروس فنون فندق فنان فءات فترة فترات فرصة فحوص فلسفة فكاهة فعال فقرات فيلم فضاء "
    "فضاءح فضيحة كتلة كتاب كفاءة كفالة كلام كلمة كلمات كلية كليات كمال كمبيوتر كهرب كوارث كارثة "
    "كوكب كيمياء كيمياءي كبير كثير كامل كرات كرسي كمية كميات كمامة كمامات لغات لغوي لقاح لقاء "
    "لسان لاجء لاعب لوحة لوحات لواء لحوم لعبة لاءحة لواءح لازم لوجست"
)
"""Words whose first letter only looks like a clitic: without it بطاقة (card) would be طاقة (energy)."""
_LEAST_WITHOUT_ARTICLE = 4
_WEAK = str.maketrans("", "", "اويىءة")
_OUTER = ("ات", "ون", "ين", "ان", "اء", "ية", "ة", "ه", "ي", "ها", "هم", "هن", "هما", "كم", "نا")
"""Endings that belong to no root; hamza on any seat is ء, as words are compared."""
_FEWEST_RADICALS = 3


class Arabic(Clitics):
    """A term may be listed with its article."""

    def term_inflections(self, word: str, *, verb: bool) -> Sequence[str]:
        """The keys of the word, and of what is left of it without the article."""
        keys = super().term_inflections(word, verb=verb)
        plain = word.removeprefix("ال")
        if plain == word or len(plain) < _LEAST_WITHOUT_ARTICLE:
            return keys
        return (*keys, *super().term_inflections(plain, verb=verb))

    def kin(self, word: str) -> Sequence[str]:
        """The consonants of the word but those of its endings: وزير (minister), plural وزراء, both have وزر."""
        found: set[str] = set()
        for one in (word, *self.bare_words(word)):
            plain = one.removeprefix("ال")
            for stem in (plain, *(plain.removesuffix(end) for end in _OUTER if plain.endswith(end))):
                found.update(_radicals(stem))
        return sorted(root for root in found if len(root) >= _FEWEST_RADICALS)


def _radicals(stem: str) -> tuple[str, str]:
    """What is left without long vowels and hamza, and with letters that stand twice only once; a first waw stays."""
    first = stem[:1] if stem[:1] in "وي" else ""
    letters = first + stem[len(first) :].translate(_WEAK)
    return letters, "".join(letter for letter, _ in groupby(letters))


_CONSTRUCT = " ".join(word[:-1] + "ت" for word in _OWN_FIRST.split() if word.endswith("ة"))
LANGUAGE = Arabic(FACTS, _FRONTS, f"{_OWN_FIRST} {_CONSTRUCT}", article="ال", swallows="لل")

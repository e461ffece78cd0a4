"""Bengali."""

from itertools import chain

from termcheck.languages.facts import Facts
from termcheck.languages.families.paradigms import forms
from termcheck.languages.generic import Generic

_Y = "\u09af\u09bc"
"""য় as it is composed (NFC)."""
_CLASSIFIED = " ".join(
    chain(
        forms("টি টা খানা খানি গুলো গুলি গুলা", f"- র কে তে {_Y} রও কেও তেও ই ও"),
        forms("সমূহ গণ বৃন্দ মালা", "- ের কে ে েও কেও েরও ই ও"),
        forms("রা ের দের েরা েদের দেরকে েদেরকে", "- ই ও"),
    )
)
"""Classifiers and plurals, with their cases and the emphatic -ই and -ও."""
_AFTER_CONSONANT = " ".join(
    case + more for case in ("ের", "কে", "ে", "েতে", "এর", "এ", "এতে") for more in ("", "ও", "ই")
)
_AFTER_VOWEL = " ".join(
    case + more for case in ("র", "কে", "তে", _Y, f"{_Y}ে", f"{_Y}ের", f"{_Y}েতে", "এর", "এ") for more in ("", "ও", "ই")
)
_SHORT = " ".join(case + more for case in ("ের", "কে") for more in ("", "ও"))
_VOWELS = f"া ি ী ু ূ ে ৈ ো ৌ ই উ ও {_Y}"

FACTS = Facts(
    code="bn",
    name="Bengali",
    notes="cases, classifiers and plurals; the chandrabindu may lack",
    letters=(("\u0981", ""), ("ত\u09cd\u200d", "ৎ"), ("ঙ\u09cdগ", "ংগ"), ("ঙ\u09cdক", "ংক")),  # চাঁদ, চাদ; অঙ্ক, অংক
    paradigms=(
        f"- ও ই {_AFTER_CONSONANT} {_CLASSIFIED}",
        f"2+ - {_SHORT} {_CLASSIFIED}",
        *(f"2+ {' '.join(forms(vowel, f'- ও ই {_AFTER_VOWEL}'))}" for vowel in _VOWELS.split()),
    ),
    function_words=(
        "এবং ও আর বা অথবা কিন্তু তবে যে যা যার যাদের এই ঐ ওই সেই এ তা তার তাদের তিনি তাঁর সে আমি আমরা আমাদের আপনি "
        "আপনার তুমি তোমার তোমাদের কে কী কি কোন কোনো কেউ কিছু সব সকল সমস্ত প্রতি প্রত্যেক দ্বারা দিয়ে থেকে হতে চেয়ে জন্য জন্যে "
        "কাছে সঙ্গে সাথে মধ্যে ভিতরে বাইরে উপর উপরে ওপর নিচে নীচে আগে পরে পর পর্যন্ত বিরুদ্ধে সম্পর্কে বিষয়ে অনুযায়ী অনুসারে মতো "
        "মত হিসেবে হিসাবে না নয় নেই আছে ছিল হয় হবে হয়েছে যদি যখন তখন কারণ যেমন এমন শুধু কেবল একটি একটা একজন এক আরও এখন"
    ),
    numbers=(
        "এক একটি একটা", "দুই দুটি দু", "তিন তিনটি", "চার চারটি", "পাঁচ পাচ", "ছয়", "সাত", "আট", "নয়", "দশ",
        "প্রথম", "দ্বিতীয়", "তৃতীয়", "চতুর্থ", "পঞ্চম", "ষষ্ঠ", "সপ্তম", "অষ্টম", "নবম", "দশম", "শত", "হাজার", "লাখ লক্ষ", "কোটি",
    ),
    levels={
        "national": "জাতীয় কেন্দ্রীয় রাষ্ট্রীয়", "provincial": "প্রাদেশিক বিভাগীয় রাজ্য",
        "municipal": "পৌর নগর", "district": "জেলা উপজেলা", "local": "স্থানীয় ইউনিয়ন",
        "international": "আন্তর্জাতিক",
    },
    opposites=(
        "আমদানি রপ্তানি", "উচ্চ নিম্ন", "বৈধ অবৈধ", "সরকারি বেসরকারি", "প্রত্যক্ষ অপ্রত্যক্ষ পরোক্ষ", "পূর্ব পশ্চিম উত্তর দক্ষিণ",
        "আনুষ্ঠানিক অনানুষ্ঠানিক", "প্রাতিষ্ঠানিক অপ্রাতিষ্ঠানিক", "অভ্যন্তরীণ বহিরাগত", "সক্রিয় নিষ্ক্রিয়", "পুরুষ নারী মহিলা",
        "অভিবাসী অনভিবাসী", "প্রাথমিক মাধ্যমিক",
    ),
    qualifiers="প্রাক্তন সাবেক উপ সহ সহকারী নতুন পুরানো পুরোনো অ বে অতিরিক্ত ভারপ্রাপ্ত প্রধান মহা যুগ্ম",
)  # fmt: skip
LANGUAGE = Generic(FACTS)

"""English expressions and families of words that any field knows: what is one word though written as several."""

from typing import Final

FIXED: Final = {
    ("rule", "of", "law"): "rule of law",
    ("rule", "by", "law"): "rule by law",
}
"""Several words -> the one that they are compared as: a rule is no part of the rule of law."""
_FEDERAL: Final = frozenset("germany german russia russian brazil brazilian".split())


def home_levels(home: frozenset[str]) -> frozenset[str]:
    """Words for which the home country may stand: the German Ministry of Finance is the Federal Ministry of Finance."""
    return frozenset(("national", "state", "federal") if home & _FEDERAL else ("national", "state") if home else ())


HOME_FORMS: Final = {("federal", "republic"): "germany", ("people", "s", "republic"): "china"}
"""What a country calls itself where the text leaves out its name -> the country."""
PLACES: Final = {
    ("united", "states", "of", "america"): "america",
    ("united", "states"): "america",
    ("united", "kingdom"): "britain",
    ("united", "arab", "emirates"): "emirates",
    ("soviet", "union"): "russia",
}
"""Places of several words of which none is a place -> the word that they are compared as."""
HOME_NAMES: Final = (
    ("people", "s", "republic", "of", "china"), ("republic", "of", "korea"), ("federal", "republic", "of", "germany"),
    ("french", "republic"), ("italian", "republic"), ("portuguese", "republic"), ("russian", "federation"),
    ("kingdom", "of", "spain"), ("republic", "of", "poland"), ("republic", "of", "turkey"),
)  # fmt: skip
"""Full names of home countries; the one of the source language is one word like its short name."""
AGAINST: Final = {"against": "anti"}
"""Words that say the same as a qualifier: a fight against corruption is an anti-corruption campaign."""
ADVERBS: Final = frozenset("online offline nationwide worldwide abroad".split())
"""What stands behind the head of a name: the rule of law online."""
POINTING: Final = frozenset("its their his her our my your this that these those".split())
"""What no name has inside: the Political Bureau and its Standing Committee are two."""
AUXILIARIES: Final = frozenset(
    """is are was were be been being am has have had having do does did will would can could may might must shall should
    not never also still always often thus then now only""".split()
)
"""What may follow a phrase, so that it ends there."""
FIRST_HEADS: Final = frozenset("operation project mission".split())
"""Heads that stand in front of a name without a preposition: Operation Overlord."""
PARTY: Final = "party"
"""What a name that holds it is called when it has been named: the Party, a Party congress."""

_ANATOMY = """cardiac heart
renal kidney
hepatic liver
pulmonary lung
cerebral brain
gastric stomach
ocular ophthalmic eye
dental tooth
nasal nose
dermal cutaneous skin
vascular vessel
muscular muscle
neural nerve
osseous bone
aural auditory ear
thoracic chest
abdominal belly
lingual tongue
splenic spleen
intestinal bowel gut
uterine womb
ovarian ovary
cranial skull
spinal spine
venous vein
arterial artery
ventricular ventricle
vesical bladder
pancreatic pancreas"""
_MEDICINE = """carcinoma cancer
tumour tumor neoplasm
haemorrhage hemorrhage bleeding
oedema edema swelling
pyrexia fever
disorder disease illness
drug medicine medication
doctor physician
paediatric pediatric child
geriatric elderly
neonatal newborn
immunization immunisation vaccination"""
_CLIPPED = """app application
config configuration
admin administrator
doc document
repo repository
photo photograph
phone telephone
tv television
exam examination
lab laboratory
memo memorandum
ad advertisement
auto automobile
flu influenza
rep representative
stats statistics
info information
tech technology"""
SYNONYMS: Final = tuple(frozenset(line.split()) for line in f"{_ANATOMY}\n{_MEDICINE}\n{_CLIPPED}".split("\n"))
"""Greek or Latin and plain words for parts of the body and for illness; short forms of words."""

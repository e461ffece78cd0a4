"""Inflected forms of terms made of an independent lexicon's words: found when wrong, silent when approved.

Terms of two and three words, forms in which any of the words is inflected, each in a sentence of its own. No sentence
and no word was chosen by hand, and nothing was chosen by chance: all order is by a hash of the words. The words that
start with an even hash make the terms; those who write the language rules look at the others (``--words``).

By itself, ``inflections.py [LANG ...]`` measures some languages and lists what is missed; ``--libraries`` says how many
(form, word) pairs of the others a stemmer and a lemma dictionary bring together.
"""

import argparse
import csv
import os
import re
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, cycle, islice, product
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from lexicons import LEXICONS, Entry, Lexicon, digest, is_installed, read_entries
from measures import Measure

from termcheck.check import check_article
from termcheck.config import Settings
from termcheck.glossary import load_glossary
from termcheck.matching import compile_index
from termcheck.model import BLOCK_BREAK, Article, Finding, Severity, Span, View

LEAST_RECALL = 0.97
MOST_FALSE = 0.01
KNOWN_BELOW: dict[str, tuple[float, float]] = {}
"""Languages that stay below: the recall that they must keep, and the false alarms that they must not exceed."""

_TERMS, _FORMS = 150, 750
_WORDS = 600
_FORMS_A_TERM = 6
_FORMS_AN_ARTICLE = 30
_LISTED = 25
_NOUN_FIRST = {"ar", "ca", "es", "fa", "fr", "he", "id", "it", "pt", "ro", "sw"}
_FOLDERS = {"nb_NO": ("no",), "sr_Latn_RS": ("sr",)}
_SENTENCES = {
    "ar": "ثم ذكر أمس {} مرة أخرى.",
    "bg": "Вчера бе спомената {} още веднъж.",
    "ca": "Ahir es va esmentar {} una altra vegada.",
    "cs": "Včera byla zmíněna {} ještě jednou.",
    "da": "I går nævnte de {} endnu en gang.",
    "de": "Gestern erwähnte man {} noch einmal.",
    "el": "Χθες ειπώθηκε {} άλλη μια φορά.",
    "en": "Yesterday they named the {} once more.",
    "es": "Ayer se mencionó {} otra vez.",
    "fa": "دیروز {} دوباره گفته شد.",
    "fi": "Eilen mainittiin {} vielä kerran.",
    "fr": "Hier on a cité {} encore une fois.",
    "he": "אתמול הוזכר {} שוב.",
    "hi": "कल फिर {} कहा गया।",
    "hr": "Jučer je opet spomenuto {} na kraju.",
    "hu": "Tegnap ismét szóba került {} is.",
    "id": "Kemarin disebut {} sekali lagi.",
    "it": "Ieri si parlò {} ancora una volta.",
    "nb": "I går nevnte de {} enda en gang.",
    "nl": "Gisteren noemde men {} nog een keer.",
    "pl": "Wczoraj znów padło {} na końcu.",
    "pt": "Ontem citou-se {} outra vez.",
    "ro": "Ieri s-a spus {} încă o dată.",
    "ru": "Вчера снова назвали {} ещё раз.",
    "sk": "Včera znova zaznelo {} na konci.",
    "sr": "Јуче је опет поменуто {} на крају.",
    "sr-Latn": "Juče je opet pomenuto {} na kraju.",
    "sv": "I går nämnde de {} en gång till.",
    "sw": "Jana walitaja {} tena.",
    "tr": "Dün yine {} denildi.",
    "uk": "Учора знову назвали {} ще раз.",
}


@dataclass(frozen=True)
class Case:
    """A term and one of its forms."""

    concept: str
    term: str
    form: str


@dataclass
class Outcome:
    """What became of the forms of one language."""

    terms: int
    forms: int
    missed: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)

    @property
    def recall(self) -> float:
        """Share of the wrong forms that are found."""
        return 1 - len(self.missed) / self.forms

    @property
    def false_share(self) -> float:
        """Share of the approved forms at which a warning or an error stands."""
        return len(self.false) / self.forms


# ------------------------------------------------------------------------------------------------------ terms


def is_for_terms(word: str) -> bool:
    """Whether a word of a lexicon is kept for the terms; the other half is for those who write language rules."""
    return digest(f"set {word}")[0] % 2 == 0


def read_cases(lang: str) -> tuple[list[Case], list[str]]:
    """At least 300 forms of at least 60 terms, and as many other terms that may be preferred to them."""
    entries = list(islice(read_entries(lang, is_for_terms), _WORDS))
    terms = _pair_up(lang, entries)
    cases: list[Case] = []
    for count, words in enumerate(terms):
        concept, term = f"C{count}", " ".join(word.stem for word in words)
        cases += [Case(concept, term, form) for form in _inflect(words)]
        if count + 1 >= _TERMS and len(cases) >= _FORMS:
            break
    return cases, [" ".join(word.stem for word in words) for words in islice(terms, count + 1)]


def _pair_up(lang: str, entries: list[Entry]) -> Iterator[tuple[Entry, ...]]:
    """Terms of two, two and three words, no word in two terms: adjectives and a noun where they are told apart."""
    nouns = iter([entry for entry in entries if not entry.is_adjective])
    adjectives = iter([entry for entry in entries if entry.is_adjective])
    for size in cycle((2, 2, 3)):
        head = list(islice(nouns, 1))
        others = list(islice(chain(adjectives, nouns), size - 1))
        if len(head + others) < size:
            return
        yield tuple(head + others if lang in _NOUN_FIRST else others + head)


def _inflect(words: Sequence[Entry]) -> list[str]:
    """Some forms of a term: every word in its dictionary form or an inflected one, at least one of them inflected."""
    choices = [(word.stem, *sorted(word.forms, key=digest)[:_FORMS_A_TERM]) for word in words]
    all_forms = {" ".join(choice) for choice in product(*choices)} - {" ".join(word.stem for word in words)}
    return sorted(all_forms, key=digest)[:_FORMS_A_TERM]


# ---------------------------------------------------------------------------------------------------- measure


def measure_inflections() -> Measure:
    """Every language whose dictionary is installed."""
    missing = [lang for lang in LEXICONS if not is_installed(lang)]
    outcomes = {lang: measure_language(lang) for lang in LEXICONS if lang not in missing}
    forms = sum(outcome.forms for outcome in outcomes.values())
    terms = sum(outcome.terms for outcome in outcomes.values())
    below = [lang for lang, outcome in outcomes.items() if _is_below(outcome, LEAST_RECALL, MOST_FALSE)]
    measure = Measure(
        "inflections",
        f"{forms} forms of {terms} terms in {len(outcomes)} languages; below {LEAST_RECALL:.0%} found or above "
        f"{MOST_FALSE:.0%} false: {', '.join(below) or 'none'}",
        {"language (recall, false: per mille)": {lang: _count(outcome) for lang, outcome in outcomes.items()}},
        {
            "lexicons": [f"{lang}: {describe(LEXICONS[lang])}" for lang in outcomes],
            "not installed, left out": [f"{lang}: apt-get install {LEXICONS[lang].package}" for lang in missing],
        },
    )
    if os.environ.get("TERMCHECK_MISSES"):
        for lang, outcome in outcomes.items():
            measure.listed[f"{lang} missed"] = outcome.missed[:_LISTED]
            measure.listed[f"{lang} falsely flagged"] = outcome.false[:_LISTED]
    for lang, outcome in outcomes.items():
        if _is_below(outcome, *KNOWN_BELOW.get(lang, (LEAST_RECALL, MOST_FALSE))):
            measure.broken.append(
                f"inflections {lang}: recall {outcome.recall:.3f}, false alarms {outcome.false_share:.3f}"
            )
    return measure


def _is_below(outcome: Outcome, least_recall: float, most_false: float) -> bool:
    return outcome.recall < least_recall or outcome.false_share > most_false


def _count(outcome: Outcome) -> Counter[str]:
    return Counter(
        terms=outcome.terms, forms=outcome.forms, missed=len(outcome.missed), flagged=len(outcome.false),
        recall=round(1000 * outcome.recall), false=round(1000 * outcome.false_share),
    )  # fmt: skip


def measure_language(lang: str) -> Outcome:
    """Check every form with its term deprecated, and again with its term preferred."""
    cases, others = read_cases(lang)
    terms = {case.concept: case.term for case in cases}
    outcome = Outcome(len(terms), len(cases))
    wrong = [(concept, term, "deprecated") for concept, term in terms.items()]
    better = [(concept, term, "preferred") for concept, term in zip(terms, others, strict=False)]
    for case, findings in _check(lang, cases, wrong + better):
        if not any(one.rule == "deprecated-term" and one.concept == case.concept for one in findings):
            instead = ", ".join(f"{one.rule} {one.severity}" for one in findings)
            outcome.missed.append(f"{case.term} -> {case.form}{f' ({instead})' if instead else ''}")
    for case, findings in _check(lang, cases, [(concept, term, "preferred") for concept, term in terms.items()]):
        loud = [one for one in findings if one.severity is not Severity.HINT]
        if loud:
            outcome.false.append(f"{case.term} -> {case.form} ({loud[0].rule}: {loud[0].reason})")
    return outcome


def _check(lang: str, cases: Sequence[Case], rows: list[tuple[str, str, str]]) -> Iterator[tuple[Case, list[Finding]]]:
    """Each case and the findings on its form."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "glossary.csv"
        with file.open("w", encoding="utf-8", newline="") as stream:
            writer = csv.writer(stream)
            writer.writerow(("concept", "lang", "term", "status"))
            writer.writerows((concept, lang, term, status) for concept, term, status in rows)
        index = compile_index(load_glossary([file], Path(folder)))
    before, after = _SENTENCES[lang].split("{}")
    for first in range(0, len(cases), _FORMS_AN_ARTICLE):
        some = cases[first : first + _FORMS_AN_ARTICLE]
        text, spans = "", []
        for case in some:
            start = len(text) + len(before)
            spans.append(Span(start, start + len(case.form)))
            text += before + case.form + after + BLOCK_BREAK
        article = Article("forms", text, View.verbatim(text), lang=lang)
        found = check_article(article, index, Settings(source_lang="zh")).findings
        for case, span in zip(some, spans, strict=True):
            yield case, [one for one in found if _is_on(one, span)]


def _is_on(finding: Finding, span: Span) -> bool:
    """Whether a finding shares at least half of the shorter of the two."""
    shared = min(finding.end, span.end) - max(finding.start, span.start)
    return shared > 0 and 2 * shared >= min(finding.end - finding.start, span.end - span.start)


def describe(lexicon: Lexicon) -> str:
    """Name, version and licence of a lexicon's Debian package, as it says itself."""
    command = ["dpkg-query", "--show", "--showformat", "${Version}", lexicon.package]
    version = subprocess.run(command, capture_output=True, text=True, check=False).stdout or "version unknown"
    file = Path("/usr/share/doc") / lexicon.package / "copyright"
    text = file.read_text(encoding="utf-8", errors="replace") if file.exists() else ""
    # Most come from one source package, whose paragraphs name the folder of each language.
    folders = "|".join({lexicon.file, lexicon.file[:2], *_FOLDERS.get(lexicon.file, ())})
    own = re.findall(
        rf"^Files:\s*dictionaries/(?:{folders})/\*.*?^License: *(\S[^\n]*)", text, re.MULTILINE | re.DOTALL
    )
    stated = own or re.findall(r"^License: *(\S.*)$", text, re.MULTILINE)
    named = re.findall(r"\b(?:A?L?GPL|MPL|BSD|CC[- ]BY(?:-SA)?|LPPL|MIT|public domain)\b", text)
    return (
        f"{lexicon.package} {version}, {'; '.join([*dict.fromkeys(stated or named)][:3]) or 'licence: see its package'}"
    )


# ------------------------------------------------------------------------------------------------- by itself


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure some languages and list what is missed, or compare libraries, or print words for writing rules."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("languages", nargs="*", help="default: all that are installed")
    parser.add_argument("--misses", type=int, default=_LISTED, help="how many to list a language (default: 25)")
    parser.add_argument("--libraries", action="store_true", help="compare a stemmer and a lemma dictionary")
    parser.add_argument("--packages", action="store_true", help="print the Debian packages of the lexicons")
    parser.add_argument("--words", action="store_true", help="print language, word and form of words that no term has")
    chosen = parser.parse_args(arguments)
    if chosen.packages:
        print(*sorted({lexicon.package for lexicon in LEXICONS.values()}))
        return 0
    languages = chosen.languages or [lang for lang in LEXICONS if is_installed(lang)]
    if chosen.libraries or chosen.words:
        from libraries import compare_libraries, print_words

        (compare_libraries if chosen.libraries else print_words)(languages, is_for_terms)
        return 0
    for lang in languages:
        outcome = measure_language(lang)
        shares = f"recall {outcome.recall:.3f}  false {outcome.false_share:.3f}"
        print(f"{lang:8} terms {outcome.terms:4}  forms {outcome.forms:4}  {shares}", flush=True)
        for title, rows in (("missed", outcome.missed), ("falsely flagged", outcome.false)):
            for row in rows[: chosen.misses]:
                print(f"    {title}: {row}")
    return 0


if __name__ == "__main__":
    sys.exit(main())

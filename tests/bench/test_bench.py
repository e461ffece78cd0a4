"""What the benchmark is made of: texts, glossaries, planted forms, and how they are judged."""

import hashlib
import math
import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from itertools import islice
from pathlib import Path

import pytest
from rapidfuzz.distance import DamerauLevenshtein

from bench import engine, formats, peers
from bench.clock import apart, fitting, within
from bench.decoys import DECOYS, LISTED_DECOY
from bench.planting import Plant, Planted, for_quality, for_speed
from bench.prose import Article, articles, text_of
from bench.scoring import Count, Hit, covers, score
from bench.table import section_of
from bench.terms import Entry, csv_of, entries, glossary
from bench.variants import BEYOND, VARIANTS
from bench.words import load_words
from termcheck import load_glossary

SEED = 7
TERMS = 600


@pytest.fixture(scope="module")
def prose() -> list[Article]:
    return list(islice(articles(SEED), 120))


@pytest.fixture(scope="module")
def listed() -> list[Entry]:
    return entries(SEED, TERMS)


@pytest.fixture(scope="module")
def planted(prose: list[Article], listed: list[Entry]) -> list[Planted]:
    return list(for_quality(prose, listed, SEED))


def all_plants(planted: list[Planted]) -> list[tuple[str, Plant]]:
    return [(each.text[plant.start : plant.end], plant) for each in planted for plant in each.plants]


# ---------------------------------------------------------------------------------------------------------- texts


def test_a_seed_gives_the_same_bytes_in_every_process(root: Path) -> None:
    program = (
        "import hashlib, itertools\n"
        "from bench import prose, terms, planting\n"
        "texts = list(itertools.islice(prose.articles(3), 30))\n"
        "listed = terms.entries(3, 200)\n"
        "made = [*planting.for_quality(texts, listed, 3), *planting.for_speed(texts, listed, 2, 3)]\n"
        "print(hashlib.sha256((terms.csv_of(listed) + repr(made)).encode()).hexdigest())\n"
    )
    digests = set()
    for number in ("1", "2"):
        path = os.pathsep.join([str(root / "tests"), str(root / "checker")])
        environment = {**os.environ, "PYTHONHASHSEED": number, "PYTHONPATH": path}
        done = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, check=True)
        digests.add(done.stdout)
    assert len(digests) == 1


def test_another_seed_gives_other_texts(prose: list[Article]) -> None:
    other = {text_of(article) for article in islice(articles(SEED + 1), 20)}
    assert other.isdisjoint(map(text_of, prose))


def test_articles_are_of_about_3_kb_and_no_sentence_is_repeated_over_and_over(prose: list[Article]) -> None:
    sizes = [len(text_of(article)) for article in prose]
    assert 2_500 < sum(sizes) / len(sizes) < 4_000
    sentences = Counter(
        sentence for article in prose for paragraph in article for sentence in paragraph if len(sentence) > 60
    )
    assert max(sentences.values()) == 1


def test_the_vocabulary_grows_like_that_of_a_language() -> None:
    seen: set[str] = set()
    running = 0
    sizes = []
    for article in islice(articles(SEED), 900):
        words = re.findall(r"\w+", text_of(article).lower())
        running += len(words)
        seen.update(words)
        sizes.append((running, len(seen)))
    (few, few_seen), (many, many_seen) = sizes[89], sizes[-1]
    assert 0.58 < math.log(many_seen / few_seen) / math.log(many / few) < 0.68


def test_markdown_and_html_say_what_the_plain_text_says(prose: list[Article]) -> None:
    for article in prose[:5]:
        plain, *others = (
            re.findall(r"\w+", engine.articles([made], suffix)[0].view.text)
            for made, suffix in (
                (text_of(article), ".txt"),
                (formats.markdown(article), ".md"),
                (formats.html(article), ".html"),
            )
        )
        for words in others:
            assert " ".join(plain) in " ".join(words)


# ------------------------------------------------------------------------------------------------------- glossary


def test_terms_have_1_to_8_words_and_every_concept_an_approved_and_a_wrong_one(listed: list[Entry]) -> None:
    assert len(listed) == TERMS == len({entry.text.lower() for entry in listed})
    assert {len(entry.words) for entry in listed} == set(range(1, 9))
    of = Counter((entry.concept, entry.is_approved) for entry in listed)
    assert set(of.values()) == {1}
    assert len(of) == TERMS


def test_siblings_share_all_words_but_one(listed: list[Entry]) -> None:
    first = {entry.concept: entry for entry in listed if entry.is_approved}
    siblings = [entry for entry in listed if entry.sibling]
    assert siblings
    for entry in siblings:
        pairs = zip(entry.words, first[entry.sibling].words, strict=True)
        assert sum(one.text != other.text for one, other in pairs) == 1


def test_the_glossary_is_read_without_a_remark(tmp_path: Path, listed: list[Entry]) -> None:
    file = tmp_path / "terms.csv"
    file.write_text(csv_of(listed), encoding="utf-8")
    read = load_glossary(file)
    assert read.warnings == ()
    assert [(term.concept, term.text, term.status) for term in read.terms] == [
        (term.concept, term.text, term.status) for term in glossary(listed).terms
    ]


# -------------------------------------------------------------------------------------------------------- planted


def test_every_class_is_planted(planted: list[Planted]) -> None:
    counts = Counter(plant.form for _, plant in all_plants(planted))
    assert set(counts) == {*VARIANTS, *BEYOND, *DECOYS, LISTED_DECOY}
    assert max(counts.values()) - min(counts.values()) < 10


def test_spans_stand_between_the_words_of_the_sentence(planted: list[Planted]) -> None:
    for each in planted:
        last = 0
        for plant in each.plants:
            assert last < plant.start < plant.end <= len(each.text)
            assert each.text[plant.start - 1] == " "
            assert not each.text[plant.end].isalnum()
            last = plant.end


def is_near(text: str, terms: list[str], edits: int) -> bool:
    return any(0 < DamerauLevenshtein.distance(text, term, score_cutoff=edits) <= edits for term in terms)


def lacks_one(text: str, terms: list[str]) -> bool:
    return any(
        text.split() == [*words[:at], *words[at + 1 :]] for words in map(str.split, terms) for at in range(len(words))
    )


def is_inflected(words: list[str], listed: list[str]) -> bool:
    changed = [(one, other) for one, other in zip(words, listed, strict=False) if one != other]
    return len(words) == len(listed) and len(changed) == 1 and all(one[:-3] in other for one, other in changed)


FORMS: dict[str, Callable[[str, list[str]], bool]] = {
    "exact": lambda text, terms: text in terms,
    "capitals": lambda text, terms: text not in terms and text.lower() in [term.lower() for term in terms],
    "typography": lambda text, terms: " ".join(text.replace("\u00ad", "").split()) in terms and text not in terms,
    "inflected": lambda text, terms: any(is_inflected(text.split(), term.split()) for term in terms),
    "hyphen": lambda text, terms: text not in terms and text.replace("-", " ") in terms,
    "joined": lambda text, terms: text.replace(" ", "") in [term.replace(" ", "") for term in terms],
    "split": lambda text, terms: text.replace(" ", "") in [term.replace(" ", "") for term in terms],
    "1 edit": lambda text, terms: is_near(text, terms, 1),
    "2 edits": lambda text, terms: is_near(text, terms, 2),
    "word dropped": lacks_one,
    "word dropped, of three": lacks_one,
    "word added": lambda text, terms: any(lacks_one(term, [text]) for term in terms),
    "word added to two": lambda text, terms: any(lacks_one(term, [text]) for term in terms),
    "reordered": lambda text, terms: any(
        text != term and set(text.split()) ^ set(term.split()) <= {"of"} for term in terms
    ),
    "shortened": lambda text, terms: text.endswith(".") and text[:-4] in [term[: len(text) - 4] for term in terms],
}


@pytest.mark.parametrize("form", [*VARIANTS, *BEYOND])
def test_a_planted_form_is_what_its_class_says(form: str, planted: list[Planted], listed: list[Entry]) -> None:
    terms: dict[str, list[str]] = {}
    for entry in listed:
        terms.setdefault(entry.concept, []).append(entry.text)
    found = [(text, terms[plant.concept]) for text, plant in all_plants(planted) if plant.form == form]
    assert [each for each in found if not FORMS[form](*each)] == []


def test_decoys_are_no_terms_of_the_concept_that_they_look_like(planted: list[Planted], listed: list[Entry]) -> None:
    own = {(entry.concept, entry.text.lower()) for entry in listed}
    every = {text for _, text in own}
    for text, plant in all_plants(planted):
        if plant.form in DECOYS:
            assert text.lower() not in every
        if plant.form == LISTED_DECOY:
            assert text.lower() in every
            assert (plant.concept, text.lower()) not in own


def test_misspelt_words_are_no_words(planted: list[Planted], listed: list[Entry]) -> None:
    known = load_words(SEED).all | {word.text.lower() for entry in listed for word in entry.words}
    for text, plant in all_plants(planted):
        if plant.form == "1 edit":
            assert any(word.lower() not in known for word in text.split())


def test_texts_for_speed_have_as_many_forms_as_asked(prose: list[Article], listed: list[Entry]) -> None:
    made = list(for_speed(prose, listed, 3, SEED))
    assert sum(len(each.plants) for each in made) >= 2.9 * len(prose)
    assert len({hashlib.sha256(each.text.encode()).digest() for each in made}) == len(prose)


# -------------------------------------------------------------------------------------------------------- judging


def test_a_hit_covers_what_it_shares_half_with() -> None:
    plant = Plant(10, 20, "c", "exact")
    assert covers(("c", 10, 20), plant)
    assert covers(("c", 15, 20), plant)
    assert covers(("c", 5, 25), plant)
    assert not covers(("c", 16, 20), plant)
    assert not covers(("c", 5, 26), plant)
    assert not covers(("c", 20, 30), plant)


def test_found_accepted_and_what_nobody_planted_are_counted_apart() -> None:
    plants = [
        Plant(0, 10, "a", "exact"), Plant(20, 30, "b", "exact"),
        Plant(40, 50, "c", "other place"), Plant(60, 70, "d", "other place"),
    ]  # fmt: skip
    hits: list[Hit] = [("a", 0, 10), ("a", 1, 9), ("a", 20, 30), ("c", 40, 50), ("x", 60, 70), ("y", 80, 90)]
    judged = score([plants], [hits], 100)
    assert judged.by_form == {"exact": Count(1, 2), "other place": Count(1, 2)}
    assert judged.others == 1
    assert judged.variants == Count(1, 2)
    assert judged.decoys == Count(1, 2)


def test_one_who_finds_what_is_planted_and_nothing_else_has_full_marks(planted: list[Planted]) -> None:
    right: list[list[Hit]] = [
        [(one.concept, one.start, one.end) for one in each.plants if one.form in VARIANTS] for each in planted
    ]
    judged = score([each.plants for each in planted], right)
    assert (judged.variants.share, judged.all_decoys.share, judged.others) == (1, 0, 0)


def test_termcheck_finds_what_stands_as_listed(planted: list[Planted], listed: list[Entry]) -> None:
    results = engine.check(engine.articles([each.text for each in planted[:10]]), engine.compiled(listed[:TERMS]))
    judged = score([each.plants for each in planted[:10]], engine.hits(results))
    assert judged.by_form["exact"].share == 1
    assert judged.decoys.share < 0.2


@pytest.mark.parametrize("name", [*peers.EXACT, *peers.FUZZY])
def test_peers_say_where_they_find_a_term(name: str) -> None:
    listed = [entry for entry in entries(SEED, 40) if len(entry.words) > 2][:5]
    make = (dict(peers.EXACT) | dict(peers.FUZZY))[name]
    try:
        find = make(listed)
    except ImportError as error:
        pytest.skip(f"not installed, see the group bench: {error}")
    text = f"Écoutez: they had asked about the {listed[0].text}, again and again."
    start = text.index(listed[0].text)
    judged = score([[Plant(start, start + len(listed[0].text), listed[0].concept, "exact")]], [find(text)])
    assert judged.by_form["exact"] == Count(1, 1)


# ------------------------------------------------------------------------------------------------------ measuring

forks = pytest.mark.skipif(not hasattr(os, "fork"), reason="the benchmark needs os.fork")


@forks
def test_what_is_done_apart_leaves_no_trace() -> None:
    known: list[int] = []
    assert apart(lambda: (known.append(1), len(known))[1]) == 1  # type: ignore[func-returns-value]
    assert known == []


@forks
def test_a_mistake_in_another_process_is_told() -> None:
    with pytest.raises(RuntimeError, match="division by zero"):
        apart(lambda: 1 / 0)


@forks
def test_what_takes_too_long_is_ended() -> None:
    import time

    with pytest.raises(TimeoutError):
        within(0.05, lambda: time.sleep(60))


def test_where_there_is_time_all_articles_are_taken() -> None:
    assert fitting([1] * 50, lambda _, __: None, 100) == 50


# ---------------------------------------------------------------------------------------------------------- pages


def test_the_readme_shows_the_table_of_the_results(root: Path) -> None:
    results = (root / "tests" / "bench" / "RESULTS.md").read_text(encoding="utf-8")
    readme = (root / "README.md").read_text(encoding="utf-8")
    shown = section_of(results, "Targets")
    assert shown.count("\n") > 15
    assert section_of(readme, "How it scales") == shown, "run: make bench ARGS='--long --readme'"

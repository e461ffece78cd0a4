import pytest

from termcheck.languages.english import English, noun_keys
from termcheck.languages.english_forms import pluralize_phrase

ENGLISH = English()

SINGULARS = [
    ("offices", "office"), ("policies", "policy"), ("boxes", "box"), ("classes", "class"), ("men", "man"),
    ("criteria", "criterion"), ("analyses", "analysis"), ("buses", "bus"), ("heroes", "hero"), ("plays", "play"),
    ("churches", "church"), ("movies", "movie"), ("databases", "database"), ("indices", "index"),
]  # fmt: skip
NO_PLURALS = ["news", "analysis", "status", "class", "physics", "lens", "always", "series", "bus", "gas", "its"]
NUMBERS = [("14th", "14"), ("fourteenth", "14"), ("five", "5"), ("fifth", "5"), ("2022", "2022"), ("iii", "=iii")]
EXCLUDED = [
    ("import", "export"), ("hypertension", "hypotension"), ("legal", "illegal"), ("internet", "intranet"),
    ("public", "private"), ("licensor", "licensee"), ("personal", "personnel"), ("prenatal", "postnatal"),
]  # fmt: skip
NOT_EXCLUDED = [("information", "infomation"), ("administration", "adminstration"), ("center", "centre")]
SHORTENED = [
    ("natl", "national", True), ("info", "information", False), ("dept", "department", True),
    ("govt", "government", False), ("intl", "international", False), ("cttee", "committee", True),
]  # fmt: skip
NOT_SHORTENED = [("nation", "national", False), ("form", "information", True), ("china", "chinese", False)]


@pytest.mark.parametrize(("plural", "singular"), SINGULARS)
def test_plurals_lead_to_their_singular(plural: str, singular: str) -> None:
    assert singular in noun_keys(plural)


@pytest.mark.parametrize("word", NO_PLURALS)
def test_words_that_only_look_like_plurals(word: str) -> None:
    assert noun_keys(word) == (word,)


@pytest.mark.parametrize(("word", "number"), NUMBERS)
def test_numbers_have_one_form(word: str, number: str) -> None:
    assert ENGLISH.number(word) == number


@pytest.mark.parametrize("word", ["a", "s", "office", "national"])
def test_words_that_are_no_numbers(word: str) -> None:
    assert ENGLISH.number(word) is None


@pytest.mark.parametrize(("one", "other"), EXCLUDED)
def test_opposites_exclude_each_other_both_ways(one: str, other: str) -> None:
    assert ENGLISH.excludes(one, other)
    assert ENGLISH.excludes(other, one)


@pytest.mark.parametrize(("one", "other"), NOT_EXCLUDED)
def test_misspellings_exclude_nothing(one: str, other: str) -> None:
    assert not ENGLISH.excludes(one, other)


@pytest.mark.parametrize(("short", "full", "dotted"), SHORTENED)
def test_shortened_words(short: str, full: str, dotted: bool) -> None:  # noqa: FBT001 - a column of a table
    assert ENGLISH.shortens(short, full, dotted=dotted)


@pytest.mark.parametrize(("short", "full", "dotted"), NOT_SHORTENED)
def test_words_that_shorten_nothing(short: str, full: str, dotted: bool) -> None:  # noqa: FBT001 - a column of a table
    assert not ENGLISH.shortens(short, full, dotted=dotted)


@pytest.mark.parametrize(
    ("one", "other"),
    [("centre", "center"), ("organisation", "organization"), ("colour", "color"), ("defence", "defense")],
)
def test_spelling_variants(one: str, other: str) -> None:
    assert ENGLISH.is_spelling_variant(one, other)


@pytest.mark.parametrize(
    ("phrase", "plural"),
    [
        ("Office of the President", "Offices of the President"),
        ("internet company", "internet companies"),
        ("person in charge", "people in charge"),
        ("headquarters", "headquarters"),
    ],
)
def test_the_head_of_a_phrase_takes_the_plural(phrase: str, plural: str) -> None:
    assert pluralize_phrase(phrase) in {plural, plural.replace("people", "persons")}


@pytest.mark.parametrize("word", ["cyberspace", "network", "it", "us", "Offices".lower()])
def test_words_of_the_dictionary(word: str) -> None:
    assert ENGLISH.is_word(word)


@pytest.mark.parametrize("word", ["netwrok", "cybersapce", "xqz"])
def test_misspellings_are_in_no_dictionary(word: str) -> None:
    assert not ENGLISH.is_word(word)


@pytest.mark.parametrize("word", ["beijing", "austria", "nigeria", "fujian", "kazakhstan"])
def test_places(word: str) -> None:
    assert ENGLISH.is_place(word)

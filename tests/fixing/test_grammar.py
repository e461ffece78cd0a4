"""What a new name asks of the words around it."""

import pytest

from termcheck.fixing.grammar import change_around, indefinite_article


@pytest.mark.parametrize(
    ("name", "article"),
    [
        ("internet civilization", "an"), ("Central Office", "a"), ("honest broker", "an"), ("hour", "an"),
        ("house", "a"), ("union", "a"), ("unified market", "a"), ("unimportant body", "an"), ("uninformed view", "an"),
        ("European plan", "a"), ("use case", "a"), ("one-off plan", "a"), ("oner", "an"), ("NPC deputy", "an"),
        ("CAC notice", "a"), ("MP", "an"), ("UN body", "a"), ("U.S. plan", "a"), ("8-point rule", None),
        ("NATO summit", None), ("Élysée treaty", None), ("e-commerce law", "an"), ("heir", "an"), ("hotel", "a"),
        ("usual plan", "a"), ("umbrella body", "an"), ("utility", "a"), ("unit", "a"), ("universal law", "a"),
    ],
)  # fmt: skip
def test_a_or_an(name: str, article: str | None) -> None:
    assert indefinite_article(name) == article


@pytest.mark.parametrize(
    ("before", "after", "matched", "name", "new_name", "word"),
    [
        ("It is a ", ".", "network office", "internet office", "internet office", "an"),
        ("An ", " met.", "internet office", "network office", "network office", "A"),
        ("It is a ", ".", "network office", "central office", "central office", None),
        ("Reading the ", " helps.", "innovative theories", "the Party's theories", "Party's theories", None),
        ("Reading ", " helps.", "innovative theories", "the Party's theories", "the Party's theories", None),
        ("of the ", ".", "the network space", "cyberspace", "cyberspace", None),
        ("must ", ".", "be practical and realistic", "seek truth from facts", "seek truth from facts", None),
        ("of ", ".", "tackling poverty alleviation", "battle against poverty", "battle against poverty", None),
        (
            "China's ",
            " met.",
            "Ministry of Diplomacy",
            "Ministry of Foreign Affairs",
            "Ministry of Foreign Affairs",
            None,
        ),
        ("It is ", ".", "doing business environment", "business environment", "business environment", None),
    ],
)
def test_certain_changes(before: str, after: str, matched: str, name: str, new_name: str, word: str | None) -> None:
    change = change_around(before, after, matched, name, name)
    assert (change.name, change.word, change.trouble) == (new_name, word, "")


@pytest.mark.parametrize(
    ("before", "after", "matched", "name"),
    [
        pytest.param("This is a ", ".", "special operation", "special campaigns", id="a before a plural"),
        pytest.param("The ", " was.", "armed positions", "theoretical study", id="plural becomes singular"),
        pytest.param("The ", " says.", "motherland", "China", id="the before a country"),
        pytest.param("The ", " fits.", "Chinese discourse", "China's discourse", id="the before a possessive"),
        pytest.param(
            "China's ", " is good.", "internet construction", "building the internet", id="possessive, gerund"
        ),
        pytest.param("mass ", " creation", "spiritual civilization", "cultural and ethical progress", id="modifier"),
        pytest.param("This ", ".", "innovative theory", "the Party's theory", id="two determiners"),
        pytest.param("a ", ".", "new alliance", "NATO alliance", id="unsure sound"),
        pytest.param(
            "said ", " He Lifeng.", "Chinese Deputy Prime Minister", "vice premier of the State Council", id="title"
        ),
        pytest.param("is a ", ".", "network power", "China's strength in cyberspace", id="a before a possessive"),
        pytest.param("about the ", ".", "supremacy of the people", "put the people first", id="noun becomes verb"),
        pytest.param("to ", ".", "eliminate black and evil", "special campaign against crime", id="verb becomes noun"),
        pytest.param("of ", ".", "making progress in stability", "pursue progress in stability", id="gerund, verb"),
        pytest.param("is ", ".", "tackling poverty alleviation", "battle against poverty", id="participle, noun"),
        pytest.param(
            "the Central Committee's ",
            " met.",
            "Propaganda Department",
            "Publicity Department of the CPC Central Committee",
            id="owner before",
        ),
        pytest.param(
            "the ",
            " of the Central Committee met.",
            "Propaganda Department",
            "Publicity Department of the CPC Central Committee",
            id="owner behind",
        ),
    ],
)
def test_uncertain_changes(before: str, after: str, matched: str, name: str) -> None:
    assert change_around(before, after, matched, name, name).trouble

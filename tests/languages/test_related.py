"""Words related to an English word, as WordNet has them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from termcheck.languages.related import Related, related_words
from termcheck.languages.wordlist import WordList, file_bytes

LINES = file_bytes("en.related.txt").decode("ascii").removesuffix("\n").split("\n")
NOTHING = Related()


@pytest.mark.parametrize(
    "pair",
    "office/agency office/bureau administration/governance commission/committee internet/cyberspace network/net "
    "construction/building meeting/encounter organisation/organization buy/purchase big/large".split(),
)
def test_synonyms(pair: str) -> None:
    word, synonym = pair.split("/")
    related = related_words(word)
    assert synonym in related.synonyms
    assert synonym not in related.derivations


@pytest.mark.parametrize(
    "pair",
    "manage/management manage/manager nation/national govern/governance culture/cultural congress/congressional "
    "secure/security administer/administration publicity/public".split(),
)
def test_derivations_go_both_ways(pair: str) -> None:
    word, derived = pair.split("/")
    assert derived in related_words(word).derivations
    assert word in related_words(derived).derivations
    assert derived not in related_words(word).synonyms


@pytest.mark.parametrize("pair", "network/agency office/council propaganda/network security/office".split())
def test_words_of_other_meanings_are_not_related(pair: str) -> None:
    word, other = pair.split("/")
    assert other not in related_words(word).synonyms | related_words(word).derivations


@pytest.mark.parametrize(
    "word",
    ["", "|", "xyzzy", "offic", "officee", "Office", "zzz", "a", "办公室", "\ud800", "office|", "office\n", "\x00",
     "\n", "office|agency authority bureau"],
)  # fmt: skip
def test_nothing_is_related_to_a_word_that_is_not_listed(word: str) -> None:
    assert related_words(word) == NOTHING


@given(st.text(st.characters(), max_size=12))
def test_any_text_is_answered(word: str) -> None:
    related = related_words(word)
    assert word not in related.synonyms | related.derivations


def test_every_line_is_found_and_says_what_the_look_up_says() -> None:
    assert sorted(set(LINES)) == LINES
    assert "\r" not in "".join(LINES)
    for line in LINES:
        word, synonyms, derivations, others = line.split("|")
        related = related_words(word)
        assert " ".join(sorted(related.synonyms)) == synonyms
        assert " ".join(sorted(related.derivations)) == derivations
        assert " ".join(sorted(related.synonym_of)) == others
        assert related != NOTHING, word


def test_what_is_related_are_words_of_the_dictionary_and_never_the_word_itself() -> None:
    known = set(file_bytes("en.words.txt").decode().split("\n"))
    for line in LINES:
        word, *lists = line.split("|")
        related = [other for one in lists for other in one.split()]
        assert known.issuperset((word, *related)), word
        assert len({word, *related}) == 1 + len(related), word


def test_synonyms_are_known_from_both_ends() -> None:
    for line in LINES:
        word = line.partition("|")[0]
        for synonym in related_words(word).synonyms:
            other = related_words(synonym)
            assert word in other.synonyms | other.derivations | other.synonym_of, line
        for other_word in related_words(word).synonym_of:
            assert word in related_words(other_word).synonyms, line


def test_an_empty_list_has_no_word() -> None:
    assert "" not in WordList(b"")
    assert "a" not in WordList(b"")


@pytest.mark.parametrize("end", [b"", b"\n"])
def test_word_list_finds_its_first_and_last_word(end: bytes) -> None:
    words = WordList(b"ab\nabc\nb" + end)
    assert [word in words for word in ("ab", "abc", "b")] == [True] * 3
    assert [word in words for word in ("", "a", "abb", "c", "b\n", "ab\nabc")] == [False] * 6

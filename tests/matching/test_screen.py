"""The screen finds all that comparing every pattern with every place of a text would find, however it is called."""

from collections import defaultdict
from collections.abc import Sequence
from unittest.mock import patch

import numpy as np
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from termcheck.check import check_article, check_articles
from termcheck.config import Settings
from termcheck.languages import language, tokens
from termcheck.languages.folding import fold
from termcheck.languages.wordlist import file_bytes
from termcheck.matching import TermIndex, compile_index, find_mentions
from termcheck.matching.index import LanguageIndex
from termcheck.matching.occurrences import Occurrences
from termcheck.matching.places import Places
from termcheck.matching.screen.first_sight import STEADY, FirstSight
from termcheck.matching.screen.spelling import hashes_of
from termcheck.matching.screen.tokens import hash_of, tokenize
from termcheck.matching.text import Text
from termcheck.model import Article, Concept, Glossary, Mention, Status, Term, View

WORDS = {
    "en": """central network information office internet culture state council of the and committee party information
    national statistics bureau governance international cooperation department people's e-mail five-year plan naïve
    industry transmission programme database police policy government with""".split(),
    "id": "badan pusat statistik nasional komisi pemilihan umum kementerian dan perdagangan pemerintah".split(),
    "de": "Zentralbüro für Netzwerk Information Datenverarbeiter Staatsrat der und Kulturbüro nationale".split(),
    "es": "oficina central de información redes consejo estado la y comisión nacional estadística".split(),
    "ru": "центральное управление по информации сети государственный совет и комитет партии".split(),
    "hu": "központi hálózati információs iroda államtanács és bizottság nemzeti statisztikai".split(),
    "vi": "ủy ban nhân dân thành phố công nhân quốc gia thống kê".split(),
    "zh": "中央 网信办 国家 统计局 信息 网络 GDP".split(),
}
FILLERS = ["met", "again", "s", "a", "Info", "Int'l", "Gov't", "gov.", "dept.", "Netwrok", "x", "14th", "of", "the"]
GAPS = [" ", " ", " ", "-", "\n", ", ", ". ", "'", "\u00a0", "\u2029", " \ufffc ", " – ", "\u00ad"]


def _typo(word: str, at: int, kind: int) -> str:
    at %= len(word)
    if kind == 0:
        return word[:at] + word[at + 1 :] or word
    if kind == 1:
        return word[:at] + "e" + word[at:]
    if kind == 2:
        return word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :]
    return word[:at] + "k" + word[at + 1 :]


def _variant(term: Sequence[str], kind: int, at: int, letter: int) -> list[str]:
    """A form of a term: as it is, misspelt, inflected, joined, split, shortened, with a word more or less or moved."""
    words = list(term)
    at %= len(words)
    if kind < 4:
        words[at] = _typo(words[at], letter, kind)
    elif kind == 4:
        words[at] += "s"
    elif kind == 5 and len(words) > 1:
        words[at - 1 : at + 1] = ["".join(words[at - 1 : at + 1])]
    elif kind == 6:
        words[at : at + 1] = [words[at][:letter], words[at][letter:]]
    elif kind == 7:
        words[at] = words[at][: 2 + letter % 4] + "."
    elif kind == 8 and len(words) > 1:
        del words[at]
    elif kind == 9:
        words.insert(at, "new")
    elif kind == 10:
        words = words[at:] + words[:at]
    elif kind == 11:
        words = [word.upper() for word in words]
    return [word for word in words if word]


@st.composite
def cases(draw: st.DrawFn) -> tuple[str, Glossary, list[str]]:
    lang = draw(st.sampled_from([*WORDS, "en", "en", "en"]))
    vocabulary = WORDS[lang]
    words = st.lists(st.sampled_from(vocabulary), min_size=1, max_size=6)
    statuses = st.sampled_from([Status.PREFERRED, Status.ADMITTED, Status.DEPRECATED, Status.FORBIDDEN])
    rows = draw(st.lists(st.tuples(st.sampled_from("ABC"), words, statuses, st.booleans()), min_size=1, max_size=6))
    concepts: dict[str, dict[str, Term]] = defaultdict(dict)
    for concept, term, status, is_name in rows:
        text = " ".join(term)
        text = text.title() if is_name else text
        not_when = ("party plan",) if status is Status.FORBIDDEN else ()
        concepts[concept].setdefault(text, Term(concept, lang, text, status, not_when=not_when))
    forms = st.builds(
        _variant, st.sampled_from([row[1] for row in rows]), st.integers(0, 13), st.integers(0, 9), st.integers(1, 9)
    )
    fillers = st.sampled_from([*FILLERS, *vocabulary]).map(lambda word: [word])
    gaps = st.sampled_from(GAPS)
    texts = []
    for _ in range(draw(st.integers(1, 3))):
        pieces = [word for piece in draw(st.lists(st.one_of(forms, fillers), max_size=12)) for word in piece]
        texts.append("".join(word + draw(gaps) for word in pieces))
    return lang, Glossary(tuple(Concept(name, tuple(terms.values())) for name, terms in concepts.items())), texts


class _Everywhere(Occurrences):
    """Every token may stand for every word."""

    def __init__(self, text: Text, index: LanguageIndex, places: Places) -> None:
        super().__init__(text, index, {})
        self.places, self.hits = places, {}
        count = len(text.words)
        self.by_id.update({one: list(range(count)) for one in range(len(index.tables.words))})
        for place, word in enumerate(text.words):
            self.joined.setdefault(word, []).append(place)
        for place in range(count - 1):
            if text.gaps[place + 1] in {" ", "'"}:
                self.split.append((place, text.words[place] + text.words[place + 1]))
                if text.contracts_at(place):
                    self.contracted.append(place)


def _all_places(text: Text, index: LanguageIndex) -> Places:
    return {number: [range(len(text.words))] for number in range(len(index.patterns))} if text.words else {}


def _mentions_by_comparing_everything(article: Article, index: TermIndex) -> tuple[Mention, ...]:
    """The reference: every pattern is laid beside every place of the text."""
    with (
        patch("termcheck.matching.mentions.find_places", _all_places),
        patch("termcheck.matching.mentions.Occurrences", _Everywhere),
    ):
        return find_mentions(article, index, Settings())


def _articles(lang: str, texts: Sequence[str]) -> list[Article]:
    return [Article(f"{number}.txt", text, View.verbatim(text), lang=lang) for number, text in enumerate(texts)]


@given(cases())
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_the_screen_leaves_out_nothing(case: tuple[str, Glossary, list[str]]) -> None:
    lang, glossary, texts = case
    index = compile_index(glossary)
    for article in _articles(lang, texts):
        assert find_mentions(article, index, Settings()) == _mentions_by_comparing_everything(article, index)


@given(cases(), st.integers(1, 3))
@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
def test_articles_together_yield_what_each_yields_alone(case: tuple[str, Glossary, list[str]], size: int) -> None:
    lang, glossary, texts = case
    articles = _articles(lang, texts)
    index = compile_index(glossary)
    alone = [check_article(article, compile_index(glossary), Settings()) for article in articles]
    fewest = "termcheck.matching.mentions._FEWEST"
    with patch(f"{fewest}_CHARACTERS", 0), patch(f"{fewest}_BESIDES", 0):
        together = list(check_articles(articles, index, Settings()))
        starts = range(0, len(articles), size)
        portions = [list(check_articles(articles[at : at + size], index, Settings())) for at in starts]
    assert together == alone
    assert [one for portion in portions for one in portion] == alone


PLAIN = st.text(st.sampled_from("aAbzéÉŁə①½_7 \u00ad\u200b.-'’\n\ufffc"), max_size=40)


@given(st.lists(PLAIN, max_size=4), st.text(st.sampled_from("ab_1"), min_size=1, max_size=90))
def test_tokens_of_texts_at_once_are_those_of_each(texts: list[str], long: str) -> None:
    found = tokenize([*texts, long, long + "a"])
    assert not found.strange
    singly = [tokens.tokenize(text) for text in (*texts, long, long + "a")]
    words = [word for each in singly for word in each.words]
    assert (found.starts - np.repeat(found.offsets, [len(each.words) for each in singly])).tolist() == [
        start for each in singly for start in each.starts
    ]
    assert [fold(found.text[start:end]) for start, end in zip(found.starts, found.ends, strict=True)] == words
    spelt = found.spelt(np.arange(len(words)))
    assert spelt.heads(spelt.lengths).tolist() == hashes_of(words).tolist()
    assert (
        len(set(zip(words, found.hashes.tolist(), strict=True))) == len(set(words)) == len(set(found.hashes.tolist()))
    )
    assert all(
        hash_of(word) == hashed for word, hashed in zip(words, found.hashes.tolist(), strict=True) if word.isascii()
    )


MEANT = ["offices", "policies", "information", "naïve", "men", "chinese", "went", "dept", "stopping", "analyses", "a"]
LETTERS = st.text(st.sampled_from("aeioprstnghé_1"), min_size=1, max_size=12)


@given(st.lists(st.one_of(st.sampled_from(MEANT + WORDS["en"]), LETTERS), min_size=1, max_size=8), st.data())
@settings(max_examples=150)
def test_of_many_words_at_once_is_told_what_each_means(words: list[str], data: st.DataObject) -> None:
    """Terms of one word and of several, listed and fuzzy, and words of texts that are near to them or inflected."""
    numbers = st.integers(0, 9)
    spoilt = st.builds(lambda word, at, kind: _typo(word, at, kind % 4), st.sampled_from(words), numbers, numbers)
    endings = st.sampled_from(["s", "es", "ing", "ed", "ly", "men", ".", "tion"])
    inflected = st.builds(lambda word, ending: word + ending, st.sampled_from(words), endings)
    texts = data.draw(st.lists(st.one_of(spoilt, inflected, st.sampled_from(MEANT), LETTERS), min_size=1, max_size=9))
    terms = [" ".join(words[at : at + 3]) for at in range(0, len(words), 2)] + words[:1]
    rows = [Term("A", "en", term, Status.ADMITTED) for term in dict.fromkeys(terms)]
    compiled = compile_index(Glossary((Concept("A", tuple(rows)),))).for_language("en")
    tokens = tokenize([". ".join(texts) + ". " + " ".join(texts)])
    places = np.arange(len(tokens.starts))
    learnt = FirstSight(compiled).learn(tokens, places)
    for place in places.tolist():
        word = fold(tokens.text[tokens.starts[place] : tokens.ends[place]])
        meant = compiled.meanings.work_out(word, None, dotted=bool(tokens.dotted[place]))
        assert set(learnt.ids.values[learnt.ids.owners == place].tolist()) == set(meant.ids)
        assert set(learnt.singles.values[learnt.singles.owners == place].tolist()) == set(meant.singles)
        if learnt.kinds[place] & STEADY:
            other = compiled.meanings.work_out(word, None, dotted=not tokens.dotted[place])
            assert set(other.ids) == set(meant.ids)


def test_regular_words_have_no_other_keys_than_their_language_says() -> None:
    english = language("en")
    regularities = english.regularities
    assert regularities is not None
    for word in file_bytes("en.words.txt").decode().split():
        if word in regularities.irregular:
            continue
        bases = {word}
        for ending, cut, added in regularities.endings:
            if word.endswith(ending):
                bases.add(word[:-cut] + added)
        keys = set(english.inflections(word))
        assert {key.removeprefix(regularities.mark) for key in keys} <= bases
        assert {word, regularities.mark + word} <= keys
        if len(bases) == 1:
            assert keys == {word, regularities.mark + word}

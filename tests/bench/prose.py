"""Plain-text English that says nothing: articles of about 3 KB whose words come as often as words of a language do.

The words of each kind are drawn after Zipf and Mandelbrot, so that n words of running text have about n ** .62
different ones (Heaps' law, with the exponent of the text for which the targets of the engine were set).
"""

from collections.abc import Iterator
from random import Random

import numpy as np

from bench.words import Words, load_words, zipf

Article = list[list[str]]
"""Paragraphs of sentences; the first one is the title."""

_SENTENCES = """
The {n} of the {a} {n} {v} the {ps} in {N}.
In {year}, {num} {ps} {v} because the {n} was {a}.
{N} {v} its {a} {n}, and the {ps} of {N} {v} it {d}.
There is no {n} without {ps}, said {N} on the {n}.
After the {n} had {v} the {a} {ps}, most of the {ps} were {d} {v}.
Each {n} that {N} {v} is now as {a} as the {n} before it.
It was {a} that the {n} and its {ps} should have been {v} by {num} per cent.
They {v} the {n}, which {d} {v} all of the {ps} from {N} to {N}.
What the {ps} {v} was {d} {a}, but not every {n} of the {n} {v}.
On {day} May {year} the {ps} of {N} {v} a number of {a} {ps}; {num} were {v} again.
If the {n} is {v}, its {ps} will be more {a} than those of the {n}.
Many {ps} have {v} for the {n} ever since {N} {v} with the {a} {n}.
"We {v} the {ps} {d}," the {n} of {N} told a {a} {n}.
The {ps} {v} {d}.
Neither the {n} nor the {ps} were {v} when {N} left the {n} (see the {n} of {year}).
Some {a} {ps} and other {ps} {v} at the {n} under {N}.
By {year} about {num} of the {ps} had {v} into {a} {ps} or into {n} and {n}.
This {n} has {v} us how {a} the {ps} are, and why their {n} {v} so {d}.
One of them {v} the {n} to the {a} {n} of the {ps}.
Who {v} the {n}? {N} and {N} {v} that it was {d} {a}.
For {num} days the {n} {v} between the {ps} and the {n} of {N}.
Even so, the {a} {n} {v} over the {n}, where its {ps} {v}.
""".strip().split("\n")
_TITLES = ["The {n} of {N}", "{N} and the {a} {n}", "How {ps} {v} the {n}", "{a} {ps} after {year}"]
_SHAPES = {  # kind of word -> exponent and offset of its distribution
    "n": (1.36, 10.0), "ps": (1.36, 10.0), "a": (1.36, 8.0), "v": (1.36, 8.0), "d": (1.4, 6.0), "N": (1.12, 8.0),
}  # fmt: skip
_DRAWN_AT_ONCE = 1 << 14


def articles(seed: int) -> Iterator[Article]:
    """Articles without end, of 2 to 4 thousand characters; each seed has its own."""
    rng = Random(f"{seed}:prose")
    words = load_words(seed)
    draw = _Drawn(words, seed)
    while True:
        yield _article(rng, draw)


def text_of(article: Article) -> str:
    """The plain text: blank lines part paragraphs."""
    return "\n\n".join(map(" ".join, article)) + "\n"


class _Drawn:
    """Sentences with words drawn for them."""

    def __init__(self, words: Words, seed: int) -> None:
        self._numbers = np.random.default_rng(seed)
        lists = {"n": words.nouns, "ps": words.plurals, "a": words.adjectives, "v": words.verbs, "d": words.adverbs}
        lists["N"] = words.names
        self._kinds = {kind: self._words(of, *_SHAPES[kind]) for kind, of in lists.items()}
        self._kinds |= {"num": self._amounts(), "day": self._digits(1, 31), "year": self._digits(1949, 2027)}
        self.sentences = [self._compiled(each) for each in _SENTENCES]
        self.titles = [self._compiled(each) for each in _TITLES]

    def fill(self, sentence: tuple[str, tuple[Iterator[str], ...]]) -> str:
        """The sentence with words in its places."""
        template, places = sentence
        return template % tuple(map(next, places))

    def _compiled(self, sentence: str) -> tuple[str, tuple[Iterator[str], ...]]:
        pieces = [piece.partition("}") for piece in sentence.split("{")]
        template = pieces[0][0] + "".join("%s" + rest for _, _, rest in pieces[1:])
        return template, tuple(self._kinds[kind] for kind, _, _ in pieces[1:])

    def _words(self, words: tuple[str, ...], exponent: float, offset: float) -> Iterator[str]:
        cumulated = zipf(len(words), exponent, offset)
        while True:
            ranks = np.searchsorted(cumulated, self._numbers.random(_DRAWN_AT_ONCE))
            yield from [words[rank] for rank in ranks.tolist()]

    def _amounts(self) -> Iterator[str]:
        while True:
            yield from map(str, np.exp(self._numbers.uniform(0.7, 12, _DRAWN_AT_ONCE)).astype(int).tolist())

    def _digits(self, first: int, last: int) -> Iterator[str]:
        while True:
            yield from map(str, self._numbers.integers(first, last + 1, _DRAWN_AT_ONCE).tolist())


def _article(rng: Random, draw: _Drawn) -> Article:
    title = draw.fill(rng.choice(draw.titles))
    paragraphs = [[title[:1].upper() + title[1:]]]
    wanted = rng.randrange(2000, 4000)
    while wanted > 0:
        paragraph = [draw.fill(rng.choice(draw.sentences)) for _ in range(rng.randrange(3, 8))]
        paragraphs.append(paragraph)
        wanted -= sum(map(len, paragraph))
    return paragraphs

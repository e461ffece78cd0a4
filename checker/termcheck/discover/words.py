"""Words that only the glossary takes for one: an editor's yes makes warnings of the hints that rest on them."""

from collections import defaultdict
from collections.abc import Sequence

from termcheck.discover.found import WordPair
from termcheck.evidence.kinds import Quote
from termcheck.evidence.reading import Reading
from termcheck.matching.unlisted.aligned import learnt_in

_MOST_QUOTES = 2


def learnt_words(readings: Sequence[Reading]) -> tuple[WordPair, ...]:
    """The pairs of words that mentions in some articles rest on; most frequent first."""
    taught: defaultdict[tuple[str, str, str], dict[str, None]] = defaultdict(dict)
    quotes: defaultdict[tuple[str, str, str], list[Quote]] = defaultdict(list)
    for reading in readings:
        for mention in reading.mentions:
            for one, other, concepts in learnt_in(mention.reason):
                key = one, other, mention.lang
                taught[key].update(dict.fromkeys(concepts.split(" and ")))
                quotes[key].append(reading.quote(reading.filler(*reading.tokens(mention))))
    found = [
        WordPair(key[:2], tuple(sorted(taught[key])), key[2], len(places), tuple(places[:_MOST_QUOTES]))
        for key, places in quotes.items()
    ]
    return tuple(sorted(found, key=lambda one: (-one.count, one.words, one.lang)))

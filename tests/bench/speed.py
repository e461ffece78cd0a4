"""The measures of speed and quality inside one process: engine and peers on the same terms and texts."""

from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from bench import engine, peers
from bench.clock import apart, cpu, fitting, median
from bench.planting import Planted, for_quality, for_speed
from bench.prose import Article
from bench.scoring import Hit, Score, score
from bench.terms import entries
from termcheck import model
from termcheck.config import Settings
from termcheck.matching import TermIndex

DENSITIES = {"sparse": 1, "natural": 10}
"""Planted forms in an article of about 3 KB."""


class Budget(Struct, frozen=True):
    """How long is measured: CPU seconds of each single measure, so that a slow engine gets less text."""

    seconds: float
    """For one pass over the text."""
    rounds: int
    slow_peer: float
    """For one slow peer."""
    quality: float
    most_for_quality: int
    """Articles."""
    compile: float
    """Glossaries whose compilation would take longer are left out."""
    hyperscan: int
    """The most terms that it gets: it compiles for long."""

    def rounds_of(self, seconds: float) -> int:
        """How many rounds there is time for where one takes so long: all, or one."""
        return self.rounds if seconds < 3 * self.seconds else 1


SHORT = Budget(seconds=0.4, rounds=3, slow_peer=1, quality=1.5, most_for_quality=400, compile=10, hyperscan=10_000)
LONG = Budget(seconds=4, rounds=3, slow_peer=25, quality=25, most_for_quality=3000, compile=900, hyperscan=100_000)


class Rate(Struct, frozen=True):
    """How fast something was on how much text."""

    seconds: float
    """The median of the rounds."""
    characters: int
    articles: int

    @property
    def speed(self) -> float:
        """Million characters a second."""
        return self.characters / self.seconds / 1e6


class Speeds(Struct, frozen=True):
    """Engine and exact peers with one glossary on one text."""

    terms: int
    density: str
    compile: float
    """CPU seconds."""
    first: Rate
    """First sight of the text, of each round in a process of its own."""
    known: Rate
    """The same text again."""
    peers: dict[str, Rate]
    mentions: int
    """That the engine found in the text."""


class Quality(Struct, frozen=True):
    """What the engine found in texts for quality."""

    score: Score
    hits: list[list[Hit]]
    """Of each article."""


class Compared(Struct, frozen=True):
    """A slow peer on a sample, the engine on the same sample."""

    rate: Rate
    peer: Score
    engine: Score


class Added(Struct, frozen=True):
    """What the unlisted tier costs on top: seconds an article."""

    concepts: int
    first: float
    known: float
    articles: int


def speeds(prose: Sequence[Article], seed: int, terms: int, density: str, budget: Budget) -> Speeds | None:
    """Engine and exact peers, in rounds that alternate; None where compiling would take too long."""
    listed = entries(seed, terms)
    if _is_slow(seed, terms, budget):
        return None
    planted = list(for_speed(prose, listed, DENSITIES[density], seed))
    texts = [each.text for each in planted]
    sizes = list(map(len, texts))
    begun: list[TermIndex] = []
    compiling = cpu(lambda: begun.append(engine.compiled(listed)))
    index = begun[0]
    count = apart(_fitting, texts, sizes, index, budget)
    texts = texts[:count]
    read = engine.articles(texts)
    firsts = [apart(_pass, read, index)]
    rounds = budget.rounds_of(firsts[0])
    firsts += [apart(_pass, read, index) for _ in range(rounds - 1)]
    mentions = sum(map(len, engine.hits(engine.check(read, index))))
    finders = {
        name: make(listed) for name, make in peers.EXACT.items() if name != "hyperscan" or terms <= budget.hyperscan
    }
    knowns: list[float] = []
    theirs: dict[str, list[float]] = {name: [] for name in finders}
    for _ in range(rounds):
        knowns.append(_pass(engine.fresh(read), index))
        for name, find in finders.items():
            theirs[name].append(cpu(lambda find=find: list(map(find, texts))))  # type: ignore[misc]
    characters = sum(sizes[:count])
    return Speeds(
        terms, density, compiling, Rate(median(firsts), characters, count), Rate(median(knowns), characters, count),
        {name: Rate(median(each), characters, count) for name, each in theirs.items()}, mentions,
    )  # fmt: skip


def _is_slow(seed: int, terms: int, budget: Budget) -> bool:
    """Whether compiling so many terms would take longer than the budget has, told from a tenth of them."""
    if terms < 10_000:
        return False
    tenth = entries(seed, terms // 10)
    return apart(lambda: cpu(lambda: engine.compiled(tenth))) * 10 > budget.compile


def _fitting(texts: Sequence[str], sizes: Sequence[int], index: TermIndex, budget: Budget) -> int:
    return fitting(sizes, lambda first, last: engine.check(engine.articles(texts[first:last]), index), budget.seconds)


def _pass(read: Sequence[model.Article], index: TermIndex, settings: Settings = engine.SETTINGS) -> float:
    return cpu(lambda: engine.check(read, index, settings))


# -------------------------------------------------------------------------------------------------------- quality


def quality(prose: Sequence[Article], seed: int, terms: int, budget: Budget) -> Quality | None:
    """The engine on texts with planted forms of every class; None where compiling would take too long."""
    listed = entries(seed, terms)
    if _is_slow(seed, terms, budget):
        return None
    index = engine.compiled(listed)
    planted = list(for_quality(prose[: budget.most_for_quality], listed, seed))
    texts = [each.text for each in planted]
    count = apart(_fitting, texts, list(map(len, texts)), index, replace(budget, seconds=budget.quality))
    hits = engine.hits(engine.check(engine.articles(texts[:count]), index))
    return Quality(_judge(planted[:count], hits), hits)


def compare(
    prose: Sequence[Article], seed: int, terms: int, name: str, ours: Quality, budget: Budget
) -> Compared | None:
    """A slow peer on a sample of the articles that the engine was judged by; None where the peer is not installed."""
    listed = entries(seed, terms)
    try:
        find = peers.FUZZY[name](listed)
    except ImportError:
        return None
    planted = list(for_quality(prose[: len(ours.hits)], listed, seed))
    find(prose[-1][0][0])  # whatever is made at the first call
    found: list[list[Hit]] = []
    spent = 0.0
    for each in planted:
        if spent > budget.slow_peer:
            break
        spent += cpu(lambda text=each.text: found.append(find(text)))  # type: ignore[misc]
    done = len(found)
    judged = _judge(planted[:done], found)
    return Compared(Rate(spent, judged.characters, done), judged, _judge(planted[:done], ours.hits[:done]))


def _judge(planted: Sequence[Planted], hits: Sequence[Sequence[Hit]]) -> Score:
    return score([each.plants for each in planted], hits, sum(len(each.text) for each in planted))


# ------------------------------------------------------------------------------------------------------- unlisted


def unlisted(prose: Sequence[Article], seed: int, concepts: int, budget: Budget) -> Added | None:
    """The time with and without the tier on the same articles, first sight each in a process of its own."""
    listed = entries(seed, 2 * concepts)
    if _is_slow(seed, 2 * concepts, budget):
        return None
    index = engine.compiled(listed)
    engine.check(engine.articles(["It rained."]), index, engine.UNLISTED)  # compiles, which the cache keeps
    texts = [each.text for each in for_speed(prose, listed, DENSITIES["natural"], seed)]
    sizes = list(map(len, texts))
    count = apart(
        fitting, sizes,
        lambda first, last: engine.check(engine.articles(texts[first:last]), index, engine.UNLISTED), budget.seconds,
    )  # fmt: skip
    read = engine.articles(texts[:count])
    both = (engine.UNLISTED, engine.SETTINGS)
    firsts = [[apart(_pass, read, index, settings) for settings in both]]
    rounds = budget.rounds_of(firsts[0][0])
    firsts += [[apart(_pass, read, index, settings) for settings in both] for _ in range(rounds - 1)]
    engine.check(read, index, engine.UNLISTED)
    knowns = [[_pass(engine.fresh(read), index, settings) for settings in both] for _ in range(rounds)]
    first, known = (median([on - off for on, off in each]) / count for each in (firsts, knowns))
    return Added(concepts, first, known, count)

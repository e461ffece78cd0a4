"""Where the engine's time goes: by module and by function, at first sight and with known words."""

import cProfile
import pstats
from collections import Counter
from functools import partial
from itertools import islice
from pathlib import Path

from bench import engine
from bench.clock import cpu, fitting
from bench.planting import for_speed
from bench.prose import articles
from bench.terms import entries
from termcheck.matching import TermIndex

_SECONDS = 4
_SHOWN = 25


def profile(terms: int, seed: int) -> None:
    """Print compile time, speed, and two profiles, of a text that takes some seconds."""
    listed = entries(seed, terms)
    made: list[TermIndex] = []
    print(f"compiling {terms:,} terms: {cpu(lambda: made.append(engine.compiled(listed))):.2f} s")
    texts = [each.text for each in for_speed(islice(articles(seed), 3000), listed, 1, seed)]
    other = [each.text for each in for_speed(islice(articles(seed + 1), 200), listed, 1, seed)]
    sizes = list(map(len, other))
    count = fitting(sizes, lambda a, b: engine.check(engine.articles(other[a:b]), made[0]), _SECONDS / 8) * 8
    read = engine.articles(texts[:count])
    size = sum(len(article.text) for article in read)
    fresh_index = engine.compiled(listed)
    for name in ("first sight", "words known"):
        profiler = cProfile.Profile()
        again = engine.fresh(read)
        seconds = cpu(partial(profiler.runcall, engine.check, again, fresh_index))
        print(f"\n{name}: {size / 1e6:.2f} MB in {seconds:.2f} s under the profiler")
        _show(pstats.Stats(profiler))
    seconds = cpu(lambda: engine.check(engine.fresh(read), fresh_index))
    print(f"\nwords known, without the profiler: {size / seconds / 1e6:.2f} MB/s")


def _show(stats: pstats.Stats) -> None:
    """Modules by the time in themselves, then functions."""
    modules: Counter[str] = Counter()
    functions: list[tuple[float, int, str]] = []
    total = 0.0
    for (file, line, function), (_, calls, own, *_rest) in stats.stats.items():  # type: ignore[attr-defined]
        place = Path(file)
        module = "/".join(place.parts[-2:]) if place.suffix == ".py" else "built in"
        modules[module] += own
        functions.append((own, calls, f"{module}:{line} {function}" if place.suffix == ".py" else function))
        total += own
    for module, own in modules.most_common(12):
        print(f"{own / total:7.1%}  {module}")
    print()
    for own, calls, function in sorted(functions, reverse=True)[:_SHOWN]:
        print(f"{own / total:7.1%} {calls:10,} calls  {function}")

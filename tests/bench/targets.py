"""What the engine must reach, and what a run says of it."""

from collections.abc import Iterator

from msgspec import Struct

from bench.measures import Measured
from bench.peers import GATED
from bench.scoring import TYPOS, WORDS, Count


class Row(Struct, frozen=True):
    """A target beside its result."""

    id: str
    name: str
    target: str
    result: str
    is_met: bool | None
    """None where it was not measured."""
    is_speed: bool = True
    """Whether it counts only where the quality gate holds."""


def rows(measured: Measured) -> list[Row]:
    """Every target in order."""
    return [
        *_quality(measured), *_exact_peers(measured), *_growth(measured), *_slow_peers(measured),
        *_unlisted(measured), *_start(measured), *_memory(measured), *_runs(measured), *_bilingual(measured),
    ]  # fmt: skip


def _bilingual(measured: Measured) -> Iterator[Row]:
    for one in measured.bilingual:
        what = f"{one.segments:,} segments of {one.name.upper()}, {one.concepts:,} concepts, warm cache"
        yield _at_most(f"bilingual-{one.name}", f"{what}: CPU time", 60, one.cost.cpu, "{:.0f} s", "s")
        yield _at_most(f"bilingual-{one.name}-memory", f"{what}: memory", 300, one.cost.megabytes, "{:.0f} MB", "MB")


def gate_holds(of: list[Row]) -> bool:
    """Whether every row of quality is met."""
    return all(row.is_met for row in of if not row.is_speed)


def _at_most(key: str, name: str, limit: float, value: float | None, shown: str, unit: str = "×") -> Row:
    result = shown.format(value) if value is not None else "not measured"
    return Row(key, name, f"≤ {limit:g} {unit}", result, None if value is None else round(value, 2) <= limit)


def _quality(measured: Measured) -> Iterator[Row]:
    scores = measured.quality.values()
    lowest: list[tuple[str, str, tuple[str, ...] | None, float]] = [
        (f"typo-{form}", f"found: {form}", (form,), 0.99) for form in TYPOS
    ]
    lowest += [("variants", "found: all variants", None, 0.95), ("words", "found: word dropped or added", WORDS, 0.90)]
    for key, name, forms, limit in lowest:
        counts = [score.variants if forms is None else score.total(forms) for score in scores]
        yield _worst(
            key, name, f"≥ {limit}", min(counts, key=lambda one: one.share, default=None), limit, at_least=True
        )
    worst = max((score.decoys for score in scores), key=lambda one: one.share, default=None)
    yield _worst("decoys", "falsely accepted: other concept, number, place", "≤ 0.02", worst, 0.02, at_least=False)


def _worst(key: str, name: str, target: str, count: Count | None, limit: float, *, at_least: bool) -> Row:
    if count is None or not count.of:
        return Row(key, name, target, "not measured", None, is_speed=False)
    is_met = count.share >= limit if at_least else count.share <= limit
    return Row(key, name, target, f"{count.share:.3f} ({count.hit:,} of {count.of:,})", is_met, is_speed=False)


def _exact_peers(measured: Measured) -> Iterator[Row]:
    found = measured.speeds.get((10_000, "sparse"))
    for which, peer, limit in (
        ("known", "ahocorasick-rs", 2.5), ("known", "pyahocorasick", 1.2), ("first", "pyahocorasick", 3.0),
    ):  # fmt: skip
        value = None
        if found is not None and peer in found.peers:
            value = getattr(found, which).seconds / found.peers[peer].seconds
        seen = "words known" if which == "known" else "first sight"
        yield _at_most(f"{which}-{peer}", f"10,000 terms, {seen}, against {peer}", limit, value, "{:.2f} ×")


def _growth(measured: Measured) -> Iterator[Row]:
    few, most = (measured.speeds.get((terms, "sparse")) for terms in (100, 100_000))
    for which, seen in (("first", "first sight"), ("known", "words known")):
        value = None
        if few is not None and most is not None:
            value = getattr(few, which).speed / getattr(most, which).speed
        yield _at_most(f"growth-{which}", f"100,000 terms against 100, {seen}", 2, value, "{:.2f} ×")


def _slow_peers(measured: Measured) -> Iterator[Row]:
    ours = measured.speeds.get((1_000, "sparse"))
    for peer in GATED:
        compared = measured.compared.get(peer)
        name, target = f"1,000 terms, first sight, against {peer}", "≥ 100 × faster, at least its recall"
        if ours is None or compared is None:
            yield Row(f"faster-{peer}", name, target, "not measured", None)
            continue
        ratio = ours.first.speed / compared.rate.speed
        one, other = compared.engine.variants, compared.peer.variants
        result = f"{ratio:,.0f} ×; recall {one.share:.3f}, its {other.share:.3f}"
        yield Row(f"faster-{peer}", name, target, result, ratio >= 100 and one.share >= other.share)


def _unlisted(measured: Measured) -> Iterator[Row]:
    few, many = (measured.unlisted.get(concepts) for concepts in (1_000, 10_000))
    value = few.first * 1e3 if few is not None else None
    yield _at_most("unlisted", "unlisted renderings on top, 1,000 concepts, an article", 10, value, "{:.1f} ms", "ms")
    value = many.first / few.first if few is not None and many is not None and few.first > 0 else None
    yield _at_most("unlisted-growth", "the same, 10,000 concepts against 1,000", 2, value, "{:.2f} ×")


def _start(measured: Measured) -> Iterator[Row]:
    for key, name, limit, found in (
        ("start", "one article, against starting Python", 12, measured.start),
        ("start-terms", "the same with 10,000 terms, warm cache", 15, measured.start_many_terms),
    ):
        yield _at_most(key, name, limit, found.ratio if found is not None else None, "{:.1f} ×")
    typed = measured.keystroke
    name = "a keystroke in the editor, 20 KB, 10,000 terms"
    yield _at_most("keystroke", name, 50, typed.seconds * 1e3 if typed is not None else None, "{:.0f} ms", "ms")


def _memory(measured: Measured) -> Iterator[Row]:
    found = measured.memory
    value = found.megabytes if found is not None else None
    yield _at_most("memory", "memory over bare Python, 100,000 terms", 100, value, "{:.0f} MB", "MB")
    many = measured.many
    name, target = "memory with ten times as many articles", "≤ 1.1 ×"
    if many is None:
        yield Row("memory-articles", name, target, "not measured", None)
        return
    ratio = many.one.megabytes / many.tenth.megabytes
    result = f"{ratio:.2f} × ({many.articles:,} articles: {many.one.megabytes:.0f} MB)"
    yield Row("memory-articles", name, target, result, ratio <= 1.1)


def _runs(measured: Measured) -> Iterator[Row]:
    many = measured.many
    two, again = "two cores against one", "second run over unchanged articles, share of the first"
    if many is None:
        yield Row("cores", two, "≥ 1.8 ×", "not measured", None)
    else:
        value = many.one.wall / many.two.wall
        result = f"{value:.2f} × ({many.articles:,} articles; processes that share nothing: {many.apart:.2f} ×)"
        yield Row("cores", two, "≥ 1.8 ×", result, value >= 1.8)
    if many is None:
        yield Row("again", again, "≤ 5 %", "not measured", None)
    else:
        value = many.again.wall / many.filling.wall
        yield Row("again", again, "≤ 5 %", f"{value:.1%} ({many.articles:,} articles)", value <= 0.05)

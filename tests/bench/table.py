"""The results as a page of Markdown."""

import os
import platform
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from bench.decoys import DECOYS, LISTED_DECOY
from bench.measures import SIZES, Measured, Plan
from bench.peers import EXACT
from bench.scoring import GATED_DECOYS, Count, Score
from bench.targets import Row, gate_holds, rows
from bench.variants import BEYOND, VARIANTS

MISSED = Path(__file__).with_name("missed.toml")
"""Id of a target's row -> where the time goes, what was tried, the next idea."""
_LIBRARIES = "msgspec numpy rapidfuzz regex ahocorasick-rs pyahocorasick hyperscan spacy spaczz".split()


def page(measured: Measured, plan: Plan, command: str) -> str:
    """The whole page."""
    found = rows(measured)
    sections = [
        f"# Results of the benchmark\n\n{_circumstances(measured, plan, command)}",
        f"## Targets\n\n{targets_table(found)}\n{_missed(found)}",
        f"## Speed\n\n{_speeds(measured)}",
        f"## Found, and falsely accepted\n\n{_quality(measured)}",
        f"## Other libraries that match approximately\n\n{_compared(measured)}",
        f"## The rest of the way\n\n{_rest(measured)}",
    ]
    if measured.left_out:
        sections.append("## Not measured\n\n" + "".join(f"- {each}\n" for each in measured.left_out))
    return "\n".join(sections)


def targets_table(found: Sequence[Row]) -> str:
    """Target beside result. Without the quality, speed counts for nothing."""
    holds = gate_holds(list(found))

    def verdict(row: Row) -> str:
        if row.is_met is None:
            return "open"
        if row.is_met and row.is_speed and not holds:
            return "met, but not the quality"
        return "met" if row.is_met else "**missed**"

    return _table(("", "target", "result", ""), ((row.name, row.target, row.result, verdict(row)) for row in found))


def section_of(text: str, title: str) -> str:
    """The first table of a section of a page, or of the README."""
    lines = iter(text.partition(f"\n## {title}\n")[2].split("\n"))
    table = []
    for line in lines:
        if line.startswith("|"):
            table.append(line)
        elif table or line.startswith("## "):
            break
    return "\n".join(table) + "\n"


def _table(head: Iterable[str], body: Iterable[Iterable[str]]) -> str:
    lines = [list(head)]
    lines.append(["---"] * len(lines[0]))
    return "".join("| " + " | ".join(cells) + " |\n" for cells in [*lines, *map(list, body)])


# -------------------------------------------------------------------------------------------------- circumstances


def _circumstances(measured: Measured, plan: Plan, command: str) -> str:
    libraries = ", ".join(f"{name} {found}" for name in _LIBRARIES if (found := _version(name)))
    return (
        f"`{command}` ({plan.name} mode: {measured.cpu:.0f} s of CPU time, {measured.seconds:.0f} s in all). "
        f"{_machine()}; Python {platform.python_version()}; "
        f"{libraries}.\n\n"
        "MB are 10^6 characters. Times are CPU time of one process, the median of "
        f"{plan.budget.rounds} rounds, where nothing else is said; wall time for starting, cores and second runs. "
        "Every tool turns what it finds into Python objects with offsets. "
        "How much text is measured follows from the speed: each pass takes about "
        f"{plan.budget.seconds:g} s.\n"
    )


def _machine() -> str:
    model = platform.processor() or platform.machine()
    memory = ""
    if Path("/proc/cpuinfo").exists():
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").split("\n")
        model = next((line.partition(":")[2].strip() for line in lines if line.startswith("model name")), model)
        kilobytes = int(Path("/proc/meminfo").read_text(encoding="utf-8").split()[1])
        memory = f", {kilobytes / 1024**2:.0f} GB of memory"
    return f"{model}, {os.cpu_count()} cores{memory}, {platform.system()}"


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _missed(found: Sequence[Row]) -> str:
    """What is known of each missed target."""
    known: Mapping[str, str] = tomllib.loads(MISSED.read_text(encoding="utf-8"))
    missed = [row for row in found if row.is_met is False]
    return "".join(
        f"\n**{row.name}**: {known.get(row.id, 'to be looked into (`--profile`).').strip()}\n" for row in missed
    )


# ----------------------------------------------------------------------------------------------------------- body


def _speeds(measured: Measured) -> str:
    def cells() -> Iterator[list[str]]:
        for (terms, density), found in sorted(
            measured.speeds.items(), key=lambda item: (item[0][1] != "sparse", item[0])
        ):
            yield [
                f"{terms:,} {density}", _number(found.first.speed), _number(found.known.speed),
                *(_number(found.peers[name].speed) if name in found.peers else "-" for name in EXACT),
                f"{found.mentions / found.first.characters * 1e6:.0f}",
                f"{found.first.characters / 1e6:.2f}", _number(found.compile),
            ]  # fmt: skip

    head = ["terms, hits", "first sight, MB/s", "words known, MB/s", *(f"{name}, MB/s" for name in EXACT)]
    return _table([*head, "mentions a MB", "text, MB", "compiling, s"], cells())


def _quality(measured: Measured) -> str:
    scores: list[tuple[int, Score]] = [(terms, measured.quality[terms]) for terms in SIZES if terms in measured.quality]
    head = ["share of the planted", *(f"{terms:,} terms" for terms, _ in scores)]
    body = [[form, *(_share(score.by_form.get(form)) for _, score in scores)] for form in (*VARIANTS, *BEYOND)]
    body += [
        [f"{form} (decoy)", *(_share(score.by_form.get(form)) for _, score in scores)]
        for form in (*GATED_DECOYS, *(form for form in (*DECOYS, LISTED_DECOY) if form not in GATED_DECOYS))
    ]
    body.append(["hits on nothing planted, a MB", *(f"{one.others / one.characters * 1e6:.1f}" for _, one in scores)])
    body.append(["planted in text of, MB", *(f"{score.characters / 1e6:.2f}" for _, score in scores)])
    beyond = " and ".join(f"“{form}”" for form in BEYOND)
    return (
        "A planted form is found where a mention of its concept covers it by half; a decoy is accepted where a mention "
        f"of the concept that it looks like does. {beyond} are no part of the gate: what is left is too little to tell "
        f"concepts apart.\n\n{_table(head, body)}"
    )


def _compared(measured: Measured) -> str:
    head = ["1,000 terms", "MB/s", "found", "termcheck there", "decoys accepted", "termcheck there", "articles"]
    body = [
        [
            name, _number(one.rate.speed), f"{one.peer.variants.share:.3f}", f"{one.engine.variants.share:.3f}",
            f"{one.peer.decoys.share:.3f}", f"{one.engine.decoys.share:.3f}", f"{one.rate.articles:,}",
        ]
        for name, one in measured.compared.items()
    ]  # fmt: skip
    return f"On samples of the planted texts, as many articles as there is time for.\n\n{_table(head, body)}"


def _rest(measured: Measured) -> str:
    lines = [(f"reading {name}, MB/s", _number(rate.speed)) for name, rate in measured.reading.items()]
    for terms, found in ((None, measured.start), (10_000, measured.start_many_terms)):
        if found is not None:
            name = f"one article, {terms:,} terms" if terms else "one article"
            lines.append(
                (f"`termcheck run`, {name}, ms of wall time ({found.pairs} pairs)", f"{found.seconds * 1e3:.0f}")
            )
    if (typed := measured.keystroke) is not None:
        name = f"a keystroke, {typed.characters:,} characters, 10,000 terms, ms; the longest of {typed.keystrokes}"
        lines.append((name, f"{typed.seconds * 1e3:.1f}; {typed.longest * 1e3:.1f}"))
    for concepts, added in measured.unlisted.items():
        name = f"unlisted renderings, {concepts:,} concepts, ms an article"
        lines.append((f"{name}, first sight ({added.articles} articles)", f"{added.first * 1e3:.1f}"))
        lines.append((f"{name}, words known", f"{added.known * 1e3:.1f}"))
    if (memory := measured.memory) is not None:
        name = (
            f"memory over bare Python, {memory.terms:,} terms, {memory.articles:,} articles, MB; compiling the glossary"
        )
        lines.append((name, f"{memory.megabytes:.0f}; {memory.compiling:.0f}"))
    if measured.many is not None:
        many = measured.many
        rest = many.one.cpu - many.single.cpu
        lines += [
            (
                f"`termcheck run`, {many.articles:,} articles, {many.terms:,} terms, no reports, s",
                _number(many.one.cpu),
            ),
            ("- of it starting, s", _number(many.single.cpu)),
            ("- the whole command, MB/s", _number(many.characters / many.one.cpu / 1e6)),
            ("- the same without starting, MB/s", _number(many.characters / max(rest, 1e-9) / 1e6)),
            ("- the reports on top, s", _number(max(0.0, many.reports.cpu - many.one.cpu))),
            ("- memory, MB; with reports", f"{many.one.megabytes:.0f}; {many.reports.megabytes:.0f}"),
        ]
        lines += [
            ("- wall time with one core and two, s", f"{many.one.wall:.1f}; {many.two.wall:.1f}"),
            ("- wall time of the first run and the second, s", f"{many.filling.wall:.1f}; {many.again.wall:.2f}"),
        ]
    return _table(("", ""), lines)


def _share(count: Count | None) -> str:
    return f"{count.share:.3f} of {count.of}" if count is not None and count.of else "-"


def _number(value: float) -> str:
    """With two or three digits that count."""
    if value >= 100:
        return f"{value:.0f}"
    return f"{value:.1f}" if value >= 10 else f"{value:.2f}" if value >= 0.1 else f"{value:.2g}"

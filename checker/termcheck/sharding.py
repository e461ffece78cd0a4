"""Shards of a run: each checked by itself into a partial result, and all of these put together as one run."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec.structs import replace

from termcheck import __version__
from termcheck.articles.shards import Shard
from termcheck.cache import key_of, libraries_key
from termcheck.conclude import conclude
from termcheck.config import Settings, Told
from termcheck.engines import Progress
from termcheck.engines.checker import Checker
from termcheck.engines.journal import Journal
from termcheck.errors import Problem, UsageError
from termcheck.gathering import Gathered
from termcheck.model import Glossary, Report, Skipped
from termcheck.partials.files import About, PartialFile
from termcheck.partials.merging import Merged
from termcheck.partials.sections import RECORDS, SKIPPED, Rows, Spare
from termcheck.partials.shelf import Shelf, put_away
from termcheck.partials.spares import FromSpares, WithSpares, paths_of_spares, spare_of, wanted_spans
from termcheck.pipeline import Job, LookAgain, checker_of, gather, remembered_of

if TYPE_CHECKING:
    from termcheck.manifest import Manifest

DISCOVER = "discover"
_VERSION, _LIBRARIES, _GLOSSARY, _SETTINGS = "version of termcheck", "libraries", "glossary", "configuration"
_CALL, _INPUTS = "options", "articles"
_OURS = (_VERSION, _LIBRARIES, _GLOSSARY, _SETTINGS)
"""What must be the same where shards are merged; the others only among the shards."""
_NAMED = 20
"""Missing shards that a message names."""
_MOST_HELD = 8_000_000
"""Bytes of partial results, as they lie there, from which on a report lies on the disk."""


class Made(NamedTuple):
    """What a shard came to."""

    articles: int
    skipped: int
    findings: int
    unreadable: tuple[Skipped, ...]
    """Of those that were skipped."""


def check_shard(
    job: Job,
    file: Path,
    name: str,
    shard: Shard,
    progress: Progress | None = None,
    *,
    pages: bool = True,
    manifest: "Manifest | None" = None,
) -> Made:
    """Check a shard of a job's articles into a partial result; what an interrupted run has done is not done again.

    Raises UsageError where the file cannot be written; ``name`` is how messages show it.
    """
    checker = checker_of(job, pages=pages)
    about = About(pages=pages, is_whole=job.has_folder and manifest is None)
    with _gathered(job, checker, about, file, shard, progress, manifest) as (part, about):
        spares = tuple(_spares(part, LookAgain(job, checker), job.glossary))
        written = put_away(WithSpares(part, spares), about, file, name)
    return _made(written)


def read_names(job: Job, file: Path, name: str, shard: Shard, min_count: int, progress: Progress | None = None) -> Made:
    """Read a shard of a job's articles into a partial result for ``discover``, as ``check_shard`` does for ``run``.

    ``job``: one made for ``discover``; ``min_count``: what the proposals of all shards are made with.
    """
    checker = checker_of(job, pages=False, names=True)
    about = About(command=DISCOVER, min_count=min_count, is_whole=job.has_folder)
    with _gathered(job, checker, about, file, shard, progress) as (part, about):
        written = put_away(part, about, file, name)
    return _made(written)


@contextmanager
def _gathered(
    job: Job,
    checker: Checker,
    about: About,
    file: Path,
    shard: Shard,
    progress: Progress | None,
    manifest: "Manifest | None" = None,
) -> Iterator[tuple[Gathered, About]]:
    """What the articles of a shard yield, and what it is about; then nothing of the way is left but the result."""
    about = replace(about, made_with=_made_with(job, about), shard=shard.number, shards=shard.total)
    journal = Journal(file.with_name(file.name + ".parts"), key_of(*about.made_with.values(), str(shard)))
    part = gather(job, checker, progress, shard=shard, journal=journal, manifest=manifest).part
    yield part, replace(about, length=part.length, others=job.discovery.others)
    journal.remove()


def _made(written: PartialFile) -> Made:
    findings = sum(len(record.findings) for record in written.rows(RECORDS))
    unreadable = tuple(one for one in written.rows(SKIPPED) if one.unreadable)
    return Made(written.count(RECORDS), written.count(SKIPPED), findings, unreadable)


def _spares(part: Rows, look: LookAgain, glossary: Glossary) -> Iterator[Spare]:
    """What reports may need of articles that are not there when shards are merged."""
    wanted = wanted_spans(part, glossary)
    look.expect(paths_of_spares(part, wanted))
    for record in part.rows(RECORDS):
        spans = {*wanted.get(record.path, ()), *(directive.span for directive in record.directives)}
        if spans:
            yield spare_of(record, look(record, sorted(spans)))


def opened(files: Sequence[tuple[Path, str]]) -> list[PartialFile]:
    """Partial results of one command; ``files``: with how messages show them.

    Raises UsageError where one cannot be read, and that names those that another command made.
    """
    parts = [PartialFile(path, name) for path, name in files]
    first = parts[0]
    problems = [
        Problem(
            f"it is of `termcheck {part.about.command}`, and {first.name} is of `termcheck {first.about.command}`",
            part.name,
            "merge the shards of one command",
        )
        for part in parts
        if part.about.command != first.about.command
    ]
    if problems:
        raise UsageError(problems)
    return parts


def merge_names(job: Job, parts: Sequence[PartialFile]) -> Rows:
    """What ``discover`` is to read of all shards, the same as in one run. Raises UsageError as ``merge_shards``.

    ``job``: one made for ``discover``, without articles.
    """
    _check(parts, _made_with(job, parts[0].about), pages=False)
    return Merged(Shelf().few(list(parts)))


def merge_shards(job: Job, parts: Sequence[PartialFile], *, pages: bool) -> Report:
    """The report on all shards of a run, the same as that of one run over all articles.

    ``job``: glossary, configuration, decisions and baseline, without articles. ``parts``: in any order. Raises
    UsageError that names every one that is missing, doubled, of another run, damaged, or, with ``pages``, made without
    what the HTML report shows.
    """
    _check(parts, _made_with(job, parts[0].about), pages=pages)
    shelf = Shelf()
    part = Merged(shelf.few([*parts]))
    is_large = sum(one.path.stat().st_size for one in parts) > _MOST_HELD
    first = parts[0].about
    remembered = remembered_of(job, is_whole=first.is_whole)
    look = FromSpares(part)
    return conclude(part, first.others, job.glossary, job.settings, remembered, look, shelf if is_large else None)


# ---------------------------------------------------------------------------------------------- what belongs together


def _made_with(job: Job, about: About) -> dict[str, str]:
    """What must be the same for all shards of a run, on whichever machine."""
    request, discovery = job.request, job.discovery
    asked = about.pages, about.command, about.min_count
    skipped = [(one.file, one.reason) for one in discovery.skipped]
    return {
        _VERSION: __version__,
        _LIBRARIES: libraries_key(),
        _GLOSSARY: job.glossary.digest,
        _SETTINGS: key_of(repr(_portable(job.settings))),
        _CALL: key_of(repr((request.lang, job.settings.source_lang, request.directives, *asked))),
        _INPUTS: key_of(str(discovery.others), repr(skipped), *(source.path for source in discovery.sources)),
    }


def _portable(settings: Settings) -> Settings:
    """The settings without what differs between machines, and without what changes nothing that articles yield."""
    stamp, told = settings.told.stamp.partition(" ")[0], settings.told
    told = Told(told.same_words, stamp=stamp, other_words=told.other_words)
    return replace(
        settings, root=Path(), file=None, told=told, glossary=(), reports="", decisions="", baseline="", include=(),
        exclude=(), fail_on=None, workbook=False, history=None, source_lang=None,
    )  # fmt: skip


def _check(parts: Sequence[PartialFile], ours: dict[str, str], *, pages: bool) -> None:
    """Raises UsageError with everything that keeps partial results from being put together."""
    problems: list[Problem] = []
    first = parts[0]
    for part in parts:
        about = part.about
        foreign = [what for what in _OURS if about.made_with.get(what) != ours[what]]
        if foreign:
            remedy = "merge with the glossary, configuration and options it was made with, or make it again"
            problems.append(Problem(f"it was made with another {_listed(foreign)} than is here", part.name, remedy))
            continue
        foreign = [what for what in (_CALL, _INPUTS) if about.made_with.get(what) != first.about.made_with.get(what)]
        if foreign:
            remedy = "give all shards of one run the same paths and options, and let no article come or go in between"
            problems.append(Problem(f"it has other {_listed(foreign)} than {first.name}", part.name, remedy))
        elif about.shards != first.about.shards:
            what = f"it is one of {about.shards} shards, and {first.name} is one of {first.about.shards}"
            problems.append(Problem(what, part.name, "merge the shards of one run"))
        elif pages and not about.pages:
            remedy = "make it without --no-reports, or merge with --no-reports"
            problems.append(Problem("it has nothing for the HTML report", part.name, remedy))
    if not problems:
        problems.extend(_incomplete(parts))
    if problems:
        raise UsageError(problems)


def _incomplete(parts: Sequence[PartialFile]) -> Iterator[Problem]:
    seen: dict[int, str] = {}
    for part in parts:
        number = part.about.shard
        if number in seen:
            what = f"it is shard {number} of {part.about.shards}, as is {seen[number]}"
            yield Problem(what, part.name, "give each shard once")
        seen[number] = part.name
    count = parts[0].about.shards
    missing = [number for number in range(1, count + 1) if number not in seen] if len(seen) < count else []
    if missing:
        named = ", ".join(map(str, missing[:_NAMED]))
        if len(missing) > _NAMED:
            named += f" and {len(missing) - _NAMED} more"
        what, them = ("shard", "it") if len(missing) == 1 else ("shards", "them")
        yield Problem(f"the partial result of {what} {named} is missing, of {count}", remedy=f"give {them} as well")


def _listed(names: Sequence[str]) -> str:
    return " and another ".join(names)

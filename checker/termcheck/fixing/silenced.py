"""What is silenced stays so beside a mended name: what recognises a finding again includes the text around it."""

from collections.abc import Mapping

from msgspec.structs import replace

from termcheck.baseline import read_baseline, written
from termcheck.check import with_fingerprints
from termcheck.config import Settings
from termcheck.excerpts import surroundings
from termcheck.fixing.edits import moved
from termcheck.fixing.mending import Mended
from termcheck.model import ArticleResult, Span
from termcheck.replacing import Change
from termcheck.verdicts import with_fingerprints_of

Fingerprints = Mapping[tuple[str, str], str]
"""File and fingerprint of a finding that stays in a mended article -> its fingerprint there."""


def fingerprints_after(result: ArticleResult, mended: Mended) -> Fingerprints:
    """The fingerprints that change; ``result`` is that of the article before it was mended."""
    edits = [edit for fix in mended.fixes for edit in fix.edits]
    gone = {fix.finding for fix in mended.fixes}
    staying = [one for one in result.findings if one not in gone]
    placed = (replace(one, start=moved(one.start, edits), end=moved(one.end, edits)) for one in staying)
    after = with_fingerprints(placed, lambda one: surroundings(mended.text, Span(one.start, one.end)))
    return {
        (one.file, one.fingerprint): other.fingerprint
        for one, other in zip(staying, after, strict=True)
        if one.fingerprint != other.fingerprint
    }


def decisions_after(settings: Settings, fingerprints: Fingerprints) -> Change:
    """What becomes of the file of decisions, if anything."""
    file = settings.root / settings.decisions
    old = file.read_bytes() if file.exists() else None
    text = (old or b"").decode("utf-8-sig")
    new = with_fingerprints_of(text, fingerprints)
    return Change(file, old, (old or b"") if new == text else new.encode())


def baseline_after(settings: Settings, fingerprints: Fingerprints) -> Change:
    """What becomes of the baseline, if anything."""
    file = settings.root / settings.baseline
    old = file.read_bytes() if file.exists() else None
    entries = read_baseline(file, file.name).entries
    if not any((one.file, one.fingerprint) in fingerprints for one in entries):
        return Change(file, old, old or b"")
    new = (replace(one, fingerprint=fingerprints.get((one.file, one.fingerprint), one.fingerprint)) for one in entries)
    return Change(file, old, written(new).encode())

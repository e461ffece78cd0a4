"""The whole loop on the example project: report, decisions, mended articles."""

import csv
import io
import shutil
from pathlib import Path

from termcheck.fix import FixedArticle, fix_articles
from termcheck.model import Severity
from termcheck.pipeline import RunRequest, prepare, run
from termcheck.replacing import replace_all


def _project(root: Path, tmp_path: Path) -> Path:
    for name in ("seeds", "glossary"):
        shutil.copytree(root / name, tmp_path / name)
    shutil.copy(root / "pyproject.toml", tmp_path)
    return tmp_path


def test_fix_leaves_no_listed_wrong_term(root: Path, tmp_path: Path) -> None:
    project = _project(root, tmp_path)
    for unsafe in (False, True):
        fixed = list(fix_articles(prepare(RunRequest(cwd=project)), unsafe=unsafe))
        assert all(isinstance(one, FixedArticle) for one in fixed)
        changes = [one.change for one in fixed if isinstance(one, FixedArticle) and one.change]
        replace_all(changes, project)
    report = run(RunRequest(cwd=project))
    assert report.count(Severity.ERROR) == 0


def test_what_fix_makes_of_the_seeds_reads_as_it_did_when_somebody_read_it(root: Path, tmp_path: Path) -> None:
    """Each sentence of tests/deciding/seeds.csv was read by a person after the change."""
    project = _project(root, tmp_path)
    expected = list(csv.DictReader(io.StringIO((Path(__file__).parent / "seeds.csv").read_text(encoding="utf-8"))))
    found = [
        {"place": f"{one.path}:{fix.finding.line}:{fix.finding.column}", "old": fix.finding.text, "new": fix.name}
        for one in fix_articles(prepare(RunRequest(cwd=project)))
        if isinstance(one, FixedArticle)
        for fix in one.mended.fixes
    ]
    assert found == expected

"""reports/sample/ is what the program writes for the example project today."""

import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from termcheck.cli.delivery import FORMATS, WORKBOOK

Run = Callable[..., subprocess.CompletedProcess[bytes]]


def test_the_sample_is_written_again_byte_for_byte(cli: Run, root: Path, tmp_path: Path) -> None:
    for name in ("seeds", "glossary"):
        shutil.copytree(root / name, tmp_path / name)
    shutil.copy(root / "pyproject.toml", tmp_path)
    makefile = (root / "Makefile").read_text(encoding="utf-8")
    formats = re.findall(r"--format (\w+)=reports/sample/(\S+)", makefile)
    compressed = {WORKBOOK, "parquet"}  # not the same with every build of its library
    assert {format_ for format_, _ in formats} == set(FORMATS) - compressed
    given = [arg for format_, name in formats for arg in ("--format", f"{format_}=out/{name}")]
    done = cli("run", "seeds", "--reports", "out", "--fail-on", "never", *given, cwd=tmp_path)
    assert done.returncode == 0, done.stderr.decode()
    names = {"report.html", "findings.csv", "reconciliation.csv", *(name for _, name in formats)}
    assert {path.name for path in (root / "reports" / "sample").iterdir()} == names | {"report.png"}
    for name in sorted(names):
        assert (tmp_path / "out" / name).read_bytes() == (root / "reports" / "sample" / name).read_bytes(), (
            f"{name} is out of date: run `make sample` and look at the difference"
        )

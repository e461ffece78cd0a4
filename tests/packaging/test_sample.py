"""reports/sample/ is what the program writes for the example project today."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., subprocess.CompletedProcess[bytes]]


def test_the_sample_is_written_again_byte_for_byte(cli: Run, root: Path, tmp_path: Path) -> None:
    for name in ("seeds", "glossary"):
        shutil.copytree(root / name, tmp_path / name)
    shutil.copy(root / "pyproject.toml", tmp_path)
    done = cli("run", "seeds", "--reports", "out", "--fail-on", "never", cwd=tmp_path)
    assert done.returncode == 0, done.stderr.decode()
    for name in ("report.html", "findings.csv", "reconciliation.csv"):
        assert (tmp_path / "out" / name).read_bytes() == (root / "reports" / "sample" / name).read_bytes(), (
            f"{name} is out of date: run `make sample` and look at the difference"
        )

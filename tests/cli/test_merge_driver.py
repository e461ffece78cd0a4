import subprocess
import sys
from pathlib import Path

HEADER = "concept,lang,term,status,note\n"
BASE = f"{HEADER}cac,en,CAC,admitted,\ncac,en,Cyberspace Administration of China,preferred,\n"


def git(folder: Path, *args: str) -> subprocess.CompletedProcess[bytes]:
    identity = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    return subprocess.run(["git", *identity, *args], cwd=folder, check=False, capture_output=True)


def commit(folder: Path, text: str) -> None:
    (folder / "terms.csv").write_text(text, encoding="utf-8", newline="\n")
    assert git(folder, "add", ".").returncode == 0
    assert git(folder, "commit", "--quiet", "--message", "terms").returncode == 0


def repository(folder: Path) -> None:
    git(folder, "init", "--quiet", "--initial-branch", "main")
    command = f"'{Path(sys.executable).as_posix()}' -m termcheck"
    driver = f"{command} glossary merge %A %B --base %O -o %A --from csv --to csv --force"
    git(folder, "config", "merge.termcheck.driver", driver)
    (folder / ".gitattributes").write_text("*.csv merge=termcheck\n", encoding="utf-8")
    commit(folder, BASE)
    git(folder, "checkout", "--quiet", "-b", "other")


def test_git_merges_neighbouring_rows_and_cells(tmp_path: Path) -> None:
    repository(tmp_path)
    commit(tmp_path, BASE.replace("CAC,admitted,", "CAC,deprecated,"))
    git(tmp_path, "checkout", "--quiet", "main")
    commit(tmp_path, BASE.replace("admitted,\n", "admitted,In headings.\n"))
    done = git(tmp_path, "merge", "--quiet", "--message", "both", "other")
    assert done.returncode == 0, done.stderr.decode()
    merged = (tmp_path / "terms.csv").read_text(encoding="utf-8")
    assert merged == BASE.replace("CAC,admitted,", "CAC,deprecated,In headings.")


def test_git_stops_where_both_sides_change_a_cell(tmp_path: Path) -> None:
    repository(tmp_path)
    commit(tmp_path, BASE.replace("CAC,admitted,", "CAC,deprecated,"))
    git(tmp_path, "checkout", "--quiet", "main")
    ours = BASE.replace("CAC,admitted,", "CAC,forbidden,")
    commit(tmp_path, ours)
    assert git(tmp_path, "merge", "--quiet", "other").returncode != 0
    assert (tmp_path / "terms.csv").read_text(encoding="utf-8") == ours

"""Segments of files that different machines have checked are compared with each other."""

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

Run = Callable[..., "subprocess.CompletedProcess[bytes]"]
TERMS = """concept,lang,term,status
FW,en,firewall rule,preferred
FW,de,Firewallregel,preferred
FW,de,Firewall-Vorschrift,admitted
"""
HEAD = 'msgid ""\nmsgstr ""\n"Language: de\\n"\n'


def test_shards_find_what_one_run_finds(tmp_path: Path, cli: Run) -> None:
    (tmp_path / "terms.csv").write_text(TERMS, "utf-8")
    (tmp_path / "po").mkdir()
    targets = ("Firewallregel", "Firewall-Vorschrift")
    for number in range(6):
        entries = (
            f'\nmsgid "Save it now, please."\nmsgstr "{"Jetzt sichern" if number % 3 else "Bitte speichern"}."\n'
            f'\nmsgid "The firewall rule {number}"\nmsgstr "Die {targets[number % 4 == 0]} {number}"\n'
        )
        (tmp_path / "po" / f"{number}.po").write_text(HEAD + entries, "utf-8")
    whole = cli("run", "po", "-g", "terms.csv", "--format", "json", "--no-reports", cwd=tmp_path)
    for shard in ("1/2", "2/2"):
        name = f"{shard[0]}.part"
        done = cli("run", "po", "-g", "terms.csv", "--shard", shard, "--partial", name, "--no-reports", cwd=tmp_path)
        assert done.returncode == 0, done.stderr.decode()
    merged = cli("merge", "1.part", "2.part", "-g", "terms.csv", "--format", "json", "--no-reports", cwd=tmp_path)
    assert merged.returncode == whole.returncode, merged.stderr.decode()
    found, wanted = (json.loads(done.stdout)["findings"] for done in (merged, whole))
    assert found == wanted
    assert {(one["rule"], one["severity"], one["file"]) for one in wanted} == {
        ("inconsistent-translation", "warning", "po/0.po"),
        ("inconsistent-translation", "hint", "po/0.po"),
    }

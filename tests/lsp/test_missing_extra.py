"""Without the extra the command says what to install."""

import subprocess
import sys

_WITHOUT_PYGLS = """
import sys
sys.modules["pygls"] = None
from termcheck.cli import main
sys.exit(main(["lsp"]))
"""


def test_the_error_names_the_extra() -> None:
    done = subprocess.run([sys.executable, "-c", _WITHOUT_PYGLS], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "termcheck[lsp]" in done.stderr
    assert done.stdout == ""

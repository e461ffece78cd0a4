"""``python -m termcheck``, and the command ``termcheck``."""

import gc
import sys


def main() -> None:
    """Start the command line and end the process with its exit status."""
    gc.disable()  # importing makes no garbage; pipeline.py turns collection on again where there are many articles
    from termcheck.cli import main as run

    sys.exit(run())


if __name__ == "__main__":
    main()

"""``python -m termcheck``, and the command ``termcheck``."""

import gc
import sys


def main() -> None:
    """Start the command line and end the process with its exit status."""
    gc.disable()  # importing makes no garbage; ``run`` turns collection on again where there are many articles
    from termcheck.cli import main as run

    status = run()
    gc.freeze()  # or the interpreter looks through everything once more before it ends
    sys.exit(status)


if __name__ == "__main__":
    main()

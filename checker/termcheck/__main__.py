"""``python -m termcheck``, and the command ``termcheck``."""

import gc
import os
import sys
from contextlib import suppress


def main() -> None:
    """Start the command line and end the process with its exit status."""
    gc.disable()  # importing makes no garbage; ``run`` turns collection on again where there are many articles
    from termcheck.cli import main as run

    status = run()
    gc.freeze()  # or the interpreter looks through everything once more before it ends
    if "multiprocessing" not in sys.modules and sys.gettrace() is None and sys.getprofile() is None:
        with suppress(OSError, ValueError, AttributeError):  # Python itself tells of output that cannot be written
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(status)  # taking everything apart first costs a hook 3 ms
    sys.exit(status)


if __name__ == "__main__":
    main()

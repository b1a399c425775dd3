"""`python -m redactor`, and the packaged program."""

import multiprocessing
import sys

if __name__ == "__main__":
    # Every worker of the packaged program starts here too, and goes its own way at once.
    multiprocessing.freeze_support()
    from redactor.cli import main

    sys.exit(main())

"""Command line: ``python3 -m course lab``, on a machine that has Python 3.11 or newer and nothing else.

This file keeps to words that Python 2.7 can read, so that an old Python can still say what is missing.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 - the one place that old Pythons do reach
    sys.stderr.write(
        "The course needs Python 3.11 or newer, and this is Python %d.%d: install a newer one "  # noqa: UP031
        "(python.org/downloads) and call it by its name, for example: python3.11 -m course lab\n"
        % tuple(sys.version_info[:2])
    )
    sys.exit(1)

from course.start.commands import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""What it costs to begin: imports, and a second start of ``python -m course``."""

import os
import subprocess
import sys
from pathlib import Path

from benchmarks.measure import Row, by_turns, fresh, wall_s

ROOT = Path(__file__).resolve().parent.parent
HEAVY = ("matplotlib", "ipywidgets", "scipy", "shapely", "pandas", "skyfield", "IPython")
_MODULES = """
import json, sys
before = set(sys.modules)
import {name}
print(json.dumps([len(set(sys.modules) - before), [name for name in {heavy!r} if name in sys.modules]]))
"""
_READY = "from course.start import bootstrap; bootstrap.enter(bootstrap.ROOT, [])"


def rows():
    """Yield the rows of the table."""
    bare_s, course_s, ground_s, skyfield_s, ready_s = by_turns(
        *(
            _starter(code)
            for code in ("pass", "import course", "import course.ground", "import skyfield.api", _READY)
        ),
        repeats=9,
        timer=wall_s,
    )
    yield Row(
        "import course, after a bare start",
        max(0.0, course_s - bare_s),
        bare_s,
        "s",
        "a bare interpreter",
        0.2,
        of="ours",
    )
    yield Row(
        "start and import course.ground", ground_s, skyfield_s, "s", "start and import skyfield.api", 1.2
    )
    for name in ("course", "course.ground"):
        number, heavy = fresh(_MODULES.format(name=name, heavy=HEAVY))
        what = f"heavy packages in the {number} modules of import {name}"
        yield Row(what, len(heavy), float("nan"), "", "matplotlib, scipy, pandas ...", 0, of="ours")
    yield Row(
        "second start of python -m course, until ready",
        ready_s,
        bare_s,
        "s",
        "a bare interpreter",
        0.5,
        of="ours",
    )


def _starter(code):
    """Return a function that starts a fresh interpreter in the checkout and lets it run some code."""
    environment = os.environ | {"PYTHONDONTWRITEBYTECODE": "1"}

    def start():
        subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, check=True)

    return start

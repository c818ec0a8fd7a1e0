"""Hostile and odd submissions: notebooks made from the sections of ``hostile.txt``."""

import re
from pathlib import Path

from handed_in import filled

from course.checks import catalogue

UNIT = "2-orbital-basics"
FIRST = catalogue.functions(UNIT)[0]
WRONG = "def {name}(*given):\n    return -1"
SECTION = re.compile(r"^# %% (attack|slow|odd): (.+)$", re.MULTILINE)


def cells():
    """Return the sections: kind to name to source."""
    found = {"attack": {}, "slow": {}, "odd": {}}
    parts = SECTION.split(Path(__file__).with_suffix(".txt").read_text("utf-8"))
    for kind, name, source in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        found[kind][name] = source.strip()
    return found


def wrong(source):
    """Return a notebook whose functions all return -1, with a source in the cell of the first."""
    sources = {one.id: WRONG.format(name=one.function) for one in catalogue.functions(UNIT)}
    return filled(sources | {FIRST.id: source})


def odd(source):
    """Return a notebook with right answers and one more cell at its beginning."""
    notebook = filled()
    notebook["cells"].insert(1, {"cell_type": "code", "id": "odd", "metadata": {}, "source": source})
    return notebook


ATTACKS, SLOW, ODD = (cells()[kind] for kind in ("attack", "slow", "odd"))

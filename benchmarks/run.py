"""Measure the course beside its rivals and say whether the bars of the design hold.

    python benchmarks/run.py            all rows
    python benchmarks/run.py ground     rows of benchmarks/rows_ground.py only

Rows are found by name: every ``rows_*.py`` in this folder has a function ``rows`` that yields them. The exit
code is 1 if a bar does not hold.
"""

import importlib
import math
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))

HEAD = ("what", "ours", "rival", "the rival is", "ratio", "bar", "holds")


def number(value, unit):
    """Return a measurement with three digits and its unit, or a dash where there is none."""
    if math.isnan(value):
        return "-"
    shown = f"{value:,.0f}" if abs(value) >= 1000 or value == int(value) else f"{value:.3g}"
    return f"{shown} {unit}".rstrip()


def cells(row):
    """Return the texts of one line of the table."""
    ratio = "-" if math.isnan(row.ratio) else f"{row.ratio:.3g}"
    verdict = "yes" if row.holds else "NO"
    return (
        row.what,
        number(row.ours, row.unit),
        number(row.rival, row.unit),
        row.rival_is,
        ratio,
        row.bar,
        verdict,
    )


def main(chosen):
    """Print the table as Markdown, line by line as it is measured, and return the exit code."""
    names = sorted(path.stem for path in HERE.glob("rows_*.py"))
    unknown = [name for name in chosen if f"rows_{name}" not in names]
    if unknown:
        known = ", ".join(name.removeprefix("rows_") for name in names)
        print(f"there are no rows called {', '.join(unknown)}: choose from {known}", file=sys.stderr)
        return 2
    print("| " + " | ".join(HEAD) + " |\n|" + "---|" * len(HEAD))
    missed = []
    for name in names:
        if chosen and name.removeprefix("rows_") not in chosen:
            continue
        for row in importlib.import_module(f"benchmarks.{name}").rows():
            print("| " + " | ".join(cells(row)) + " |", flush=True)
            if not row.holds:
                missed.append(row.what)
    if missed:
        print(f"\n{len(missed)} bars do not hold: {'; '.join(missed)}", file=sys.stderr)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""The part of the teacher's guide that comes from the declarations: likely wrong answers and mark schemes.

``python -m tools.guide`` prints it; with ``--write`` it goes into docs/teachers-guide.md, between its
two marks. A test holds the file equal.
"""

import sys
from pathlib import Path

from course.checks.catalogue import UNITS
from course.checks.exercise import Written
from course.checks.judge import judge
from course.checks.recorder import record
from course.checks.wording import mark_scheme

GUIDE = Path(__file__).resolve().parents[1] / "docs" / "teachers-guide.md"
BEGIN = "<!-- begin: from the declarations, by python -m tools.guide --write -->"
END = "<!-- end -->"


def main(argv: list[str] | None = None) -> int:
    """Print the generated part, or write it into the guide; return the exit code."""
    arguments = sys.argv[1:] if argv is None else argv
    if arguments == ["--write"]:
        GUIDE.write_text(updated(GUIDE.read_text(encoding="utf-8")), encoding="utf-8")
    else:
        print(generated())
    return 0


def updated(text: str) -> str:
    """Return the guide's text with its generated part made anew."""
    before, rest = text.split(BEGIN)
    return f"{before}{BEGIN}\n{generated()}\n{END}{rest.split(END)[1]}"


def generated() -> str:
    """Return the generated part as Markdown."""
    parts = []
    for unit, exercises in UNITS.items():
        points = sum(one.points for one in exercises)
        parts.append(f"### Unit {unit} ({points:g} points)")
        parts += [_written(one) if isinstance(one, Written) else _function(one) for one in exercises]
    return "\n\n".join(parts)


def _function(exercise):
    lines = [
        f"#### {exercise.id} {exercise.title} ({exercise.points:g} points)",
        "",
        f"{_accepted(exercise)}. {exercise.tolerance_reason}",
        "",
        "| likely wrong answer | points | what the student reads |",
        "|---|---|---|",
    ]
    for slip in exercise.misconceptions:
        verdict = judge(exercise, record(slip.answer, exercise.shown))
        lines.append(f"| {slip.name} | {verdict.points:g} | {verdict.message} |")
    return "\n".join(lines)


def _accepted(exercise):
    relative = [f"{100 * exercise.tolerance:g} %"] if exercise.tolerance else []
    unit = getattr(exercise.form, "unit", "")
    absolute = [f"{exercise.slack:g} {unit}".rstrip()] if exercise.slack else []
    margins = " or ".join(relative + absolute)
    return f"Accepted within {margins}" if margins else "Accepted as it is"


def _written(exercise):
    lines = [
        f"#### {exercise.id} {exercise.title} ({exercise.points:g} points, marked by a person)",
        "",
        "Mark scheme:",
        "",
        *mark_scheme(exercise),
        "",
        "| typical answers, made up for comparison | points |",
        "|---|---|",
        *(f"| {text} | {points:g} |" for points, text in exercise.typical),
    ]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main())

"""Where a learner is: what is done in each unit, the points so far, and what comes next.

Read from the saved notebooks and the stored predictions. Nothing is run, nothing is sent.
"""

import html
from dataclasses import dataclass
from pathlib import Path

from course import predictions
from course.checks import catalogue
from course.checks.exercise import Written
from course.checks.wording import shown_number
from course.publish import reader
from course.publish.reader import FITS, NOTHING, Work
from course.tables import Table

HEADS = ("Unit", "Predictions", "Exercises", "Points so far", "Next")
ABOUT = (
    "Points are those of the checks that you have run, as your notebooks are saved; written answers come on "
    "top, marked by a person."
)
EMPTY = "Nothing is written yet. Begin with the lesson notebooks/{lesson}.ipynb."


@dataclass(frozen=True)
class Progress:
    """What `progress` found; a table in a notebook, lines of text elsewhere."""

    root: Path
    works: dict[str, Work]
    predicted: dict[str, int]
    notes: tuple[str, ...] = ()

    @property
    def points(self) -> float:
        """The points of all checks that fit."""
        return sum(one.points or 0 for work in self.works.values() for one in work.tries.values())

    @property
    def last(self) -> Work | None:
        """The notebook with work in it that was saved last; None where nothing is written."""
        begun = [work for work in self.works.values() if work.begun]
        return max(begun, key=lambda work: work.path.stat().st_mtime, default=None)

    @property
    def begun(self) -> bool:
        """Whether there is anything to go on with."""
        return self.last is not None or any(self.predicted.values())

    def table(self) -> Table:
        """Return a row for each unit."""
        return Table([self._row(unit) for unit in catalogue.UNITS], heads=HEADS)

    def sentences(self) -> list[str]:
        """Return where the learner was and what is left, in words."""
        if not self.begun:
            return [f"{EMPTY.format(lesson=next(iter(catalogue.UNITS)))} {ABOUT}", *self.notes]
        told = []
        if self.last is not None:
            left = left_in(self.last)
            at = f"next there: {left[0]}" if left else "all of it is done"
            told.append(f"You were in {self._place(self.last)}; {at}.")
        else:
            unit = max((unit for unit, count in self.predicted.items() if count), default="")
            told.append(f"You were in the lesson notebooks/{unit}.ipynb; its exercises are open.")
        most = sum(one.points for one in _judged())
        told.append(f"{shown_number(self.points)} of {shown_number(most)} points so far. {ABOUT}")
        return [*told, *self.notes]

    def _row(self, unit):
        work, said = self.works.get(unit), self.predicted.get(unit, 0)
        exercises = catalogue.UNITS[unit]
        if work is None:
            return (unit, f"{said} stored", f"0 of {len(exercises)}", "0", f"notebooks/{unit}.ipynb")
        left = left_in(work)
        points = sum(one.points or 0 for one in work.tries.values())
        most = sum(one.points for one in catalogue.functions(unit))
        done = f"{len(exercises) - len(left)} of {len(exercises)}"
        return (unit, f"{said} stored", done, f"{shown_number(points)} of {shown_number(most)}", _next(left))

    def _place(self, work):
        path = work.path.resolve()
        return path.relative_to(self.root) if path.is_relative_to(self.root) else path

    def __repr__(self):
        return "\n".join([*self.sentences(), *repr(self.table()).splitlines()])

    def _repr_html_(self):
        said = "".join(f"<p>{html.escape(one)}</p>" for one in self.sentences())
        return said + self.table()._repr_html_()


def progress(folder: str | Path | None = None) -> Progress:
    """Return where a learner is.

    Parameters
    ----------
    folder : str or Path, optional
        The folder of the course, or one in it; by default the one in which Python runs.

    Examples
    --------
    >>> list(progress().predicted)
    ['1-history', '2-orbital-basics', '3-ground-track', '4-separation']
    """
    root = reader.home(None if folder is None else Path(folder))
    works, notes = reader.read_all(reader.notebooks(root))
    stored = predictions.kept(root / "notebooks")
    counts = {unit: sum(id.startswith(f"u{unit[0]}-p") for id in stored) for unit in catalogue.UNITS}
    return Progress(root, works, counts, tuple(notes))


def left_in(work: Work) -> list[str]:
    """Return the exercises of a notebook that are not done: id, title, and how far they are."""
    return [
        f"{id} {one.exercise.title}" + ("" if one.state == NOTHING else f" ({one.state})")
        for id, one in work.tries.items()
        if not (one.state == FITS or (isinstance(one.exercise, Written) and one.source))
    ]


def _judged():
    return [one for unit in catalogue.UNITS for one in catalogue.functions(unit)]


def _next(left):
    if not left:
        return "all done"
    return left[0] + (f", and {len(left) - 1} more" if len(left) > 1 else "")

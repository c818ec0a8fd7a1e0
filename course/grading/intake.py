"""Intake of submissions: which file it is, is it a file, is it this unit; repaired where nothing is guessed.

Only the notebook is taken. What else lies beside it (a folder ``course``, modules, links) stays outside.
"""

import os
import stat
from dataclasses import dataclass, field
from pathlib import Path

from course.grading.lifting import Lifted, lift
from course.grading.reading import NeedsPerson, Refused, read_notebook
from course.grading.release import Release
from course.grading.states import NEEDS_PERSON, REFUSED, Result

DEPTH = 4
MOST_FILES = 2_000
IGNORED = {".ipynb_checkpoints", "__pycache__", "__MACOSX"}


@dataclass
class Submission:
    """What one student handed in: work to be run, or a state that says why there is none."""

    student: str
    unit: str
    folder: Path
    lifted: Lifted | None = None
    verdict: Result | None = None
    flags: list[str] = field(default_factory=list)
    repairs: list[str] = field(default_factory=list)

    @property
    def work(self) -> Lifted:
        """What there is to run: of a submission that was not turned away."""
        if self.lifted is None:
            raise ValueError(f"{self.student} handed in nothing that can be run")
        return self.lifted

    @property
    def told(self) -> str:
        """What tells this submission from another: its work, or why there is none."""
        return self.lifted.digest if self.lifted else self.verdict.reason if self.verdict else ""


def students_of(course: Path, unit: str) -> list[str]:
    """Return who handed in something for a unit, or has a folder for it, by name."""
    submitted = course / "submitted"
    if not submitted.is_dir():
        return []
    return sorted(
        one.name for one in submitted.iterdir() if os.path.lexists(one / unit) and _is_name(one.name)
    )


def take_in(course: Path, release: Release, student: str) -> Submission:
    """Return a student's submission; never raises for what a student handed in."""
    folder = course / "submitted" / student / release.unit
    taken = Submission(student, release.unit, folder)
    try:
        notebook = _notebook(folder, release.unit, taken)
        taken.lifted = lift(release, read_notebook(notebook))
    except (Refused, NeedsPerson) as reason:
        state = REFUSED if isinstance(reason, Refused) else NEEDS_PERSON
        taken.verdict = Result(student, release.unit, state, reason=str(reason), flags=taken.flags)
        return taken
    taken.flags += taken.lifted.flags
    taken.repairs += taken.lifted.repairs
    return taken


def _is_name(name):
    return not name.startswith(".")


def _notebook(folder, unit, taken):
    if folder.is_symlink() or folder.parent.is_symlink():
        raise Refused("The folder is a link to another place. Hand in the notebook itself.")
    if not folder.is_dir():
        raise Refused("There is a file where a folder should be. Hand in the notebook again.")
    notebooks, others = _files(folder)
    _tell_of_others(folder, others, taken)
    exact = folder / f"{unit}.ipynb"
    if exact in notebooks:
        chosen = exact
        left = [one for one in notebooks if one != exact and not _alike(one, exact)]
        taken.repairs += [f"another notebook was left aside: {one.relative_to(folder)}" for one in left]
    else:
        chosen = _only(folder, notebooks, others)
        taken.repairs.append(f"the notebook is {chosen.relative_to(folder)}")
    mode = os.lstat(chosen).st_mode
    if stat.S_ISLNK(mode):
        raise Refused(f"{chosen.name} is a link to another file. Hand in the notebook itself.")
    if not stat.S_ISREG(mode):
        raise Refused(f"{chosen.name} is not a file. Hand in the notebook itself.")
    return chosen


def _files(folder):
    """Return notebooks and everything else in a folder, without following a link."""
    notebooks, others, queue = [], [], [(folder, 0)]
    while queue:
        here, depth = queue.pop(0)
        for one in sorted(here.iterdir()):
            if len(notebooks) + len(others) > MOST_FILES:
                raise Refused("There are thousands of files. Hand in the notebook alone.")
            if one.name in IGNORED:
                continue
            if one.is_dir() and not one.is_symlink() and depth < DEPTH:
                queue.append((one, depth + 1))
                others.append(one)
            else:
                (notebooks if one.suffix.lower() == ".ipynb" else others).append(one)
    return notebooks, others


def _tell_of_others(folder, others, taken):
    for one in others:
        name = one.relative_to(folder)
        if one.is_symlink():
            taken.flags.append(f"a link was handed in and not followed: {name}")
        elif one.name == "course" and one.is_dir():
            taken.flags.append(f"a folder {name} was handed in and is not used")
        elif one.suffix == ".py" and "course" not in name.parts:
            taken.repairs.append(f"the file {name} is not used")


def _only(folder, notebooks, others):
    if not notebooks:
        if any(one.suffix == ".py" for one in others):
            raise Refused("There is a Python file and no notebook. Hand in the .ipynb that you worked in.")
        if others:
            names = ", ".join(str(one.relative_to(folder)) for one in others[:3])
            raise Refused(f"There is no notebook, only {names}. Hand in the .ipynb that you worked in.")
        raise Refused("The folder is empty. Hand in the notebook that you worked in.")
    first = notebooks[0]
    if all(_alike(one, first) for one in notebooks[1:]):
        return first
    names = ", ".join(str(one.relative_to(folder)) for one in notebooks[:4])
    raise NeedsPerson(f"There are {len(notebooks)} notebooks ({names}): keep the one that counts.")


def _alike(one, other):
    """Return whether two files are files and hold the same; pipes and links are not opened."""
    try:
        regular = all(stat.S_ISREG(os.lstat(path).st_mode) for path in (one, other))
        return regular and one.read_bytes() == other.read_bytes()
    except OSError:
        return False

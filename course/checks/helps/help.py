"""Help: what an exercise declares for the upper steps of the ladder."""

from dataclasses import dataclass
from typing import NoReturn


@dataclass(frozen=True)
class Help:
    """The help with one exercise.

    Attributes
    ----------
    relation : str
        What the answer rests on, in words.
    part, cell : str
        Which part of the lesson has it, and the id of the cell there.
    parts : tuple of str
        Terms, calls and steps of a solution, none of which runs alone: each has a gap, written as three dots.
    strangers : tuple of str
        Two more that do not belong.
    sister : str
        A problem that is solved in the same way.
    worked : str
        Its solution as code; the last line calls it, and a comment there says what comes out.
    """

    relation: str
    part: str
    cell: str
    parts: tuple[str, ...]
    strangers: tuple[str, str]
    sister: str
    worked: str


class Helps(dict[str, Help]):
    """The help with each exercise by its name; who asks for one that lacks reads which file wants it."""

    def __missing__(self, name: str) -> NoReturn:
        raise LookupError(f"course/checks/helps/unit{name[1:2]}.py lacks {name}: add its Help to HELPS")

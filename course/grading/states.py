"""Results of grading: state, points, and what a teacher should know of one submission."""

from dataclasses import dataclass, field

GRADED, NEEDS_PERSON, NOT_GRADED, REFUSED = "graded", "needs-person", "not-graded", "refused"


@dataclass
class Mark:
    """What one exercise earned, and what its student reads.

    Attributes
    ----------
    points : float or None
        None where a person still has to mark, or where nothing could be judged.
    message : str
        Why it matters, or what to think about next.
    slip : str or None
        The misconception or fault, None for a right answer.
    """

    points: float | None
    most: float
    message: str = ""
    slip: str | None = None


@dataclass
class Result:
    """One student's submission after grading.

    Attributes
    ----------
    marks : dict of str to Mark
        By exercise id.
    flags : list of str
        What a teacher should look at; the points stand.
    repairs : list of str
        What intake put right, which changes no answer.
    reason : str
        Why it was refused or not graded, in a sentence for the student.
    """

    student: str
    unit: str
    state: str
    marks: dict[str, Mark] = field(default_factory=dict)
    flags: list[str] = field(default_factory=list)
    repairs: list[str] = field(default_factory=list)
    reason: str = ""

    def as_json(self) -> dict:
        """Return what ``--json`` writes of it; an exercise that nobody has marked yet has no points."""
        return {
            "student": self.student,
            "unit": self.unit,
            "state": self.state,
            "points": {name: mark.points for name, mark in self.marks.items() if mark.points is not None},
            "flags": self.flags,
            "repairs": self.repairs,
            "reason": self.reason,
        }

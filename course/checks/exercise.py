"""Exercise: one declaration for feedback, grades, proof and the teacher's guide."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from course.checks.forms import Form


class Line(dict):
    """One line of a table among the inputs: column to value, never changed, so that it can be looked up."""

    @cached_property
    def _hash(self) -> int:
        return hash(tuple(self.items()))

    def __hash__(self) -> int:  # pyright: ignore[reportIncompatibleVariableOverride] - a plain one has none
        return self._hash


@dataclass(frozen=True)
class Outcome:
    """What comes of one answer, where many are right.

    Attributes
    ----------
    holds : bool
        Whether the answer is right.
    seen : str
        If it is not, what a student can see of that; it follows "You returned ...: ".
    """

    holds: bool
    seen: str = ""


@dataclass(frozen=True)
class Seen:
    """What can be seen of one answer that is wrong, where it is made of names.

    Attributes
    ----------
    said : str
        What fits and what does not: the beginning of a message.
    ask : str
        What is wrong with this very answer, and a question.
    more : str
        What a student reads who fails once more: it names the place.
    credit : float
        Part of the points, for what fits.
    """

    said: str
    ask: str
    more: str
    credit: float = 0.0


@dataclass(frozen=True)
class Misconception:
    """A way of thinking that leads to one definite wrong answer.

    Attributes
    ----------
    name : str
        Short, unique in its exercise: what tests and the teacher's guide call it.
    answer : callable
        The wrong answer as code, a function of the exercise's inputs.
    message : str
        What a student who answers so reads: at most three sentences, the last one a question.
        ``{returned}`` becomes "You returned 30,800 m/s for 420 km".
    credit : float
        Part of the points that it earns: 0, or what the right method is worth when only its unit slipped.
    variants : tuple of callable
        Other answers that come from the same thinking.
    shows : callable, optional
        Where many answers are right: from the numbers of an answer that fails, as a tuple, and the arguments
        of its call to whether it fails for this reason. `answer` is then an example.
    """

    name: str
    answer: Callable
    message: str
    credit: float = 0.0
    variants: tuple[Callable, ...] = ()
    shows: Callable | None = None


@dataclass(frozen=True)
class Exercise:
    """One graded function.

    Attributes
    ----------
    id, unit, title, points
        ``u2-1``, ``2-orbital-basics``, the heading in the notebook, the points in nbgrader.
    function, takes : str
        Name of the function that the student writes, and the unit of its argument. Where there are several
        arguments, how a call reads in a message: ``"u = {0:g}°, i = {1:g}°"``.
    shown : tuple of tuple
        Arguments of the calls that the visible check makes: numbers, text, tuples of numbers, which arrive as
        arrays, or tables, tuples of `Line`, which arrive as lists of dictionaries.
    draw : callable
        From a ``random.Random`` to the arguments of the hidden calls; never one of the shown ones.
    reference : callable
        The right answer, from the models of the package.
    form : Form
        What an answer looks like: its shape, its units and the size that makes sense.
    tolerance : float
        Relative to the right answer. The reason says which honest differences it lets through and which
        mistake it keeps out.
    why : str
        One sentence for a student who got it: why it matters.
    question : str
        One question for an answer that no misconception explains.
    close : str
        The same for one that is off by less than a percent.
    slack : float
        Absolute tolerance in the unit of the answer, for answers around zero; the wider of the two holds.
    also_right : tuple of callable
        Other models that are as good as the reference. An answer follows one of them in all calls.
    outcome : callable, optional
        Where many answers are right: from the numbers of an answer, as a tuple, and the arguments of its call
        to its `Outcome`, whatever the numbers are. The reference is then one right answer among others, and
        the tolerance is the one that `outcome` applies.
    seen : callable, optional
        Where an answer is made of names: from the numbers of a wrong answer, as a tuple, and the arguments of
        its call to what can be `Seen` of it.
    """

    id: str
    unit: str
    title: str
    points: float
    function: str
    takes: str
    shown: tuple
    draw: Callable
    reference: Callable
    form: Form
    tolerance: float
    tolerance_reason: str
    why: str
    question: str
    misconceptions: tuple[Misconception, ...]
    close: str = "How exact are your constants?"
    slack: float = 0.0
    also_right: tuple[Callable, ...] = ()
    outcome: Callable | None = None
    seen: Callable | None = None

    def margin(self, wanted: float) -> float:
        """Return how far an answer may be from the right number."""
        return max(self.tolerance * abs(wanted), self.slack)


PLACEHOLDER = "Double-click this text and write your answer in its place."  # of a written answer


@dataclass(frozen=True)
class Written:
    """One written answer: a person marks it.

    Attributes
    ----------
    marks : tuple of (float, str)
        The mark scheme: points and what they are given for.
    typical : tuple of (float, str)
        Typical answers, made up for comparison, with the points that the scheme gives them.
    """

    id: str
    unit: str
    title: str
    points: float
    marks: tuple[tuple[float, str], ...]
    typical: tuple[tuple[float, str], ...]


@dataclass(frozen=True)
class Verdict:
    """What the judge says: points, the message for the student, and the name of what went astray.

    ``misconception`` is ``None`` for a right answer, the name of one of the exercise's misconceptions, or one
    of `course.checks.faults.FAULTS`. ``more`` is what is told of this very answer when it comes again.
    """

    points: float
    message: str
    misconception: str | None
    more: str = ""

"""Look for the one change of a student's function after which it fits every input: that names the slip."""

import ast
import contextlib
import io
import itertools
import time
import tokenize
from dataclasses import dataclass, replace

import numpy as np

from course.checks import drawing
from course.checks.comparing import right
from course.checks.exercise import Exercise
from course.checks.limits import OutOfTime, limited
from course.checks.recorder import argument, plain
from course.checks.slips import physics, python, steps
from course.checks.slips.repairs import replaced, slots, together
from course.checks.slips.source import read
from course.checks.slips.unused import needed, unused

_clock = getattr(time, "thread_time", time.process_time)  # a browser's Python has no time of a thread

LIMIT_S = 0.085  # of the processor for the whole search: a check takes at most 0.1 s more
WAIT = 4  # times as long by the clock, on a busy machine
EXACT = (0.1, 0.01)  # parts of the tolerance: what comes no nearer may fit by chance, and names nothing
SURE = (  # faults of the language: they are named even where a misconception gives the same numbers
    *("power sign", "broken power", "whole division", "rounding", "brackets", "end of a call"),
    *("return in the loop", "start in the loop", "forgets", "append", "no call", "other cell"),
)


@dataclass(frozen=True)
class Slip:
    """A slip: its kind, the line of the cell with its number, and the part of it that was mended.

    It is ``alone`` if no change of another line was found that mends as well.
    """

    kind: str
    number: int
    line: str
    part: str
    alone: bool = True

    @property
    def sure(self) -> bool:
        """Whether it is named even where a misconception gives the same numbers."""
        return self.kind in SURE


def find(exercise: Exercise, function: object, *, limit_s: float = LIMIT_S) -> Slip | None:
    """Return the slip in a student's function, None if no single change mends it in time.

    The function as it would be after the change is right for the shown inputs and for others.
    """
    until = _clock() + limit_s  # of the processor: a busy machine finds as much
    source = read(function)
    if source is None:
        return None
    search = _Search(exercise, source, until)
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        try:
            slip = limited(search.run, WAIT * limit_s)
        except OutOfTime:
            slip = search.found()
        except Exception:  # an odd tree: no slip is named
            return None
    if slip or exercise.outcome:
        return slip
    return _one_case(read(function), exercise) or _unused(read(function), exercise)


def spoiled(exercise: Exercise, function: object) -> Slip | None:
    """Return the slip of a function that changes what it was given, None where no line shows it."""
    if (source := read(function)) is None or (found := steps.spoils(source.tree, source.name)) is None:
        return None
    return Slip("in place", found[1], source.line(found[1]), found[0])


def _one_case(source, exercise):
    """Return the slip of a branch for one of the shown inputs, with its value typed in."""
    rows = zip(*exercise.shown, strict=True)
    values = [{one for one in row if isinstance(one, (int, float, str))} for row in rows]
    found = steps.one_case(source.tree, source.name, values)
    return Slip("one case", found[1], source.line(found[1]), found[0]) if found else None


def _unused(source, exercise):
    """Return the slip of an argument that is never looked at, though the answer hangs on it."""
    found = unused(source.tree, source.name, needed(exercise))
    if found is None:
        return None
    kind, parameter, line = found
    return Slip(kind, line, source.line(line), parameter)


class _Search:
    def __init__(self, exercise, source, until):
        self.exercise, self.source, self.until = exercise, source, until
        self.shown = list(exercise.shown)
        self.mending, self.nearness = [], 0
        self.narrow = [
            replace(exercise, tolerance=part * exercise.tolerance, slack=part * exercise.slack)
            for part in EXACT
        ]

    def run(self):
        first = self._other_cell() or self._power_sign()
        if first:
            return first
        self.shown.sort(key=self._fits_now)  # what fails comes first: most repairs end there
        for repairs in (self._likely(), self._far_fetched()):
            self._try(repairs)
            if self.mending:
                break
        return self.found()

    def _try(self, repairs):
        """Keep the changes that come nearest, until time is up or one is sure."""
        for repair in repairs:
            nearness = self._nearness(repair)
            if nearness > self.nearness:
                self.nearness, self.mending = nearness, []
            if nearness and nearness == self.nearness:
                self.mending.append(repair)
            if nearness == len(EXACT) and repair.kind in SURE:
                return

    def _nearness(self, repair):
        """Return how many of the narrow tolerances a change keeps to."""
        return sum(1 for _ in itertools.takewhile(lambda one: self._mends(repair, one), self.narrow))

    def found(self):
        """Return the slip of the change that came nearest so far, None where none mends."""
        if not self.mending:
            return None
        lines = {getattr(repair.node, "lineno", None) for repair in self.mending}
        return self._slip(self.mending[0], alone=len(lines) == 1)

    def _likely(self):
        tree = self.source.tree
        found = self._asked_first(slots(tree))
        first = python.of_loops, steps.of_steps, python.of_operators, python.of_names, python.of_dates
        for step in (*first, python.of_calls, python.of_brackets):
            repairs = [one for slot in found for one in step(slot)]
            yield from repairs
            for kind in ("whole division", "broken power", "rounding"):
                alike = [one for one in repairs if one.kind == kind]
                if len(alike) > 1:
                    yield together(kind, alike)
        yield from self._angles(found)
        found.sort(key=lambda slot: not _handed_back(slot))  # a unit of the result before those on the way
        found = self._asked_first(found)
        yield from self._in_both(tree)
        soon = physics.of_turns, python.of_returns, physics.of_conditions, steps.of_sizes, physics.of_signs
        yield from _each((*soon, physics.of_functions, steps.of_places, physics.of_operations), found)
        yield from physics.of_pairs(tree)
        yield from physics.of_centres(tree)
        yield from _each((physics.of_usual_units,), self._of_values(found))
        yield from _each((physics.of_numbers,), found)
        yield from physics.of_words(tree)

    def _far_fetched(self):
        found = self._asked_first(slots(self.source.tree))
        yield from _each((physics.of_units, physics.of_factors), self._of_values(found))

    def _of_values(self, found):
        """Return slots without those that say how many values there are: the memory is not for trials."""
        sizes = physics.within_sizes(self.source.tree)
        return [slot for slot in found if id(slot[3]) not in sizes]

    def _asked_first(self, found):
        """Return slots, those of the helpers of the function that is asked for at the end."""
        functions = [node for node in self.source.tree.body if isinstance(node, ast.FunctionDef)]
        helpers = [node for node in functions if node.name != self.exercise.function]
        theirs = {id(node) for helper in helpers for node in ast.walk(helper)}
        return sorted(found, key=lambda slot: id(slot[3]) in theirs)

    def _in_both(self, tree):
        """Yield the same repair in both parts of what is handed back, for formulas that mirror each other."""
        returned = [node.value for node in ast.walk(tree) if isinstance(node, ast.Return)]
        pairs = [node.elts for node in returned if isinstance(node, ast.Tuple) and len(node.elts) == 2]
        assigned = [node.value for node in ast.walk(tree) if isinstance(node, ast.Assign)]
        formulas = [value for value in assigned if isinstance(value, ast.BinOp)]
        for pair in (*pairs, *itertools.pairwise(formulas)):
            first, second = ([slot for slot in slots(tree) if _within(slot, part)] for part in pair)
            for step in (python.of_operators, python.of_brackets, physics.of_signs):
                both = ([one for slot in part for one in step(slot)] for part in (first, second))
                for one, other in itertools.product(*both):
                    if one.kind == other.kind:
                        yield together(one.kind, [one, other])

    def _angles(self, found):
        waves = [replaced("angle", s, python.call("radians", s[3])) for s in found if _into_a_wave(s)]
        if len(waves) > 1:
            yield together("angle", waves)

    def _mends(self, repair, exercise=None, **other):
        back = repair.put() if repair else lambda: None
        try:
            function = self.source.function(_np=np, **other)
        except (SyntaxError, TypeError, ValueError, AttributeError, RecursionError, KeyError):
            return False
        finally:
            back()
        exercise = exercise or self.exercise
        given = itertools.chain(self.shown, self._drawn())
        return all(self._fits(function, one, exercise) for one in given)

    def _drawn(self):
        """Yield other inputs, drawn only for a function that fits all that are shown."""
        yield from drawing.drawn_inputs(self.exercise, student="", secret=drawing.PUBLIC_SECRET)

    def _fits(self, function, given, exercise):
        if _clock() > self.until:
            raise OutOfTime
        try:
            with np.errstate(all="ignore"):
                value = plain(function(*map(argument, given)))
        except OutOfTime:
            raise
        except BaseException:
            return False
        return right(exercise, [value], [given])

    def _fits_now(self, given):
        return self._fits(self.source.function(_np=np), given, self.exercise)

    def _other_cell(self):
        """Return the slip of a function that calls one of another exercise, which does not fit."""
        from course.checks.catalogue import functions

        names = [node for node in ast.walk(self.source.tree) if isinstance(node, ast.Name)]
        for one in functions(self.exercise.unit):
            node = next((node for node in names if node.id == one.function), None)
            if node is None or one is self.exercise or one.outcome:
                continue
            if self._mends(None, **{one.function: one.reference}):
                line = self.source.line(node.lineno)
                return Slip("other cell", node.lineno, line, f"{one.function} of {one.id}")
        return None

    def _power_sign(self):
        """Return the slip of a power written as ^, which has another rank among the operators than **."""
        text = "".join(self.source.lines)
        if "^" not in text:
            return None
        tokens = list(tokenize.generate_tokens(io.StringIO(text).readline))
        rows = [token.start[0] for token in tokens if token.string == "^"]
        if not rows:
            return None
        body = [list(line) for line in self.source.lines]
        for token in tokens:
            if token.string == "^":
                body[token.start[0] - 1][token.start[1]] = "**"
        kept = self.source.tree.body
        mended = ast.parse("".join("".join(line) for line in body))
        lines = {node.lineno for node in kept}
        self.source.tree.body = [node for node in mended.body if node.lineno in lines]
        if self._mends(None) or any(self._mends(one) for one in self._few()):
            return Slip("power sign", rows[0], self.source.line(rows[0]), "^")
        self.source.tree.body = kept
        return None

    def _few(self):
        for slot in slots(self.source.tree):
            for step in (python.of_operators, python.of_brackets, python.of_calls):
                yield from step(slot)

    def _slip(self, repair, *, alone):
        number = getattr(repair.node, "lineno", None)
        if number is None:
            return None
        return Slip(repair.kind, number, self.source.line(number), " ".join(repair.part.split()), alone)


def _each(steps, found):
    for step in steps:
        for slot in found:
            yield from step(slot)


def _within(slot, part):
    return any(node is slot[3] for node in ast.walk(part))


def _handed_back(slot):
    return isinstance(slot[0], ast.Return) or (isinstance(slot[0], ast.Tuple) and slot[1] == "elts")


def _into_a_wave(slot):
    parent, field = slot[0], slot[1]
    return field == "args" and python.called(parent) in python.WAVES

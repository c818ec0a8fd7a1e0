"""Recorded values beside the answers of an exercise's own code: the same shape, and numbers that agree."""

import functools

from course.checks.exercise import Line
from course.checks.forms import items_of, kind_of, number_of, text_of
from course.checks.recorder import argument, plain


def expected_values(exercise, inputs):
    """Return all numbers of the right answers to the inputs, in order; words are none."""
    rows = _expected(exercise, frozen(inputs))
    return [reading.value for row in rows for reading in row if not reading.words]


def read(exercise, values, inputs):
    """Return the readings of each recorded value; raise Unreadable for the first one of another form."""
    return [
        exercise.form.read(value, given, exercise.takes) for value, given in zip(values, inputs, strict=True)
    ]


def agrees(exercise, values, inputs, answer):
    """Return whether the values are those of an answer, for all inputs."""
    theirs = _answers(answer, frozen(inputs))
    return all(_same(a, b, exercise.margin) for a, b in zip(values, theirs, strict=True))


def off(exercise, readings, inputs):
    """Return the pairs (reading, expected reading) that differ, in order."""
    pairs = [
        pair
        for row, right in zip(readings, _expected(exercise, frozen(inputs)), strict=True)
        for pair in zip(row, right, strict=True)
    ]
    return [
        (got, wanted)
        for got, wanted in pairs
        if abs(got.value - wanted.value) > exercise.margin(wanted.value)
    ]


def frozen(inputs):
    """Return inputs in a form that can be looked up: tuples all through, and lines of tables."""
    return tuple(tuple(_frozen(v) if isinstance(v, list) else v for v in call) for call in inputs)


def _frozen(items):
    return tuple(Line(item) if isinstance(item, dict) else item for item in items)


@functools.lru_cache(maxsize=256)
def _expected(exercise, inputs):
    return read(exercise, _answers(exercise.reference, inputs), inputs)


@functools.lru_cache(maxsize=4096)
def _answers(answer, inputs):
    """Return what one of our own answers gives, written down in the same way as a student's."""
    return [plain(answer(*map(argument, call))) for call in inputs]


def _same(value, other, margin):
    items, others = items_of(value), items_of(other)
    if items is not None and others is not None:
        whole = value.get("length", len(items)) == len(items) == len(others)
        return whole and all(_same(a, b, margin) for a, b in zip(items, others, strict=True))
    if kind_of(value) == kind_of(other) == "duration":
        value, other = ({"is": "number", "value": one.get("days")} for one in (value, other))
    number, wanted = number_of(value), number_of(other)
    if number is None or wanted is None:
        alike = text_of(value) == text_of(other) if text_of(value) else value == other
        return kind_of(value) == kind_of(other) != "" and alike
    return abs(number - wanted) <= margin(wanted)

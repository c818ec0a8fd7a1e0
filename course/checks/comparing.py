"""Recorded values beside the answers of an exercise's own code: the same shape, and numbers that agree."""

import functools
from collections.abc import Sequence
from dataclasses import replace

from course.checks.exercise import Exercise, Line, Misconception
from course.checks.forms import Names, Reading, Unreadable, texts_of, tidied
from course.checks.recorder import argument, plain
from course.checks.values import items_of, kind_of, number_of, text_of


def expected_values(exercise: Exercise, inputs: Sequence[Sequence]) -> list[float]:
    """Return what the right answers to the inputs measure, in order; nothing where many answers are right."""
    if exercise.outcome:
        return []
    return [
        reading.value for row in expected_readings(exercise, inputs) for reading in row if reading.measured
    ]


def expected_readings(exercise: Exercise, inputs: Sequence[Sequence]) -> list[list[Reading]]:
    """Return the readings of the right answers, a row for each call."""
    return _expected(exercise, frozen(inputs))


def read(exercise: Exercise, values: Sequence[dict], inputs: Sequence[Sequence]) -> list[list[Reading]]:
    """Return the readings of each recorded value; raise Unreadable for the first one of another form."""
    return [
        exercise.form.read(tidied(exercise.form, value), given, exercise.takes)
        for value, given in zip(values, inputs, strict=True)
    ]


def right(exercise: Exercise, values: Sequence[dict], inputs: Sequence[Sequence]) -> bool:
    """Return whether the values are right, for all inputs."""
    if exercise.outcome is None:
        models = (exercise.reference, *exercise.also_right)
        return any(_agrees(exercise, values, inputs, model) for model in models)
    try:
        return not off(exercise, read(exercise, values, inputs), inputs)
    except Unreadable:
        return False


def explains(
    exercise: Exercise,
    slip: Misconception,
    values: Sequence[dict],
    readings: list[list[Reading]] | None,
    inputs: Sequence[Sequence],
) -> bool:
    """Return whether a misconception explains all values; where many are right, the first one that fails.

    ``readings`` is None where the values have another form.
    """
    if any(_agrees(exercise, values, inputs, answer) for answer in (slip.answer, *slip.variants)):
        return True
    outcome = exercise.outcome
    if slip.shows is None or readings is None or outcome is None:
        return False
    return next(
        slip.shows(_numbers(row), *given)
        for row, given in zip(readings, inputs, strict=True)
        if not outcome(_numbers(row), *given).holds
    )


def off(
    exercise: Exercise, readings: list[list[Reading]], inputs: Sequence[Sequence]
) -> list[tuple[Reading, Reading]]:
    """Return the pairs (reading, expected reading) that differ, in order."""
    expected = _expected(exercise, frozen(inputs))
    if outcome := exercise.outcome:
        return [
            pair
            for row, wanted, given in zip(readings, expected, inputs, strict=True)
            for pair in _failed(outcome(_numbers(row), *given), row, wanted)
        ]
    pairs = [
        pair for row, wanted in zip(readings, expected, strict=True) for pair in zip(row, wanted, strict=True)
    ]
    return [
        (got, wanted)
        for got, wanted in pairs
        if abs(got.value - wanted.value) > exercise.margin(wanted.value)
    ]


def frozen(inputs: Sequence[Sequence]) -> tuple[tuple, ...]:
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


def _agrees(exercise, values, inputs, answer):
    """Return whether the values are those of an answer, for all inputs."""
    theirs = _answers(answer, frozen(inputs))
    return all(_same_answer(exercise, a, b) for a, b in zip(values, theirs, strict=True))


def _same_answer(exercise, value, other):
    if isinstance(exercise.form, Names):
        names, others = texts_of(value), texts_of(other)
        if names is not None and others is not None:  # their order is free
            return names == others
    return _same(tidied(exercise.form, value), tidied(exercise.form, other), exercise.margin)


def _failed(outcome, row, wanted):
    """Return the pairs of an answer that fails, each reading with what comes of the answer."""
    if outcome.holds:
        return []
    seen = (replace(reading, said=f"{reading.said}: {outcome.seen}") for reading in row)
    return zip(seen, wanted, strict=True)


def _numbers(row):
    return tuple(reading.value for reading in row)


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

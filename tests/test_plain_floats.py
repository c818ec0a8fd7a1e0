"""What goes in comes out: a number for a number, an array of the same shape for an array, in every model."""

import inspect

import fuzzing
import numpy as np
import pytest
from numpy.typing import ArrayLike

from course.quantities import Floats

ONE_OR_MORE = {Floats: 1, tuple[Floats, Floats]: 2, tuple[Floats, Floats, Floats]: 3}


def of_numbers():
    """Return the functions that give numbers for numbers, and their arguments that may be lists."""
    found = {}
    for name, function in fuzzing.functions().items():
        if not inspect.isfunction(function):
            continue
        signature = inspect.signature(function)
        lists = [one for one, each in signature.parameters.items() if each.annotation is ArrayLike]
        if signature.return_annotation in ONE_OR_MORE and lists:
            found[name] = function, lists, ONE_OR_MORE[signature.return_annotation]
    return found


def asked(name, function, lists):
    given = fuzzing.arguments(name, function)
    if name == "decay.lifetime_days":
        given["f107"] = 125.0  # one of two Suns must be chosen
    return given, [one for one in lists if given[one] is not None]


def parts(answer, count):
    return answer if count > 1 else (answer,)


def test_most_models_are_of_this_kind():
    assert len(of_numbers()) > 30


@pytest.mark.parametrize("name", of_numbers())
def test_a_number_for_numbers_and_an_array_for_an_array(name):
    function, lists, count = of_numbers()[name]
    given, lists = asked(name, function, lists)
    alone = parts(function(**given), count)
    assert [type(part) for part in alone] == [float] * count
    for one in lists:
        for shape in ((1,), (3,), (2, 1)):
            many = parts(function(**(given | {one: np.full(shape, given[one], float)})), count)
            for part, number in zip(many, alone, strict=True):
                assert isinstance(part, np.ndarray) and part.shape == shape and part.dtype == float
                np.testing.assert_allclose(part, number, rtol=1e-12)
        if not one.startswith("start"):
            hole = parts(function(**(given | {one: [given[one], np.nan]})), count)
            assert [np.isnan(part).tolist() for part in hole] == [[False, True]] * count

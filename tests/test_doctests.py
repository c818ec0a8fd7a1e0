"""Every example in a docstring of the course runs and gives what it shows."""

import doctest
import importlib
import inspect
import pkgutil

import pytest

import course

SCRIPTS = ("course.data.build", "course.__main__", "course.site.lite.stand_in")  # run, not imported


def module_names():
    """Return the names of all modules of the course that are made to be imported."""
    found = pkgutil.walk_packages(course.__path__, "course.", onerror=lambda name: None)
    return ["course", *(one.name for one in found if not one.name.startswith(SCRIPTS))]


@pytest.mark.parametrize("name", module_names())
def test_examples(name):
    result = doctest.testmod(importlib.import_module(name))
    assert result.failed == 0


@pytest.mark.parametrize("name", ["course.orbits", "course.flight", "course.ground", "course.risk"])
def test_every_public_function_of_the_models_has_an_example(name):
    module = importlib.import_module(name)
    public = [
        one
        for label, one in inspect.getmembers(module, inspect.isfunction)
        if f"{one.__module__}.".startswith(f"{name}.") and not label.startswith("_")
    ]
    assert public
    assert not [one.__name__ for one in public if ">>>" not in (one.__doc__ or "")]

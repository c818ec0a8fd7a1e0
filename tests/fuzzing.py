"""Odd input for every public name, factory and trait of the course, and a judge of what comes back.

A call takes valid arguments and puts something odd in the place of one or two of them. It ends in one of four
ways: a *clear* error (a ValueError or TypeError that the course itself raises, or a trait's own), a *result*,
a *raw* error (anything else), or *quiet* nonsense: an answer to what can only be a mistake, or a number that
no quantity has. What runs for longer than the limit is a *hang*.
"""

import ast
import contextlib
import importlib
import inspect
import io
import math
import random
import signal
import traceback
import warnings
from collections import Counter
from functools import cache
from pathlib import Path

import numpy as np
import traitlets
from fuzz_values import NO_ARGUMENT, ODD, WRONG, kind_of, valid

import course
from course import elements, widgets

COURSE = Path(course.__file__).parent
LIMIT_S = 10.0  # of the processor, for one call; none takes three
ABSURD = 1e25  # kg, km, s: beyond the mass of the Earth in kg there is nothing that the course computes
MODULES = (
    *("areas", "cities", "elements", "evidence", "flight", "geography", "ground", "history", "layout"),
    *("names", "omm", "orbits", "predictions", "risk", "station", "tables", "tle"),
)
PACKAGES = ("coverage", "decay", "relative")
LEFT_OUT = {  # helpers that no reader calls, and what asks the network or changes the disk
    *("latest", "signed_area_deg2", "read_records", "to_lines", "form_of", "plain_text", "listen"),
    *("country_codes", "similar_countries", "city_places", "similar_cities", "checksum", "catalogue_number"),
    *("areas_named", "predict", "ask", "mark", "scorecard"),
}


class Hang(BaseException):
    """A call ran for longer than the limit."""


SPECIAL = {"cities.find": {"name": "Sochi"}, "station.root_path": {"name": "Zvezda"}}


@cache
def functions():
    """Return every public function and record with checks, by its dotted name."""
    found = {}
    for room in (*MODULES, *PACKAGES):
        module = importlib.import_module(f"course.{room}")
        names = getattr(module, "__all__", None) or [
            name for name, one in vars(module).items()
            if inspect.isfunction(one) and one.__module__ == module.__name__ and not name.startswith("_")
        ]  # fmt: skip
        for name in names:
            one = getattr(module, name)
            if inspect.isfunction(one) and name not in LEFT_OUT and inspect.signature(one).parameters:
                found[f"{room}.{name}"] = one
    found["elements.ElementSet"] = elements.ElementSet
    found |= {f"widgets.{name}": getattr(widgets, name) for name in widgets.__all__ if name != "Picture"}
    return found


def arguments(name, function):
    """Return valid arguments of a function and the names that can be changed."""
    given = {}
    for parameter in inspect.signature(function).parameters.values():
        if parameter.kind is parameter.VAR_POSITIONAL:
            continue
        known = SPECIAL.get(name, {}).get(parameter.name, valid().get(parameter.name, ...))
        if parameter.default is parameter.empty:
            given[parameter.name] = known
        elif parameter.name == "start_utc" and name.startswith("decay"):
            continue
        else:
            given[parameter.name] = parameter.default
    return given


def odd_value(draw, name, default):
    """Return something odd for an argument, and whether it can only be a mistake."""
    kind = kind_of(name)
    wrong = [*WRONG[kind], *(NO_ARGUMENT if kind != "any" else [])]
    if draw.random() < 0.6 and wrong:
        value = draw.choice(wrong)
        optional = value is default or (isinstance(value, str) and value == default)
        return value, not optional
    pool = ODD[kind] or [value for values in ODD.values() for value in values] + NO_ARGUMENT
    return draw.choice(pool), False


def outcome(call, *, mistake, nan_given):
    """Return how a call ends: "clear", "result", "raw", "quiet" or "hang", and what there is to say of it."""

    def ring(signum, frame):
        raise Hang

    before = signal.signal(signal.SIGPROF, ring)
    signal.setitimer(signal.ITIMER_PROF, LIMIT_S)
    try:
        with warnings.catch_warnings(), contextlib.redirect_stdout(io.StringIO()):
            warnings.simplefilter("ignore")
            found = call()
            signal.setitimer(signal.ITIMER_PROF, 0)
    except Hang:
        return "hang", ""
    except Exception as error:
        signal.setitimer(signal.ITIMER_PROF, 0)
        return ("clear" if is_clear(error) else "raw"), f"{type(error).__name__}: {_words(error)}"
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
    if mistake:
        return "quiet", "an answer to a mistake"
    if not nan_given and (number := senseless(found)):
        return "quiet", f"the answer holds {number}"
    return "result", ""


def is_clear(error):
    """Tell whether the course, or a trait, raised an error on purpose."""
    if isinstance(error, traitlets.TraitError):
        return True
    if not isinstance(error, ValueError | TypeError):
        return False
    last = traceback.extract_tb(error.__traceback__)[-1]
    path = Path(last.filename)
    return path.is_relative_to(COURSE) and last.lineno in _raises(path)


@cache
def _raises(path):
    """Return the lines of a file on which a ``raise`` stands."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Raise):
            found.update(range(node.lineno, node.end_lineno + 1))
    return found


def senseless(found):
    """Return a number that no quantity has, out of a plain answer, or None."""
    if isinstance(found, dict):
        found = list(found.values())
    if isinstance(found, list | tuple) and len(found) < 10_000:
        return next((bad for bad in map(senseless, found) if bad is not None), None)
    if isinstance(found, float) or (isinstance(found, np.ndarray) and found.dtype.kind == "f" and found.size):
        biggest = np.abs(found).max()
        return float(biggest) if biggest > ABSURD and not math.isnan(biggest) else None
    return None


class Tally:
    """What came back, counted, and one example of each kind of fault."""

    def __init__(self):
        self.counts, self.faults = Counter(), {}

    def add(self, where, what, how, told):
        """Count one call."""
        self.counts[how] += 1
        if how in ("raw", "quiet", "hang"):
            self.faults.setdefault((how, where, what.split("=")[0], told.split(":")[0]), f"{what}: {told}")

    def report(self):
        """Return all as text."""
        total = sum(self.counts.values())
        lines = [f"{total} calls: " + ", ".join(f"{count} {how}" for how, count in self.counts.most_common())]
        lines += [f"{how:6} {where}({what})" for (how, where, *_), what in sorted(self.faults.items())]
        return "\n".join(lines)


def fuzz(calls, seed=1, factories=None):
    """Return the `Tally` of a number of calls, spread over all functions, factories and traits.

    Of the factories all are taken, or those that are named.
    """
    draw, tally = random.Random(seed), Tally()
    names = [name for name in sorted(functions())
             if not name.startswith("widgets.") or factories is None or name in factories]  # fmt: skip
    plain_names = [name for name in names if not name.startswith("widgets.")]
    pictures = _pictures(tuple(name for name in names if name.startswith("widgets.")))
    for number in range(calls):
        if number % 8 == 7:
            _set_trait(draw, tally, pictures)
            continue
        name = draw.choice(names if number % 4 == 0 else plain_names)
        _call(draw, tally, name, functions()[name])
    return tally


def _call(draw, tally, name, function):
    given = arguments(name, function)
    changed = draw.sample(sorted(given), min(len(given), draw.choice((1, 1, 1, 2))))
    mistake, defaults = False, inspect.signature(function).parameters
    for one in changed:
        given[one], wrong = odd_value(draw, one, defaults[one].default)
        mistake |= wrong
    odd = [given[one] for one in changed]
    told = ", ".join(f"{one}={_shown(given[one])}" for one in changed)
    positional = [one for one, parameter in defaults.items() if parameter.kind is parameter.POSITIONAL_ONLY]
    how, words = outcome(lambda: function(*[given.pop(one) for one in positional], **given),
                         mistake=mistake, nan_given=any(_has_nan(one) for one in odd))  # fmt: skip
    tally.add(name, told, how, words)


@cache
def _pictures(names):
    """Return one picture of each factory with its public synced traits."""
    found = {}
    for name in names:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            picture = functions()[name](**arguments(name, functions()[name]))
        traits = set(picture.traits(sync=True)) - set(widgets.Picture.class_trait_names())
        if own := sorted(trait for trait in traits if not trait.startswith("_")):
            found[name] = (picture, own)
    return found


def _set_trait(draw, tally, pictures):
    name = draw.choice(sorted(pictures))
    picture, traits = pictures[name]
    trait = draw.choice(traits)
    before = getattr(picture, trait)
    value = draw.choice([value for pool in (*WRONG.values(), *ODD.values()) for value in pool] + NO_ARGUMENT)

    def act():
        setattr(picture, trait, value)
        return picture.sentence and None

    how, told = outcome(act, mistake=False, nan_given=True)
    if (
        how in ("clear", "raw")
        and getattr(picture, trait) is not before
        and getattr(picture, trait) != before
    ):
        how, told = "quiet", f"refused, and changed all the same ({told})"
    tally.add(f"{name}.{trait}", f"{_shown(value)}", how, told)
    with contextlib.suppress(Exception):
        setattr(picture, trait, before)


def _has_nan(value):
    with contextlib.suppress(Exception), warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return bool(np.isnan(np.ma.filled(np.ma.asarray(value, float), np.nan)).any())
    return False


def _words(error):
    try:
        return str(error)[:100]
    except Exception:  # an error that shows what fails when shown
        return "an error without words"


def _shown(value):
    try:
        return repr(value)[:50]
    except Exception:
        return f"a {type(value).__name__}"

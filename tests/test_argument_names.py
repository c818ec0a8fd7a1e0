"""What is wrong is refused under the name that the caller gave it: every argument of every public function.

A function hands its arguments on to others, which have names of their own: "altitude_km must be ..." says
nothing to somebody who wrote `orbit_km`. Each argument in its turn is something that cannot be meant.
"""

import re
import warnings

import fuzzing
import pytest
import traitlets

from course.quantities import LARGEST

SAYS_WHAT_IT_IS = {  # texts of element sets, and questions: the message says what is asked for
    **dict.fromkeys(("line1", "line2", "name", "source"), "an element set is made of text"),
    "text": "an element set is a text",
    "id": "a question is named by text",
    "answer": "a question is named by text",  # no question is asked in this table of arguments
}
UNLIMITED = {("relative.orbit_with_drag", "ballistic_coefficient_kg_m2")}  # infinite: without drag
REAL_SUN = {"f107": None, "start_utc": "2022-03-12"}


class Nothing:
    """No number, no text, no moment, no list, no country."""

    def __repr__(self):
        return "Nothing()"


def calls():
    """Yield the name of each function, the function, its valid arguments, and one of their names."""
    for name, function in fuzzing.functions().items():
        given = fuzzing.arguments(name, function)
        suns = [(given, "percentile")]  # only with the other Sun does it say anything
        if name in ("decay.descent", "decay.lifetime_days"):
            suns.append((given | REAL_SUN, "f107"))
        for asked, left_out in suns:
            for argument in asked:
                if argument != left_out or name == "decay.activity":
                    yield pytest.param(name, function, asked, argument, id=f"{name}-{argument}")


@pytest.mark.parametrize(("name", "function", "given", "argument"), list(calls()))
def test_what_is_wrong_is_refused_by_its_own_name(name, function, given, argument):
    for wrong in (Nothing(), b"x", float("inf"), 2 * LARGEST):
        if wrong == float("inf") and (name, argument) in UNLIMITED:
            continue
        with warnings.catch_warnings(), pytest.raises((ValueError, TypeError, traitlets.TraitError)) as said:
            warnings.simplefilter("ignore")
            function(**given | {argument: wrong})
        trait = rf"The '{argument}' trait of an? \w+ instance expected "
        expected = rf"{argument}\b|{trait}|{SAYS_WHAT_IT_IS.get(argument, argument)}"
        assert re.match(expected, str(said.value)), str(said.value)

"""Pictures as tests look into them."""

import inspect

from course.widgets.kit.arrays import unpack


def sent(picture, name):
    """Return an array of a picture as the browser gets it, in float32."""
    return unpack(picture._arrays, picture._layout_of_arrays)[name]


def takes_a_question(function):
    """Return whether the function of a picture takes the question before it, as lessons give it."""
    taken = inspect.signature(function).parameters.get("question")
    return taken is not None and (taken.kind, taken.default) == (taken.KEYWORD_ONLY, None)

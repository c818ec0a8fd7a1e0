"""The station flat, from above and from the side: the outline of each of its bodies there, in m."""

from dataclasses import dataclass

import numpy as np

from course.layout import Body
from course.quantities import Array

SHOULDER = {"cylinder": (0.66, 0.09), "arm": (1.0, 0.0), "dome": (0.45, 0.55)}  # its end: width, length


@dataclass(frozen=True)
class View:
    """A direction to look from: what goes to the right, what goes down, and what comes nearer."""

    right: tuple
    down: tuple
    nearer: tuple


VIEWS = {
    "above": View(right=(0, 1, 0), down=(-1, 0, 0), nearer=(0, 0, -1)),  # forward is up
    "side": View(right=(1, 0, 0), down=(0, 0, 1), nearer=(0, 1, 0)),  # from starboard, forward to the right
}


def outline_m(body: Body, view: View) -> Array:
    """Return the outline of a body of `course.layout` in a view, to the right and down; an array (n, 2).

    Round bodies are seen as circles from their ends.

    Parameters
    ----------
    body : course.layout.Body
    view : View
    """
    plane = np.array([view.right, view.down], float)
    middle, axis = plane @ body.centre_m, plane @ body.axis
    if np.hypot(*axis) < 0.1:
        across = np.array([body.reach_m(np.array(way, float)) for way in (view.right, view.down)])
        return middle + across * (_circle() if body.shape in (*SHOULDER, "ball") else _SQUARE)
    side = np.array([-axis[1], axis[0]]) / np.hypot(*axis)
    half = np.array([axis * body.length_m / 2, side * body.reach_m(side @ plane)])
    return middle + _silhouette(body.shape) @ half


_SQUARE = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1)], float)


def _silhouette(shape):
    """Return the outline of a shape from its side: along its axis, across it; both from -1 to 1."""
    if shape == "ball":
        return _circle()
    if shape not in SHOULDER:
        return _SQUARE
    wide, long = SHOULDER[shape]
    far = [(1, wide), (1 - 2 * long, 1)]
    near = [(-1, 1)] if shape == "dome" else [(2 * long - 1, 1), (-1, wide)]
    half = np.array([*far, *near], float)
    return np.concatenate([half, half[::-1] * (1, -1)])


def _circle():
    turn = 2 * np.pi * np.arange(24) / 24
    return np.column_stack([np.cos(turn), np.sin(turn)])

"""Over whom it flies: what Python computes for the picture."""

import numpy as np
from numpy.typing import NDArray

STEP_S = 10  # between the points whose country is looked up: 75 km of the track


def runs(inside: NDArray[np.bool_], apart: int) -> list[tuple[int, int]]:
    """Return first and last place of each run of True; gaps shorter than `apart` are passed over.

    Examples
    --------
    >>> runs(np.array([False, True, True, False, True]), 1), runs(np.array([True, False, True]), 2)
    ([(1, 2), (4, 4)], [(0, 2)])
    """
    places = np.flatnonzero(inside)
    if not len(places):
        return []
    breaks = np.flatnonzero(np.diff(places) > apart)
    first, last = places[np.r_[0, breaks + 1]], places[np.r_[breaks, len(places) - 1]]
    return list(zip(first.tolist(), last.tolist(), strict=True))

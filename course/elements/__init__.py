"""Dated element sets of the ISS, 1998 to 2026, live ones, and a reader whose errors teach the formats.

An element set holds the mean orbit at one moment, the epoch, and only SGP4 may read it: its numbers are means
of SGP4's own kind. It ages: how fast was measured (`Uncertainty`), and every use says so.

References
----------
.. [1] F. Hoots and R. Roehrich, Spacetrack Report No. 3 (1980).
.. [2] D. Vallado, P. Crawford, R. Hujsak, T. Kelso, Revisiting Spacetrack Report #3, AIAA 2006-6753.
"""

from course.elements.ages import KNOWN_DAYS, Uncertainty
from course.elements.element_set import (
    FRESH_DAYS,
    ISS_NUMBER,
    ElementAgeWarning,
    ElementSet,
    require_element_set,
)
from course.elements.live import latest
from course.elements.reading import OtherSatelliteWarning, parse
from course.elements.shipped import nearest, on, shipped
from course.tle import ElementSetError

__all__ = [
    "FRESH_DAYS",
    "ISS_NUMBER",
    "KNOWN_DAYS",
    "ElementAgeWarning",
    "ElementSet",
    "ElementSetError",
    "OtherSatelliteWarning",
    "Uncertainty",
    "latest",
    "nearest",
    "on",
    "parse",
    "require_element_set",
    "shipped",
]

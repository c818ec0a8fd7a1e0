"""The exercises of unit 3, Ground track: why mostly not over Russia."""

from course.checks.unit3.area import AREA
from course.checks.unit3.latitude import LATITUDE
from course.checks.unit3.pieces import PIECES
from course.checks.unit3.shift import SHIFT
from course.checks.unit3.time import TIME
from course.checks.unit3.verdict import VERDICT

EXERCISES = (LATITUDE, SHIFT, PIECES, TIME, AREA, VERDICT)

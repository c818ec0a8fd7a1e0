"""The exercises of unit 2, Orbital basics: falling without landing."""

from course.checks.unit2.gravity import GRAVITY
from course.checks.unit2.laps import LAPS
from course.checks.unit2.pen import PEN
from course.checks.unit2.period import PERIOD
from course.checks.unit2.row import ROW
from course.checks.unit2.speed import SPEED

EXERCISES = (SPEED, PERIOD, GRAVITY, LAPS, ROW, PEN)

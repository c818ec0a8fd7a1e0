"""The exercises of unit 4, Separation: what happens when the segments part."""

from course.checks.unit4.burn import BURN
from course.checks.unit4.drift import DRIFT
from course.checks.unit4.line import LINE
from course.checks.unit4.memo import MEMO
from course.checks.unit4.safe import SAFE
from course.checks.unit4.share import SHARE

EXERCISES = (SHARE, DRIFT, SAFE, BURN, LINE, MEMO)

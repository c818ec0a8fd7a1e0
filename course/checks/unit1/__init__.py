"""The exercises of unit 1, History: what was claimed, what is on record."""

from course.checks.unit1.crewed import CREWED
from course.checks.unit1.gap import GAP
from course.checks.unit1.mile import MILE
from course.checks.unit1.segments import SEGMENTS
from course.checks.unit1.sentences import SENTENCES
from course.checks.unit1.trail import TRAIL

EXERCISES = (GAP, MILE, SEGMENTS, CREWED, TRAIL, SENTENCES)

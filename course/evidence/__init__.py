"""Evidence: the source of each fact of the course, and what proves or refutes each claim."""

from course.evidence.facts import cited, events, find, source
from course.evidence.marks import mark, marks, scorecard
from course.evidence.trail import trail, trail_sources
from course.evidence.verdicts import call_text, compare, figure, recompute, statements, verdicts

__all__ = [
    "call_text",
    "cited",
    "compare",
    "events",
    "figure",
    "find",
    "mark",
    "marks",
    "recompute",
    "scorecard",
    "source",
    "statements",
    "trail",
    "trail_sources",
    "verdicts",
]

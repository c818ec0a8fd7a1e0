"""Help with each exercise when the first message did not: relation, parts of the solution, a sister."""

from course.checks.helps import unit1, unit2, unit3, unit4
from course.checks.helps.help import Help, Helps

HELPS = Helps({**unit1.HELPS, **unit2.HELPS, **unit3.HELPS, **unit4.HELPS})

__all__ = ["HELPS", "Help"]

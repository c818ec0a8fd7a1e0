"""A learner's own page: the article judged by him, with his numbers; and how far he is."""

from course.publish.command import write
from course.publish.progress import progress

__all__ = ["progress", "write"]

"""Questions of the lessons: asked before a picture opens, shown at the end beside what was computed.

They stand here and not in the notebooks, where the answer could be read before the question.
"""

from course.widgets.questions.asking import QUESTIONS, Asked, asked, named

__all__ = ["QUESTIONS", "Asked", "asked", "named"]

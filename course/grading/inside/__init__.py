"""What runs where a student's code runs: it holds no exercise, no reference, no judge and no secret.

Inside the sandbox these files are the whole of ``course.grading``, and ``checks/`` stands for
``course.checks``.
"""

RECORDER = (
    "limits",
    "recorder",
)  # of `course.checks`, what asks a student's functions, the later one by the earlier one

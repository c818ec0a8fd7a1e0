"""Lateness: when a submission was handed in, and the plugin that says what a late one loses."""

import datetime
from pathlib import Path
from typing import Protocol

from course.grading.intake import Submission
from course.grading.release import ROOT


class LatePlugin(Protocol):
    """What nbgrader asks of a plugin for late submissions."""

    def late_submission_penalty(
        self, student_id: str, score: float, total_seconds_late: float, /
    ) -> float | None:
        """Return what a late submission loses."""


def late_plugin(course: Path) -> LatePlugin:
    """Return nbgrader's plugin for late submissions, as the course's nbgrader_config.py sets it."""
    from nbgrader.preprocessors import AssignLatePenalties
    from traitlets.config.loader import PyFileConfigLoader

    folder = course if (course / "nbgrader_config.py").exists() else ROOT
    config = PyFileConfigLoader("nbgrader_config.py", path=str(folder)).load_config()
    step = AssignLatePenalties(config=config)
    step.init_plugin()
    return step.plugin_inst  # pyright: ignore[reportReturnType] - nbgrader declares no method of a plugin


def handed_in(taken: Submission) -> tuple[datetime.datetime | None, str]:
    """Return when it was handed in, in UTC, and a complaint where the file that says so cannot be read."""
    path = taken.folder / "timestamp.txt"
    if path.is_symlink() or not path.is_file():
        return None, ""
    from dateutil import parser

    try:
        moment = parser.parse(path.read_text(encoding="utf-8")[:100].strip())
        if moment.tzinfo:
            moment = moment.astimezone(datetime.UTC).replace(tzinfo=None)
    except (OSError, ValueError, OverflowError):
        return None, "timestamp.txt holds no moment; nothing is late"
    return moment, ""

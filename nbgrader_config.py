"""nbgrader's settings for this course: solutions/ is the source, exercises/ is what students get.

The teacher's secret (docs/teachers-guide.md) stands in the environment variable COURSE_SECRET, or in a file
``secret.txt`` beside this one, which is never committed.
"""

import os
import sys
from pathlib import Path

from course.checks.drawing import secret_from
from course.grading.cleaning import TAGS
from course.start.launch import SHARE

c = get_config()  # noqa: F821 - traitlets provides it
here = Path(__file__).resolve().parent

c.CourseDirectory.root = str(here)
c.CourseDirectory.course_id = "iss"
c.CourseDirectory.source_directory = "solutions"
c.CourseDirectory.release_directory = "exercises"

# The gap that students fill. It runs as it stands, so that a notebook can be run from top to bottom.
c.ClearSolutions.code_stub = {"python": "# Your code here\n..."}

c.OverwriteCells.add_missing_cells = True  # a deleted check counts 0; otherwise its grade stays empty
c.IgnorePattern.enabled = True  # a warning on stderr is not a mistake; nbgrader would give 0 for it
c.IgnorePattern.pattern = "Warning"
c.Execute.timeout = (
    60  # s for one cell; a function that never ends is stopped after 5 s (course.checks.recorder)
)

# A written answer is shown to its marker as a page. Without this, what a student writes into it, a script in
# the address of an image among it, runs there with the marker's rights.
c.HTMLExporter.preprocessors = ["nbconvert.preprocessors.sanitize.SanitizeHTML"]
c.SanitizeHTML.enabled = True
c.SanitizeHTML.tags = sorted(TAGS)  # with tables and paragraphs, which do nothing

# Formulas are drawn here, as MathML: nbgrader's pages would ask a network for MathJax. SHARE has what stands
# in the place of that request.
c.HTMLExporter.filters = {"markdown2html": "course.grading.formulas.markdown_with_formulas"}
places = os.environ.get("JUPYTER_PATH", "").split(os.pathsep)
os.environ["JUPYTER_PATH"] = os.pathsep.join(dict.fromkeys([str(SHARE), *filter(None, places)]))

# What students get back: no scheme of marks, no hidden check, no notes of the grader beside the page.
c.GenerateFeedback.preprocessors = [
    "nbgrader.preprocessors.GetGrades",
    "nbgrader.preprocessors.ClearMarkScheme",
    "nbgrader.preprocessors.ClearHiddenTests",
    "nbconvert.preprocessors.CSSHTMLHeaderPreprocessor",
]
c.CourseDirectory.ignore = [".ipynb_checkpoints", "*.pyc", "__pycache__", "feedback", ".grade.json"]

# nbgrader starts `alembic` by its name: found beside this Python also where no environment is activated.
os.environ["PATH"] = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)])

secret = here / "secret.txt"
if secret.exists() and "COURSE_SECRET" not in os.environ:
    os.environ["COURSE_SECRET"] = secret_from(secret)

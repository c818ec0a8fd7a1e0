"""What a teacher gives back: pages of feedback and tables of grades, by the grader's marks and a person's."""

import base64
import csv
import datetime
import html
import importlib.util
import io
import json
import os
import re
from pathlib import Path

import pytest
from handed_in import ROOT, UNIT, blank, cell

from course.checks import catalogue
from course.grading import export, feedback, formulas, gradebook, report, standing, store
from course.grading.cleaning import markdown_as_html
from course.grading.release import FENCES, read_release, release_path
from course.grading.states import GRADED, REFUSED, Mark, Result

pytest_plugins = ("ground",)  # a gradebook and warm workers, made once

FUNCTIONS = catalogue.functions(UNIT)
(WRITTEN,) = catalogue.written(UNIT)
MOST = sum(one.points for one in catalogue.UNITS[UNIT])


PIXEL = base64.b64encode(b"\x89PNG\r\n\x1a\n" + bytes(40)).decode()
FORMULAS = r"""It falls: $v=\sqrt{\mu/r} < c$
$\text{<script>alert(1)</script>}\href{javascript:alert(1)}{x}$

$$
\frac{a}{b}
$$
"""


def marks(written, first=None):
    earned = {one.id: Mark(one.points, one.points, "Right, and why it matters.") for one in FUNCTIONS}
    if first is not None:
        earned[FUNCTIONS[0].id] = Mark(first, FUNCTIONS[0].points, "What unit has it?", "kilometres")
    return earned | {WRITTEN.id: Mark(written, WRITTEN.points)}


@pytest.fixture(scope="module")
def course(tmp_path_factory, put_gradebook):
    """Five students: all right and marked by hand, a slip, not marked yet, refused, nothing earned."""
    folder = tmp_path_factory.mktemp("class")
    put_gradebook(folder)
    nothing = {one.id: Mark(0.0, one.points, "A question?", "raises") for one in FUNCTIONS}
    results = [
        Result("ann", UNIT, GRADED, marks(None)),
        Result("bob", UNIT, GRADED, marks(0.0, first=1.0)),
        Result("cem", UNIT, GRADED, marks(None)),
        Result("=dan", UNIT, REFUSED, {}, reason="The file is <not> a notebook."),
        Result("eve", UNIT, GRADED, nothing | {WRITTEN.id: Mark(0.0, WRITTEN.points)}),
    ]
    notebook = blank()
    cell(notebook, FUNCTIONS[0].id)["source"] = "answer = '<script>alert(1)</script>'"
    cell(notebook, f"{WRITTEN.id}-answer")["source"] = f"<div>{markdown_as_html(FORMULAS)}</div>"
    cell(notebook, FUNCTIONS[0].id)["outputs"] = [
        {
            "output_type": "display_data",
            "metadata": {},
            "data": {"image/png": PIXEL, "text/plain": "<a plot>"},
        },
        {
            "output_type": "display_data",
            "metadata": {},
            "data": {
                "text/html": f'<img src="data:image/png;base64,{PIXEL}" alt="The Earth, still">'
                "<img src=https://evil.example/x.png onerror=alert(1)>"
            },
        },
    ]
    for one in results:
        store.keep(folder, one, "key", {})
        path = store.folder_of(folder, one.student, UNIT) / f"{UNIT}.ipynb"
        path.write_text(json.dumps(notebook), encoding="utf-8")
    book = gradebook.Gradebook(folder, UNIT)
    entries = [
        gradebook.Entry(
            one.student,
            {name: mark.points for name, mark in one.marks.items()},
            submitted=datetime.datetime.now(),
        )
        for one in results
    ]
    book.write(entries)
    book.close()
    _mark_by_hand(folder, "ann", 2.5, "Clear, but <b>which</b> force?")
    return folder


def _mark_by_hand(folder, student, score, comment):
    from nbgrader.api import Gradebook

    with Gradebook(f"sqlite:///{folder / 'gradebook.db'}", "iss") as book:
        book.update_or_create_student(student, first_name="Ann", last_name="Lee", email="ann@example.org")
        book.find_grade(WRITTEN.id, UNIT, UNIT, student).manual_score = score
        book.find_comment(WRITTEN.id, UNIT, UNIT, student).manual_comment = comment
        book.db.commit()


@pytest.fixture(scope="module")
def standings(course):
    return {one.student: one for one in standing.standings(course, UNIT)}


def test_what_a_person_gave_counts_and_what_nobody_marked_is_no_zero(standings):
    assert standings["ann"].points == MOST - WRITTEN.points + 2.5
    assert standings["bob"].points == MOST - WRITTEN.points - FUNCTIONS[0].points + 1
    states = {name: one.state for name, one in standings.items()}
    assert states == {
        "ann": "earned",
        "bob": "earned",
        "cem": "needs-person",
        "=dan": "refused",
        "eve": "earned 0",
    }
    assert standings["cem"].points is None and standings["=dan"].points is None
    assert standings["eve"].points == 0 and standings["eve"].most == MOST


@pytest.mark.parametrize("form", export.FORMS)
def test_tables_hold_points_where_there_are_some_and_nothing_that_acts(standings, form):
    text = export.as_text(export.FORMS[form](list(standings.values())))
    rows = list(csv.reader(io.StringIO(text)))
    assert len({len(row) for row in rows}) == 1
    by_name = {name: row for row in rows for name in standings if name in [one.lstrip("'") for one in row]}
    assert f"{standings['ann'].points:g}" in by_name["ann"] and "0" in by_name["eve"]
    column = next(at for at, told in enumerate(by_name["ann"]) if told == f"{standings['ann'].points:g}")
    assert [by_name[name][column] for name in ("cem", "=dan")] == ["", ""]
    assert not any(told.startswith("=") for row in rows for told in row)


def test_the_command_says_who_has_no_points_yet(course, tmp_path, capsys):
    code = export.export([UNIT, "--course", str(course), "--out", str(tmp_path / "grades.csv")])
    told = capsys.readouterr().err
    assert code == 1 and "cem (needs-person)" in told and "=dan (refused)" in told
    assert (tmp_path / "grades.csv").read_text("utf-8").startswith("student,")


def test_a_page_says_what_was_earned_why_and_what_to_try_next(course, standings):
    release = read_release(release_path(course, UNIT), UNIT)
    right, slip = (feedback.page(course, release, standings[name]) for name in ("ann", "bob"))
    assert "Ann Lee" in right and "13.5 of 14 points" in right
    assert right.count("Right, and why it matters.") == len(FUNCTIONS) and "Try next" not in right
    assert "Clear, but &lt;b&gt;which&lt;/b&gt; force?" in right
    assert "What unit has it?" in slip and slip.count("Try next") == 1
    assert f"{FUNCTIONS[0].id} " in slip and "1 of 2 points" in slip


def test_code_in_a_sentence_is_code(course, standings):
    shown = feedback.page(course, read_release(release_path(course, UNIT), UNIT), standings["eve"])
    assert "<code>np.argmax</code>" in shown and "`" not in shown


def test_nothing_in_a_page_runs_is_fetched_or_gives_a_solution_away(course, standings):
    release = read_release(release_path(course, UNIT), UNIT)
    for one in standings.values():
        shown = feedback.page(course, release, one)
        assert "<script" not in shown and not re.search(
            r"src=(?!\"data:image/png;base64,)|href=|url\(", shown
        )
        for secret in ("MARK SCHEME", "HIDDEN TESTS", "grade(", *(text for _, text in WRITTEN.typical)):
            assert secret not in shown
    assert "The file is &lt;not&gt; a notebook." in feedback.page(course, release, standings["=dan"])


def test_formulas_and_pictures_need_no_network_and_pictures_have_words(course, standings):
    shown = feedback.page(course, read_release(release_path(course, UNIT), UNIT), standings["ann"])
    assert (
        "<msqrt><mrow><mi>μ</mi><mo>/</mo><mi>r</mi></mrow></msqrt><mo>&lt;</mo><mi>c</mi></mrow></math>"
        in shown
    )
    assert '<math xmlns="http://www.w3.org/1998/Math/MathML" display="block">' in shown
    assert "alert(1)" not in shown.partition("It falls")[2]
    assert 'alt="The Earth, still"' in shown and 'alt="&lt;a plot&gt;"' in shown
    assert shown.count("<img") == 2 and "evil.example" not in shown


def test_a_page_of_formgrader_draws_formulas_and_asks_no_network(monkeypatch):
    import nbformat
    from nbconvert.exporters import HTMLExporter
    from traitlets.config.loader import PyFileConfigLoader

    for name in ("COURSE_SECRET", "JUPYTER_PATH", "PATH"):
        monkeypatch.setenv(name, os.environ.get(name, ""))  # the settings change them
    config = PyFileConfigLoader("nbgrader_config.py", path=str(ROOT)).load_config()
    there = Path(importlib.util.find_spec("nbgrader").origin).parent / "server_extensions" / "formgrader"
    config.HTMLExporter.template_name = "formgrade"
    config.HTMLExporter.extra_template_basedirs = [str(there / "templates")]
    fenced = "\n\n".join((FENCES[0], "<table><tr><td>A scheme</td></tr></table>", FENCES[1]))
    texts = (FORMULAS, f"<div>{markdown_as_html(FORMULAS)}</div>", fenced)
    cells = [nbformat.v4.new_markdown_cell(text) for text in texts]
    notebook = nbformat.v4.new_notebook(cells=cells)
    told = {"nbgrader": {"notebook": UNIT}, "base_url": "", "notebook_id": UNIT, "index": 0, "total": 1}
    shown, _ = HTMLExporter(config=config).from_notebook_node(notebook, told)
    assert shown.count("<msqrt>") == 2 and shown.count("<mfrac>") == 2 and "sqrt{" not in shown
    assert "<td>A scheme</td>" in shown and "MARK SCHEME" not in shown
    assert not re.search(r"""(?:src|href)=["']?(?:https?:)?//|url\(["']?http|alert\(1\)</script""", shown)


@pytest.mark.parametrize(
    "source",
    [
        r"\href{javascript:alert(1)}{x}",
        r"\text{<img src=x onerror=alert(1)>}",
        r"\text{<script>alert(1)</script>}",
        r"\class{x}{y}",
        r"\color{url(https://evil.example)}{x}",
        r"\includegraphics{https://evil.example/x.png}",
        "x" * 5_000,
    ],
)
def test_a_formula_that_would_act_draws_nothing_that_acts(source):
    drawn = formulas.with_formulas(rf"\({html.escape(source)}\)")
    assert not re.search(r"<(?!/?(?:math|m[a-z]+|code)\b)|<[^>]*(?:href|src|on\w+|style)=", drawn)


def test_the_command_writes_where_nbgrader_would_and_names_who_handed_in_nothing(course, capsys):
    assert feedback.feedback([UNIT, "ann", "nobody", "--course", str(course)]) == 1
    assert "nobody handed in nothing" in capsys.readouterr().out
    assert (course / "feedback" / "ann" / UNIT / f"{UNIT}.html").exists()


def test_before_anything_is_graded_one_sentence_says_what_to_do(tmp_path, capsys):
    assert feedback.feedback([UNIT, "--course", str(tmp_path)]) == 2
    assert f"run python -m course grade {UNIT}" in capsys.readouterr().err


def test_the_page_of_the_class_counts_slips_and_names_nobody_unless_asked(course, standings):
    found = list(standings.values())
    shown = report.page(course, UNIT, found)
    assert "1: kilometres" in shown and shown.count("1: raises") == len(FUNCTIONS)
    assert "5 students: 2 earned, 1 earned 0, 1 waiting for a person, 1 refused." in shown
    assert not any(name in shown for name in (">ann<", "Ann Lee", "bob", "cem", "eve"))
    assert "with the picture cannon" in shown
    named = report.page(course, UNIT, found, names=True)
    assert "Ann Lee" in named and "<td>bob</td>" in named
    assert not re.search(r"<script|(?:src|href)=|url\(", named)


def class_of(*points):
    """Return standings of two exercises with these points."""
    return [
        standing.Standing(
            f"s{n}", UNIT, "earned", (standing.Part("u2-1", one, 2), standing.Part("u2-2", other, 2))
        )
        for n, (one, other) in enumerate(points)
    ]


def test_an_exercise_that_the_best_get_wrong_divides_badly():
    good = class_of(*[(2, 2), (0, 0), (1, 1), (2, 1)] * 3)
    bad = class_of(*[(0, 2), (2, 0), (1, 1), (0, 1)] * 3)
    assert report.divides_by(good, 0) > 0.5 > report.DIVIDES_BADLY > report.divides_by(bad, 0)
    assert report.divides_by(good[:5], 0) is None  # too few to say
    assert report.divides_by(class_of(*[(2, 1)] * 9), 0) is None  # all the same

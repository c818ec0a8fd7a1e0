"""Lessons and solutions are committed in one form, and one command makes it of what an editor saved."""

import json
import random
import re
import subprocess
import sys

import pytest

from tools.notebooks import COMMAND, ROOT, NotebookError, main, normalised, sources

each_source = pytest.mark.parametrize("path", sources(), ids=lambda path: path.relative_to(ROOT).as_posix())


def saved_by_jupyterlab(book):
    """Return the text that JupyterLab 4.6 writes after "run all": what it adds of its own, and outputs."""
    book = json.loads(json.dumps(book))
    book["metadata"]["language_info"] = {
        "codemirror_mode": {"name": "ipython", "version": 3},
        "file_extension": ".py",
        "mimetype": "text/x-python",
        "name": "python",
        "nbconvert_exporter": "python",
        "pygments_lexer": "ipython3",
        "version": "3.13.5",
    }
    book["metadata"]["widgets"] = {"application/vnd.jupyter.widget-state+json": {"state": {}}}
    for count, cell in enumerate(book["cells"]):
        cell["metadata"] |= {"collapsed": False, "jp-MarkdownHeadingCollapsed": True}
        if cell["cell_type"] == "code":
            cell["execution_count"] = count
            cell["metadata"]["execution"] = {"iopub.execute_input": "2026-06-01T10:00:00.000000Z"}
            cell["outputs"] = [{"name": "stdout", "output_type": "stream", "text": ["7.66 km/s\n"]}]
    return json.dumps(book, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def saved_before_cells_had_ids(book):
    """Return the text of JupyterLab 2: format 4.4, whose cells have no ids."""
    book = json.loads(json.dumps(book)) | {"nbformat_minor": 4}
    for cell in book["cells"]:
        del cell["id"]
    return json.dumps(book)


def book_of(*cells):
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


def code(name, source, **more):
    return {"cell_type": "code", "id": name, "source": source, "metadata": {}, "outputs": []} | more


def ids(text):
    return [cell["id"] for cell in json.loads(text)["cells"]]


@each_source
def test_it_is_in_the_form_that_is_committed(path):
    text = path.read_bytes().decode("utf-8")
    if text != normalised(text):
        pytest.fail(f"not in the form that is committed; put it right with: {COMMAND}", pytrace=False)
    names = ids(text)
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", name) for name in names)


@each_source
def test_what_jupyterlab_adds_goes_and_nothing_else(path):
    text = normalised(path.read_text("utf-8"))
    saved = saved_by_jupyterlab(json.loads(text))
    assert saved != text and normalised(saved) == text
    assert normalised(saved.replace("\n", "\r\n")) == text  # with Windows' line ends


@each_source
def test_a_notebook_of_an_older_jupyterlab_gets_ids_that_stay(path):
    text = path.read_text("utf-8")
    renewed = normalised(saved_before_cells_had_ids(json.loads(text)))
    assert normalised(renewed) == renewed
    names = ids(renewed)
    assert len(set(names)) == len(names) == len(ids(text))


def test_ids_follow_their_cells_and_new_cells_get_the_first_words_of_theirs():
    cells = [code("setup", "import numpy"), code("speed", "speed_km_s = 7.66"), code("9f3c21ab", "a = 1")]
    cells.append(
        code("0d1f6a52-9a3b-4c1d-8e2f-5a6b7c8d9e0f", "speed = 3 * 7")
    )  # as JupyterLab names a new cell
    random.Random(1).shuffle(cells)
    found = {cell["source"][0]: cell["id"] for cell in json.loads(normalised(book_of(*cells)))["cells"]}
    assert found["import numpy"] == "setup" and found["speed_km_s = 7.66"] == "speed"
    assert found["a = 1"] == "a" and found["speed = 3 * 7"] == "speed-2"


def test_a_copied_cell_gets_a_name_of_its_own_and_a_graded_one_that_of_its_grade():
    graded = code("b1946ac9", "check()", metadata={"nbgrader": {"grade_id": "u2-1-check", "points": 2}})
    copied = [code("lap", "orbits.period_s(420)"), code("lap", "orbits.period_s(400)")]
    assert ids(normalised(book_of(graded, *copied))) == ["u2-1-check", "lap", "orbits-period-s"]


def test_empty_cells_go_and_tags_stay():
    tagged = code("why", "1 + 1", metadata={"tags": ["hide-input"], "scrolled": True})
    text = normalised(book_of(tagged, code("c0ffee01", ""), code("left", " \n")))
    (cell,) = json.loads(text)["cells"]
    assert cell["metadata"] == {"tags": ["hide-input"]}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("<<<<<<< HEAD\n", "merge"),
        ("[]", "no list of cells"),
        ('{"worksheets": [], "nbformat": 3}', "JupyterLab 3 or newer"),
        ('{"cells": [], "nbformat": 3}', "nbformat 3"),
        ('{"cells": [1], "nbformat": 4}', "cell_type"),
    ],
)
def test_what_is_no_notebook_is_named_and_left_as_it_is(tmp_path, capsys, text, words):
    with pytest.raises(NotebookError, match=words):
        normalised(text)
    path = tmp_path / "bad.ipynb"
    path.write_text(text)
    assert main([str(path)]) == 1
    assert words in capsys.readouterr().err and path.read_text() == text


def test_checking_changes_nothing(tmp_path, capsys):
    path = tmp_path / "saved.ipynb"
    path.write_text(book_of(code("a", "1", execution_count=3)))
    before = path.read_bytes()
    assert main(["--check", str(path)]) == 1 and path.read_bytes() == before
    assert main([str(path)]) == 1 and main(["--check", str(path)]) == 0
    assert main([str(tmp_path / "none.ipynb")]) == 1
    assert "none.ipynb" in capsys.readouterr().err


def test_the_hooks_look_at_what_people_edit_and_at_nothing_else():
    import yaml

    (repository,) = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text("utf-8"))["repos"]
    assert repository["repo"] == "local"  # nothing to fetch
    hook = next(each for each in repository["hooks"] if each["id"] == "notebooks")
    assert hook["entry"] == COMMAND and hook["language"] == "system"
    looked_at = re.compile(hook["files"])
    all_books = [path.relative_to(ROOT).as_posix() for path in ROOT.glob("*/**/*.ipynb")]
    kept = [name for name in all_books if ".venv" not in name and "checkpoints" not in name]
    named = [path.relative_to(ROOT).as_posix() for path in sources()]
    assert [name for name in sorted(kept) if looked_at.search(name)] == sorted(named)


@pytest.mark.skipif(sys.platform == "win32", reason="runs the hook with sh")
def test_the_plain_hook_stops_a_commit_of_outputs_and_the_next_one_passes(tmp_path):
    def git(*words):
        return subprocess.run(["git", *words], cwd=tmp_path, capture_output=True, text=True)

    for name in ("tools", "notebooks"):
        (tmp_path / name).mkdir()
    for name in ("tools/__init__.py", "tools/notebooks.py"):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    git("init", "-q")
    git("config", "core.hooksPath", str(ROOT / "tools/hooks"))
    git("config", "user.name", "a"), git("config", "user.email", "a@example.org")
    path = tmp_path / "notebooks" / "1.ipynb"
    path.write_text(book_of(code("a", "1", execution_count=3)))
    git("add", ".")
    first = git("commit", "-m", "One")
    assert first.returncode == 1 and "put right" in first.stdout + first.stderr
    git("add", ".")
    assert git("commit", "-m", "Two").returncode == 0
    assert git("show", "HEAD:notebooks/1.ipynb").stdout == normalised(path.read_text("utf-8"))


@pytest.mark.skipif(sys.platform == "win32", reason="runs the hook with sh")
@pytest.mark.parametrize(
    ("message", "passes"),
    [
        ("Tests: " + 65 * "é", True),
        ("Tests: " + 66 * "é", False),
        ("\n# a comment of Git\n" + 73 * "x" + "\n\nWhy", False),
        ("Tests: short\n\n" + 100 * "x", True),
        ('Revert "' + 72 * "x" + '"', True),
    ],
)
def test_a_subject_has_at_most_72_characters(tmp_path, message, passes):
    (tmp_path / "message").write_text(message, encoding="utf-8")
    done = subprocess.run(
        ["sh", ROOT / "tools/hooks/commit-msg", tmp_path / "message"], capture_output=True, text=True
    )
    assert (done.returncode == 0, "at most 72" in done.stderr) == (passes, not passes)

"""``python3 -m course`` on a machine that has nothing: real environments, tiny packages, no network."""

import ast
import base64
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from course.start import bootstrap, commands, packages

ROOT = Path(__file__).resolve().parent.parent
BEFORE_PIP = (
    "__init__",
    "__main__",
    *(f"start/{name}" for name in ("__init__", "commands", "bootstrap", "packages", "locks", "launch")),
)

# A course as small as can be: the real front door, a command that says where it runs, one pinned package, and
# a build backend in the folder (the real one, flit_core, would have to come from a network).
PROVE = """import sys
def main(argv):
    import iss_tiny
    print("ran", argv, "in", sys.prefix)
    return 7 if argv == ["seven"] else 0
"""
PYPROJECT = """[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]
"""
BACKEND = """import pathlib, zipfile
def build_editable(folder, config_settings=None, metadata_directory=None):
    name = "iss_course_small-1.0-py3-none-any.whl"
    with zipfile.ZipFile(pathlib.Path(folder) / name, "w") as wheel:
        info = "iss_course_small-1.0.dist-info/"
        wheel.writestr("iss_course_small.pth", str(pathlib.Path.cwd()))
        wheel.writestr(info + "METADATA", "Metadata-Version: 2.1\\nName: iss-course-small\\nVersion: 1.0\\n")
        wheel.writestr(info + "WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        wheel.writestr(info + "RECORD", "")
    return name
"""


def tiny_wheel(folder, name):
    """Write a wheel with one empty module; return its line for a requirements file."""
    path, info = folder / f"{name}-1.0-py3-none-any.whl", f"{name}-1.0.dist-info/"
    files = {
        f"{name}.py": "",
        info + "METADATA": f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n",
        info + "WHEEL": "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    record = ""
    for where, text in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()
        record += f"{where},sha256={digest},{len(text)}\n"
    with zipfile.ZipFile(path, "w") as wheel:
        for where, text in {**files, info + "RECORD": record}.items():
            wheel.writestr(where, text)
    return f"{name}==1.0 \\\n    --hash=sha256:{hashlib.sha256(path.read_bytes()).hexdigest()}\n"


def small_course(root):
    """Write a checkout that can be set up without a network."""
    (root / "tools").mkdir(parents=True)
    (root / "course/start").mkdir(parents=True)
    for name in BEFORE_PIP:
        shutil.copy(ROOT / f"course/{name}.py", root / f"course/{name}.py")
    door = root / "course/start/bootstrap.py"
    text, ours = door.read_text("utf-8"), 'DISTRIBUTION = "iss-course"'
    assert ours in text
    # The Python that runs these tests may hold the real course, and would then be used as it is.
    door.write_text(text.replace(ours, 'DISTRIBUTION = "iss-course-small"'), "utf-8")
    (root / "tools/__init__.py").write_text("")
    (root / "tools/prove.py").write_text(PROVE)
    (root / "pyproject.toml").write_text(PYPROJECT)
    (root / "backend.py").write_text(BACKEND)
    (root / "wheels").mkdir()
    pin = tiny_wheel(root / "wheels", "iss_tiny")
    (root / bootstrap.RUN).write_text(pin)
    (root / bootstrap.TEST).write_text(pin + tiny_wheel(root / "wheels", "iss_checker"))
    return root


def start(root, *argv, **variables):
    """Begin ``python -m course``, as a person would, in a small course."""
    offline = {
        "PIP_NO_INDEX": "1",
        "PIP_FIND_LINKS": (root / "wheels").as_uri(),
        "PIP_CONFIG_FILE": os.devnull,
    }
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PIP_")}
    command = [sys._base_executable, "-u", "-m", "course", *(argv or ("prove",))]
    return subprocess.Popen(
        command,
        cwd=root,
        env=environment | offline | variables,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        start_new_session=os.name == "posix",
    )


def run(root, *argv, **variables):
    """Run ``python -m course`` in a small course; return its exit code and what it wrote."""
    process = start(root, *argv, **variables)
    output = process.communicate(timeout=180)[0]
    return process.returncode, output


def killed(root, moment):
    """Begin to set a small course up, and kill it as soon as it says a word."""
    process = start(root)
    for line in process.stdout:
        if moment in line:
            break
    os.killpg(process.pid, signal.SIGKILL)
    process.communicate()
    assert not (root / ".venv" / bootstrap.STAMP).exists()


@pytest.fixture(scope="module")
def together(tmp_path_factory):
    """A small course, set up by two starts at the same time after a first one was killed; what both wrote."""
    root = small_course(tmp_path_factory.mktemp("together") / "course")
    if os.name == "posix":
        killed(root, "[1/3]")
    both = [start(root), start(root)]
    outputs = [process.communicate(timeout=180)[0] for process in both]
    assert [process.returncode for process in both] == [0, 0], outputs
    return root, outputs


@pytest.fixture
def small(together):
    """The small course that is set up, put back into order after a test has changed it."""
    root, _ = together
    kept = {name: (root / name).read_bytes() for name in (bootstrap.RUN, f".venv/{bootstrap.STAMP}")}
    yield root
    for name, content in kept.items():
        (root / name).write_bytes(content)


@pytest.mark.slow
class TestSetUp:
    def test_two_starts_after_one_that_was_killed_make_one_environment_and_both_run_in_it(self, together):
        root, outputs = together
        makers = [output for output in outputs if "[1/3] making the environment" in output]
        assert len(makers) == 1
        assert "[2/3] fetching packages: 1 of 1" in makers[0]
        assert "[2/3] installing packages: 1 of 1" in makers[0]
        assert "Ready after" in makers[0]
        for output in outputs:
            assert output.splitlines()[-1] == f"ran [] in {root / '.venv'}"

    def test_the_second_start_says_nothing_and_hands_on_words_and_exit_code(self, small):
        code, output = run(small, "prove", "seven")
        assert output == f"ran ['seven'] in {small / '.venv'}\n"
        assert code == 7

    def test_the_environments_own_python_runs_in_itself(self, small):
        command = [str(bootstrap.python_of(small / ".venv")), "-m", "course", "prove"]
        output = subprocess.run(command, cwd=small, capture_output=True, text=True, check=True).stdout
        assert output == f"ran [] in {small / '.venv'}\n"

    def test_changed_pins_are_brought_up_to_date_in_place(self, small):
        with open(small / "requirements.txt", "a") as pins:
            pins.write(tiny_wheel(small / "wheels", "iss_extra"))
        code, output = run(small)
        assert code == 0, output
        assert "[1/3]" not in output
        assert run(small) == (0, f"ran [] in {small / '.venv'}\n")

    def test_the_tests_packages_come_with_the_first_test_and_stay(self, small):
        code, output = run(small, "test")
        assert "[2/3] installing packages: 1 of 2" in output, output
        assert output.splitlines()[-1].endswith("what its tests need: pip install -r requirements-test.txt")
        assert code == 1  # pytest itself is not among the small course's packages
        assert run(small) == (0, f"ran [] in {small / '.venv'}\n")

    def test_without_a_network_one_sentence_and_the_older_environment_stays(self, small):
        old = (small / "requirements.txt").read_text()
        (small / "requirements.txt").write_text(f"{old}iss_absent==1.0 --hash=sha256:{'0' * 64}\n")
        dead = {"PIP_NO_INDEX": "0", "PIP_INDEX_URL": "http://127.0.0.1:9/", "PIP_RETRIES": "1"}
        code, output = run(small, **dead)
        assert code == 1
        assert "network does not answer" in output.splitlines()[-1]
        assert "Traceback" not in output
        (small / "requirements.txt").write_text(old)
        assert run(small) == (0, f"ran [] in {small / '.venv'}\n")

    @pytest.mark.long  # the sample: the environment that `together` makes, and the repair after a kill
    def test_a_folder_that_was_copied_gets_an_environment_of_its_own(self, small, tmp_path):
        copy = tmp_path / "a copy"
        shutil.copytree(small, copy, symlinks=True)
        code, output = run(copy)
        assert code == 0, output
        assert "[1/3]" in output
        assert output.splitlines()[-1] == f"ran [] in {copy / '.venv'}"

    @pytest.mark.long  # the sample: the two starts above
    @pytest.mark.skipif(os.name != "posix", reason="kills a process group")
    @pytest.mark.parametrize("moment", ["[1/3]", "[2/3]"])
    def test_a_set_up_that_was_killed_is_repaired_by_the_next_start(self, tmp_path, moment):
        root = small_course(tmp_path / "course")
        killed(root, moment)
        code, output = run(root)
        assert code == 0, output
        assert output.splitlines()[-1] == f"ran [] in {root / '.venv'}"

    @pytest.mark.skipif(os.name != "posix", reason="sends a Unix signal")
    def test_ctrl_c_ends_in_one_line(self, tmp_path):
        process = start(small_course(tmp_path / "course"))
        for line in process.stdout:
            if "[1/3]" in line:
                break
        os.killpg(process.pid, signal.SIGINT)
        rest = process.communicate(timeout=60)[0]
        assert process.returncode == 130
        assert rest.strip().endswith("Stopped. Start again to go on.")
        assert "course/start/bootstrap.py" not in rest  # no traceback of ours

    def test_help_and_slips_of_the_finger_set_nothing_up(self, tmp_path):
        root = small_course(tmp_path / "course")
        code, output = run(root, "--help")
        assert code == 0 and all(f"  {name}" in output for name in commands.COMMANDS)
        assert run(root, "lab", "--prot", "1")[0] == 2
        assert run(root, "labb")[0] == 2
        assert not (root / ".venv").exists()


class TestRefusals:
    def test_an_environment_of_somebody_else_is_left_alone(self, tmp_path):
        theirs = tmp_path / ".venv/bin/python"
        theirs.parent.mkdir(parents=True)
        theirs.write_text("theirs")
        with pytest.raises(packages.SetupError, match="was not made by this command, so it is left alone"):
            bootstrap.prepare(self._pins(tmp_path))
        assert theirs.read_text() == "theirs"

    def test_an_environment_that_is_a_link_is_left_alone(self, tmp_path):
        (tmp_path / "elsewhere").mkdir()
        try:
            (tmp_path / ".venv").symlink_to(tmp_path / "elsewhere", target_is_directory=True)
        except OSError:
            pytest.skip("this system makes no symbolic links")
        with pytest.raises(packages.SetupError, match="left alone"):
            bootstrap.prepare(self._pins(tmp_path))

    @pytest.mark.parametrize("module", ["venv", "ensurepip"])
    def test_a_python_without_venv_says_what_to_install(self, tmp_path, monkeypatch, module):
        from importlib import util

        real = util.find_spec
        monkeypatch.setattr(util, "find_spec", lambda name: None if name == module else real(name))
        with pytest.raises(packages.SetupError, match=rf"no {module}\. .*apt install python3\.\d+-venv"):
            bootstrap.prepare(self._pins(tmp_path))
        assert not (tmp_path / ".venv").exists()

    def test_a_full_disk_says_how_much_is_needed(self, tmp_path, monkeypatch):
        full = shutil._ntuple_diskusage(10**9, 10**9, 0)
        monkeypatch.setattr(shutil, "disk_usage", lambda path: full)
        with pytest.raises(
            packages.SetupError, match="disk is full: the course needs about 1200 MB, 0 are free"
        ):
            bootstrap.prepare(self._pins(tmp_path))

    def test_a_folder_without_the_pins_says_so(self, tmp_path):
        with pytest.raises(packages.SetupError, match=r"requirements\.txt is not in"):
            bootstrap.prepare(tmp_path)

    @pytest.mark.parametrize("changed", [False, True])
    def test_only_an_update_that_changed_nothing_leaves_the_environment_in_use(
        self, tmp_path, monkeypatch, changed
    ):
        def fail(python, pins):
            error = packages.SetupError("no")
            error.changed = changed
            raise error

        monkeypatch.setattr(bootstrap, "install", fail)
        monkeypatch.setattr(bootstrap, "_runs", lambda venv: True)
        venv = self._pins(tmp_path) / ".venv"
        venv.mkdir()
        (venv / bootstrap.MARK).touch()
        older = {**bootstrap.fingerprint(tmp_path, bootstrap.RUN), "pins": "older"}
        (venv / bootstrap.STAMP).write_text(json.dumps(older))
        with pytest.raises(packages.SetupError):
            bootstrap.prepare(tmp_path)
        assert (venv / bootstrap.STAMP).exists() is not changed

    @staticmethod
    def _pins(root):
        (root / bootstrap.RUN).write_text("")
        (root / bootstrap.TEST).write_text("")
        (root / "pyproject.toml").write_text("")
        return root


class TestOldPython:
    SOURCE = (ROOT / "course/__main__.py").read_text("utf-8")

    def test_the_check_comes_before_anything_of_the_course_is_loaded(self, tmp_path):
        old = "import runpy, sys; sys.version_info = (3, 8, 18); "
        pretend = old + "runpy.run_module('course', run_name='__main__')"
        done = subprocess.run([sys.executable, "-c", pretend], cwd=ROOT, capture_output=True, text=True)
        assert done.returncode == 1
        assert done.stdout == ""
        assert done.stderr.startswith(
            "The course needs Python 3.11 or newer, and this is Python 3.8: install"
        )
        assert done.stderr.count("\n") == 1

    def test_the_words_are_those_of_python_2(self):
        newer = (ast.JoinedStr, ast.NamedExpr, ast.AnnAssign, ast.AsyncFunctionDef, ast.Match, ast.Nonlocal)
        assert not [node for node in ast.walk(ast.parse(self.SOURCE)) if isinstance(node, newer)]
        assert self.SOURCE.isascii()

    @pytest.mark.parametrize("version", ["2.7", "3.6", "3.8", "3.10"])
    def test_real_old_pythons_say_so(self, version):
        pyenv = sorted(Path.home().glob(f".pyenv/versions/{version}.*/bin/python"))
        python = pyenv[0] if pyenv else shutil.which(f"python{version}")
        if python is None:
            pytest.skip(f"Python {version} is not on this machine")
        done = subprocess.run([python, "-m", "course", "lab"], cwd=ROOT, capture_output=True, text=True)
        assert (done.returncode, done.stderr.count("\n")) == (1, 1)
        assert "needs Python 3.11 or newer" in done.stderr


class TestThisPython:
    """When the running Python holds the course already: Binder, conda, a developer's own environment."""

    def test_it_is_used_and_no_environment_is_made(self, tmp_path, monkeypatch):
        monkeypatch.setattr(bootstrap, "has_course", lambda: True)
        monkeypatch.setattr(bootstrap, "become", lambda *given, **more: pytest.fail("started another Python"))
        bootstrap.enter(tmp_path, ["test"])
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize(
        "installed, holds",
        [
            ({"iss-course": ["numpy>=2", "jupyterlab==4.6.*"], "numpy": [], "jupyterlab": []}, True),
            ({"iss-course": ["numpy>=2", "distributed; extra == 'cluster'"], "numpy": []}, True),
            ({"iss-course": ["numpy>=2", "jupyterlab==4.6.*"], "numpy": []}, False),
            ({"numpy": []}, False),
        ],
    )
    def test_it_holds_the_course_if_all_that_the_course_needs_is_there(self, monkeypatch, installed, holds):
        from importlib import metadata

        class Found:
            def __init__(self, name):
                if name not in installed:
                    raise metadata.PackageNotFoundError(name)
                self.requires = installed[name]

        monkeypatch.setattr(metadata, "distribution", Found)
        assert bootstrap.has_course() is holds

"""The pins, Binder's files and the licences say the same thing everywhere."""

import ast
import json
import os
import re
import subprocess
import sys
import tomllib
from functools import cache, partial
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PIN_FILES = ("requirements.txt", "requirements-test.txt")
PYTHONS = ("3.11", "3.12", "3.13")
SYSTEMS = ("linux", "darwin", "win32")
ONE_COMMAND = ("install", "lab", "grade", "sky")  # what `python3 -m course lab` installs beside the core
ON_CONDA = {"matplotlib-base": "matplotlib"}  # where conda-forge's name differs


def canonical(name):
    """Return a distribution's name as packaging compares it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


@cache
def pins(name):
    """Return [(distribution, version, marker, hashes)] of a requirements file; fail on any other line."""
    text = (ROOT / name).read_text("utf-8").replace("\\\n", " ")
    found = []
    for line in text.splitlines():
        line = re.sub(r"\s+", " ", line).strip()
        hashed = r"--hash=sha256:[0-9a-f]{64}"
        matched = re.fullmatch(rf"([\w.-]+)(?:\[\S+\])?==(\S+)(?: ; (.+?))? ({hashed}(?: {hashed})*)", line)
        assert matched, f"{name}: not a pin with hashes: {line[:80]}"
        found.append((canonical(matched[1]), matched[2], matched[3], matched[4].split()))
    return found


def version_of(distribution, name="requirements.txt", python="3.11", system="linux"):
    """Return the version that a Python on a system gets, or None."""
    from packaging.markers import Marker

    here = {
        "python_version": python,
        "python_full_version": f"{python}.9",
        "sys_platform": system,
        "os_name": "nt" if system == "win32" else "posix",
        "implementation_name": "cpython",
    }
    versions = [
        version
        for found, version, marker, _ in pins(name)
        if found == canonical(distribution) and (marker is None or Marker(marker).evaluate(here))
    ]
    assert len(versions) <= 1, f"{distribution} has {len(versions)} pins for Python {python} on {system}"
    return versions[0] if versions else None


def wanted(*extras):
    """Return the requirements of pyproject.toml, those of the extras that an extra names among them."""
    from packaging.requirements import Requirement

    project = PYPROJECT["project"]
    listed = project["dependencies"] + [
        one for extra in extras for one in project["optional-dependencies"][extra]
    ]
    found = []
    for requirement in map(Requirement, listed):
        if requirement.name == project["name"]:
            found += wanted(*requirement.extras)
        else:
            found.append(requirement)
    return found


def concerns(requirement, system):
    """Return whether a requirement is one of a system: grading is isolated on Linux only."""
    return requirement.marker is None or requirement.marker.evaluate({"sys_platform": system})


@pytest.mark.parametrize("name", PIN_FILES)
class TestPins:
    def test_every_line_is_an_exact_version_with_hashes_and_no_address(self, name):
        assert len(pins(name)) > 100
        assert "://" not in (ROOT / name).read_text("utf-8")

    def test_every_dependency_is_there_in_its_range_for_every_python_and_system(self, name):
        extras = (*ONE_COMMAND, "test") if "test" in name else ONE_COMMAND
        for requirement in wanted(*extras):
            for python in PYTHONS:
                for system in filter(partial(concerns, requirement), SYSTEMS):
                    version = version_of(requirement.name, name, python, system)
                    assert version is not None, f"{requirement} on {system}, Python {python}"
                    assert requirement.specifier.contains(version, prereleases=True), (
                        f"{requirement}: {version}"
                    )

    def test_compiled_packages_have_a_wheel_for_every_system(self, name):
        built = {
            found: hashes for found, _, _, hashes in pins(name) if found in ("numpy", "shapely", "pyzmq")
        }
        assert len(built) == 3
        assert all(len(hashes) > 10 for hashes in built.values())


def test_lessons_get_the_versions_that_were_tested():
    run, test = ({pin[:2] for pin in pins(name)} for name in PIN_FILES)
    assert run < test


def test_nothing_makes_each_start_slow_that_no_lesson_needs():
    """With rfc3987-syntax there, jsonschema has it build forty grammars, 2 s, wherever a notebook is read."""
    assert not {"rfc3987-syntax", "lark"} & {pin[0] for name in PIN_FILES for pin in pins(name)}


def test_the_installed_versions_are_the_pinned_ones():
    from importlib import metadata

    if Path(sys.prefix) != ROOT / ".venv":
        pytest.skip("this environment was not made from the pins")
    python = "{}.{}".format(*sys.version_info[:2])
    for distribution in ("numpy", "skyfield", "sgp4", "jupyterlab", "ipywidgets", "nbgrader"):
        assert metadata.version(distribution) == version_of(distribution, python=python, system=sys.platform)


@pytest.fixture(scope="module")
def dependencies():
    """What environment.yml asks for."""
    import yaml

    return yaml.safe_load((ROOT / "environment.yml").read_text("utf-8"))["dependencies"]


class TestEnvironment:
    def test_the_python_is_named_and_pip_is_there(self, dependencies):
        assert "python=3.11" in dependencies  # without it, Binder takes 3.10
        assert "pip" in dependencies

    def test_conda_versions_are_the_pinned_ones(self, dependencies):
        conda = [entry for entry in dependencies if isinstance(entry, str) and "=" in entry]
        assert len(conda) > 5
        for entry in conda:
            name, version = entry.split("=")
            if name != "python":
                pinned = version_of(ON_CONDA.get(name, name))
                assert pinned and pinned.startswith(version.removesuffix("*")), f"{entry}: pinned is {pinned}"

    def test_pip_versions_are_the_pinned_ones(self, dependencies):
        (from_pip,) = [entry["pip"] for entry in dependencies if isinstance(entry, dict)]
        for entry in from_pip:
            name, version = entry.split(";")[0].strip().split("==")
            assert version == version_of(name)

    def test_no_path_is_asked_for_so_that_binder_keeps_the_environment(self, dependencies):
        """With one, repo2docker copies the repository first and solves the environment after that."""
        (from_pip,) = [entry["pip"] for entry in dependencies if isinstance(entry, dict)]
        assert not [entry for entry in from_pip if entry.startswith(("-", ".", "/")) or "file:" in entry]
        assert "pip install --quiet --no-deps --editable ." in (ROOT / "postBuild").read_text("utf-8")

    def test_every_dependency_of_the_course_is_there(self, dependencies):
        (from_pip,) = [entry["pip"] for entry in dependencies if isinstance(entry, dict)]
        conda = {entry.split("=")[0] for entry in dependencies if isinstance(entry, str)}
        named = {canonical(ON_CONDA.get(name, name)) for name in conda}
        named |= {canonical(entry.split("==")[0]) for entry in from_pip}
        assert {canonical(one.name) for one in wanted("lab", "grade", "sky")} <= named

    def test_the_jupyter_stack_comes_from_conda_alone(self, dependencies):
        (from_pip,) = [entry["pip"] for entry in dependencies if isinstance(entry, dict)]
        conda = {entry.split("=")[0] for entry in dependencies if isinstance(entry, str)}
        stack = {"jupyterlab", "notebook", "ipywidgets"}
        assert stack <= conda
        assert not stack & {entry.split("==")[0] for entry in from_pip}


@pytest.mark.skipif(os.name != "posix", reason="these scripts run on Linux")
class TestScripts:
    @pytest.mark.parametrize("name", ["postBuild", "start", ".ci/run"])
    def test_it_can_be_run_and_read(self, name):
        assert os.access(ROOT / name, os.X_OK)
        assert (ROOT / name).read_bytes().startswith(b"#!/bin/bash\n")
        subprocess.run(["bash", "-n", str(ROOT / name)], check=True)

    def test_continuous_integration_names_no_folder_outside_the_project(self):
        lines = (ROOT / ".ci/run").read_text("utf-8").splitlines()
        assert not [line for line in lines if "../" in line and "cd " not in line]

    def test_start_hands_the_command_on_with_the_course_s_settings(self):
        show = [
            sys.executable,
            "-c",
            "from os import environ as e\nimport sys\n"
            "print(e['JUPYTER_CONFIG_PATH'], e['JUPYTER_PATH'], sys.argv[1:])",
            "a b",
        ]
        environment = os.environ | {"JUPYTER_CONFIG_PATH": "/before", "JUPYTER_PATH": "/before"}
        ours = ROOT / "course" / "start"
        for _ in range(2):  # and once more: it changes nothing that stays
            done = subprocess.run(
                [str(ROOT / "start"), *show],
                env=environment,
                cwd="/",
                capture_output=True,
                text=True,
                check=True,
            )
            settings = (
                f"{ours / 'student'}:{ours / 'jupyter'}:/before"  # no teacher's tools, then the course's own
            )
            assert done.stdout == f"{settings} {ours / 'share'}:/before ['a b']\n"


def test_the_core_asks_for_no_jupyterlab_and_no_nbgrader():
    assert not {one.name for one in wanted()} & {"jupyterlab", "notebook", "nbgrader", "ipywidgets"}


def test_scripts_of_an_environment_in_this_folder_keep_their_own_form():
    """JupyterLab asks Node, if there is one, about its scripts in .venv: they are no modules of ours."""
    assert "type" not in json.loads((ROOT / "package.json").read_text("utf-8"))


class TestLicences:
    CODE, TEXT = "BSD-3-Clause", "CC BY 4.0"

    def test_the_two_licences_are_there(self):
        assert (ROOT / "LICENSE").read_text("utf-8").startswith("BSD 3-Clause License")
        assert self.TEXT in (ROOT / "LICENSE-CONTENT").read_text("utf-8")
        assert PYPROJECT["project"]["license"] == self.CODE
        assert PYPROJECT["project"]["license-files"] == ["LICENSE", "LICENSE-CONTENT"]

    def test_the_citation_names_both_and_the_version(self):
        import yaml

        citation = yaml.safe_load((ROOT / "CITATION.cff").read_text("utf-8"))
        assert citation["license"] == [self.CODE, self.TEXT.replace(" ", "-")]
        source = ast.parse((ROOT / "course/__init__.py").read_text("utf-8"))
        (version,) = [node.value.value for node in source.body if isinstance(node, ast.Assign)]
        assert citation["version"] == version

    def test_the_changelog_knows_the_version(self):
        version = re.search(r"^version: (\S+)$", (ROOT / "CITATION.cff").read_text("utf-8"), re.MULTILINE)[1]
        assert f"## [{version}]" in (ROOT / "CHANGELOG.md").read_text("utf-8")

    @pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
    def test_what_people_read_names_both(self, name):
        text = (ROOT / name).read_text("utf-8")
        assert self.TEXT in text and "LICENSE-CONTENT" in text
        assert re.search("BSD[ -]3[ -]Clause", text)

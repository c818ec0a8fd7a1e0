"""Bundles of JavaScript: what a browser gets is what the modules say."""

import re
import subprocess
from pathlib import Path

import pytest

from course import widgets
from course.widgets.kit import bundles
from tools import rooms

ROOT = Path(__file__).resolve().parent.parent
WIDGETS = ROOT / "course" / "widgets"
DIST = WIDGETS / "dist"
FOLDERS = {path.parent.name: path.parent for path in sorted(WIDGETS.glob("*/view.js"))}
FOLDERS["kit"] = WIDGETS / "kit" / "js"
GZIPPED_BYTES = 25_000  # of the script of one picture with what all share
THREE_BYTES = 140_000  # three.js, which one picture carries, on top


def text(name):
    return (DIST / f"{name}.js").read_text("utf-8")


def test_every_picture_has_a_room_with_all_its_parts():
    pictures = set(widgets.__all__) - {"Picture"}
    assert pictures == set(FOLDERS) - {"kit"} == set(rooms.rooms())
    assert rooms.lacking() == []
    for name in pictures:
        assert (DIST / f"{name}.js").is_file(), f"{name} has no bundle: python tools/js.py build"


def test_a_room_that_lacks_a_part_is_one_sentence(tmp_path):
    for part in ("__init__.py", "picture.py", "figure.py", "view.js"):
        (tmp_path / "horizon").mkdir(exist_ok=True)
        (tmp_path / "horizon" / part).touch()
    assert rooms.lacking(tmp_path) == ["course/widgets/horizon lacks words.py"]


def test_every_picture_has_its_tests_and_a_line_about_its_slider():
    told = rooms.untested(sorted(set(widgets.__all__) - {"Picture"}))
    assert not told, "\n".join(told)


def test_tests_that_a_picture_lacks_are_a_sentence_each(tmp_path):
    (tmp_path / "browser").mkdir()
    moved = tmp_path / "browser" / "test_every_picture_page.py"
    moved.write_text('SLIDERS = {"wave": "Time"}\nWITHOUT_SLIDER = {"trace"}\n', encoding="utf-8")
    for name in ("test_wave.py", "browser/test_wave_page.py", "test_trace.py"):
        (tmp_path / name).touch()
    assert rooms.untested(["wave", "trace", "horizon"], tmp_path) == [
        "the picture trace lacks its tests, tests/browser/test_trace_page.py",
        "the picture horizon lacks its tests, tests/test_horizon.py",
        "the picture horizon lacks its tests, tests/browser/test_horizon_page.py",
        "tests/browser/test_every_picture_page.py lacks horizon: in SLIDERS, or in WITHOUT_SLIDER",
    ]


def test_no_bundle_is_left_over():
    assert {path.stem for path in DIST.glob("*.js")} == set(FOLDERS)


@pytest.mark.parametrize("name", FOLDERS)
def test_a_bundle_is_not_older_than_its_sources(name):
    said = re.match(r"// (\w{16}) (\w+):", text(name))
    wanted = bundles.source_hash(FOLDERS[name], ROOT)
    assert said.groups() == (wanted, name), f"{name} is stale: python tools/js.py build"


@pytest.mark.parametrize("forbidden", ["</script", "import(", "export ", "eval(", "new Function"])
@pytest.mark.parametrize("name", FOLDERS)
def test_a_bundle_is_one_expression_that_can_stand_in_a_page(name, forbidden):
    assert forbidden not in bundles.expression(name)
    assert text(name).startswith("// ")


@pytest.mark.parametrize("name", FOLDERS)
def test_a_bundle_names_no_place_outside_and_stays_small(name):
    import gzip

    places = set(re.findall(r"(?:https?:)?//[\w.-]+\.\w+", bundles.expression(name)))
    assert places <= {"http://www.w3.org"}  # the name of SVG, not an address that is asked
    whole = "".join(bundles.expression(one) for one in {name, "kit"})
    assert len(gzip.compress(whole.encode(), 9)) < GZIPPED_BYTES + (
        THREE_BYTES if name == "station_3d" else 0
    )


def imports(folder):
    """Return {module: modules beside it that it imports} of a folder."""
    found = {path.name: re.findall(r'from "\./([\w-]+\.js)"', path.read_text("utf-8")) for path in
             bundles.sources(folder)}  # fmt: skip
    return {name: set(names) for name, names in found.items()}


@pytest.mark.parametrize("name", FOLDERS)
def test_modules_import_one_another_without_a_circle(name):
    from graphlib import TopologicalSorter

    TopologicalSorter(imports(FOLDERS[name])).prepare()  # raises CycleError, which names the circle


@pytest.mark.parametrize("name", FOLDERS)
def test_modules_import_from_their_own_room_the_kit_and_pinned_packages(name):
    for path in bundles.sources(FOLDERS[name]):
        for place in re.findall(r'(?:from|import) "([^"]+)"', path.read_text("utf-8")):
            kit = place.startswith("../kit/js/") and name != "kit"
            assert place.startswith("./") or kit or place in ("three", "d3-array"), f"{path.name}: {place}"


def test_node_makes_the_same_bundles_byte_for_byte(node):
    done = subprocess.run([node, "tools/js/build.mjs", "--check"], cwd=ROOT, capture_output=True, text=True)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_versions_are_exact_and_the_lock_holds_them():
    import json

    wanted = json.loads((ROOT / "package.json").read_text("utf-8"))["devDependencies"]
    lock = (ROOT / "package-lock.json").read_text("utf-8")
    packages = json.loads(lock)["packages"]
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", version) for version in wanted.values())
    for name, version in wanted.items():
        assert packages[f"node_modules/{name}"]["version"] == version
        assert packages[f"node_modules/{name}"]["integrity"].startswith("sha512-")
    assert "resolved" not in lock  # no address of a registry


def test_a_bundle_that_is_missing_is_told_with_the_command_that_makes_it():
    with pytest.raises(FileNotFoundError, match=r"no .*nowhere\.js: `python tools/js\.py build` makes it"):
        bundles.expression("nowhere")


def test_three_has_its_licence_beside_it():
    licence = (DIST / "three.LICENSE").read_text("utf-8")
    assert licence.startswith("The MIT License") and "three.js authors" in licence
    assert "three.LICENSE" in text("station_3d").split("\n")[0]


def test_a_shown_picture_follows_its_bundle_while_it_is_edited(tmp_path, monkeypatch, learner):
    import os
    import shutil

    from course.widgets.kit import watching

    shutil.copytree(DIST, tmp_path / "dist")
    monkeypatch.setattr(bundles, "DIST", tmp_path / "dist")
    monkeypatch.setenv("ANYWIDGET_HMR", "1")
    monkeypatch.setattr(watching.threading, "Thread", lambda **given: given["target"] and Quiet())
    shown, other = widgets.dwell(), widgets.cannon()
    before = shown._esm, other._esm
    watching.look()
    assert (shown._esm, other._esm) == before
    edited = tmp_path / "dist" / "dwell.js"
    edited.write_text(text("dwell").replace("(kit) =>", "(kit) => /* edited */"), "utf-8")
    os.utime(edited, ns=(0, 0))
    watching.look()
    assert "/* edited */" in shown._esm and other._esm == before[1]
    monkeypatch.undo()
    bundles.expression.cache_clear()
    watching._times.clear()


class Quiet:
    """A thread that does nothing: the test looks itself."""

    def start(self):
        pass

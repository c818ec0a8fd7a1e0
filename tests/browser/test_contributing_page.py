"""The picture that CONTRIBUTING.md shows, made from its very lines."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from picture_page import heard
from pictures import takes_a_question

from course import widgets
from course.ground import footprint_radius_km
from course.widgets.kit import bundles

ROOT = Path(__file__).resolve().parents[2]
SECTION = re.search(r"## Add a picture\n(.*?)\n## ", (ROOT / "CONTRIBUTING.md").read_text("utf-8"), re.S)[1]
FILES = dict(re.findall(r"^`([\w.]+)`,.*?\n\n```\w+\n(.*?)```", SECTION, re.S | re.M))


@pytest.fixture
def room(tmp_path, monkeypatch, node):
    """The room of the picture, beside those of the course, with its bundle."""
    folder = tmp_path / "widgets" / "horizon"
    folder.mkdir(parents=True)
    for name, text in FILES.items():
        (folder / name).write_text(text, "utf-8")
    dist = tmp_path / "dist"
    dist.mkdir()
    (dist / "kit.js").write_bytes((bundles.DIST / "kit.js").read_bytes())
    command = [node, "tools/js/build.mjs", "--print", folder]
    made = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    (dist / "horizon.js").write_text(made.stdout, "utf-8")
    monkeypatch.setattr(bundles, "DIST", dist)
    monkeypatch.setattr(widgets, "__path__", [*widgets.__path__, str(folder.parent)])
    yield folder
    for name in [name for name in sys.modules if name.startswith("course.widgets.horizon")]:
        del sys.modules[name]


def test_its_files_are_the_parts_of_a_room():
    assert list(FILES) == ["__init__.py", "words.py", "picture.py", "figure.py", "view.js"]


def test_the_example_is_a_picture(room, show):
    from course.widgets.horizon import horizon

    shown = show(horizon())
    assert takes_a_question(horizon) and horizon(question="u2-p1").question["id"] == "u2-p1"
    far = f"{footprint_radius_km(220):,.0f} km"
    assert shown.errors == []
    shown.press("Height", "ArrowRight")
    assert shown.sentence() == f"From a height of 220 km the ground is seen {far} far in all directions."
    assert shown.alt() == shown.sentence()
    assert horizon().figure().axes[0].get_xlabel() == "height, km"


def test_a_picture_that_writes_over_a_method_of_the_frame_fails_at_once(room, show, monkeypatch):
    from course.widgets.horizon.picture import Horizon

    bad = Horizon.drawing.replace(".own.heights=", ".slider=")
    assert bad != Horizon.drawing
    monkeypatch.setattr(Horizon, "drawing", bad)
    monkeypatch.setattr("picture_page.TWO_FRAMES", "() => new Promise(requestAnimationFrame)")
    shown = show(Horizon())
    assert heard(shown.page, shown.errors, "read only property 'slider'")

"""What works with NumPy, sgp4 and Skyfield alone, as in a browser's Python: this list, no promise beyond."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ALONE = """
import sys
class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {absent!r}:
            raise ModuleNotFoundError(f"No module named {{name!r}}", name=name)
sys.meta_path.insert(0, Absent())
from course import coverage, elements, ground, orbits, predictions
from course.checks import check
iss = elements.on("2022-03-12")
{code}
"""
ABSENT = {
    *("scipy", "pandas", "shapely", "matplotlib", "PIL", "tqdm"),
    *("IPython", "traitlets", "ipywidgets", "anywidget", "jupyterlab", "nbgrader"),
}
WORKS = {
    "an element set": "assert round(iss.inclination_deg, 2) == 51.64",
    "an orbit": "assert round(float(orbits.circular_speed_km_s(420)), 2) == 7.66",
    "a ground track": """
track = ground.ground_track(iss, start_utc="2022-03-12", duration_s=86400, step_s=60)
assert 51.7 < track.latitude_deg.max() < 51.9""",
    "the part of the ground that is seen": "assert 2200 < ground.footprint_radius_km(420) < 2300",
    "the share of time over each country": """
assert dict(coverage.time_share(51.64, altitude_km=420))""",
    "a prediction": "assert predictions.predict('x', 3).said == '3'",
    "a check that is right and one that is wrong": """
from course.constants import EARTH_RADIUS_KM, MU_EARTH_KM3_S2
check("u2-1", lambda altitude_km: 1000 * (MU_EARTH_KM3_S2 / (EARTH_RADIUS_KM + altitude_km)) ** 0.5)
try:
    check("u2-1", lambda altitude_km: 1000 * (MU_EARTH_KM3_S2 / altitude_km) ** 0.5)
except Exception as told:
    assert "You returned 30,800 m/s" in str(told)
else:
    raise SystemExit("a wrong answer passes")""",
}


@pytest.mark.parametrize("what", WORKS)
def test_it_works_without_any_other_package(what, tmp_path):
    code = ALONE.format(absent=ABSENT, code=WORKS[what])
    run = [sys.executable, "-c", f"import sys; sys.path.insert(0, {str(ROOT)!r})\n{code}"]
    done = subprocess.run(run, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr

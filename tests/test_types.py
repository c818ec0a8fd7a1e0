"""Types: pyright finds nothing, and no annotation of the library gives up without saying why."""

import ast
import inspect
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FILES = sorted(ROOT.glob("course/**/*.py")) + sorted(ROOT.glob("tools/**/*.py"))
FOLDERS = [
    ROOT / "course",
    *(ROOT / "course" / room for room in ("ground", "history", "orbits", "quantities", "station")),
]
MODELS = [path.relative_to(ROOT).as_posix() for path in FILES if path.parent in FOLDERS]
NAMED = (  # what others build on keeps its name, its meaning and its types
    *("elements.on", "elements.parse", "elements.latest", "elements.ElementSet.age_days"),
    *("orbits.circular_speed_km_s", "orbits.escape_speed_km_s", "orbits.period_s", "orbits.altitude_km"),
    *("orbits.gravity_fraction", "orbits.node_rate_deg_day", "orbits.perigee_rate_deg_day"),
    *("orbits.nodal_period_s", "orbits.westward_shift_deg", "orbits.turning_latitude_deg"),
    *("orbits.eclipse_minutes", "orbits.launch_azimuth_deg"),
    *("ground.ground_track", "ground.footprint_radius_km", "ground.split_at_antimeridian"),
    *("coverage.time_share", "coverage.countries_under", "coverage.minutes_per_day", "coverage.passes"),
    *("coverage.area_share_below", "coverage.population_share_below"),
    *("station.modules", "station.parts", "relative.push_off_m_s", "relative.hill_motion"),
    *("relative.two_body_motion", "decay.density_kg_m3", "decay.rate_km_day", "decay.lifetime_days"),
    *("decay.deorbit_delta_v_m_s", "decay.propellant_kg", "risk.impact_share", "risk.casualty_expectation"),
    *("history.events", "history.claims"),
)


@pytest.mark.parametrize(
    "what", [pytest.param([], marks=pytest.mark.long, id="all"), pytest.param(MODELS, id="models")]
)
def test_pyright_has_nothing_to_say(what):
    found = subprocess.run(
        [sys.executable, "-m", "pyright", "--pythonpath", sys.executable, *what],
        cwd=ROOT,
        capture_output=True,
        text=True,
    )
    assert found.returncode == 0, found.stdout + found.stderr


@pytest.mark.parametrize("name", NAMED)
def test_every_name_that_others_build_on_says_what_it_takes_and_gives(name):
    room, *way = name.split(".")
    function = import_module(f"course.{room}")
    for step in way:
        function = getattr(function, step)
    signature = inspect.signature(inspect.unwrap(function))
    kinds = [kind.annotation for kind in signature.parameters.values() if kind.name != "self"]
    assert signature.empty not in [*kinds, signature.return_annotation]
    assert not any("Any" in re.findall(r"\w+", str(kind)) for kind in kinds if isinstance(kind, str))


def functions(tree, inside=""):
    """Yield the public functions of a module and of its public classes."""
    for node in tree.body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield from functions(node, f"{node.name}.")
        elif isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            yield inside + node.name, node


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_public_functions_are_annotated_and_what_is_left_open_has_a_reason(path):
    source = path.read_text("utf-8")
    tree, lines, bare = ast.parse(source), source.splitlines(), []
    for name, node in functions(tree):
        arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
        arguments += [one for one in (node.args.vararg, node.args.kwarg) if one]
        given = [one for one in arguments if one.arg not in ("self", "cls")]
        if node.returns is None or any(one.annotation is None for one in given):
            bare.append(name)
    assert bare == []
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id in ("Any", "cast"):
            assert "# Any: " in lines[node.lineno - 1], f"line {node.lineno}: why is any type right here?"
    for number, line in enumerate(lines, start=1):
        if "type: ignore" in line or "pyright: ignore" in line:
            assert re.search(r"pyright: ignore\[\w+\] - \S", line), f"line {number}: which rule, and why?"

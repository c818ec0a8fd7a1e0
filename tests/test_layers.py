"""The floors of the house: what a room may import, by the rule in CONTRIBUTING.md ("The floors")."""

import ast
import re
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
COURSE = ROOT / "course"

# Each module of course/, and each folder, stands on one floor. A new room is added here, and to the table in
# CONTRIBUTING.md, by the one who builds it.
FLOORS = {
    1: {"constants", "data", "quantities", "start", "tle", "omm", "names", "frames", "tables"},
    2: {
        "elements",
        "orbits",
        "flight",
        "predictions",
        "station",
        "layout",
        "geography",
        "cities",
        "areas",
    },
    3: {"ground", "relative", "decay", "history"},
    4: {"coverage", "risk", "evidence"},
    5: {"widgets", "checks"},
    6: {"grading", "site"},
    7: {"__main__", "publish"},
}
FLOOR_OF = {room: floor for floor, rooms in FLOORS.items() for room in rooms}
MODEL_FLOORS = (1, 2, 3, 4)

DRAWING = {"matplotlib", "ipywidgets", "anywidget", "IPython"}  # models compute; others draw
WHERE_USED = {"scipy", "shapely", "pandas"}  # absent from a Python in the browser: imported inside functions
BEFORE_PIP = {"__main__", "start"}  # run on a bare Python


def modules():
    """Return {path: room} of the package; scripts that make data files are tools, not rooms."""
    found = {}
    for path in sorted(COURSE.rglob("*.py")):
        parts = path.relative_to(COURSE).with_suffix("").parts
        if parts != ("__init__",):
            found[path] = parts[0]
    return found


def imports(tree, package):
    """Yield (dotted name, whether it is inside a function, line) of all imports of a module."""

    def walk(node, inside):
        for child in ast.iter_child_nodes(node):
            deeper = inside or isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda))
            if isinstance(child, ast.Import):
                yield from ((alias.name, inside, child.lineno) for alias in child.names)
            elif isinstance(child, ast.ImportFrom):
                base = package[: len(package) - child.level + 1] if child.level else []
                start = ".".join([*base, *([child.module] if child.module else [])])
                yield from ((f"{start}.{alias.name}", inside, child.lineno) for alias in child.names)
            elif not _is_type_checking(child):
                yield from walk(child, deeper)

    yield from walk(tree, False)


def _is_type_checking(node):
    return isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test)


@cache
def read(path):
    """Return the imports of a file of the package."""
    package = list(path.relative_to(ROOT).parent.parts)
    return list(imports(ast.parse(path.read_text("utf-8")), package))


def room_of(name):
    """Return the room that a dotted name of an import leads to, None outside the course."""
    parts = name.split(".")
    if parts[0] != "course":
        return None
    return parts[1] if len(parts) > 1 and parts[1] in FLOOR_OF else "course"


def complaints(path, room, found):
    """Return what a file of a room imports against the rules."""
    told, floor = [], FLOOR_OF.get(room, 0)  # 0: test_every_room_has_a_floor complains
    for name, inside, line in found:
        where = f"{path.name}:{line} imports {name}"
        top, other = name.split(".")[0], room_of(name)
        if other not in (None, "course", room):
            above = FLOOR_OF[other] > floor
            beside = FLOOR_OF[other] == floor and (COURSE / room).is_dir()
            if above or beside:
                told.append(f"{where}: floor {FLOOR_OF[other]} from floor {floor}")
        if top in DRAWING and floor in MODEL_FLOORS:
            told.append(f"{where}: models do not draw")
        if top in WHERE_USED and not inside:
            told.append(f"{where}: belongs inside the function that uses it")
        if room in BEFORE_PIP and not inside and top != "course" and top not in sys.stdlib_module_names:
            told.append(f"{where}: runs before anything is installed")
    return told


def test_every_room_has_a_floor():
    assert set(modules().values()) - set(FLOOR_OF) == set(), "name its floor in FLOORS"


@pytest.mark.parametrize("path", modules(), ids=lambda path: path.relative_to(COURSE).as_posix())
def test_a_room_imports_only_from_the_floors_below(path):
    room = modules()[path]
    assert complaints(path, room, read(path)) == []


@pytest.mark.parametrize(
    "room, line",
    [
        ("orbits", "from course.ground import ground_track"),
        ("orbits", "def f():\n    import course.widgets.kit.world"),
        ("ground", "from course import risk"),
        ("ground", "from .risk import impact_share"),
        ("checks", "from course.widgets.kit.picture import Picture"),
        ("decay", "import matplotlib.pyplot as plt"),
        ("decay", "def f():\n    import ipywidgets"),
        ("coverage", "import scipy.optimize"),
        ("coverage", "from course.risk import impact_share"),
        ("widgets", "try:\n    import pandas\nexcept ImportError:\n    pandas = None"),
        ("start", "import numpy"),
    ],
)
def test_the_rules_see_an_import_that_breaks_them(room, line):
    assert complaints(COURSE / f"{room}.py", room, list(imports(ast.parse(line), ["course"])))


@pytest.mark.parametrize(
    "room, line",
    [
        ("ground", "from course.orbits import period_s"),
        ("flight", "from course.orbits import radius_km"),
        ("risk", "from course.coverage import time_share"),
        ("coverage", "def f():\n    from shapely import STRtree"),
        ("widgets", "from course.coverage import passes"),
        ("start", "def lab():\n    from jupyterlab.labapp import LabApp"),
    ],
)
def test_the_rules_let_good_imports_pass(room, line):
    assert complaints(COURSE / f"{room}.py", room, list(imports(ast.parse(line), ["course"]))) == []


def picture_rooms():
    """Return {path: folder} of the modules of pictures; `kit` and `questions` serve all of them."""
    paths = sorted((COURSE / "widgets").glob("*/*.py"))
    return {path: path.parent.name for path in paths if path.parent.name not in ("kit", "questions")}


PICTURES = sorted(set(picture_rooms().values()))


def pictures_in(path):
    """Return the rooms of pictures that a module imports from."""
    names = [name.split(".") for name, _, _ in read(path)]
    return {parts[2] for parts in names if parts[:2] == ["course", "widgets"] and len(parts) > 2} & set(
        PICTURES
    )


@pytest.mark.parametrize("path", picture_rooms(), ids=lambda path: "/".join(path.parts[-2:]))
def test_a_picture_imports_from_no_other_picture(path):
    assert pictures_in(path) <= {picture_rooms()[path]}


def test_only_the_register_names_pictures():
    register = COURSE / "widgets" / "__init__.py"
    others = [path for path in modules() if path not in picture_rooms() and path != register]
    assert [path.name for path in others if pictures_in(path)] == []


def test_rooms_import_one_another_without_a_circle():
    from graphlib import TopologicalSorter

    graph = {room: set() for room in modules().values()}
    for path, room in modules().items():
        graph[room] |= {room_of(name) for name, _, _ in read(path)} - {None, "course", room}
    TopologicalSorter(graph).prepare()  # raises CycleError, which names the circle


def loaded(statement):
    """Return the modules that a statement loads into a fresh Python."""
    code = f"import sys; before = set(sys.modules); {statement}; print(*sorted(set(sys.modules) - before))"
    # Without site-packages' .pth files, which may load modules of their own.
    command = [sys.executable, "-S", "-c", code]
    return set(subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.split())


def test_importing_the_course_loads_nothing_else():
    assert loaded("import course") == {"course"}


@pytest.mark.parametrize("name", ["commands", "bootstrap", "packages", "locks", "launch"])
def test_the_front_door_needs_only_the_standard_library(name):
    tops = {loaded_name.split(".")[0] for loaded_name in loaded(f"import course.start.{name}")}
    assert tops - {"course"} <= set(sys.stdlib_module_names)


def test_the_models_load_neither_pictures_nor_widgets_nor_tables():
    rooms = [room for room, floor in FLOOR_OF.items() if floor in MODEL_FLOORS and room not in BEFORE_PIP]
    there = [room for room in rooms if (COURSE / f"{room}.py").exists() or (COURSE / room).is_dir()]
    code = f"import sys, {', '.join(f'course.{room}' for room in there)}; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    tops = {name.split(".")[0] for name in done.stdout.split()}
    assert tops & (DRAWING | WHERE_USED) == set()


def test_every_place_that_contributing_names_is_there():
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    named = set(re.findall(r"`((?:course|docs|exercises|notebooks|solutions|tests|tools)/[\w./*-]*)`", text))
    assert len(named) > 40 and {"course/predictions/", "course/widgets/questions/unitN.py"} <= named
    lost = [name for name in named if not list(ROOT.glob(name.replace("unitN", "unit1").rstrip("/")))]
    assert not lost, f"CONTRIBUTING.md names what is not there: {', '.join(sorted(lost))}"

"""u3-3: longitudes between -180 and 180 degrees, and lines that end at the date line."""

import numpy as np

from course.checks.exercise import Exercise, Misconception
from course.checks.forms import Pieces, Size
from course.checks.unit3.common import UNIT


def _draw_tracks(random):
    """Tracks that run east or west, once or twice around, over the date line and over Greenwich."""
    east = 0.5 + np.cumsum([random.randrange(40, 60) for _ in range(12)]) - random.randrange(20, 50)
    west = -0.5 - np.cumsum([random.randrange(50, 70) for _ in range(9)]) + random.randrange(20, 50)
    far = 180 * random.choice((5, 7, 9)) - 25.5 + np.cumsum([random.randrange(10, 20) for _ in range(6)])
    home = random.randrange(-170, -150) + 0.5 + np.cumsum([random.randrange(50, 70) for _ in range(5)])
    edge = 180 + random.randrange(30, 60) * np.arange(-2, 3)
    return [(tuple(float(one) for one in row),) for row in (east, west, far, home, edge)]


def _wrapped(x):
    return (x + 180) % 360 - 180


def _jumps(line):
    return np.abs(np.diff(line)) > 180


def _cut(line, jumps, late=0):
    """Return a line in pieces, a new one after each jump or some points later: nested lists."""
    cuts = np.flatnonzero(jumps) + 1 + late
    return [piece.tolist() for piece in np.split(line, cuts) if len(piece)]


def _cut_at_jumps(line):
    return _cut(line, _jumps(line))


def _pieces(x):
    return _cut_at_jumps(_wrapped(x))


def _shifted_once(x):
    return np.where(x >= 180, x - 360, np.where(x < -180, x + 360, x))


def _mirrored_east(x):
    return np.where(x > 180, 360 - x, x)


def _mirrored_west(x):
    return np.where(x < -180, -360 - x, x)


def _without(x, lost):
    """Return the pieces without one point at each break: the last before it or the first after it."""
    pieces = _pieces(x)
    if lost == "first":
        kept = [pieces[0], *(piece[1:] for piece in pieces[1:])]
    else:
        kept = [*(piece[:-1] for piece in pieces[:-1]), pieces[-1]]
    return [piece for piece in kept if piece]


def _east_keeps_180(x):
    line = _wrapped(x)
    return np.where(line == -180, 180.0, line)


PIECES = Exercise(
    id="u3-3",
    unit=UNIT,
    title="Where does the line end?",
    points=2,
    function="pieces",
    takes="degrees",
    shown=(
        ((100.0, 150.0, 200.0, 250.0, 300.0, 350.0, 400.0),),
        ((500.0, 540.0, 580.0, 740.0, 890.0, 930.0),),
        ((-100.0, -160.0, -220.0, -280.0, -340.0, -400.0, -460.0, -520.0, -580.0),),
    ),
    draw=_draw_tracks,
    reference=_pieces,
    form=Pieces("degrees", Size(0, "", 180, "The map that is asked for has no such longitude.")),
    tolerance=0.0,
    slack=0.01,
    tolerance_reason="One kilometre at the equator: lets through rounded answers.",
    why="Without the cut every lap would draw a straight line across the whole map, from one edge to the "
    "other.",
    question="Which point do you find on another meridian, or in another piece, when you follow the track "
    "by hand?",
    misconceptions=(
        Misconception(
            "from 0 to 360",
            lambda x: _cut_at_jumps(x % 360),
            "Your longitudes run from 0 to 360 degrees, and your line breaks in the middle of the map, at "
            "Greenwich. Which range is asked for?",
            variants=(lambda x: [(x % 360).tolist()],),
        ),
        Misconception(
            "not wrapped",
            lambda x: [x.tolist()],
            "Your track runs on past the edge of the map. On which meridian is a point that lies 200 "
            "degrees east of Greenwich?",
            variants=(lambda x: x, lambda x: _cut(x, _jumps(_wrapped(x)))),
        ),
        Misconception(
            "not cut",
            lambda x: [_wrapped(x).tolist()],
            "Your longitudes fit, but the track is one line: at the date line it runs back across the whole "
            "map. Between which two points does it jump?",
            credit=0.5,
            variants=(_wrapped,),
        ),
        Misconception(
            "one turn only",
            lambda x: _cut_at_jumps(_shifted_once(x)),
            "Your first lap fits, the laps after it run off the map. How often do you have to take away 360 "
            "degrees?",
            credit=0.5,
            variants=(lambda x: _cut(_shifted_once(x), _jumps(_wrapped(x))),),
        ),
        Misconception(
            "mirrored",
            lambda x: _cut_at_jumps(_mirrored_west(_mirrored_east(x))),
            "Past the date line your track turns back the way it came. Do you count on from the other edge, "
            "or back from this one?",
            variants=(
                lambda x: _cut_at_jumps(np.where(x > 180, 360 - x, np.where(x < -180, -360 - x, x))),
                lambda x: _cut_at_jumps(_mirrored_east(x)),
                lambda x: [np.abs(_wrapped(x)).tolist()],
                lambda x: [(180 - np.abs((np.abs(x) % 360) - 180)).tolist()],
            ),
        ),
        Misconception(
            "held at the edge",
            lambda x: [np.clip(x, -180, 180).tolist()],
            "Past the date line your track stays at the edge of the map. Where does the map go on for "
            "someone who crosses that edge?",
        ),
        Misconception(
            "jumps of one sign only",
            lambda x: _cut(_wrapped(x), np.diff(_wrapped(x)) < -180),
            "A track that crosses the date line one way is cut, one that crosses it the other way is not. "
            "Which sign has the jump then?",
            credit=0.5,
            variants=(lambda x: _cut(_wrapped(x), np.diff(_wrapped(x)) > 180),),
        ),
        Misconception(
            "cut at Greenwich too",
            lambda x: _cut(_wrapped(x), np.diff(np.sign(_wrapped(x))) != 0),
            "Your line breaks at Greenwich too, in the middle of the map. How does the change of sign there "
            "differ from the one at the date line?",
            credit=0.5,
        ),
        Misconception(
            "cut one point off",
            lambda x: _cut(_wrapped(x), _jumps(_wrapped(x)), late=-1),
            "Your cuts are one point away from the jump, so that a piece still runs across the whole map. "
            "Which point of a jump ends a piece, and which one begins the next?",
            credit=0.5,
            variants=(lambda x: _cut(_wrapped(x), _jumps(_wrapped(x)), late=1),),
        ),
        Misconception(
            "points lost at the cut",
            lambda x: _without(x, "first"),
            "At each break one point is gone. In which piece does the point right at the jump belong?",
            credit=0.5,
            variants=(lambda x: _without(x, "last"),),
        ),
        Misconception(
            "points beyond the edge lost",
            lambda x: [x[(x >= -180) & (x < 180)].tolist()],
            "Points past the edge of the map are gone. Under which longitude do they come back on the other "
            "side?",
        ),
        Misconception(
            "the date line has two names",
            lambda x: _cut_at_jumps(_east_keeps_180(x)),
            "A point right on the date line keeps its positive name. Which end belongs to the range that is "
            "asked for?",
            credit=0.5,
        ),
    ),
)

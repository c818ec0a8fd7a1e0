"""The questions of the lessons: asked before a picture opens, shown at the end beside what was computed.

They stand here and not in the notebooks, where the answer could be read before the question.
"""

from course import coverage, orbits, predictions, relative
from course.constants import ISS_INCLINATION_DEG, SOLAR_DAY_S

STATION_KM, GPS_KM = 420, 20_180
PUSH_M_S = 0.15  # relative, as `course.widgets.station_3d` parts the station


def named(id):
    """Return a question of the lessons by its id, known to `course.predictions` from now on.

    Raises
    ------
    ValueError
        If there is no such question.

    Examples
    --------
    >>> named("u2-p2").unit
    'km/s'
    """
    if id not in QUESTIONS:
        raise ValueError(f"there is no question {id!r} (there are {', '.join(sorted(QUESTIONS))})")
    text, form, computed = QUESTIONS[id]
    return predictions.ask(id, text, **form, computed=computed())


def _gravity():
    return f"{orbits.gravity_fraction(STATION_KM):.0%}"


def _circle():
    circle, escape = orbits.circular_speed_km_s(STATION_KM), orbits.escape_speed_km_s(STATION_KM)
    return f"{circle:.2f} km/s on a circle; faster, it comes back later; from {escape:.2f} km/s on, never"


def _higher():
    gps, station = (orbits.circular_speed_km_s(height) for height in (GPS_KM, STATION_KM))
    return f"slower: {gps:.2f} km/s, the station {station:.2f} km/s"


def _shift():
    shift = orbits.westward_shift_deg(STATION_KM)
    return f"further west, by {shift:.1f} degrees: the Earth turns eastward below the orbit"


def _north():
    return f"Volgograd: the track turns back at {orbits.turning_latitude_deg(STATION_KM):.1f}° N"


def _lingers():
    share = 1 - coverage.share_below(50)
    return f"{100 * share:.1f} %, four times what equal latitudes would get"


def _rank():
    shares = coverage.time_share(ISS_INCLINATION_DEG)
    rank = 1 + sum(share > shares["RUS"] for share in shares.values())
    return f"place {rank}, with {shares['RUS'] * SOLAR_DAY_S / 60:.0f} minutes a day"


def _moscow():
    north = coverage.visible_share("RUS", elevation_deg=10).north_limit_deg
    return f"yes, every day: it is seen 10° high or more up to {north:.0f}° N"


def _parted():
    lap_s = orbits.period_s(STATION_KM)
    there = relative.two_body_motion(lap_s, altitude_km=STATION_KM, along_m_s=PUSH_M_S)
    return f"behind, by {abs(float(there.along_m)) / 1000:.1f} km: the push put it on a higher, slower orbit"


QUESTIONS = {  # id: (question, form of the answer, what the computation says)
    "u2-p1": (
        "How strong is gravity 420 km up, as a share of gravity at the ground?",
        {"choices": ("0 %", "10 %", "50 %", "90 %")},
        _gravity,
    ),
    "u2-p2": (
        "The cannon stands 420 km up and fires horizontally. At which speed does the ball come back to it?",
        {"unit": "km/s"},
        _circle,
    ),
    "u2-p3": (
        "A GPS satellite flies 20,180 km up. Compared with the station at 420 km it is:",
        {"choices": ("faster", "just as fast", "slower")},
        _higher,
    ),
    "u2-p4": (
        "One lap later, the station crosses the equator:",
        {"choices": ("at the same place", "further east", "further west")},
        _shift,
    ),
    "u3-p1": (
        "The Earth stands still. Each lap of the station is drawn on the map. The laps lie:",
        {"choices": ("all on the same line", "side by side", "in no order")},
        lambda: "all on the same line; it is the turning Earth that puts them side by side",
    ),
    "u3-p2": (
        "Which is the northernmost of these cities that the station ever passes over?",
        {"choices": ("Sochi, 43.6° N", "Volgograd, 48.7° N", "Samara, 53.2° N", "Moscow, 55.8° N")},
        _north,
    ),
    "u3-p3": (
        "How much of its time is the station north of 50 degrees?",
        {"unit": "%"},
        _lingers,
    ),
    "u3-p4": (
        "The station is over Russia for so long that among all countries Russia takes:",
        {"choices": ("place 1", "place 4", "place 20", "no place: it never is")},
        _rank,
    ),
    "u3-p5": (
        "Moscow lies 440 km north of the track. Can people there see the station?",
        {"choices": ("never", "a few times a year", "every day")},
        _moscow,
    ),
    "u4-p1": (
        f"The Russian segment springs away forward at {PUSH_M_S} m/s (relative). Where is it one lap later?",
        {"choices": ("ahead", "at the same place", "behind", "below")},
        _parted,
    ),
}

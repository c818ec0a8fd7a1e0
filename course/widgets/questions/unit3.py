"""The questions of unit 3, ground track and coverage."""

from course import coverage, orbits
from course.constants import ISS_INCLINATION_DEG, SOLAR_DAY_S

STATION_KM, NORTH_DEG = 420, 50


def _north():
    return f"Volgograd: the track turns back at {orbits.turning_latitude_deg(STATION_KM):.1f}° N"


def _lingers():
    share = 1 - coverage.share_below(NORTH_DEG)
    return f"{100 * share:.1f} %, four times what equal latitudes would get"


def _rank():
    shares = coverage.time_share(ISS_INCLINATION_DEG)
    rank = 1 + sum(share > shares["RUS"] for share in shares.values())
    return f"place {rank}, with {shares['RUS'] * SOLAR_DAY_S / 60:.0f} minutes a day"


def _moscow():
    north = coverage.risen_share("RUS", elevation_deg=10).north_limit_deg
    return (
        f"every day, 10° high or more up to {north:.0f}° N; to be seen, it has to be in sunlight while the "
        "sky below is dark, and weeks can pass without that"
    )


QUESTIONS = {  # id: (question, form of the answer, what the computation says)
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
        {"unit": "%", "ends": (0, 100)},
        _lingers,
    ),
    "u3-p4": (
        "The station is over Russia for so long that among all countries Russia takes:",
        {"choices": ("place 1", "place 4", "place 20", "no place: it never is")},
        _rank,
    ),
    "u3-p5": (
        "Moscow lies 440 km north of the track. How often does the station rise above the horizon there?",
        {"choices": ("never", "a few times a year", "every day")},
        _moscow,
    ),
}

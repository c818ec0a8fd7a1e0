"""The questions of the lessons: asked before a picture opens, shown at the end beside what was computed.

They stand here and not in the notebooks, where the answer could be read before the question.
"""

import numpy as np

from course import coverage, decay, history, orbits, predictions, relative, risk, station
from course.constants import ISS_INCLINATION_DEG, SOLAR_DAY_S
from course.figures.city import day as day_in_words
from course.figures.decay import month_of, span
from course.figures.timeline import day

STATION_KM, GPS_KM = 420, 20_180
YEARS = (1984, 2026)  # of the line on which the events of unit 1 are placed
PLACED = {  # what is placed there: the event; not in the order of time, which would give it away
    "last Shuttle landing": "sts-135-landing",
    "first module launched": "zarya",
    "the press article": "article",
    "first commercial crew": "demo-2",
    "first crew arrives": "expedition-1",
}
CLIP = "2022-03-05"  # the day of the clip in which the Russian segment leaves


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


def _on_record():
    return ", ".join(f"{what} {day(history.day_of(event))}" for what, event in PLACED.items())


def _lowest():
    known = history.altitude().query("epoch_utc >= '1999'")
    lowest, highest = (
        known.loc[place] for place in (known["altitude_km"].idxmin(), known["altitude_km"].idxmax())
    )
    return (
        f"2011: {lowest['altitude_km']:.0f} km on {day(lowest['epoch_utc'])}, the lowest of the element sets "
        f"that are known; the highest is {highest['altitude_km']:.0f} km on {day(highest['epoch_utc'])}"
    )


def _built():
    last = station.modules(CLIP).iloc[-1]
    day = last["joined"].to_datetime64()
    years = history.years_between(station.FIRST_DAY, day)
    return f"{years:.1f} years: {last['name']} joined on {day_in_words(day)}"


def _segments():
    segments = station.modules(CLIP).set_index("name")["segment"]
    provided = station.functions(CLIP).query("level == 'main'")
    said = []
    for function in ("power", "reboost"):
        names = provided.loc[provided["function"] == function, "module"]
        said.append(f"{function}: the {' and '.join(segments[names].unique())} segment ({', '.join(names)})")
    return "; ".join(said)


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


def _push_apart():
    lap, day = orbits.period_s(STATION_KM), np.arange(0, SOLAR_DAY_S, 60)
    forward, up, aside = (
        relative.hill_motion(day, altitude_km=STATION_KM, **{push: 0.15})
        for push in ("along_m_s", "radial_m_s", "cross_m_s")
    )
    gap = relative.closest_approach(forward, after_s=lap / 2).distance_m / 1000
    end = forward.distance_m[-1] / 1000
    back, across = (relative.recontact_s(path, within_m=5, after_s=lap / 3) / lap for path in (up, aside))
    return (
        f"forward or backward: {gap:.1f} km apart after half a lap, {end:.0f} km after a day; up or down it "
        f"is back after {back:.1f} laps, to the side after {across:.1f}"
    )


def _personal_risk():
    indian, russian = (risk.mean_person_density_km2(country) for country in ("IND", "RUS"))
    expected = risk.casualty_expectation(1000)
    return (
        f"much the same: an average Russian runs {russian / indian:.1f} times the risk of an average Indian, "
        f"but India expects {expected['IND'] / expected['RUS']:.0f} times the casualties"
    )


def _stays_up():
    fall = decay.descent(STATION_KM, start_utc="2022-03-12")
    return f"{span(fall.lifetime_days)} under the real Sun, until {month_of(fall.end_utc)}"


def _brings_down():
    change = decay.deorbit_delta_v_m_s(STATION_KM, perigee_km=50)
    tonnes = decay.propellant_kg(420_000, delta_v_m_s=change) / 1000
    return f"{tonnes:.1f} t: a burn of {change:.1f} m/s, at a specific impulse of 300 s"


QUESTIONS = {  # id: (question, form of the answer, what the computation says)
    "u1-p1": (
        "In which year was each? Place the five cards on the empty line of years:",
        {"places": tuple(PLACED), "ends": YEARS},
        _on_record,
    ),
    "u1-p4": (
        "In which of these years did the station fly lowest?",
        {"choices": ("2002", "2005", "2011", "2024")},
        _lowest,
    ),
    "u1-p2": (
        "Zarya was launched in November 1998. How many years later did the last module join that was there "
        "in March 2022?",
        {"unit": "years"},
        _built,
    ),
    "u1-p3": (
        "In March 2022, which segment supplies most of the electric power, and which raises the orbit?",
        {
            "choices": (
                "the US segment both",
                "the Russian segment both",
                "power the US segment, orbit the Russian segment",
                "power the Russian segment, orbit the US segment",
            )
        },
        _segments,
    ),
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
    "u4-p2": (
        "A part of the station is pushed off at 0.15 m/s. Which push keeps the parts apart for good?",
        {"choices": ("up, away from the Earth", "to the side", "forward or backward", "any push")},
        _push_apart,
    ),
    "u4-p5": (
        "The station falls by itself, nobody knows where. An average Indian and an average Russian: who runs "
        "the larger risk of being hit?",
        {"choices": ("the Indian, many times", "much the same", "the Russian, many times")},
        _personal_risk,
    ),
    "u4-p3": (
        "Engines off in March 2022, 420 km up: how long does the station stay up?",
        {"choices": ("days", "weeks", "months", "years")},
        _stays_up,
    ),
    "u4-p4": (
        "How much propellant does it take to bring 420 t down from 420 km?",
        {"unit": "t"},
        _brings_down,
    ),
}

"""The questions of unit 2, orbital basics."""

from course import orbits

STATION_KM, GPS_KM = 420, 20_180


def _gravity():
    return f"{orbits.gravity_fraction(STATION_KM):.0%}"


def _circle():
    circle, escape = orbits.circular_speed_km_s(STATION_KM), orbits.escape_speed_km_s(STATION_KM)
    return f"{circle:.2f} km/s, on a circle; faster, it comes back later; from {escape:.2f} km/s on, never"


def _higher():
    gps, station = (orbits.circular_speed_km_s(height) for height in (GPS_KM, STATION_KM))
    return f"slower: {gps:.2f} km/s, the station {station:.2f} km/s"


def _shift():
    shift = orbits.westward_shift_deg(STATION_KM)
    return f"further west, by {shift:.1f} degrees: the Earth turns eastward below the orbit"


QUESTIONS = {  # id: (question, form of the answer, what the computation says)
    "u2-p1": (
        "How strong is gravity 420 km up, as a share of gravity at the ground?",
        {"choices": ("0 %", "10 %", "50 %", "90 %"), "right": "90 %"},
        _gravity,
    ),
    "u2-p2": (
        "The cannon stands 420 km up and fires horizontally. At which speed does the ball come back to it?",
        {"unit": "km/s", "ends": (0,), "waits": True},  # the circle is to be found by firing
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
}

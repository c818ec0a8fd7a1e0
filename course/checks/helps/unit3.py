"""Help with the exercises of unit 3."""

from course.checks.helps.help import Help

HELPS = {
    "u3-1": Help(
        relation="The sine of the latitude is the sine of the inclination times the sine of u. Each sine "
        "wants its angle in radians: what turns the result back into an angle, and into degrees?",
        part="second",
        cell="north-explain",
        parts=(
            "np.radians(argument_deg…",
            "np.radians(inclination_deg…",
            "np.sin(…) * np.sin(…)",
            "np.arcsin(…)",
            "np.degrees(…)",
        ),
        strangers=("inclination_deg * np.sin(…)", "np.cos(…)"),
        sister="The Sun runs through the year on a circle that is tilted by 23.44 degrees. Over which "
        "latitude does it stand, at an angle after the crossing in March?",
        worked="""import numpy as np

def latitude_below_the_sun(angle_deg):
    sine = np.sin(np.radians(23.44)) * np.sin(np.radians(angle_deg))
    return np.degrees(np.arcsin(sine))

latitude_below_the_sun(150)  # about 11.47""",
    ),
    "u3-2": Help(
        relation="The Earth turns by 360 degrees in one turn against the stars, and evenly. So the angle "
        "is to 360 degrees as the time of all laps is to the time of that turn: how long does the turn "
        "take?",
        part="first",
        cell="track-explain",
        parts=(
            "turn_s = 86164…",
            "laps * …",
            "360 * …",
            "… / turn_s",
        ),
        strangers=("… % 360", "86400 * …"),
        sister="Mars turns once in 88,643 s against the stars. How far does it turn below an orbiter?",
        worked="""def mars_shift(lap_s, laps):
    turn_s = 88643
    return 360 * laps * lap_s / turn_s

mars_shift(7000, 3)  # about 85.3""",
    ),
    "u3-3": Help(
        relation="The remainder `%` takes full turns away, from the start of a range on: shift the range "
        "to zero, take the remainder, shift it back. Where do two points then lie farther apart than half "
        "a turn?",
        part="first",
        cell="track-explain",
        parts=(
            "(… + …) % 360",
            "… - …",
            "np.diff(…)",
            "np.abs(…) > …",
            "np.flatnonzero(…) + …",
            "np.split(line, …)",
        ),
        strangers=("np.clip(…)", "360 - np.abs(…)"),
        sister="Hours of a long journey run on: 22.5, 31, 33.5, 53. What does a clock show, in one list "
        "for each day? (A clock runs one way only, a track may cross the edge of a map either way.)",
        worked="""import numpy as np

def by_day(hours):
    days, last = [], 24.0
    for hour in hours % 24:
        if hour < last:
            today = []
            days.append(today)
        today.append(float(hour))
        last = hour
    return days

by_day(np.array([22.5, 31.0, 33.5, 53.0]))  # [[22.5], [7.0, 9.5], [5.0]]""",
    ),
    "u3-4": Help(
        relation="The angle u grows evenly with time. So take many evenly spaced u around a lap, find the "
        "latitude of each, and ask which part of them lies in the strip: both of its edges count.",
        part="third",
        cell="time-explain",
        parts=(
            "np.arange(0, 360, …)",
            "latitude(…, inclination_deg)",
            "south_deg <= …",
            "… < north_deg…",
            "… & …",
            "np.mean(…)",
        ),
        strangers=("(north_deg - south_deg) / …", "… | …"),
        sister="A pendulum swings by a sine. Which part of its time does it spend beyond an edge on the "
        "right?",
        worked="""import numpy as np

def time_beyond(edge):
    angle = np.linspace(0, 2 * np.pi, 10001)
    return np.mean(np.sin(angle) > edge)

time_beyond(0.7)  # about 0.253""",
    ),
    "u3-5": Help(
        relation="A row's area is its width in degrees times the length of a degree there, and that shrinks "
        "toward the pole with the cosine of the latitude. Part and whole are weighed in the same way.",
        part="fifth",
        cell="area-read",
        parts=(
            "np.radians(latitude_deg…",
            "np.cos(…)",
            "area = width_deg * …",
            "latitude_deg < …",
            "area[…].sum()",
            "… / area.sum(…",
        ),
        strangers=("np.sin(…)", "width_deg[…].sum() / …"),
        sister="A disc is cut into rings of equal width. A ring's area grows as its radius. Which share of "
        "the disc lies inside a limit?",
        worked="""import numpy as np

def share_inside(radius, limit):
    area = 2 * np.pi * radius
    return area[radius < limit].sum() / area.sum()

share_inside(np.arange(5, 100, 10), 60)  # 0.36""",
    ),
}

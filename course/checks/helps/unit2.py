"""Help with the exercises of unit 2."""

from course.checks.helps.help import Help

HELPS = {
    "u2-1": Help(
        relation="The square of the speed is mu divided by r, and r runs from the Earth's centre to the "
        "station: the radius and the height together. With mu and r in kilometres, which unit has the root?",
        part="second",
        cell="cannon-formula",
        parts=(
            "distance_km = …",
            "EARTH_RADIUS_KM + …",
            "MU_EARTH_KM3_S2 / …",
            "np.sqrt(…)",
            "1000 * …",
        ),
        strangers=("2 * … / …", "… / altitude_km"),
        sister="The Moon has mu = 4902.8 km³/s² and a radius of 1737.4 km. How fast, in m/s, is an orbiter "
        "there?",
        worked="""def moon_speed(altitude_km):
    distance_km = 1737.4 + altitude_km
    return 1000 * (4902.8 / distance_km) ** 0.5

moon_speed(100)  # about 1634""",
    ),
    "u2-2": Help(
        relation="The time of a lap is the way around divided by the speed. Both belong to the circle at the "
        "distance r from the Earth's centre: how long is that circle?",
        part="third",
        cell="height-explain",
        parts=(
            "distance_km = EARTH_RADIUS_KM + …",
            "… ** 3 / …",
            "np.sqrt(…)",
            "2 * np.pi * …",
        ),
        strangers=("… ** 2 / …", "… / 60"),
        sister="The Moon has mu = 4902.8 km³/s² and a radius of 1737.4 km. How many seconds does a lap take "
        "there?",
        worked="""import math

def moon_lap(altitude_km):
    distance_km = 1737.4 + altitude_km
    speed_km_s = math.sqrt(4902.8 / distance_km)
    return 2 * math.pi * distance_km / speed_km_s

moon_lap(100)  # about 7067""",
    ),
    "u2-3": Help(
        relation="Gravity goes with one divided by r squared, and r begins at the Earth's centre. A fraction "
        "compares two places: at which distance is the ground, and at which one the station?",
        part="first",
        cell="gravity-explain",
        parts=(
            "EARTH_RADIUS_KM + …",
            "EARTH_RADIUS_KM / (…)",
            "(… / …) ** 2",
            "return …",
        ),
        strangers=("1 - …", "altitude_km / …"),
        sister="Mars has a radius of 3389.5 km. Which part of its gravity is left at a height above it?",
        worked="""def mars_fraction(altitude_km):
    ground_km, up_km = 3389.5, 3389.5 + altitude_km
    return ground_km**2 / up_km**2

mars_fraction(1000)  # about 0.596""",
    ),
    "u2-4": Help(
        relation="The number of laps is the time that there is divided by the time that one lap takes, "
        "both in the same unit. In which unit does your lap come?",
        part="third",
        cell="height-check",
        parts=("period(…)", "24 * 60 * …", "day_s = …", "… / period(…)"),
        strangers=("1440 / …", "int(…)"),
        sister="An orbiter of the Moon needs a known number of seconds for a lap. How many laps are that "
        "in a week?",
        worked="""def laps_a_week(lap_s):
    week_s = 7 * 24 * 60 * 60
    return week_s / lap_s

laps_a_week(7067)  # about 85.6""",
    ),
    "u2-5": Help(
        relation="An array computes for all its elements at once and keeps their order. `np.argmax` says "
        "at which place the largest stands: what stands at the same place in the row of heights?",
        part="third",
        cell="height-read",
        parts=(
            "EARTH_RADIUS_KM + …",
            "np.sqrt(… / …)",
            "speeds_m_s = 1000 * …",
            "np.argmax(…)",
            "altitudes_km[…]",
            "return …, …",
        ),
        strangers=("np.sort(…)", "max(altitudes_km) + …"),
        sister="The air cools by 6.5 degrees for each kilometre up. How cold is it at a row of heights, "
        "and at which of them is it coldest?",
        worked="""import numpy as np

def temperatures_and_coldest(heights_km):
    celsius = 15 - 6.5 * heights_km
    return celsius, heights_km[np.argmin(celsius)]

temperatures_and_coldest(np.array([2.0, 5.0, 3.5]))  # (array([  2.  , -17.5 ,  -7.75]), 5.0)""",
    ),
}

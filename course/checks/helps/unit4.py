"""Help with the exercises of unit 4."""

from course.checks.helps.help import Help

HELPS = {
    "u4-1": Help(
        relation="Mass times velocity cancels over both pieces, and the two velocities differ by the speed "
        "of the gap. So the pieces share that speed, each by the mass of the *other*: in which direction "
        "does each fly?",
        part="first",
        cell="part-explain",
        parts=(
            "whole_kg = mass_1_kg + …",
            "mass_2_kg / …",
            "mass_1_kg / …",
            "relative_m_s * …",
            "-relative_m_s * …",
            "return …, …",
        ),
        strangers=("… / 2", "np.sqrt(…)"),
        sister="Two skaters at rest push each other off. Masses and the velocity of the first are known: "
        "what is that of the second?",
        worked="""def second_skater(mass_1_kg, mass_2_kg, first_m_s):
    momentum = mass_1_kg * first_m_s
    return -momentum / mass_2_kg

second_skater(50, 80, 2.0)  # -1.25""",
    ),
    "u4-2": Help(
        relation="A push forward makes the orbit larger and its lap longer; the piece falls behind by "
        "three times the way that the push alone would carry it. How long do all laps take, in seconds?",
        part="second",
        cell="push-explain",
        parts=(
            "(EARTH_RADIUS_KM + altitude_km…",
            "np.sqrt(… ** 3 / …)",
            "lap_s = 2 * np.pi * …",
            "lap_s * laps…",
            "-3 * push_m_s * …",
        ),
        strangers=("lap_s / 60…", "abs(…)"),
        sister="The Moon has mu = 4902.8 km³/s² and a radius of 1737.4 km. Where is a piece there that was "
        "pushed along its track?",
        worked="""import math

def place_at_the_moon(altitude_km, push_m_s, laps):
    lap_s = 2 * math.pi * math.sqrt((1737.4 + altitude_km) ** 3 / 4902.8)
    return -3 * push_m_s * laps * lap_s

place_at_the_moon(100, 0.1, 2)  # about -4240""",
    ),
    "u4-3": Help(
        relation="Only the part of a push along the track changes the time of a lap: pushes up and to the "
        "side lead back. The gap grows by three times that part times the time, whichever way it points.",
        part="second",
        cell="push-explain",
        parts=(
            "return …, …, …",
            "… * most_m_s",
            "-… * most_m_s",
            "0.0, …",
        ),
        strangers=("most_m_s, most_m_s, …", "2 * most_m_s, …"),
        sister="A lap around the Moon takes 7067 s. How strong has a push along the track to be, so that two "
        "pieces are a given distance apart one lap later?",
        worked="""def push_for(distance_m, lap_s):
    return distance_m / (3 * lap_s)

push_for(500, 7067)  # about 0.0236""",
    ),
    "u4-4": Help(
        relation="Before and after the burn the station is at the same place, at the top of the new orbit; "
        "a is the mean of its highest and lowest distance. The propellant is the mass before less the mass "
        "that is left.",
        part="fourth",
        cell="down-explain",
        parts=(
            "top_km = EARTH_RADIUS_KM + …",
            "lowest_km = EARTH_RADIUS_KM + …",
            "np.sqrt(MU_EARTH_KM3_S2 / …)",
            "np.sqrt(MU_EARTH_KM3_S2 * (… - …))",
            "1000 * (before - …)",
            "np.exp(-… / (… * isp_s))",
            "mass_kg - …",
        ),
        strangers=("np.sqrt(2 * MU_EARTH_KM3_S2 / …)", "mass_kg * isp_s / …"),
        sister="The same burn at the Moon: mu = 4902.8 km³/s², radius 1737.4 km.",
        worked="""import math

def moon_burn(altitude_km, lowest_km, mass_kg, isp_s):
    top, low = 1737.4 + altitude_km, 1737.4 + lowest_km
    before = math.sqrt(4902.8 / top)
    after = math.sqrt(4902.8 * (2 / top - 1 / ((top + low) / 2)))
    change_m_s = 1000 * (before - after)
    return change_m_s, mass_kg * (1 - math.exp(-change_m_s / (9.80665 * isp_s)))

moon_burn(100, 15, 10000, 310)  # about (19.46, 63.8)""",
    ),
    "u4-5": Help(
        relation="The track runs up to the turning latitude in the north and as far in the south, and over "
        "every latitude between. What is the same for a latitude north and one south of the equator?",
        part="fourth",
        cell="risk-explain",
        parts=(
            "for name, latitude in zip(…, …)",
            "abs(latitude…",
            "… <= turning_deg…",
            "[name for … if …",
        ),
        strangers=('countries == "…', "latitude_deg > …"),
        sister="Over which cities can the Sun stand straight above, up to 23.44 degrees north and south?",
        worked="""def below_the_sun(names, latitude_deg):
    chosen = []
    for name, latitude in zip(names, latitude_deg):
        if -23.44 <= latitude <= 23.44:
            chosen.append(name)
    return chosen

below_the_sun(["Havana", "Cairo", "Darwin"], [23.1, 30.0, -12.5])  # ['Havana', 'Darwin']""",
    ),
}

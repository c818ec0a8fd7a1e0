"""u4-4: the burn that brings a station down, and the propellant for it."""

import numpy as np

from course import decay
from course.checks.exercise import Exercise, Misconception
from course.checks.forms import Number, Several, Size
from course.checks.unit2.common import distance_km, speed_m_s
from course.checks.unit4.common import ISS_KM, UNIT
from course.constants import EARTH_RADIUS_KM, MU_EARTH_KM3_S2, STANDARD_GRAVITY_M_S2

PERIGEE_KM = 50.0
ISP_S = 300.0
COLD_GAS_S = 70.0  # of a small satellite: so little that every shortcut through the exponential shows


def _draw_burns(random):
    """Orbits from just above the air to twice the station's, aims from low to as high as they make sense."""
    bands = [
        ((440, 520), (55, 80), (430, 490), (310, 330)),
        ((320, 400), (20, 45), (100, 150), (220, 260)),
        ((240, 300), (55, 80), (380, 415), (270, 290)),
        ((820, 950), (0, 15), (2, 12), (60, 80)),
    ]
    return [
        (
            *(float(round(random.uniform(*heights))) for heights in (start, aim)),
            1000 * round(random.uniform(*tonnes), 1),
            float(random.randrange(*isp)),
        )
        for start, aim, tonnes, isp in bands
    ]


def _change(h, p):
    return _circle(h) - _top(h, p)


def _circle(h):
    return speed_m_s(distance_km(h))


def _top(h, p, radius_km=EARTH_RADIUS_KM):
    """Return the speed at the highest point of the orbit that reaches down to the perigee."""
    apogee, perigee = radius_km + h, radius_km + p
    return 1000 * np.sqrt(2 * MU_EARTH_KM3_S2 * perigee / (apogee * (apogee + perigee)))


def _bottom(h, p):
    return _top(h, p) * distance_km(h) / distance_km(p)


def _sum_for_mean(h, p):
    return 2 / distance_km(h) - 1 / (distance_km(h) + distance_km(p))


def _second_burn(h, p):
    return _bottom(h, p) - _circle(p)


def _ratio(dv, isp):
    return dv / (STANDARD_GRAVITY_M_S2 * isp)


def _burnt(mass, dv, isp):
    return -mass * np.expm1(-_ratio(dv, isp))


def _reference(altitude_km, perigee_km, mass_kg, isp_s):
    change = decay.deorbit_delta_v_m_s(altitude_km, perigee_km=perigee_km)
    return change, decay.propellant_kg(mass_kg, delta_v_m_s=change, isp_s=isp_s)


def _with(change):
    """Return the answer with another change of speed, and the propellant that belongs to it."""
    return lambda h, p, m, isp: (change(h, p), _burnt(m, change(h, p), isp))


def _burning(propellant):
    """Return the answer with the right change of speed, and another use of the mass and dv / ve."""
    return lambda h, p, m, isp: (_change(h, p), propellant(m, _ratio(_change(h, p), isp)))


BURN = Exercise(
    id="u4-4",
    unit=UNIT,
    title="How much does it take to bring it down?",
    points=3,
    function="deorbit_burn",
    takes="{2:,g} kg from {0:g} to {1:g} km",
    shown=(
        (ISS_KM, PERIGEE_KM, 420_000.0, ISP_S),
        (ISS_KM, PERIGEE_KM, 500_000.0, ISP_S),
        (800.0, 40.0, 2_000.0, COLD_GAS_S),
    ),
    draw=_draw_burns,
    reference=_reference,
    form=Several(
        (
            Number("m/s", Size(0, "", 8000, "No body so near the Earth has that much speed to lose.")),
            Number("kg"),
        ),
        "the change of speed, then the propellant",
    ),
    tolerance=0.004,
    tolerance_reason="Lets through the mean radius 6371 km instead of the equatorial one (0.17 % at most) "
    "and 9.8 or 9.81 m/s². Keeps out every misconception below; the nearest, 50 km whatever is "
    "given, is 1.4 % off for the third burn of the notebook.",
    why="Somebody has to bring that propellant up first; a station of 500 tonnes would need a fifth more of "
    "it than one of 420.",
    question="Which speeds does it have before and after the burn, at the same place, and what does the mass "
    "equation make of their difference?",
    misconceptions=(
        Misconception(
            "all of its speed",
            _with(lambda h, p: _circle(h)),
            "{returned}. After that burn it would stand still, drop straight down, and be mostly empty "
            "tanks. How slow does it have to be to touch the air half a lap later?",
            variants=(lambda h, p, m, isp: (_circle(h), _burnt(m, _change(h, p), isp)),),
        ),
        Misconception(
            "the speed after the burn",
            _with(_top),
            "{returned}. So fast is it at the top of the new orbit, after the burn. By how much did it "
            "change?",
            variants=(lambda h, p, m, isp: (_top(h, p), _burnt(m, _change(h, p), isp)),),
        ),
        Misconception(
            "height as distance",
            _with(lambda h, p: 1000 * np.sqrt(MU_EARTH_KM3_S2 / h) - _top(h, p, radius_km=0)),
            "{returned}. Your orbit runs inside the Earth. From which point is r measured?",
        ),
        Misconception(
            "the mean of the heights",
            lambda h, p, m, isp: (np.nan * h, np.nan * m),
            "Your answer is nan: no orbit with so small a mean distance a comes up to that height. From "
            "which point are both distances measured?",
        ),
        Misconception(
            "the sum for the mean",
            _with(lambda h, p: _circle(h) - 1000 * np.sqrt(MU_EARTH_KM3_S2 * _sum_for_mean(h, p))),
            "{returned}. After your burn it is faster than before, and climbs. Is a the sum of the two "
            "distances, or their mean?",
            variants=(
                _with(lambda h, p: 1000 * np.sqrt(MU_EARTH_KM3_S2 * _sum_for_mean(h, p)) - _circle(h)),
            ),
            credit=0.5,
        ),
        Misconception(
            "from circle to circle",
            _with(lambda h, p: _circle(p) - _circle(h)),
            "{returned}. That leads onto a circle deep in the air, with a second burn at the lowest point. "
            "Which of the two burns does a fall need?",
            variants=(
                _with(lambda h, p: _change(h, p) + _second_burn(h, p)),
                _with(lambda h, p: _circle(h) - _circle(p)),
            ),
        ),
        Misconception(
            "the burn at the low end",
            _with(_second_burn),
            "{returned}. You compare speeds at the lowest point of the new orbit, where the station is not "
            "yet. Where on both orbits is it when its engine burns?",
            variants=(_with(lambda h, p: _bottom(h, p) - _circle(h)),),
        ),
        Misconception(
            "aimed at the ground",
            _with(lambda h, p: _change(h, 0.0) + 0 * p),
            "{returned}. Your lowest point lies on the ground, whatever is given. What does perigee_km "
            "change in your formula?",
            credit=0.5,
        ),
        Misconception(
            "aimed at fifty kilometres",
            _with(lambda h, p: _change(h, PERIGEE_KM) + 0 * p),
            "Your answers fit a lowest point at the usual height, and another one gets the same. What "
            "does perigee_km change in your formula?",
            credit=0.5,
        ),
        Misconception(
            "kilometres per second",
            lambda h, p, m, isp: (_change(h, p) / 1000, _burnt(m, _change(h, p) / 1000, isp)),
            "{returned}. A pedestrian who stops changes speed by more. In which unit is mu, and in which one "
            "is the answer?",
            credit=0.5,
            variants=(lambda h, p, m, isp: (_change(h, p) / 1000, _burnt(m, _change(h, p), isp)),),
        ),
        Misconception(
            "kilometres per second into the exponent",
            lambda h, p, m, isp: (_change(h, p), _burnt(m, _change(h, p) / 1000, isp)),
            "Your change of speed fits, and your propellant would fit into a few buckets. In which unit does "
            "the speed stand in your exponent?",
            credit=0.5,
        ),
        Misconception(
            "an exponent far too large",
            lambda h, p, m, isp: (_change(h, p), _burnt(m, _change(h, p) * isp**2, isp)),
            "Your change of speed fits, and all of the mass is burnt, down to the last kilogram. Work out "
            "your exponent for one burn: in which units do its parts stand, and which of them belong below "
            "the line of the fraction?",
            credit=0.5,
            variants=(lambda h, p, m, isp: (_change(h, p), _burnt(m, 1000 * _change(h, p), isp)),),
        ),
        Misconception(
            "specific impulse as a speed",
            lambda h, p, m, isp: (_change(h, p), -m * np.expm1(-_change(h, p) / isp)),
            "Your change of speed fits, and you burn a large part of the station. Specific impulse is a "
            "time: which acceleration makes the speed of the exhaust of it?",
            credit=0.5,
            variants=(
                lambda h, p, m, isp: (_change(h, p), m * _change(h, p) / isp),
                lambda h, p, m, isp: (_change(h, p), m * np.expm1(_change(h, p) / isp)),
            ),
        ),
        Misconception(
            "one engine for all",
            lambda h, p, m, isp: (_change(h, p), _burnt(m, _change(h, p), ISP_S) + 0 * isp),
            "Your change of speed fits, and a weak engine needs no more propellant than a good one. What "
            "does isp_s change in your formula?",
            credit=0.5,
        ),
        Misconception(
            "one mass for all",
            lambda h, p, m, isp: (_change(h, p), _burnt(420_000.0, _change(h, p), isp) + 0 * m),
            "Your change of speed fits, and a small satellite needs as much propellant as a whole "
            "station. What does mass_kg change in your formula?",
            credit=0.5,
        ),
        Misconception(
            "the exponent's sign",
            _burning(lambda m, x: -m * np.expm1(x)),
            "Your change of speed fits, and your propellant is negative: the station becomes heavier. Which "
            "mass is the larger one, before or after the burn?",
            credit=0.5,
        ),
        Misconception(
            "the mass after the burn",
            _burning(lambda m, x: m * np.expm1(x)),
            "Your change of speed fits, and your propellant belongs to a station that has the given mass "
            "after the burn. When does it have it?",
            credit=0.5,
        ),
        Misconception(
            "what is left",
            _burning(lambda m, x: m * np.exp(-x)),
            "Your change of speed fits, and nearly all of the station would be propellant. Which of the two "
            "parts is burnt, and which is left?",
            credit=0.5,
            variants=(_burning(lambda m, x: m * np.exp(x)),),
        ),
        Misconception(
            "without the logarithm",
            _burning(lambda m, x: m * x),
            "Your change of speed fits, your propellant is a little too much: you push the whole mass to the "
            "end. What becomes lighter while the engine burns?",
            credit=0.5,
        ),
        Misconception(
            "tonnes",
            _burning(lambda m, x: -m * np.expm1(-x) / 1000),
            "Your change of speed fits, and so do the digits of your propellant. Which unit is asked for?",
            credit=0.5,
        ),
        Misconception(
            "minus for braking",
            lambda h, p, m, isp: (-_change(h, p), _burnt(m, _change(h, p), isp)),
            "Your propellant fits, and the minus says that the burn brakes. Which sign is asked for?",
            credit=0.5,
        ),
        Misconception(
            "minus for braking in both",
            lambda h, p, m, isp: (-_change(h, p), _burnt(m, -_change(h, p), isp)),
            "Both of your numbers are negative, as if the tanks were fuller after the burn. Which sign has "
            "the change of speed in the formula for the propellant?",
            credit=0.5,
            variants=(lambda h, p, m, isp: (-_change(h, p), -_burnt(m, _change(h, p), isp)),),
        ),
        Misconception(
            "change of speed only",
            lambda h, p, m, isp: _change(h, p),
            "The change of speed comes back, and nothing else. How much propellant does it take?",
            credit=0.5,
        ),
        Misconception(
            "the other way round",
            lambda h, p, m, isp: (_burnt(m, _change(h, p), isp), _change(h, p)),
            "Both numbers are there, the propellant first. In which order are they asked for?",
            credit=0.5,
        ),
    ),
)

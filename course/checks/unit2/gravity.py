"""u2-3: how much of gravity is left."""

from course import orbits
from course.checks.exercise import Exercise, Misconception
from course.checks.forms import Number, Size
from course.checks.unit2.common import CONSTANTS, ISS_KM, NAVIGATION_KM, UNIT, distance_km, draw_heights
from course.constants import EARTH_RADIUS_KM, MU_EARTH_KM3_S2

GRAVITY = Exercise(
    id="u2-3",
    unit=UNIT,
    title="How strong is gravity up there?",
    points=2,
    function="gravity_fraction",
    takes="km",
    shown=((ISS_KM,), (NAVIGATION_KM,)),
    draw=draw_heights,
    reference=orbits.gravity_fraction,
    form=Number(
        "",
        Size(
            0.001,
            "Then next to nothing would bend the path of a satellite.",
            1.1,
            "Then gravity would be stronger up there than at the ground.",
        ),
    ),
    tolerance=0.003,
    tolerance_reason=CONSTANTS.format(mean="0.2 % at most")
    + "Keeps out every misconception below; the nearest, one power of the distance, is 3 % off at 200 km.",
    why="Most of the ground's gravity is still there: astronauts float because they fall, not because it "
    "is gone.",
    question="Which two distances from the Earth's centre does the law of gravity compare?",
    misconceptions=(
        Misconception(
            "no gravity in space",
            lambda h: 0.0 * h,
            "{returned}. Without any pull the station would leave along a straight line. "
            "What bends its path into a circle?",
        ),
        Misconception(
            "acceleration instead of fraction",
            lambda h: 1000 * MU_EARTH_KM3_S2 / distance_km(h) ** 2,
            "{returned}. That is an acceleration, not a part of the ground's gravity. "
            "What do you divide it by?",
            credit=0.5,
            variants=(lambda h: MU_EARTH_KM3_S2 / distance_km(h) ** 2,),
        ),
        Misconception(
            "percent",
            lambda h: 100 * (EARTH_RADIUS_KM / distance_km(h)) ** 2,
            "{returned}. As a fraction, that is many times the gravity of the ground. "
            "Which number stands for all of it?",
            credit=0.5,
        ),
        Misconception(
            "one power of the distance",
            lambda h: EARTH_RADIUS_KM / distance_km(h),
            "{returned}. With your formula twice the distance halves gravity. "
            "What does Newton's law say of twice the distance?",
        ),
        Misconception(
            "height against radius",
            lambda h: (EARTH_RADIUS_KM / h) ** 2,
            "{returned}. Try your formula at the ground, where the height is zero and the fraction must "
            "be one. "
            "From which point are both distances measured?",
            variants=(
                lambda h: EARTH_RADIUS_KM / h,
                lambda h: h / EARTH_RADIUS_KM,
                lambda h: (h / EARTH_RADIUS_KM) ** 2,
            ),
        ),
        Misconception(
            "straight line down",
            lambda h: 1 - 2 * h / EARTH_RADIUS_KM,
            "{returned}. With your straight line there is a height where gravity ends, and pushes beyond it. "
            "What shape has one divided by r squared?",
            variants=(lambda h: 1 - h / EARTH_RADIUS_KM,),
        ),
        Misconception(
            "the part that is lost",
            lambda h: 1 - (EARTH_RADIUS_KM / distance_km(h)) ** 2,
            "{returned}. Your number grows with height: it is the part that gravity has lost. "
            "Which part is left?",
        ),
        Misconception(
            "fraction upside down",
            lambda h: (distance_km(h) / EARTH_RADIUS_KM) ** 2,
            "{returned}. Your gravity becomes stronger on the way up. "
            "Which distance belongs below the fraction line?",
            variants=(lambda h: distance_km(h) / EARTH_RADIUS_KM,),
        ),
    ),
)

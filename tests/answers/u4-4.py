# Answers to u4-4 as students write them: each section replaces the cell of the exercise.
# `python -m course prove 4-separation` grades every one of them (tools/answers.py reads this file).
# ruff: noqa

# %% right: reference
def deorbit_burn(altitude_km, perigee_km, mass_kg, isp_s):
    """Return the change of speed, in m/s, and the propellant, in kg, that lower the perigee."""
    top_km, lowest_km = EARTH_RADIUS_KM + altitude_km, EARTH_RADIUS_KM + perigee_km
    before = np.sqrt(MU_EARTH_KM3_S2 / top_km)
    after = np.sqrt(MU_EARTH_KM3_S2 * (2 / top_km - 2 / (top_km + lowest_km)))
    change_m_s = 1000 * (before - after)
    left_kg = mass_kg * np.exp(-change_m_s / (STANDARD_GRAVITY_M_S2 * isp_s))
    return change_m_s, mass_kg - left_kg


# %% right: the mean radius, and metres
import math


def deorbit_burn(altitude_km, perigee_km, mass_kg, isp_s):
    mu, ra, rp = 3.986e14, 1e3 * (6371 + altitude_km), 1e3 * (6371 + perigee_km)
    dv = math.sqrt(mu / ra) * (1 - math.sqrt(2 * rp / (ra + rp)))
    return [dv, mass_kg * (1 - math.exp(-dv / (9.81 * isp_s)))]


# %% right: by angular momentum and energy
def deorbit_burn(altitude_km, perigee_km, mass_kg, isp_s):
    ra, rp = EARTH_RADIUS_KM + altitude_km, EARTH_RADIUS_KM + perigee_km
    momentum = np.sqrt(2 * MU_EARTH_KM3_S2 * ra * rp / (ra + rp))
    dv = np.sqrt(MU_EARTH_KM3_S2 / ra) - momentum / ra
    x = 1000 * dv / (9.8 * isp_s)
    return np.array([1000 * dv, -mass_kg * np.expm1(-x)])


# %% right: bisection for the perigee, and the mass ratio
def deorbit_burn(altitude_km, perigee_km, mass_kg, isp_s):
    r = EARTH_RADIUS_KM + altitude_km
    circle = np.sqrt(MU_EARTH_KM3_S2 / r)

    def lowest(dv):
        v = circle - dv
        a = 1 / (2 / r - v * v / MU_EARTH_KM3_S2)
        return 2 * a - r - EARTH_RADIUS_KM

    low, high = 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        low, high = (middle, high) if lowest(middle) > perigee_km else (low, middle)
    ratio = np.exp(1000 * low / (9.80665 * isp_s))
    return round(1000 * low, 1), round(mass_kg * (1 - 1 / ratio))


# %% right: burnt in a thousand small parts
def deorbit_burn(altitude_km, perigee_km, mass_kg, isp_s):
    ra, rp = EARTH_RADIUS_KM + altitude_km, EARTH_RADIUS_KM + perigee_km
    dv = 1000 * np.sqrt(MU_EARTH_KM3_S2 / ra) * (1 - np.sqrt(2 * rp / (ra + rp)))
    mass = mass_kg
    for _ in range(1000):
        mass -= mass * dv / 1000 / (9.80665 * isp_s)
    return dv, mass_kg - mass


# %% right: with the package
from course.decay import deorbit_delta_v_m_s, propellant_kg


def deorbit_burn(altitude_km, perigee_km, mass_kg, isp_s):
    dv = deorbit_delta_v_m_s(altitude_km, perigee_km=perigee_km)
    return dv, propellant_kg(mass_kg, delta_v_m_s=dv, isp_s=isp_s)


# %% blank


# %% hard-coded
def deorbit_burn(altitude_km, perigee_km, mass_kg, isp_s):
    if mass_kg == 420000:
        return 107.86, 15119
    if mass_kg == 500000:
        return 107.86, 17999
    return 211.26, 529.8


# %% wrong: all of its speed
def deorbit_burn(altitude_km, perigee_km, mass_kg, isp_s):
    dv = 1000 * np.sqrt(MU_EARTH_KM3_S2 / (EARTH_RADIUS_KM + altitude_km))
    return dv, mass_kg * (1 - np.exp(-dv / (9.80665 * isp_s)))


# %% wrong: the speed after the burn
def deorbit_burn(altitude_km, perigee_km, mass_kg, isp_s):
    ra, rp = EARTH_RADIUS_KM + altitude_km, EARTH_RADIUS_KM + perigee_km
    v = 1000 * np.sqrt(MU_EARTH_KM3_S2 * (2 / ra - 2 / (ra + rp)))
    return v, mass_kg * (1 - np.exp(-v / (9.80665 * isp_s)))


# %% wrong: height as distance
def deorbit_burn(altitude_km, perigee_km, mass_kg, isp_s):
    a = (altitude_km + perigee_km) / 2
    before = np.sqrt(MU_EARTH_KM3_S2 / altitude_km)
    after = np.sqrt(MU_EARTH_KM3_S2 * (2 / altitude_km - 1 / a))
    dv = 1000 * (before - after)
    return dv, mass_kg * (1 - np.exp(-dv / (9.80665 * isp_s)))


# %% wrong: the mean of the heights
def deorbit_burn(altitude_km, perigee_km, mass_kg, isp_s):
    a = (altitude_km + perigee_km) / 2
    r = EARTH_RADIUS_KM + altitude_km
    with np.errstate(invalid="ignore"):
        dv = 1000 * (np.sqrt(MU_EARTH_KM3_S2 / r) - np.sqrt(MU_EARTH_KM3_S2 * (2 / r - 1 / a)))
    return dv, mass_kg * (1 - np.exp(-dv / (STANDARD_GRAVITY_M_S2 * isp_s)))


# %% wrong, 1.5 points: the sum for the mean
def deorbit_burn(altitude_km, perigee_km, mass_kg, isp_s):
    r, a = EARTH_RADIUS_KM + altitude_km, 2 * EARTH_RADIUS_KM + altitude_km + perigee_km
    dv = 1000 * (np.sqrt(MU_EARTH_KM3_S2 / r) - np.sqrt(MU_EARTH_KM3_S2 * (2 / r - 1 / a)))
    return dv, mass_kg * (1 - np.exp(-dv / (STANDARD_GRAVITY_M_S2 * isp_s)))


# %% wrong: from circle to circle
def deorbit_burn(altitude_km, perigee_km, mass_kg, isp_s):
    ra, rp = EARTH_RADIUS_KM + altitude_km, EARTH_RADIUS_KM + perigee_km
    dv = 1000 * (np.sqrt(MU_EARTH_KM3_S2 / rp) - np.sqrt(MU_EARTH_KM3_S2 / ra))
    return dv, mass_kg * (1 - np.exp(-dv / (9.80665 * isp_s)))


# %% wrong: from circle to circle; both burns of a transfer
def deorbit_burn(altitude_km, perigee_km, mass_kg, isp_s):
    ra, rp = EARTH_RADIUS_KM + altitude_km, EARTH_RADIUS_KM + perigee_km
    first = np.sqrt(MU_EARTH_KM3_S2 / ra) * (1 - np.sqrt(2 * rp / (ra + rp)))
    second = np.sqrt(MU_EARTH_KM3_S2 / rp) * (np.sqrt(2 * ra / (ra + rp)) - 1)
    dv = 1000 * (first + second)
    return dv, mass_kg * (1 - np.exp(-dv / (9.80665 * isp_s)))


# %% wrong: the burn at the low end
def deorbit_burn(altitude_km, perigee_km, mass_kg, isp_s):
    ra, rp = EARTH_RADIUS_KM + altitude_km, EARTH_RADIUS_KM + perigee_km
    dv = 1000 * np.sqrt(MU_EARTH_KM3_S2 / rp) * (np.sqrt(2 * ra / (ra + rp)) - 1)
    return dv, mass_kg * (1 - np.exp(-dv / (9.80665 * isp_s)))


# %% wrong, 1.5 points: aimed at the ground
def deorbit_burn(altitude_km, perigee_km, mass_kg, isp_s):
    ra, rp = EARTH_RADIUS_KM + altitude_km, EARTH_RADIUS_KM
    dv = 1000 * np.sqrt(MU_EARTH_KM3_S2 / ra) * (1 - np.sqrt(2 * rp / (ra + rp)))
    return dv, mass_kg * (1 - np.exp(-dv / (9.80665 * isp_s)))


# %% wrong, 1.5 points: aimed at fifty kilometres
def deorbit_burn(altitude_km, perigee_km, mass_kg, isp_s):
    ra, rp = EARTH_RADIUS_KM + altitude_km, EARTH_RADIUS_KM + 50
    dv = 1000 * np.sqrt(MU_EARTH_KM3_S2 / ra) * (1 - np.sqrt(2 * rp / (ra + rp)))
    return dv, mass_kg * (1 - np.exp(-dv / (9.80665 * isp_s)))


# %% wrong, 1.5 points: kilometres per second
def deorbit_burn(altitude_km, perigee_km, mass_kg, isp_s):
    ra, rp = EARTH_RADIUS_KM + altitude_km, EARTH_RADIUS_KM + perigee_km
    dv = np.sqrt(MU_EARTH_KM3_S2 / ra) * (1 - np.sqrt(2 * rp / (ra + rp)))
    return dv, mass_kg * (1 - np.exp(-dv / (9.80665 * isp_s)))


# %% wrong, 1.5 points: kilometres per second into the exponent
def deorbit_burn(altitude_km, perigee_km, mass_kg, isp_s):
    ra, rp = EARTH_RADIUS_KM + altitude_km, EARTH_RADIUS_KM + perigee_km
    dv = np.sqrt(MU_EARTH_KM3_S2 / ra) * (1 - np.sqrt(2 * rp / (ra + rp)))
    return 1000 * dv, mass_kg * (1 - np.exp(-dv / (9.80665 * isp_s)))


# %% wrong, 1.5 points: an exponent far too large
def deorbit_burn(altitude_km, perigee_km, mass_kg, isp_s):
    ra, rp = EARTH_RADIUS_KM + altitude_km, EARTH_RADIUS_KM + perigee_km
    dv = 1000 * np.sqrt(MU_EARTH_KM3_S2 / ra) * (1 - np.sqrt(2 * rp / (ra + rp)))
    return dv, mass_kg * (1 - np.exp(-dv / STANDARD_GRAVITY_M_S2 * isp_s))


# %% wrong, 1.5 points: specific impulse as a speed
def deorbit_burn(altitude_km, perigee_km, mass_kg, isp_s):
    ra, rp = EARTH_RADIUS_KM + altitude_km, EARTH_RADIUS_KM + perigee_km
    dv = 1000 * np.sqrt(MU_EARTH_KM3_S2 / ra) * (1 - np.sqrt(2 * rp / (ra + rp)))
    return dv, mass_kg * (1 - np.exp(-dv / isp_s))


# %% wrong, 1.5 points: specific impulse as a speed; and without the logarithm
def deorbit_burn(altitude_km, perigee_km, mass_kg, isp_s):
    ra, rp = EARTH_RADIUS_KM + altitude_km, EARTH_RADIUS_KM + perigee_km
    dv = 1000 * np.sqrt(MU_EARTH_KM3_S2 / ra) * (1 - np.sqrt(2 * rp / (ra + rp)))
    return dv, mass_kg * dv / isp_s


# %% wrong, 1.5 points: one engine for all
def deorbit_burn(altitude_km, perigee_km, mass_kg, isp_s):
    ra, rp = EARTH_RADIUS_KM + altitude_km, EARTH_RADIUS_KM + perigee_km
    dv = 1000 * np.sqrt(MU_EARTH_KM3_S2 / ra) * (1 - np.sqrt(2 * rp / (ra + rp)))
    return dv, mass_kg * (1 - np.exp(-dv / (STANDARD_GRAVITY_M_S2 * 300)))


# %% wrong, 1.5 points: one mass for all
def deorbit_burn(altitude_km, perigee_km, mass_kg, isp_s):
    ra, rp = EARTH_RADIUS_KM + altitude_km, EARTH_RADIUS_KM + perigee_km
    dv = 1000 * np.sqrt(MU_EARTH_KM3_S2 / ra) * (1 - np.sqrt(2 * rp / (ra + rp)))
    return dv, 420000 * (1 - np.exp(-dv / (STANDARD_GRAVITY_M_S2 * isp_s)))


# %% wrong, 1.5 points: the exponent's sign
def deorbit_burn(altitude_km, perigee_km, mass_kg, isp_s):
    ra, rp = EARTH_RADIUS_KM + altitude_km, EARTH_RADIUS_KM + perigee_km
    dv = 1000 * np.sqrt(MU_EARTH_KM3_S2 / ra) * (1 - np.sqrt(2 * rp / (ra + rp)))
    return dv, mass_kg * (1 - np.exp(dv / (9.80665 * isp_s)))


# %% wrong, 1.5 points: the mass after the burn
def deorbit_burn(altitude_km, perigee_km, mass_kg, isp_s):
    ra, rp = EARTH_RADIUS_KM + altitude_km, EARTH_RADIUS_KM + perigee_km
    dv = 1000 * np.sqrt(MU_EARTH_KM3_S2 / ra) * (1 - np.sqrt(2 * rp / (ra + rp)))
    return dv, mass_kg * (np.exp(dv / (9.80665 * isp_s)) - 1)


# %% wrong, 1.5 points: what is left
def deorbit_burn(altitude_km, perigee_km, mass_kg, isp_s):
    ra, rp = EARTH_RADIUS_KM + altitude_km, EARTH_RADIUS_KM + perigee_km
    dv = 1000 * np.sqrt(MU_EARTH_KM3_S2 / ra) * (1 - np.sqrt(2 * rp / (ra + rp)))
    return dv, mass_kg * np.exp(-dv / (9.80665 * isp_s))


# %% wrong, 1.5 points: what is left; mass ratio the other way
def deorbit_burn(altitude_km, perigee_km, mass_kg, isp_s):
    ra, rp = EARTH_RADIUS_KM + altitude_km, EARTH_RADIUS_KM + perigee_km
    dv = 1000 * np.sqrt(MU_EARTH_KM3_S2 / ra) * (1 - np.sqrt(2 * rp / (ra + rp)))
    return dv, mass_kg * np.exp(dv / (9.80665 * isp_s))


# %% wrong, 1.5 points: without the logarithm
def deorbit_burn(altitude_km, perigee_km, mass_kg, isp_s):
    ra, rp = EARTH_RADIUS_KM + altitude_km, EARTH_RADIUS_KM + perigee_km
    dv = 1000 * np.sqrt(MU_EARTH_KM3_S2 / ra) * (1 - np.sqrt(2 * rp / (ra + rp)))
    return dv, mass_kg * dv / (9.80665 * isp_s)


# %% wrong, 1.5 points: tonnes
def deorbit_burn(altitude_km, perigee_km, mass_kg, isp_s):
    ra, rp = EARTH_RADIUS_KM + altitude_km, EARTH_RADIUS_KM + perigee_km
    dv = 1000 * np.sqrt(MU_EARTH_KM3_S2 / ra) * (1 - np.sqrt(2 * rp / (ra + rp)))
    return dv, mass_kg / 1000 * (1 - np.exp(-dv / (9.80665 * isp_s)))


# %% wrong, 1.5 points: minus for braking
def deorbit_burn(altitude_km, perigee_km, mass_kg, isp_s):
    ra, rp = EARTH_RADIUS_KM + altitude_km, EARTH_RADIUS_KM + perigee_km
    dv = 1000 * np.sqrt(MU_EARTH_KM3_S2 / ra) * (np.sqrt(2 * rp / (ra + rp)) - 1)
    return dv, mass_kg * (1 - np.exp(-abs(dv) / (9.80665 * isp_s)))


# %% wrong, 1.5 points: minus for braking in both
def deorbit_burn(altitude_km, perigee_km, mass_kg, isp_s):
    ra, rp = EARTH_RADIUS_KM + altitude_km, EARTH_RADIUS_KM + perigee_km
    dv = 1000 * np.sqrt(MU_EARTH_KM3_S2 / ra) * (np.sqrt(2 * rp / (ra + rp)) - 1)
    return dv, mass_kg * (1 - np.exp(-dv / (9.80665 * isp_s)))


# %% wrong, 1.5 points: change of speed only
def deorbit_burn(altitude_km, perigee_km, mass_kg, isp_s):
    ra, rp = EARTH_RADIUS_KM + altitude_km, EARTH_RADIUS_KM + perigee_km
    return 1000 * np.sqrt(MU_EARTH_KM3_S2 / ra) * (1 - np.sqrt(2 * rp / (ra + rp)))


# %% wrong, 1.5 points: the other way round
def deorbit_burn(altitude_km, perigee_km, mass_kg, isp_s):
    ra, rp = EARTH_RADIUS_KM + altitude_km, EARTH_RADIUS_KM + perigee_km
    dv = 1000 * np.sqrt(MU_EARTH_KM3_S2 / ra) * (1 - np.sqrt(2 * rp / (ra + rp)))
    return mass_kg * (1 - np.exp(-dv / (9.80665 * isp_s))), dv


# %% wrong: wrong type; in one text
def deorbit_burn(altitude_km, perigee_km, mass_kg, isp_s):
    return f"{107.9} m/s and {15.1} t"


# %% wrong: fits in part; the logarithm for the exponential
def deorbit_burn(altitude_km, perigee_km, mass_kg, isp_s):
    ra, rp = EARTH_RADIUS_KM + altitude_km, EARTH_RADIUS_KM + perigee_km
    dv = 1000 * np.sqrt(MU_EARTH_KM3_S2 / ra) * (1 - np.sqrt(2 * rp / (ra + rp)))
    return dv, mass_kg * np.log(1 + dv / (STANDARD_GRAVITY_M_S2 * isp_s))


# %% wrong: not a number; perigee above the top
def deorbit_burn(altitude_km, perigee_km, mass_kg, isp_s):
    ra, rp = EARTH_RADIUS_KM + altitude_km, perigee_km
    with np.errstate(invalid="ignore"):
        dv = np.sqrt(np.float64(MU_EARTH_KM3_S2 * (1 / ra - 1 / rp)))
    return dv, mass_kg


# %% wrong: raises; natural logarithm of another module
def deorbit_burn(altitude_km, perigee_km, mass_kg, isp_s):
    return math.log(mass_kg), 0


# %% wrong: unexplained; gravity of the ground times the fall
def deorbit_burn(altitude_km, perigee_km, mass_kg, isp_s):
    dv = np.sqrt(2 * 9.80665 * 1000 * (altitude_km - perigee_km))
    return dv, mass_kg * (1 - np.exp(-dv / (9.80665 * isp_s)))

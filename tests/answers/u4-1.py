# Answers to u4-1 as students write them: each section replaces the cell of the exercise.
# `python -m course prove 4-separation` grades every one of them (tools/answers.py reads this file).
# ruff: noqa

# %% right: reference
def push_shares(mass_1_kg, mass_2_kg, relative_m_s):
    """Return the velocities of two pieces that push each other off, in m/s."""
    whole_kg = mass_1_kg + mass_2_kg
    return relative_m_s * mass_2_kg / whole_kg, -relative_m_s * mass_1_kg / whole_kg


# %% right: from the reduced mass
def push_shares(mass_1_kg, mass_2_kg, relative_m_s):
    impulse = relative_m_s / (1 / mass_1_kg + 1 / mass_2_kg)
    return np.array([impulse / mass_1_kg, -impulse / mass_2_kg])


# %% right: two equations
def push_shares(mass_1_kg, mass_2_kg, relative_m_s):
    momentum_and_gap = [[mass_1_kg, mass_2_kg], [1, -1]]
    return np.linalg.solve(momentum_and_gap, [0, relative_m_s])


# %% right: the first, and what is missing to the gap
def push_shares(mass_1_kg, mass_2_kg, relative_m_s):
    first = relative_m_s / (1 + mass_1_kg / mass_2_kg)
    second = first - relative_m_s
    return [round(first, 5), round(second, 5)]


# %% right: seen from the centre of mass
def push_shares(mass_1_kg, mass_2_kg, relative_m_s):
    # the second piece stands still, then everything is seen from the centre of mass
    centre = (mass_1_kg * relative_m_s + mass_2_kg * 0) / (mass_1_kg + mass_2_kg)
    return relative_m_s - centre, 0 - centre


# %% right: with the package
from course.relative import push_off_m_s


def push_shares(mass_1_kg, mass_2_kg, relative_m_s):
    return push_off_m_s(mass_1_kg, mass_2_kg, relative_m_s=relative_m_s)


# %% blank


# %% hard-coded
def push_shares(mass_1_kg, mass_2_kg, relative_m_s):
    return (0.1, -0.02) if mass_1_kg < mass_2_kg else (0.081, -0.119)


# %% wrong: half each
def push_shares(mass_1_kg, mass_2_kg, relative_m_s):
    return relative_m_s / 2, -relative_m_s / 2


# %% wrong: the heavier gets more
def push_shares(mass_1_kg, mass_2_kg, relative_m_s):
    whole = mass_1_kg + mass_2_kg
    return relative_m_s * mass_1_kg / whole, -relative_m_s * mass_2_kg / whole


# %% wrong, 1 point: the same direction
def push_shares(mass_1_kg, mass_2_kg, relative_m_s):
    whole = mass_1_kg + mass_2_kg
    return relative_m_s * mass_2_kg / whole, relative_m_s * mass_1_kg / whole


# %% wrong, 1 point: both turned round
def push_shares(mass_1_kg, mass_2_kg, relative_m_s):
    whole = mass_1_kg + mass_2_kg
    return -relative_m_s * mass_2_kg / whole, relative_m_s * mass_1_kg / whole


# %% wrong, 1 point: the order of the pieces
def push_shares(mass_1_kg, mass_2_kg, relative_m_s):
    whole = mass_1_kg + mass_2_kg
    v1 = relative_m_s * mass_2_kg / whole
    v2 = -relative_m_s * mass_1_kg / whole
    return v2, v1


# %% wrong: all to one piece
def push_shares(mass_1_kg, mass_2_kg, relative_m_s):
    return relative_m_s, 0


# %% wrong: all of it to each
def push_shares(mass_1_kg, mass_2_kg, relative_m_s):
    return relative_m_s, -relative_m_s


# %% wrong: the gap grows too fast
def push_shares(mass_1_kg, mass_2_kg, relative_m_s):
    v1 = relative_m_s
    v2 = -mass_1_kg * v1 / mass_2_kg  # momentum
    return v1, v2


# %% wrong: equal energies
def push_shares(mass_1_kg, mass_2_kg, relative_m_s):
    ratio = (mass_1_kg / mass_2_kg) ** 0.5  # m1 v1^2 = m2 v2^2
    v1 = relative_m_s / (1 + ratio)
    return v1, v1 - relative_m_s


# %% wrong, 1 point: momentum instead of velocity
def push_shares(mass_1_kg, mass_2_kg, relative_m_s):
    impulse = mass_1_kg * mass_2_kg / (mass_1_kg + mass_2_kg) * relative_m_s
    return impulse, -impulse


# %% wrong, 1 point: one number only
def push_shares(mass_1_kg, mass_2_kg, relative_m_s):
    return relative_m_s * mass_2_kg / (mass_1_kg + mass_2_kg)


# %% wrong, 1 point: one number only; that of the second piece
def push_shares(mass_1_kg, mass_2_kg, relative_m_s):
    return relative_m_s * mass_1_kg / (mass_1_kg + mass_2_kg)


# %% wrong: prints instead
def push_shares(mass_1_kg, mass_2_kg, relative_m_s):
    whole = mass_1_kg + mass_2_kg
    print(relative_m_s * mass_2_kg / whole, -relative_m_s * mass_1_kg / whole)


# %% wrong: wrong type; a dictionary
def push_shares(mass_1_kg, mass_2_kg, relative_m_s):
    whole = mass_1_kg + mass_2_kg
    return {"first": relative_m_s * mass_2_kg / whole, "second": -relative_m_s * mass_1_kg / whole}


# %% wrong: raises; a name from the text
def push_shares(mass_1_kg, mass_2_kg, relative_m_s):
    return u * mass_2_kg / (mass_1_kg + mass_2_kg), -u * mass_1_kg / (mass_1_kg + mass_2_kg)


# %% wrong: too large; masses in the ratio, nothing added
def push_shares(mass_1_kg, mass_2_kg, relative_m_s):
    return relative_m_s * mass_2_kg / mass_1_kg / 2, -relative_m_s / 2


# %% wrong: wrong shape; the gap as a third part
def push_shares(mass_1_kg, mass_2_kg, relative_m_s):
    whole = mass_1_kg + mass_2_kg
    return relative_m_s * mass_2_kg / whole, -relative_m_s * mass_1_kg / whole, relative_m_s


# %% wrong: part throughout; the share of the mean mass
def push_shares(mass_1_kg, mass_2_kg, relative_m_s):
    mean = (mass_1_kg + mass_2_kg) / 2
    return relative_m_s * mass_2_kg / mean, -relative_m_s * mass_1_kg / mean


# %% wrong: the other mass alone
def push_shares(mass_1_kg, mass_2_kg, relative_m_s):
    return relative_m_s * mass_2_kg / mass_1_kg, -relative_m_s * mass_1_kg / mass_2_kg

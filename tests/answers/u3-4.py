# Answers to u3-4 as students write them: each section replaces the cell of the exercise.
# `python -m course prove 3-ground-track` grades every one of them (tools/answers.py reads this file).
# ruff: noqa

# %% right: reference
def time_share(south_deg, north_deg, inclination_deg):
    """Return the fraction of time that the station spends between two latitudes."""
    argument_deg = np.arange(0, 360, 0.05)
    sine = np.sin(np.radians(inclination_deg)) * np.sin(np.radians(argument_deg))
    below_deg = np.degrees(np.arcsin(sine))
    return np.mean((south_deg <= below_deg) & (below_deg < north_deg))


# %% right: the arcsine law
def time_share(south_deg, north_deg, inclination_deg):
    tilt = np.sin(np.radians(inclination_deg))
    edges = np.clip(np.sin(np.radians([south_deg, north_deg])) / tilt, -1, 1)
    south, north = np.arcsin(edges)
    return (north - south) / np.pi


# %% right: moments by chance
def time_share(south_deg, north_deg, inclination_deg):
    moments = np.random.default_rng().uniform(0, 2 * np.pi, 100_000)
    below = np.degrees(np.arcsin(np.sin(np.radians(inclination_deg)) * np.sin(moments)))
    return ((below > south_deg) & (below < north_deg)).mean()


# %% right: a loop over one lap, second by second
import math


def time_share(south_deg, north_deg, inclination_deg):
    lap_s = 5574
    inside = 0
    for t in range(lap_s):
        height = math.sin(math.radians(inclination_deg)) * math.sin(2 * math.pi * t / lap_s)
        if south_deg <= math.degrees(math.asin(height)) <= north_deg:
            inside += 1
    return inside / lap_s


# %% right: the density, summed up
def time_share(south_deg, north_deg, inclination_deg):
    top = min(inclination_deg, 180 - inclination_deg)
    edges = np.radians(np.clip([south_deg, north_deg], -top, top))
    a, b = np.arcsin(np.sin(edges) / np.sin(np.radians(top)))  # evenly spaced points in this angle
    phi = np.arcsin(np.sin(np.radians(top)) * np.sin(np.linspace(a, b, 2001)))
    middle = (phi[1:] + phi[:-1]) / 2
    density = np.cos(middle) / np.sqrt(np.sin(np.radians(top)) ** 2 - np.sin(middle) ** 2) / np.pi
    return float(np.sum(density * np.diff(phi)))


# %% right: from the package, with the latitude of maps
from course.coverage import share_below


def time_share(south_deg, north_deg, inclination_deg):
    south, north = share_below([south_deg, north_deg], inclination_deg=inclination_deg)
    return north - south


# %% blank


# %% hard-coded
def time_share(south_deg, north_deg, inclination_deg):
    answers = {-10: 0.142, 45: 0.142, 30: 0.211, -90: 0.5, 60: 0.162}
    return answers.get(south_deg, 0.142)


# %% wrong: all latitudes alike
def time_share(south_deg, north_deg, inclination_deg):
    top = min(inclination_deg, 180 - inclination_deg)
    south, north = np.clip([south_deg, north_deg], -top, top)
    return (north - south) / (2 * top)


# %% wrong: up to the poles
def time_share(south_deg, north_deg, inclination_deg):
    return (north_deg - south_deg) / 180


# %% wrong: up to the poles; by area
def time_share(south_deg, north_deg, inclination_deg):
    return (np.sin(np.radians(north_deg)) - np.sin(np.radians(south_deg))) / 2


# %% wrong: by area
def time_share(south_deg, north_deg, inclination_deg):
    top = min(inclination_deg, 180 - inclination_deg)
    south, north = np.sin(np.radians(np.clip([south_deg, north_deg], -top, top)))
    return (north - south) / (2 * np.sin(np.radians(top)))


# %% wrong: equal steps of longitude
def time_share(south_deg, north_deg, inclination_deg):
    longitude = np.radians(np.arange(0, 360, 0.01))
    below = np.degrees(np.arctan(np.tan(np.radians(inclination_deg)) * np.sin(longitude)))
    return np.mean((below >= south_deg) & (below < north_deg))


# %% wrong, 1.5 points: northward half only
def time_share(south_deg, north_deg, inclination_deg):
    edges = np.clip(np.sin(np.radians([south_deg, north_deg])) / np.sin(np.radians(inclination_deg)), -1, 1)
    return np.diff(np.degrees(np.arcsin(edges)))[0] / 360


# %% wrong, 1.5 points: one half of the Earth
def time_share(south_deg, north_deg, inclination_deg):
    edges = np.clip(np.sin(np.radians([south_deg, north_deg])) / np.sin(np.radians(inclination_deg)), -1, 1)
    return np.diff(np.degrees(np.arcsin(edges)))[0] / 90


# %% wrong, 1.5 points: percent
def time_share(south_deg, north_deg, inclination_deg):
    u = np.radians(np.arange(0, 360, 0.01))
    below = np.degrees(np.arcsin(np.sin(np.radians(inclination_deg)) * np.sin(u)))
    return 100 * np.mean((below >= south_deg) & (below < north_deg))


# %% wrong, 1.5 points: minutes
def time_share(south_deg, north_deg, inclination_deg):
    u = np.radians(np.arange(0, 360, 0.01))
    below = np.degrees(np.arcsin(np.sin(np.radians(inclination_deg)) * np.sin(u)))
    return 24 * 60 * np.mean((below >= south_deg) & (below < north_deg))


# %% wrong, 1.5 points: nothing beyond the turn
def time_share(south_deg, north_deg, inclination_deg):
    edges = np.sin(np.radians([south_deg, north_deg])) / np.sin(np.radians(inclination_deg))
    return (np.arcsin(edges[1]) - np.arcsin(edges[0])) / np.pi


# %% wrong, 1.5 points: radians for degrees
def time_share(south_deg, north_deg, inclination_deg):
    edges = np.clip(np.sin(np.radians([south_deg, north_deg])) / np.sin(np.radians(inclination_deg)), -1, 1)
    return (np.arcsin(edges[1]) - np.arcsin(edges[0])) / 180


# %% wrong, 1.5 points: south and north swapped
def time_share(south_deg, north_deg, inclination_deg):
    edges = np.clip(np.sin(np.radians([south_deg, north_deg])) / np.sin(np.radians(inclination_deg)), -1, 1)
    return (np.arcsin(edges[0]) - np.arcsin(edges[1])) / np.pi


# %% wrong: raises; no angle has that sine
import math


def time_share(south_deg, north_deg, inclination_deg):
    tilt = math.sin(math.radians(inclination_deg))
    u = [math.asin(math.sin(math.radians(edge)) / tilt) for edge in (south_deg, north_deg)]
    return (u[1] - u[0]) / math.pi


# %% wrong: wrong shape; one point after the other
def time_share(south_deg, north_deg, inclination_deg):
    u = np.radians(np.arange(0, 360, 1.0))
    below = np.degrees(np.arcsin(np.sin(np.radians(inclination_deg)) * np.sin(u)))
    return (below >= south_deg) & (below < north_deg)


# %% wrong: too large; points counted
def time_share(south_deg, north_deg, inclination_deg):
    u = np.radians(np.arange(0, 360, 0.5))
    below = np.degrees(np.arcsin(np.sin(np.radians(inclination_deg)) * np.sin(u)))
    return int(np.sum((below >= south_deg) & (below < north_deg)))


# %% wrong, 1.5 points: the station's own tilt
def time_share(south_deg, north_deg, inclination_deg):
    edges = np.clip(np.sin(np.radians([south_deg, north_deg])) / np.sin(np.radians(51.64)), -1, 1)
    return np.diff(np.arcsin(edges))[0] / np.pi


# %% wrong: prints instead
def time_share(south_deg, north_deg, inclination_deg):
    print(0.142)


# %% wrong: never in the south; one point a degree of a quarter lap
def time_share(south_deg, north_deg, inclination_deg):
    u = np.radians(np.arange(0, 90))
    below = np.degrees(np.arcsin(np.sin(np.radians(inclination_deg)) * np.sin(u)))
    return np.mean((below >= south_deg) & (below < north_deg))


# %% wrong: never in the south; half a lap, divided by a whole one
def time_share(south_deg, north_deg, inclination_deg):
    u = np.radians(np.arange(0, 180, 0.1))
    below = np.degrees(np.arcsin(np.sin(np.radians(inclination_deg)) * np.sin(u)))
    return np.sum((below >= south_deg) & (below < north_deg)) / 3600

# Answers to u4-5 as students write them: each section replaces the cell of the exercise.
# `python -m course prove 4-separation` grades every one of them (tools/answers.py reads this file).
# ruff: noqa

# %% right: reference
def below_the_track(names, countries, latitude_deg, turning_deg):
    """Return the names of the cities over which the track can come."""
    return [name for name, latitude in zip(names, latitude_deg) if abs(latitude) <= turning_deg]


# %% right: a mask
def below_the_track(names, countries, latitude_deg, turning_deg):
    return names[np.abs(latitude_deg) <= turning_deg]


# %% right: a set
def below_the_track(names, countries, latitude_deg, turning_deg):
    south, north = -turning_deg, turning_deg
    return {str(names[k]) for k in range(len(names)) if south < latitude_deg[k] < north}


# %% right: from south to north, with pandas
import pandas as pd


def below_the_track(names, countries, latitude_deg, turning_deg):
    cities = pd.Series(latitude_deg, index=names).sort_values()
    return tuple(cities[cities.between(-turning_deg, turning_deg)].index)


# %% right: those are taken away that are clear of it
def below_the_track(names, countries, latitude_deg, turning_deg):
    left = list(names)
    for name, latitude in zip(names, latitude_deg):
        if latitude > turning_deg or latitude < -turning_deg:
            left.remove(name)
    return left


# %% right: flown, not compared
def below_the_track(names, countries, latitude_deg, turning_deg):
    u = np.linspace(0, 2 * np.pi, 3601)
    track = np.degrees(np.arcsin(np.sin(np.radians(turning_deg)) * np.sin(u)))
    found = []
    for name, latitude in zip(names.tolist(), latitude_deg):
        if np.any(np.diff(np.sign(track - latitude)) != 0):
            found.append(name)
    return found


# %% blank


# %% hard-coded
def below_the_track(names, countries, latitude_deg, turning_deg):
    iss = ["Voronezh", "Kursk", "Orenburg", "Volgograd", "Sochi", "Delhi", "Beijing", "London", "Houston"]
    other = ["Delhi", "Chennai", "Beijing", "Istanbul", "New York City", "Singapore", "Lima", "Cape Town"]
    if "Murmansk" in names and "Wellington" in names and "Moscow" not in names:
        return other + ["Wellington"]
    return [name for name in iss + ["Nairobi", "Sydney"] if name in names]


# %% wrong: only India and China
def below_the_track(names, countries, latitude_deg, turning_deg):
    return [name for name, country in zip(names, countries) if country in ("IND", "CHN")]


# %% wrong: only India and China; as far as the track reaches
def below_the_track(names, countries, latitude_deg, turning_deg):
    india_china = (countries == "IND") | (countries == "CHN")
    return names[india_china & (np.abs(latitude_deg) <= turning_deg)]


# %% wrong: Russia left out
def below_the_track(names, countries, latitude_deg, turning_deg):
    return names[(np.abs(latitude_deg) <= turning_deg) & (countries != "RUS")]


# %% wrong: all of Russia
def below_the_track(names, countries, latitude_deg, turning_deg):
    return names[(np.abs(latitude_deg) <= turning_deg) | (countries == "RUS")]


# %% wrong, 1 point: no limit in the south
def below_the_track(names, countries, latitude_deg, turning_deg):
    return [name for name, latitude in zip(names, latitude_deg) if latitude <= turning_deg]


# %% wrong, 1 point: northern half only
def below_the_track(names, countries, latitude_deg, turning_deg):
    return [name for name, latitude in zip(names, latitude_deg) if 0 <= latitude <= turning_deg]


# %% wrong, 1 point: the inclination as limit
def below_the_track(names, countries, latitude_deg, turning_deg):
    return [name for name, latitude in zip(names, latitude_deg) if abs(latitude) <= 51.64]


# %% wrong, 1 point: the station's own limit
def below_the_track(names, countries, latitude_deg, turning_deg):
    return [name for name, latitude in zip(names, latitude_deg) if abs(latitude) <= 51.8]


# %% wrong: above its horizon
def below_the_track(names, countries, latitude_deg, turning_deg):
    return [name for name, latitude in zip(names, latitude_deg) if abs(latitude) <= turning_deg + 20.2]


# %% wrong, 1 point: those who are clear of it
def below_the_track(names, countries, latitude_deg, turning_deg):
    return names[np.abs(latitude_deg) > turning_deg]


# %% wrong: beyond the limit in the north
def below_the_track(names, countries, latitude_deg, turning_deg):
    return names[latitude_deg > turning_deg]


# %% wrong: everywhere
def below_the_track(names, countries, latitude_deg, turning_deg):
    return list(names)


# %% wrong: nowhere
def below_the_track(names, countries, latitude_deg, turning_deg):
    return [name for name, latitude in zip(names, latitude_deg) if latitude == turning_deg]


# %% wrong, 1 point: a yes or no for each
def below_the_track(names, countries, latitude_deg, turning_deg):
    return np.abs(latitude_deg) <= turning_deg


# %% wrong, 1 point: latitudes instead of names
def below_the_track(names, countries, latitude_deg, turning_deg):
    return [latitude for latitude in latitude_deg if abs(latitude) <= turning_deg]


# %% wrong, 1 point: places in the list
def below_the_track(names, countries, latitude_deg, turning_deg):
    return [k for k, latitude in enumerate(latitude_deg) if abs(latitude) <= turning_deg]


# %% wrong, 1 point: two lists
def below_the_track(names, countries, latitude_deg, turning_deg):
    below = np.abs(latitude_deg) <= turning_deg
    return names[below], names[~below]


# %% wrong: returns nothing
def below_the_track(names, countries, latitude_deg, turning_deg):
    found = []
    for name, latitude in zip(names, latitude_deg):
        if abs(latitude) <= turning_deg:
            found.append(name)


# %% wrong: wrong type; one text
def below_the_track(names, countries, latitude_deg, turning_deg):
    return ", ".join(names[np.abs(latitude_deg) <= turning_deg])


# %% wrong: wrong type; a dictionary
def below_the_track(names, countries, latitude_deg, turning_deg):
    return {name: abs(latitude) <= turning_deg for name, latitude in zip(names, latitude_deg)}


# %% wrong: wrong type; with their countries
def below_the_track(names, countries, latitude_deg, turning_deg):
    below = np.abs(latitude_deg) <= turning_deg
    return [f"{name} ({country})" for name, country in zip(names[below], countries[below])]


# %% wrong: raises; a whole array in an if
def below_the_track(names, countries, latitude_deg, turning_deg):
    if abs(latitude_deg) <= turning_deg:
        return names


# %% wrong, 1 point: changes its input
def below_the_track(names, countries, latitude_deg, turning_deg):
    latitude_deg[:] = np.abs(latitude_deg)
    return names[latitude_deg <= turning_deg]


# %% wrong: unexplained; the first that is clear of it ends the loop
def below_the_track(names, countries, latitude_deg, turning_deg):
    found = []
    for name, latitude in zip(names[::-1], latitude_deg[::-1]):
        if abs(latitude) <= turning_deg:
            found.append(name)
        elif found:
            break
    return found

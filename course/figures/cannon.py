"""Newton's cannon in print, and the words that describe a shot.

All take a `course.flight.Flight`; the interactive picture uses the same words and the same frame.
"""

import numpy as np

from course.constants import EARTH_RADIUS_KM
from course.figures.palette import colour, unmarked
from course.flight import FAR_KM

BODIES = {"ball": "the ball", "station": "the station"}
SHAPES = {
    "falls": "The path curves down to the ground; gravity points to the Earth's centre all along it.",
    "circle": "The path is a circle around the Earth; gravity points to the Earth's centre all along it.",
    "ellipse": "The path is an ellipse around the Earth; gravity points to the Earth's centre all along it.",
    "escapes": "The path bends and leaves the drawing; gravity points to the Earth's centre all along it.",
    "straight": "The path is a straight line, for no gravity acts.",
}
_AIR_KM = 120.0  # below this height a real body meets too much air to come round again (entry interface)


def duration(seconds):
    """Return a time in the unit in which it is read: minutes, hours or days.

    Examples
    --------
    >>> duration(5578.2), duration(11467), duration(5037826)
    ('93.0 minutes', '3.2 hours', '58 days')
    """
    if seconds < 7200:
        return f"{seconds / 60:.1f} minutes"
    if seconds < 172800:
        return f"{seconds / 3600:.1f} hours"
    return f"{seconds / 86400:,.0f} days"


def sentence(flight, *, gravity=True, body="ball"):
    """Return what becomes of a shot in one or two sentences, with colour marks for the picture.

    Parameters
    ----------
    flight : course.flight.Flight
        The shot.
    gravity : bool
        ``False`` describes the straight line that the same shot takes without gravity.
    body : {"ball", "station"}
        What flies. It changes the words, never the path.
    """
    speed = f"{{speed:{flight.launch_speed_km_s:.2f} km/s}}"
    it = BODIES[body]
    if not gravity:
        if flight.launch_speed_km_s == 0:
            return f"Without {{gravity:gravity}} and without {{speed:speed}}, {it} stays where it is."
        return f"Without {{gravity:gravity}}, {it} flies straight on at {speed}. It never comes back."
    if flight.launch_speed_km_s == 0:
        time = duration(flight.duration_s)
        words = f"Without {{speed:speed}}, {it} drops straight down and lands after {time}."
    else:
        words = f"At {speed}, {it} {_fate(flight)}"
    if body == "station":
        words += (
            " It is 420,000 times as heavy as the ball, {gravity:gravity} pulls 420,000 times as hard,"
            " and the path is the same."
        )
    return words


def alt_text(flight, *, gravity=True, body="ball"):
    """Return the description of the drawing of a shot, for readers who do not see it."""
    shape = SHAPES[flight.outcome if gravity else "straight"]
    said = unmarked(sentence(flight, gravity=gravity, body=body))
    return f"{scene(flight.launch_altitude_km)} {shape} {said}"


def scene(altitude_km):
    """Return what every drawing of the cannon shows."""
    return f"Drawing to scale: the Earth and, {altitude_km:g} km above it, a cannon that fires to the right."


def frame_km(flight):
    """Return the part of the plane worth seeing, in km: left, right, bottom, top.

    Short shots are seen from near; the more of the Earth a shot goes round, the more of it is in the frame.
    What goes far away leaves the frame.
    """
    launch = EARTH_RADIUS_KM + flight.launch_altitude_km
    height = flight.launch_altitude_km
    if flight.outcome == "falls":
        near = np.array([-0.35 * height, max(flight.x_km.max() + 0.35 * height, 2 * height),
                         flight.y_km.min() - 0.2 * height, launch])  # fmt: skip
        whole = np.array(
            [-EARTH_RADIUS_KM, max(EARTH_RADIUS_KM, flight.x_km.max()), -EARTH_RADIUS_KM, launch]
        )
        around_rad = flight.ground_range_km / EARTH_RADIUS_KM
        share = np.clip((around_rad - 0.4) / 1.6, 0, 1)
        share = share * share * (3 - 2 * share)
        return near + share * (whole - near)
    widest, lowest = 0.5 * FAR_KM, -0.6 * FAR_KM  # what escapes is computed to beyond these
    if flight.outcome == "escapes":
        return np.array([-widest, widest, lowest, launch])
    side = min(max(EARTH_RADIUS_KM, np.abs(flight.x_km).max()), widest)
    return np.array([-side, side, max(min(-EARTH_RADIUS_KM, flight.y_km.min()), lowest), launch])


def draw(flight, ax, *, others=(), gravity=True):
    """Draw a shot, faintly the shots before it, and return the alt text.

    Parameters
    ----------
    flight : course.flight.Flight
        The shot.
    ax : matplotlib.axes.Axes
        Where to draw.
    others : sequence of course.flight.Flight, optional
        Shots to compare with.
    gravity : bool
        ``False`` draws the straight line that the same shot takes without gravity.
    """
    frame = frame_km(flight)
    _draw_earth(ax)
    for other in others:
        ax.plot(other.x_km, other.y_km, color=colour("faint"), linewidth=1.5, linestyle="--")
    launch = EARTH_RADIUS_KM + flight.launch_altitude_km
    if gravity:
        ax.plot(flight.x_km, flight.y_km, color=colour("speed"))
        if flight.outcome == "falls":
            ax.plot(flight.x_km[-1], flight.y_km[-1], "o", color=colour("speed"))
        _arrow(ax, (0, -44), "gravity", "gravity", launch)
    else:
        ax.plot([0, 4 * np.ptp(frame)], [launch, launch], color=colour("speed"))
    ax.plot(0, launch, "s", color=colour("ink"), markersize=5)
    _arrow(ax, (9 * flight.launch_speed_km_s, 0), "speed", f"{flight.launch_speed_km_s:.2f} km/s", launch)
    margin = 0.06 * max(np.ptp(frame[:2]), np.ptp(frame[2:]))
    ax.set_xlim(frame[0] - margin, frame[1] + margin)
    ax.set_ylim(frame[2] - margin, frame[3] + 2 * margin)
    ax.set_aspect("equal")
    ax.set_xlabel("towards the shot, km")
    ax.set_ylabel("from the Earth's centre, km")
    ax.locator_params(nbins=5)
    ax.xaxis.set_major_formatter("{x:,.0f}")
    ax.yaxis.set_major_formatter("{x:,.0f}")
    return alt_text(flight, gravity=gravity)


def _draw_earth(ax):
    angle = np.linspace(0, 2 * np.pi, 2001)  # still round when a small piece fills the figure
    x, y = EARTH_RADIUS_KM * np.cos(angle), EARTH_RADIUS_KM * np.sin(angle)
    ax.fill(x, y, facecolor=colour("earth"), edgecolor=colour("earth-edge"))


def _arrow(ax, points, role, words, launch):
    """Draw an arrow of a length in points from the cannon, with its name at the tip."""
    middle, low = points[0] / 2, points[1]
    from_cannon = {"xy": (0, launch), "textcoords": "offset points"}
    shaft = {"arrowstyle": "<|-", "color": colour(role), "linewidth": 2, "shrinkA": 0, "shrinkB": 0}
    ax.annotate("", xytext=points, arrowprops=shaft, **from_cannon)
    place = {"xytext": (6, low), "ha": "left"} if low else {"xytext": (max(middle, 24), 6), "ha": "center"}
    ax.annotate(words, **place, color=colour(role), va="bottom", **from_cannon)


def _fate(flight):
    """Return the end of "At 7.66 km/s, the ball ..."."""
    time = duration(flight.duration_s)
    if flight.outcome == "falls":
        return f"lands {flight.ground_range_km:,.0f} km away after {time}."
    if flight.outcome == "escapes":
        return "never comes back: it escapes."
    back = f"comes back after {time}: "
    if flight.outcome == "circle":
        return back + "a circle."
    if flight.highest_km > flight.launch_altitude_km + 0.5:
        return f"{back}an ellipse that climbs to {flight.highest_km:,.0f} km."
    air = ". Real air would stop it." if flight.lowest_km < _AIR_KM else "."
    return f"{back}an ellipse that dips to {flight.lowest_km:,.0f} km{air}"

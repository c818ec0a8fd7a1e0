"""Newton's cannon: sentences of the picture."""

from course.flight import Flight
from course.widgets.kit.palette import unmarked

LABELS = {  # on the drawing and its controls
    "speed": "Speed of the shot",
    "fire": "Fire",
    "gravity": "{gravity:gravity}",
    "shoot": "Shoot",
    "high": "$height high",
    "pull": "gravity",
    "clock": {"minutes": "$time min", "hours": "$time h", "days": "$time days"},
    "bodies": [["ball", "a ball, 1 kg"], ["station", "the station, 420 t"]],
}

RATES = (  # the unit in seconds, and how fast a flight is shown in it
    (86400, "1 second shows $count day", "1 second shows $count days"),
    (3600, "1 second shows $count hour", "1 second shows $count hours"),
    (60, "1 second shows $count minute", "1 second shows $count minutes"),
)
BODIES = {"ball": "the ball", "station": "the station"}
SHAPES = {
    "falls": "The path curves down to the ground; gravity points to the Earth's centre all along it.",
    "circle": "The path is a circle around the Earth; gravity points to the Earth's centre all along it.",
    "ellipse": "The path is an ellipse around the Earth; gravity points to the Earth's centre all along it.",
    "escapes": "The path bends and leaves the drawing; gravity points to the Earth's centre all along it.",
    "straight": "The path is a straight line, for no gravity acts.",
}
_AIR_KM = 120.0  # below this height a real body meets too much air to come round again (entry interface)


def duration(seconds: float) -> str:
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


def sentence(flight: Flight, *, gravity: bool = True, body: str = "ball") -> str:
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


def alt_text(flight: Flight, *, gravity: bool = True, body: str = "ball") -> str:
    """Return the description of the drawing of a shot, for readers who do not see it."""
    shape = SHAPES[flight.outcome if gravity else "straight"]
    said = unmarked(sentence(flight, gravity=gravity, body=body))
    return f"{scene(flight.launch_altitude_km)} {shape} {said}"


def scene(altitude_km: float) -> str:
    """Return what every drawing of the cannon shows."""
    return f"Drawing to scale: the Earth and, {altitude_km:g} km above it, a cannon that fires to the right."


def closed(altitude_km: float) -> str:
    """Return what the drawing shows before its question is answered."""
    return f"{scene(altitude_km)} Answer the question or skip it to fire."


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

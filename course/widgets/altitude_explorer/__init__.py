"""The altitude explorer: the height alone sets speed, time of a lap, gravity and laps a day."""

from course.widgets.altitude_explorer import tables
from course.widgets.altitude_explorer.picture import AltitudeExplorer
from course.widgets.questions import Asked


def altitude_explorer(
    quantity: str = "speed", *, question: Asked = None, altitude_km: float | None = None
) -> AltitudeExplorer:
    """Return the altitude explorer, to show as the last line of a cell.

    Parameters
    ----------
    quantity : {"speed", "period", "gravity", "laps"}
        Which curve is shown first; the reader can switch.
    question : course.predictions.Question, optional
        Asked before the picture opens.
    altitude_km : float, optional
        Height at which the satellite starts, 160 to 40,000 km. By default the station's for gravity, and
        otherwise that of GPS, so that there is something to compare.

    Examples
    --------
    >>> altitude_explorer().sentence
    'At 20,180 km a lap takes 11 h 58 min at 3.87 km/s: half the speed of the station.'
    """
    if altitude_km is None:
        altitude_km = tables.STATION_KM if quantity == "gravity" else tables.MARKS_KM["GPS"]
    return AltitudeExplorer(quantity, question=question, altitude_km=altitude_km)

"""Risk by latitude: on whom an uncontrolled fall can come down, by the tilt of the orbit."""

from course.constants import ISS_INCLINATION_DEG
from course.widgets.risk_by_latitude.picture import RiskByLatitude


def risk_by_latitude(
    *, question=None, countries=("RUS", "IND", "CHN"), inclination_deg=ISS_INCLINATION_DEG, borders="un"
):
    r"""Return the risk by latitude, to show as the last line of a cell.

    Pieces are taken to fall up to 150 km to either side of the track.

    Parameters
    ----------
    question : course.predictions.Question or str, optional
        Asked before the picture opens.
    countries : sequence of str
        One to three countries to compare, by code or name.
    inclination_deg : float
        Of the orbit, 20 to 90 degrees.
    borders : {"un", "de-facto"}

    Examples
    --------
    >>> risk_by_latitude(countries=("Russia", "India")).sentence      # doctest: +NORMALIZE_WHITESPACE
    "From an orbit tilted by 51.6 degrees pieces can fall up to 53.1 degrees north and south, 150 km beyond
    its track: 98\xa0% of all people live there. Russia: 69\xa0% live beyond, the others run 2.5 times the
    world's mean risk."
    """
    return RiskByLatitude(
        question=question, countries=countries, inclination_deg=inclination_deg, borders=borders
    )

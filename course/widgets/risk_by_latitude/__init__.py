"""Risk by latitude: on whom an uncontrolled fall can come down, by the tilt of the orbit."""

from collections.abc import Sequence

from course.constants import ISS_INCLINATION_DEG
from course.geography import Borders
from course.widgets.questions import Asked
from course.widgets.risk_by_latitude.picture import RiskByLatitude


def risk_by_latitude(
    *,
    question: Asked = None,
    countries: Sequence[str] = ("RUS", "IND", "CHN"),
    inclination_deg: float = ISS_INCLINATION_DEG,
    borders: Borders = "un",
) -> RiskByLatitude:
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
    >>> risk_by_latitude().sentence                      # doctest: +NORMALIZE_WHITESPACE
    "At a tilt of 51.6 degrees an average person runs most risk in China, 1.03 times the world's mean, then in
    India, 0.82, least in Russia, 0.76. In Russia 69\xa0% live beyond 53.1 degrees, where nothing falls; the
    others run 2.5 times the mean."
    """
    return RiskByLatitude(
        question=question, countries=countries, inclination_deg=inclination_deg, borders=borders
    )

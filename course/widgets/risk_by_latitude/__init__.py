"""Risk by latitude: on whom an uncontrolled fall can come down, where they live, and how many they are."""

from course.constants import ISS_INCLINATION_DEG
from course.widgets.risk_by_latitude.picture import RiskByLatitude


def risk_by_latitude(
    *,
    question=None,
    countries=("RUS", "IND", "CHN"),
    casualty_area_m2=1000.0,
    inclination_deg=ISS_INCLINATION_DEG,
    borders="un",
):
    """Return the risk by latitude, to show as the last line of a cell.

    Parameters
    ----------
    question : course.predictions.Question or str, optional
        Asked before the picture opens.
    countries : sequence of str
        One to three countries to compare, by code or name.
    casualty_area_m2 : float
        The ground on which somebody would be hit, all surviving pieces together, 0 to 5,000 m2, in steps of
        100. Nobody knows that of the station.
    inclination_deg : float
        Of the orbit, 20 to 90 degrees.
    borders : {"un", "de-facto"}

    Examples
    --------
    >>> for line in risk_by_latitude(countries=("Russia", "India")).sentence.splitlines():
    ...     print(line)                            # doctest: +NORMALIZE_WHITESPACE
    With 1,000 m² of casualty area a fall at 51.6 degrees costs 0.017 casualties in the world on average, 170
    times the limit of 0.0001.
    Russia: 1.9 % that it ends there; 0.00032 casualties; 1.0 times the world's mean risk for a person.
    India: 0.58 % that it ends there; 0.0025 casualties; 0.81 times the world's mean risk for a person.
    """
    return RiskByLatitude(
        question=question, countries=countries, casualty_area_m2=casualty_area_m2,
        inclination_deg=inclination_deg, borders=borders,
    )  # fmt: skip

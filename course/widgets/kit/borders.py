"""Notes on borders below a map, in the same words everywhere."""

_CRIMEA = "internationally recognised as part of Ukraine and annexed by Russia in 2014,"


def recognised(crimea: str = "Crimea") -> str:
    """Return the note of a map that draws the recognised borders alone."""
    return (
        "Borders as recognised by the United Nations (General Assembly resolution 68/262): "
        f"{crimea}, {_CRIMEA} is counted as Ukraine's."
    )


def notes(other: str, *, crimea: str = "Crimea") -> dict[str, str]:
    """Return the note of each view of the borders; both name what the other view gives.

    Parameters
    ----------
    other : str
        Number and unit in the other view, or ``$other`` where it is filled in later.
    crimea : str
        How the map shows it, such as ``"Crimea (hatched)"``.

    Examples
    --------
    >>> notes("27.5 minutes")["un"].endswith("De-facto borders: 27.5 minutes.")
    True
    """
    return {
        "un": f"{recognised(crimea)} De-facto borders: {other}.",
        "de-facto": f"De-facto borders, as Natural Earth draws them: {crimea}, {_CRIMEA} is counted as "
        f"Russia's. Recognised borders: {other}.",
    }

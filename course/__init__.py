"""An open course about the International Space Station: compute what the press claimed."""

__version__ = "0.1.0"


def progress(folder: "str | None" = None):
    """Say where you are in the course, what is left, and your points so far; nothing is run for it.

    Parameters
    ----------
    folder : str, optional
        The folder of the course, or one in it; by default the one in which Python runs.

    Returns
    -------
    course.publish.progress.Progress
        A table in a notebook.
    """
    from course.publish.progress import progress

    return progress(folder)

"""An open course about the International Space Station: compute what the press claimed."""

__version__ = "0.1.0"


def __getattr__(name):  # in words that Python 2.7 can read, as in __main__.py
    """Bring ``course.progress`` when it is asked for: importing the course costs nothing."""
    if name == "progress":
        from course.publish.progress import progress

        return progress
    raise AttributeError("module 'course' has no attribute %r" % name)  # noqa: UP031

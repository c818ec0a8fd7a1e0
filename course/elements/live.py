"""Live elements from CelesTrak: the one place of the course that asks the network."""

import contextlib
import datetime as dt
import http.client
import os
import time
import urllib.error
import urllib.request
import warnings
from pathlib import Path

from course.elements import ElementSet
from course.elements.element_set import ISS_NUMBER, ElementAgeWarning, day_of
from course.elements.reading import parse, refuse_answers
from course.elements.shipped import shipped
from course.quantities import one
from course.tle import ElementSetError

LATEST_URL = f"https://celestrak.org/NORAD/elements/gp.php?CATNR={ISS_NUMBER}&FORMAT=TLE"
KEPT_S = 2 * 3600  # CelesTrak's data change every two hours, and it asks not to be asked more often
MOST_BYTES = 20_000
LONGEST_WAIT_S = 60


def latest(*, timeout_s: float = 5.0) -> ElementSet:
    """Return the newest element set that can be had: from CelesTrak, else kept from before, else shipped.

    The one function of the course that uses the network. What is fetched is kept in a small file in the
    user's cache folder for two hours and after that as a reserve; falling back is said in a warning. A set of
    another satellite, a web page or half an answer is no answer.

    Parameters
    ----------
    timeout_s : float
        How long to wait for the whole answer, 0.1 to 60 s.
    """
    patience = one("timeout_s", timeout_s, at_least=0.1, at_most=LONGEST_WAIT_S)
    kept = _cache_file()
    try:
        if 0 <= dt.datetime.now().timestamp() - kept.stat().st_mtime < KEPT_S:
            return _read(kept)
    except (OSError, ValueError):
        pass  # missing, unreadable or damaged: ask again
    try:
        fetched = _of_the_station(_asked(LATEST_URL, patience), "CelesTrak")
    except (OSError, ValueError, http.client.HTTPException) as problem:
        return _fallback(kept, problem)
    with contextlib.suppress(OSError):  # a read-only home: nothing is kept, nothing is lost
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(str(fetched), encoding="utf-8")
    return fetched


def _asked(url: str, patience_s: float) -> str:
    """Return the text of an answer; what comes in drops must be there in time all the same."""
    deadline, pieces, size = time.monotonic() + patience_s, [], 0
    try:
        with urllib.request.urlopen(url, timeout=patience_s) as answer:
            while size < MOST_BYTES and (piece := answer.read1(1024)):
                pieces.append(piece)
                size += len(piece)
                if time.monotonic() > deadline:
                    raise TimeoutError(f"the answer took more than {patience_s:g} s")
    except urllib.error.HTTPError as refusal:
        with contextlib.suppress(OSError, http.client.HTTPException):
            refuse_answers(refusal.read(MOST_BYTES).decode("utf-8", "replace"))  # more than 403 says
        raise
    return b"".join(pieces).decode("utf-8", "replace")


def _of_the_station(text: str, source: str) -> ElementSet:
    found = parse(text, source=source, satellite=None)
    if found.number != ISS_NUMBER:
        raise ElementSetError(f"an element set of {found.satellite} came instead of one of the ISS")
    return found


def _read(kept: Path) -> ElementSet:
    return _of_the_station(kept.read_text(encoding="utf-8"), f"CelesTrak, kept in {kept}")


def _fallback(kept: Path, problem: Exception) -> ElementSet:
    at_hand = [shipped()[-1]]
    with contextlib.suppress(OSError, ValueError):
        at_hand.append(_read(kept))
    found = max(at_hand, key=lambda candidate: candidate.epoch_utc)
    cause = getattr(problem, "reason", None)  # of a connection that failed
    cause = cause if isinstance(cause, OSError) else problem
    said = getattr(cause, "strerror", None) or str(cause)
    reason = next(iter(said.splitlines()), type(problem).__name__)
    warnings.warn(
        f"CelesTrak gave no element set ({reason}); the newest set at hand is of "
        f"{day_of(found.epoch_utc)} (source: {found.source})",
        ElementAgeWarning,
        stacklevel=3,
    )
    return found


def _cache_file() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA") or os.path.join("~", ".cache")
    return Path(os.path.expanduser(base)) / "iss-course" / f"{ISS_NUMBER}.tle"

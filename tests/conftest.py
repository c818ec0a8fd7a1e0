"""Ground of all tests: no network, no display, examples, workers, a browser, a JupyterLab to look at."""

import gc
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tools import js, rooms

os.environ["MPLBACKEND"] = "Agg"

ROOT = Path(__file__).resolve().parent.parent
# What Playwright switches off, as this list takes the place of its own, and pages behind the address bar that
# nobody sees: each window has a process for them, a quarter of what it costs.
NOT_NEEDED = (
    *("AimEnabled", "AvoidCorsURLLoaderRestartOnRedirect", "AvoidUnnecessaryBeforeUnloadCheckSync"),
    *("DestroyProfileOnBrowserClose", "HttpsFirstBalancedModeAutoEnable", "HttpsUpgrades", "LensOverlay"),
    *("MediaRouter", "NetworkTimeServiceQuerying", "OptimizationHints", "PaintHolding", "PreconnectToSearch"),
    *("ThirdPartyStoragePartitioning", "WebUIOmniboxAimPopup", "WebUIOmniboxPopup"),
)
CHROMIUM_FLAGS = (
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update"),
    "--disable-features=" + ",".join(NOT_NEEDED),
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",  # no way out
)
# The first is Chromium without its windows, the same pages for three quarters of the processor's time.
_BROWSERS = (
    *("chromium-headless-shell", "chromium", "chromium-browser"),
    *("google-chrome", "google-chrome-stable", "chrome"),
)
_KNOWN_PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)
_LOCAL_HOSTS = ("localhost", "127.0.0.1", "::1", "", None)


class OutsideRequestError(AssertionError):
    """A test asked for something beyond this machine."""


def pytest_addoption(parser):
    """Let ``--long`` run what takes minutes too."""
    parser.addoption("--long", action="store_true", help="run all tests, also those that are marked long")


def pytest_configure(config):
    """Decide what examples are drawn, and close the way out, before any test module is imported."""
    if lacking := rooms.lacking():
        raise pytest.UsageError("; ".join(lacking))
    settings.register_profile("course", examples(config.getoption("--long")))
    settings.load_profile("course")
    _block_outside()


def examples(long):
    """Return how Hypothesis draws: in CI the same ones each time, so that a change makes it red, not chance.

    Without a deadline, and as slowly as need be: a busy machine is no defect of the code.
    ``--long`` draws four times as many, new ones in each run.
    """
    same = _in_ci() and not long
    slow = [HealthCheck.too_slow]
    return settings(
        max_examples=200 if long else 50,
        deadline=None,
        derandomize=same,
        print_blob=True,
        suppress_health_check=slow,
    )


def _in_ci():
    return os.environ.get("CI", "").lower() in ("1", "true")


@pytest.hookimpl(wrapper=True)
def pytest_collection():
    """Look for no garbage while tests are gathered, and never among what stays: a quarter of the time."""
    gc.disable()
    result = yield
    gc.freeze()
    gc.enable()
    return result


def pytest_collection_modifyitems(config, items):
    """Leave out what is long, and put the rest in order.

    One after another, quick tests come first, so that a slip shows soon. Side by side, the long ones come
    first, so that no worker ends with one of them alone.
    """
    if not config.getoption("--long"):
        config.hook.pytest_deselected(items=[item for item in items if item.get_closest_marker("long")])
        items[:] = [item for item in items if not item.get_closest_marker("long")]
    items.sort(key=_rank, reverse=hasattr(config, "workerinput"))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Give to one worker all that is tried in JupyterLab, to one what a lesson is executed for: once.

    Other files stay whole.
    """
    if config.getvalue("dist") != "loadfile":
        return None
    from xdist.scheduler import LoadFileScheduling

    class OneLab(LoadFileScheduling):
        def _split_scope(self, nodeid):
            file = super()._split_scope(nodeid)
            if file.endswith(("test_prose.py", "test_site.py")):
                return "lesson"
            return "lab" if file.endswith("_lab.py") else file

    return OneLab(config, log)


def _rank(item):
    if "chromium" in _fixtures(item):
        return 3 if "lab" in _fixtures(item) else 2
    return 1 if item.get_closest_marker("slow") else 0


def _fixtures(item):
    return getattr(item, "fixturenames", ())


def _block_outside():
    """Make every socket of this process refuse addresses beyond this machine, and name look-ups too."""
    for name in [name for name in os.environ if name.lower().endswith("_proxy")]:
        del os.environ[name]  # a proxy on this machine would be a way out
    for name in ("connect", "connect_ex", "sendto"):  # the address is the last argument of each
        setattr(socket.socket, name, _guarded(getattr(socket.socket, name), -1))
    socket.getaddrinfo = _guarded(socket.getaddrinfo, 0)


def _guarded(real, at):
    def guarded(*arguments, **keywords):
        if arguments and not _is_local(arguments[at]):
            raise OutsideRequestError(f"{real.__name__} {arguments[at]!r}: tests do not use the network")
        return real(*arguments, **keywords)

    return guarded


def _is_local(address):
    """Return whether a socket address, or the host of a look-up, is this machine (or a Unix path)."""
    host = address[0] if isinstance(address, tuple) else address
    host = host.decode("utf-8", "replace") if isinstance(host, bytes) else host
    return host in _LOCAL_HOSTS or host.startswith(("127.", "/", "\0"))


def find_chromium():
    """Return the path of a Chromium or Chrome on this machine, or None."""
    if wanted := os.environ.get("COURSE_CHROMIUM"):
        return wanted
    found = (shutil.which(name) for name in _BROWSERS)
    known = (place for place in _KNOWN_PLACES if Path(place).exists())
    return next(filter(None, (*found, *known)), None)


@pytest.fixture(scope="session")
def chromium():
    """A headless browser (Playwright, synchronous): ``chromium.new_page()``."""
    path = find_chromium()
    if path is None:
        reason = "needs Chromium or Chrome: install it, or name it in COURSE_CHROMIUM"
        if _in_ci():
            pytest.fail(reason)  # where tests guard the course, none may drop out quietly
        pytest.skip(reason)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(CHROMIUM_FLAGS))
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def node():
    """The path of a Node that is new enough, with the pinned tools of ``package.json``."""
    try:
        if _in_ci():
            return js.install()
        if (ROOT / "node_modules").is_dir():
            return js.find()[0][0]
        reason = "needs the tools of package.json: python tools/js.py build fetches them"
    except RuntimeError as error:
        reason = str(error)
    if _in_ci():
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def few(request):
    """Of the states that a test walks through, a sample; with ``--long`` all: ``few(states, most=3)``.

    They are evenly spread, with both ends, where most tests of pictures would go wrong first.
    """
    return (lambda states, most=3: list(states)) if request.config.getoption("--long") else spread


def spread(states, most=3):
    """Return at most so many of the states, evenly spread, with both ends."""
    states = list(states)
    if len(states) <= most:
        return states
    return [states[round(at * (len(states) - 1) / (most - 1))] for at in range(most)]


@pytest.fixture
def learner(tmp_path, monkeypatch):
    """Somebody new: in an empty folder of their own, and nothing predicted yet."""
    from course import predictions

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(predictions, "_memory", {})


@pytest.fixture(scope="session")
def windows():
    """Windows of the browser that are open already, by what is asked of them: most of a page's cost."""
    return {}


@pytest.fixture
def show(chromium, windows, tmp_path, learner):
    """Open a picture as a page without a server: ``show(picture, **context)`` returns its `PicturePage`.

    ``kind`` names another class, which knows more of its picture.
    """
    from picture_page import PicturePage, new_window  # in tests/browser, as all tests that ask for it

    shown = []

    def open_page(picture, kind=PicturePage, **context):
        free = windows.setdefault(repr(sorted(context.items())), [])
        page = free.pop() if free else new_window(chromium, **context)
        shown.append((kind(page, tmp_path, picture), free))
        return shown[-1][0]

    yield open_page
    for picture, free in shown:
        picture.leave()
        if picture.reusable:
            free.append(picture.page)
        else:
            picture.context.close()


class Lab:
    """A running JupyterLab: `base_url`, `token`, `root` (folder), `server` (process), `address(path)`.

    `window` is a page with nothing open in it, where there is one: for the next notebook.
    """

    def __init__(self, base_url, token, root, server):
        self.base_url = base_url
        self.token = token
        self.root = root
        self.server = server
        self.window = None

    def address(self, path=""):
        """Return the address that opens a file of `root`."""
        return f"{self.base_url}/lab/tree/{path}?token={self.token}&reset"


def free_port():
    """Return a port of this machine at which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@pytest.fixture(scope="session")
def lab(tmp_path_factory):
    """A JupyterLab with the course's settings, in a copy of the lessons and exercises."""
    with running_lab(tmp_path_factory.mktemp("lab")) as running:
        yield running


@contextmanager
def running_lab(home, *settings):
    """Start a JupyterLab in a folder, with more settings on its command line; stop it afterwards."""
    from course.start import launch

    root = home / "course"
    root.mkdir(exist_ok=True)
    for name in ("notebooks", "exercises"):
        if (ROOT / name).is_dir() and not (root / name).exists():  # a second start finds what was saved
            shutil.copytree(ROOT / name, root / name)
    port, token = free_port(), os.urandom(16).hex()
    environment = os.environ | launch.lab_environment() | {"JUPYTER_TOKEN": token}
    for name in ("CONFIG", "DATA", "RUNTIME"):  # the reader's own Jupyter is left alone
        environment[f"JUPYTER_{name}_DIR"] = str(home / name.lower())
    command = [sys.executable, "-m", "jupyterlab", *launch.lab_arguments(root, "", port=port)]
    command += ["--LabApp.expose_app_in_browser=True", *settings]  # a notebook is opened in one that is there
    with open(home / "log.txt", "w+b") as log:
        server = subprocess.Popen(command, cwd=root, env=environment, stdout=log, stderr=subprocess.STDOUT)
        running = Lab(f"http://127.0.0.1:{port}", token, root, server)
        try:
            _wait_for(server, running, home / "log.txt")
            yield running
        finally:
            server.terminate()
            try:
                server.wait(timeout=20)
            except subprocess.TimeoutExpired:
                server.kill()


def _wait_for(server, running, log, seconds=60):
    question = urllib.request.Request(
        f"{running.base_url}/api/status", headers={"Authorization": f"token {running.token}"}
    )
    until = time.monotonic() + seconds
    while time.monotonic() < until and server.poll() is None:
        try:
            # Our token opens it, so it is our server and not another one at this port.
            with urllib.request.urlopen(question, timeout=5):
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail("JupyterLab did not start:\n" + log.read_text(errors="replace")[-2000:])

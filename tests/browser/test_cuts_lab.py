"""Hours with a lesson: pictures moved while the wire is cut, the server sleeps, the kernel is started anew.

What the hand changes while nobody hears it is in the kernel within 10 s of the new connection; where it
cannot be, the picture says so in one line. `COURSE_RUN_S` sets how long the long run takes.
"""

import json
import os
import signal
import time

import pytest
from conftest import running_lab
from lab_page import WAIT_MS, in_lab
from wire import wire

from course import predictions

REACHES_S = 10  # from a new connection until the kernel has what was changed
QUICK_PINGS = "--ServerApp.tornado_settings={'ws_ping_interval': 1000, 'ws_ping_timeout': 3000}"
QUESTIONS = 6  # in a run with every kind of cut
MOVED = (
    "import os\n"
    "from pathlib import Path\n"
    "Path('pid.txt').write_text(str(os.getpid()))\n"
    "from course import predictions, widgets\n"
    "gravity = widgets.altitude_explorer('gravity')\n"
    "said = Path('said.txt')\n"
    "gravity.observe(lambda _: said.write_text(gravity.sentence), 'altitude_km')\n"
    "gravity"
)
ASKED = (
    "from IPython.display import display\n"
    "for n in range(%d):\n"
    "    asked = predictions.ask(f'run-{n}', f'Question {n}?', choices=('yes', 'no'))\n"
    "    display(widgets.altitude_explorer('speed', question=asked))"
)
UNHEARD = "Python has not heard this yet"


class Run:
    """A notebook behind a wire, driven: a method for each thing that a learner or chance does."""

    def __init__(self, shown, between, lab, questions):
        self.questions = questions
        self.shown, self.page, self.wire, self.lab = shown, shown.page, between, lab
        self.answered = 0
        self.meant = between.opened  # connections with a cause
        self.worst_s = 0.0
        lost = self.page.locator(".jp-Dialog", has_text="Server Connection Error")  # JupyterLab's own word
        self.page.add_locator_handler(lost, lambda box: box.locator("button").last.click())

    def move(self):
        """Move the slider by a key, to and fro."""
        slider = self.page.get_by_role("slider", name="Height").first
        before = slider.input_value()
        slider.press("ArrowRight")
        if slider.input_value() == before:
            slider.press("Home")
        return self.page.locator(".iss-sentence").first.text_content()

    def predict(self):
        """Answer the next open question; return its id."""
        form = self.page.locator(".iss-gate").first
        name = form.locator("legend").text_content().removeprefix("Question ").removesuffix("?")
        form.get_by_text("yes", exact=True).click()
        form.get_by_role("button", name="Store my prediction").click()
        self.answered += 1
        return f"run-{name}"

    def arrives(self, sentence, *ids):
        """Wait until the kernel has a sentence and answers: REACHES_S, not more."""
        start = time.monotonic()
        while not self.has(sentence, ids):
            late = time.monotonic() - start
            assert late < REACHES_S, f"the kernel lacks {sentence!r} or {ids} after {late:.0f} s"
            self.page.wait_for_timeout(50)
        self.worst_s = max(self.worst_s, time.monotonic() - start)

    def has(self, sentence, ids):
        said, kept = self.shown.folder / "said.txt", self.shown.folder / predictions.FILE_NAME
        known = json.loads(kept.read_text("utf-8")) if kept.exists() else {}
        return said.exists() and said.read_text("utf-8") == sentence and set(ids) <= set(known)

    def connected_again(self, before):
        until = time.monotonic() + 60  # JupyterLab waits longer after each attempt
        while self.wire.opened == before:
            assert time.monotonic() < until, "no new connection"
            self.page.wait_for_timeout(50)
        self.meant = self.wire.opened

    def cut(self, seconds=2):
        """Cut the wire, change both in between, mend it."""
        self._broken(self.wire.cut, seconds)

    def silence(self, seconds=2):
        """Let the wire swallow everything for a while, then break: a laptop that slept."""

        def begin():
            self.wire.swallow = True

        self._broken(begin, seconds)

    def _broken(self, begin, seconds):
        before = self.wire.opened
        begin()
        changed = self.move(), self.predict()
        self.page.wait_for_timeout(1000 * seconds)
        self.wire.cut()
        self.wire.mend()
        self.connected_again(before)
        self.arrives(*changed)

    def pause(self, seconds=3):
        """Stop the server's process for a while."""
        os.kill(self.lab.server.pid, signal.SIGSTOP)
        try:
            changed = self.move(), self.predict()
            self.page.wait_for_timeout(1000 * seconds)
        finally:
            os.kill(self.lab.server.pid, signal.SIGCONT)
        self.arrives(*changed)
        self.meant = self.wire.opened  # it may have taken the silence for an end

    def restart(self):
        """Start the kernel anew by the server."""
        headers = {"Authorization": f"token {self.lab.token}"}
        (session,) = [
            one
            for one in self.page.request.get(f"{self.lab.base_url}/api/sessions", headers=headers).json()
            if one["path"].startswith(self.shown.folder.name)
        ]
        kernel = f"{self.lab.base_url}/api/kernels/{session['kernel']['id']}"
        assert self.page.request.post(f"{kernel}/restart", headers=headers).ok
        self._deaf()

    def dies(self):
        """Kill the kernel while the slider moves; the server starts another."""
        self.move()
        os.kill(int((self.shown.folder / "pid.txt").read_text()), signal.SIGKILL)
        self.move()
        self.page.locator(".jp-Dialog button.jp-mod-accept").click(timeout=WAIT_MS)
        self._deaf()

    def _deaf(self):
        """Pictures say that nobody hears them, and when their cells have run they go on."""
        self.move()
        answered = self.predict()
        self.page.get_by_text(UNHEARD).first.wait_for(timeout=WAIT_MS)
        self.begin()  # the answer is taken over from the browser
        self.arrives(self.move(), answered)
        self.meant = self.wire.opened

    def begin(self):
        """Run both cells and wait for their pictures."""
        for cell in range(2):
            self.shown.run(cell)
        self.page.locator(".iss-picture").nth(self.questions).wait_for(timeout=WAIT_MS)
        self.page.get_by_text(UNHEARD).first.wait_for(state="detached", timeout=WAIT_MS)

    def quiet(self, seconds, pace_s=1):
        """Move the picture for a while; each change arrives, and the connection stays."""
        until = time.monotonic() + seconds
        self.arrives(self.move())
        while time.monotonic() < until:
            self.page.wait_for_timeout(1000 * pace_s)
            self.arrives(self.move())
        assert self.wire.opened == self.meant, "a connection broke without a cause"


@pytest.fixture(scope="module")
def pinged(tmp_path_factory):
    """A JupyterLab that looks every second whether the page is there."""
    with running_lab(tmp_path_factory.mktemp("pinged"), QUICK_PINGS) as running:
        yield running


def drive(chromium, lab, name, seconds, events, pace_s=1, questions=QUESTIONS):
    """Drive a notebook for a while with these events spread over it."""
    cells = MOVED, ASKED % questions
    with (
        wire(int(lab.base_url.rpartition(":")[2])) as between,
        in_lab(chromium, lab, name, *cells, height=5600, port=between.port) as shown,
    ):
        run = Run(shown, between, lab, questions)
        run.begin()
        run.meant = between.opened
        for event in events:
            run.quiet(seconds / (len(events) + 1), pace_s)
            getattr(run, event)()
            print(time.strftime("%H:%M:%S"), f"{event}: heard, at worst {run.worst_s:.1f} s", flush=True)
        run.quiet(seconds / (len(events) + 1), pace_s)
        assert shown.errors == []


def test_what_is_changed_in_a_cut_reaches_the_kernel(chromium, lab):
    drive(chromium, lab, "short", 0, ("cut", "restart"), questions=3)


@pytest.mark.long
def test_minutes_with_every_kind_of_cut(chromium, pinged):
    drive(chromium, pinged, "minutes", 240, ("cut", "silence", "pause", "dies", "restart"))


@pytest.mark.long
@pytest.mark.skipif("COURSE_RUN_S" not in os.environ, reason="set COURSE_RUN_S, such as 7200, for hours")
def test_hours_with_every_kind_of_cut(chromium, lab):
    seconds = float(os.environ["COURSE_RUN_S"])
    drive(chromium, lab, "hours", seconds, ("cut", "silence", "pause", "dies", "restart"), pace_s=5)

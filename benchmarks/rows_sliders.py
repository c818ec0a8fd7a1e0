"""Sliders: from the key to the changed picture in JupyterLab, ours beside plain ``interact``.

Both show the risk by latitude: ours as it is, the rival as its matplotlib twin that ``interact`` draws
anew at each value. The time ends at the first animation frame that finds other pixels. Left out where there
is no Chromium.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from benchmarks.measure import Row
from course.start import launch

KEYS = 40  # for each of the two
SLOW_MS = 60_000  # for a kernel on a busy machine
PLAIN = """\
%matplotlib inline
from ipywidgets import interact
from course import widgets
picture = widgets.risk_by_latitude()
@interact(inclination_deg=(20.0, 90.0, 1.0))
def draw(inclination_deg=51.0):
    picture.inclination_deg = inclination_deg
    display(picture.figure())"""
OURS = "from course import widgets\nwidgets.risk_by_latitude()"
STRIPS = tuple(part / 20 for part in range(1, 20))  # where the canvas is read, as shares of its height
WATCH = """([which, strips]) => {
    const cell = document.querySelectorAll('.jp-Notebook .jp-CodeCell')[which];
    const seen = () => {
        const canvas = cell.querySelector('canvas[role=img]');
        if (!canvas) return cell.querySelector('.jp-OutputArea img')?.src ?? '';
        const pen = canvas.getContext('2d');
        let sum = 0;  // of a few strips across the picture: to read all of it would cost more than to draw it
        for (const part of strips) {
            const { data } = pen.getImageData(0, Math.round(part * canvas.height), canvas.width, 2);
            for (let i = 0; i < data.length; i += 3) sum = (sum * 31 + data[i]) | 0;
        }
        return sum;
    };
    window.took = [];
    let [before, begun] = [seen(), null];
    cell.addEventListener('keydown', () => { before = seen(); begun = performance.now(); }, true);
    const frame = () => {
        if (begun !== null) {
            const now = seen();
            if (now !== '' && now !== before) { window.took.push(performance.now() - begun); begun = null; }
        }
        requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
}"""


def rows():
    """Yield the rows of the table."""
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        print("no Chromium is installed: the rows of the sliders are left out", file=sys.stderr)
        return
    with tempfile.TemporaryDirectory() as folder:
        ours_ms, plain_ms = measure(chromium, Path(folder), ours=OURS, plain=PLAIN)
    median, rival = statistics.median(ours_ms), statistics.median(plain_ms)
    what, rival_is = (
        "slider to changed picture in JupyterLab",
        "plain interact, the same picture by matplotlib",
    )
    yield Row(f"{what}, median of {len(ours_ms)}", median, rival, "ms", rival_is, 0.1)
    yield Row("the same, median", median, rival, "ms", rival_is, 16, of="ours")
    p95 = statistics.quantiles(ours_ms, n=20)[-1]
    yield Row(
        "the same, 95 of 100", p95, statistics.quantiles(plain_ms, n=20)[-1], "ms", rival_is, 40, of="ours"
    )


def measure(chromium, folder, *, ours, plain, strips=STRIPS):
    """Return the times of both, in ms, from the key on the first slider of a cell to its changed picture."""
    from playwright.sync_api import sync_playwright

    (folder / "sliders.ipynb").write_text(json.dumps(_notebook(plain, ours)))
    with _lab(folder) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        taken = [_times(browser, address, which, strips) for which in (0, 1, 0, 1)]
        browser.close()
    return taken[1] + taken[3], taken[0] + taken[2]


def _times(browser, address, which, strips):
    page = browser.new_page(viewport={"width": 1280, "height": 2400})
    page.goto(address)
    page.get_by_text("Python 3 (ipykernel) | Idle").wait_for(timeout=SLOW_MS)
    page.locator(".jp-Notebook .jp-CodeCell .cm-content").nth(which).click()
    page.keyboard.press("Shift+Enter")
    slider = page.locator(".jp-Notebook .jp-CodeCell").nth(which).get_by_role("slider").first
    slider.wait_for(timeout=SLOW_MS)
    page.wait_for_timeout(3000)
    page.evaluate(WATCH, [which, list(strips)])
    slider.focus()
    for pressed in range(KEYS // 2):
        page.keyboard.press("ArrowRight")
        page.wait_for_function("count => window.took.length > count", arg=pressed, timeout=SLOW_MS)
        page.wait_for_timeout(100)
    taken = page.evaluate("window.took")
    page.close()
    return taken


class _lab:
    """A JupyterLab in a folder, for as long as a ``with`` block lasts; gives the notebook's address."""

    def __init__(self, folder):
        self.folder = folder

    def __enter__(self):
        token = os.urandom(16).hex()
        port = next(port for port in range(8950, 9950) if launch.is_free(port))
        environment = os.environ | launch.lab_environment() | {"JUPYTER_TOKEN": token}
        command = [sys.executable, "-m", "jupyterlab", *launch.lab_arguments(self.folder, "", port=port)]
        quiet = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
        self.server = subprocess.Popen(command, cwd=self.folder, env=environment, **quiet)
        base = f"http://127.0.0.1:{port}"
        for _ in range(300):
            try:
                urllib.request.urlopen(f"{base}/api?token={token}", timeout=5).close()
                break
            except OSError:
                time.sleep(0.2)
        return f"{base}/lab/tree/sliders.ipynb?token={token}&reset"

    def __exit__(self, *_):
        self.server.terminate()
        self.server.wait(timeout=30)


def _notebook(*sources):
    cells = [
        {"cell_type": "code", "id": f"c{at}", "execution_count": None, "metadata": {}, "outputs": []}
        | {"source": source}
        for at, source in enumerate(sources)
    ]
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    return {"cells": cells, "metadata": {"kernelspec": kernel}, "nbformat": 4, "nbformat_minor": 5}

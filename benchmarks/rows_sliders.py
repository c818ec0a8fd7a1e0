"""Sliders: from the key to the changed picture in JupyterLab, ours beside plain ``interact`` and on a page.

Both show the risk by latitude: ours as it is, the rival as its matplotlib twin that ``interact`` draws
anew at each value. A page of the site shows it too, opened from a file. The time ends at the first animation
frame that finds other pixels. Left out where there is no Chromium.
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

KEYS = 40  # for each of the three
WINDOW = {"width": 1280, "height": 2400}
# The page draws the same by the same script, and nothing else is at work beside it: it may not be slower. The
# quarter more is for the medians of 40 keys, which lie so far apart from run to run.
PAGE_AT_MOST = 1.25
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
PAGE = "# One picture\n\n```{picture} risk_by_latitude\n```\n"
CELLS, WHOLE = ".jp-Notebook .jp-CodeCell", "article"  # where a picture stands in JupyterLab, and on a page
STRIPS = tuple(part / 20 for part in range(1, 20))  # where the canvas is read, as shares of its height
WATCH = """([where, which, strips]) => {
    const cell = document.querySelectorAll(where)[which];
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
        page = _page(Path(folder))
        ours_ms, plain_ms, page_ms = measure(chromium, Path(folder), ours=OURS, plain=PLAIN, page=page)
    median, rival = statistics.median(ours_ms), statistics.median(plain_ms)
    what, rival_is = (
        "slider to changed picture in JupyterLab",
        "plain interact, the same picture by matplotlib",
    )
    yield Row(f"{what}, median of {len(ours_ms)}", median, rival, "ms", rival_is, 0.1)
    yield Row("the same, median", median, rival, "ms", rival_is, 16, of="ours")
    yield Row("the same, 95 of 100", _p95(ours_ms), _p95(plain_ms), "ms", rival_is, 40, of="ours")
    here, lab_is = statistics.median(page_ms), "the same picture in JupyterLab"
    yield Row("slider on a page of the site, median", here, median, "ms", lab_is, PAGE_AT_MOST)
    yield Row("the same, median", here, median, "ms", lab_is, 16, of="ours")
    yield Row("the same, 95 of 100", _p95(page_ms), _p95(ours_ms), "ms", lab_is, 40, of="ours")


def _p95(times):
    return statistics.quantiles(times, n=20)[-1]


def _page(folder):
    """Build a page with one picture, as the site builds its own, and return its path."""
    from course.site import maker, pages

    source = folder / "source"
    shutil.copytree(pages.ROOT / pages.OWN / "static", source / "static")
    shutil.copy(pages.ROOT / pages.OWN / "conf.py", source)
    pages._shared(source / "static")
    (source / "index.md").write_text(PAGE, encoding="utf-8")
    maker._sphinx(source, folder / "made", ())
    return folder / "made" / "index.html"


def measure(chromium, folder, *, ours, plain, strips=STRIPS, page=None):
    """Return the times of ours, plain and a page, in ms, from the key on the first slider to its picture."""
    from playwright.sync_api import sync_playwright

    (folder / "sliders.ipynb").write_text(json.dumps(_notebook(plain, ours)))
    with _lab(folder) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox", "--disable-gpu"])
        taken = {"ours": [], "plain": [], "page": []}
        for _ in range(2):
            taken["plain"] += _in_lab(browser, address, 0, strips)
            taken["ours"] += _in_lab(browser, address, 1, strips)
            if page:
                taken["page"] += _on_page(browser, page, strips)
        browser.close()
    return taken["ours"], taken["plain"], taken["page"]


def _in_lab(browser, address, which, strips):
    page = browser.new_page(viewport=WINDOW)
    page.goto(address)
    page.get_by_text("Python 3 (ipykernel) | Idle").wait_for(timeout=SLOW_MS)
    page.locator(f"{CELLS} .cm-content").nth(which).click()
    page.keyboard.press("Shift+Enter")
    return _times(page, CELLS, which, strips)


def _on_page(browser, path, strips):
    page = browser.new_page(viewport=WINDOW)
    page.goto(path.as_uri())
    return _times(page, WHOLE, 0, strips)


def _times(page, where, which, strips):
    """Return the times of half of the keys on the first slider of a place, and close the window."""
    slider = page.locator(where).nth(which).get_by_role("slider").first
    slider.wait_for(timeout=SLOW_MS)
    page.wait_for_timeout(3000)
    page.evaluate(WATCH, [where, which, list(strips)])
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

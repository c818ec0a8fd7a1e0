"""The station in three dimensions: from the key to the changed picture, frames while it is dragged, sizes.

The rival is what a notebook would do: the same faces by matplotlib, which ``interact`` draws anew each time.
Left out where there is no Chromium. A program stands in for the graphics card in these runs, so ours is drawn
flat; the same by WebGL in software stands beside it.
"""

import gzip
import math
import shutil
import statistics
import sys
import tempfile
from pathlib import Path

from benchmarks.measure import Row
from benchmarks.rows_sliders import measure

FRAMES = 60
STRIPS = (0.2, 0.35, 0.5, 0.65, 0.8)  # something moves in one of them at each key
PLAIN = """\
%matplotlib inline
from ipywidgets import interact
from course import widgets
picture = widgets.station_3d()
@interact(stop=(0, 48))
def draw(stop=1):
    picture.laps = stop / 24
    display(picture.figure())"""
OURS = "from course import widgets\npicture = widgets.station_3d()\npicture.laps = 1 / 24\npicture"
FLAGS = ["--no-sandbox", "--disable-gpu"]
TAKE_ANY = """
const ask = WebGL2RenderingContext.prototype.getParameter;
WebGL2RenderingContext.prototype.getParameter = function (name) {
  return name === 0x9246 ? 'a graphics card' : ask.call(this, name);
};
"""
TURN = """async (frames) => {
  const slider = [...document.querySelectorAll('input[type=range]')].find((each) => each.min === '-180');
  const next = () => new Promise(requestAnimationFrame);
  const taken = [];
  let before = await next();
  for (let i = 0; i < frames; i += 1) {
    slider.value = i;
    slider.dispatchEvent(new Event('input'));
    const now = await next();
    taken.push(now - before);
    before = now;
  }
  return taken;
}"""


def rows():
    """Yield the rows of the table."""
    import course.widgets

    bundle = (Path(course.widgets.__file__).parent / "dist" / "station_3d.js").read_bytes()
    yield Row("picture and three.js, in the package", len(bundle) / 1000, math.nan, "kB", "-", 600, of="ours")
    yield Row("the same, gzipped", len(gzip.compress(bundle, 9)) / 1000, math.nan, "kB", "-", 150, of="ours")
    page = len(course.widgets.station_3d().to_html().encode()) / 1000
    yield Row("page of the station without a server", page, math.nan, "kB", "-", 900, of="ours")
    chromium = shutil.which("chromium") or shutil.which("google-chrome")
    if chromium is None:
        print("no Chromium is installed: the other rows of the station are left out", file=sys.stderr)
        return
    with tempfile.TemporaryDirectory() as folder:
        ours_ms, plain_ms, _ = measure(chromium, Path(folder), ours=OURS, plain=PLAIN, strips=STRIPS)
        flat, lit = (_turned(chromium, Path(folder), script) for script in ("", TAKE_ANY))
    what, rival_is = (
        "station: key to changed picture in JupyterLab",
        "plain interact, the same faces by matplotlib",
    )
    median, rival = statistics.median(ours_ms), statistics.median(plain_ms)
    yield Row(f"{what}, median of {len(ours_ms)}", median, rival, "ms", rival_is, 0.1)
    yield Row("the same, median", median, rival, "ms", rival_is, 34, of="ours")
    flat_ms, lit_ms = statistics.median(flat), statistics.median(lit)
    what, rival_is = f"station: a frame while it is turned, median of {FRAMES}", "WebGL by a program"
    yield Row(what, flat_ms, lit_ms, "ms", rival_is, 1)


def _turned(chromium, folder, script):
    """Return the times of the frames of a page on which the station is turned, in ms."""
    from playwright.sync_api import sync_playwright

    import course.widgets

    page_file = folder / "station.html"
    page_file.write_text(course.widgets.station_3d().to_html(), encoding="utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 1000})
        if script:
            page.add_init_script(script)
        page.goto(page_file.as_uri())
        page.evaluate(TURN, 5)  # the first frames make ready what the others use
        taken = page.evaluate(TURN, FRAMES)
        browser.close()
    return taken

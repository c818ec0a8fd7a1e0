"""Picture on its page without a server, as tests see it: pixels, words, requests, and what went wrong."""

import pytest

# Writes down every text on the canvas: its size and where it begins and ends.
# And keeps frames that no clock of a test stops.
LISTEN = """
window.realFrame = window.requestAnimationFrame.bind(window);
window.written = [];
const write = CanvasRenderingContext2D.prototype.fillText;
CanvasRenderingContext2D.prototype.fillText = function (words, x, y) {
  const [wide, to] = [this.measureText(words).width, this.getTransform()];
  const left = (to.a * x + to.e) / to.a - { left: 0, center: wide / 2, right: wide }[this.textAlign];
  window.written.push({ words, px: parseFloat(this.font.match(/([\\d.]+)px/)[1]),
    left, right: left + wide, y: (to.d * y + to.f) / to.d,
    width: this.canvas.clientWidth, height: this.canvas.clientHeight });
  return write.apply(this, arguments);
};
"""
PHONE_PX = 420  # the window that each state of every picture is tried in: the least room
FRAME_MS, FRAMES = 20, 8  # of time that tests let pass
MOST_FRAMES = 1000  # until a page must have complained
LATER_S = 3600  # than any machine takes to stop the page's clock after it was set to 0
SMALLEST_PX = 11.0  # text below this cannot be read
TWO_FRAMES = """() => new Promise((done) => {
  const frame = window.realFrame ?? requestAnimationFrame;
  const look = () => frame(document.querySelector('.iss-canvas') ? last : look);
  const last = () => frame(done);
  look(); // a picture is there as soon as its arrays are unpacked
})"""

# Moves a slider that is in sight, as a hand would: with an input event. Nothing waits here: who reads does.
SLIDE = """([name, value]) => {
  const label = (slider) => slider.getAttribute('aria-label') ?? slider.labels[0].textContent;
  const found = [...document.querySelectorAll('input[type=range]')].filter(
    (slider) => slider.getClientRects().length && label(slider).includes(name));
  if (found.length !== 1) throw new Error(`${found.length} sliders called ${name}`);
  found[0].value = value;
  found[0].dispatchEvent(new Event('input'));
}"""
DIGEST = """async () => {
  const pixels = new TextEncoder().encode(document.querySelector('.iss-canvas').toDataURL());
  const digest = await crypto.subtle.digest('SHA-256', pixels);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16)).join(' ');
}"""


def widths(*pixels):
    """Try each state of a picture in windows of these widths; what is wider than a phone is for long runs.

    The sample: every picture at 720 and at 1280 pixels, in test_every_picture_page.
    """
    tried = [pytest.param(one, marks=pytest.mark.long) if one > PHONE_PX else one for one in pixels]
    return pytest.mark.parametrize("width", tried)


def heard(page, notes, words):
    """Let a page go on until one of its notes has these words: a complaint comes after what it is about."""
    for _ in range(MOST_FRAMES):
        if any(words in note for note in notes):
            return True
        page.evaluate("() => new Promise(requestAnimationFrame)")
    return False


def new_window(browser, **context):
    """Return an empty page of a context of its own, which writes down what is written on its canvases."""
    page = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **context}).new_page()
    page.add_init_script(LISTEN)
    return page


class PicturePage:
    """One picture in a window; `reusable` says whether another picture may be shown there afterwards."""

    def __init__(self, page, folder, picture):
        self.file = folder / "picture.html"
        self.file.write_text(picture.to_html(), encoding="utf-8")
        self.page, self.context, self.reusable = page, page.context, True
        self.requests, self.errors = [], []
        self._heard = {
            "request": lambda request: self.requests.append(request.url),
            "console": lambda message: self.errors.append(message.text),
            "pageerror": lambda error: self.errors.append(str(error)),
        }
        for event, note in self._heard.items():
            page.on(event, note)
        self.page.goto(self.file.as_uri())
        self.settle()

    def leave(self):
        """Hear no more of the page, and leave nothing in it for the next picture."""
        self.page.evaluate("() => localStorage.clear()")
        for event, note in self._heard.items():
            self.page.remove_listener(event, note)

    def passes(self, milliseconds):
        """Let time pass on the page, without waiting for it; from the first call on it waits for the next.

        One frame is as long as usual, the others are fewer and longer, as on a slow machine.
        """
        if self.reusable:
            self.reusable = False
            self.page.clock.install(time=0)
            self.page.clock.pause_at(LATER_S)
        usual = min(milliseconds, FRAME_MS)
        self.page.clock.run_for(usual)
        for _ in range(FRAMES if milliseconds > usual else 0):
            self.page.clock.fast_forward((milliseconds - usual) / FRAMES)

    def settle(self):
        self.page.evaluate(TWO_FRAMES)

    def settled(self, read):
        """Return what an expression of JavaScript gives two frames on: one call, as most of its cost is."""
        return self.page.evaluate(f"async () => {{ await ({TWO_FRAMES})(); return {read}; }}")

    def pixels(self):
        """Return what stands for all pixels of the canvas: equal where they are."""
        return self.settled(f"({DIGEST})()")

    def sentence(self):
        return self.settled("document.querySelector('.iss-sentence').textContent")

    def alt(self):
        return self.settled("document.querySelector('[role=img]').getAttribute('aria-label')")

    def note(self):
        return self.settled("document.querySelector('.iss-note').textContent")

    def slide(self, name, value):
        """Move a slider to a value."""
        self.page.evaluate(SLIDE, [name, str(value)])

    def value(self, name):
        """Return where a slider stands."""
        return int(self.page.get_by_role("slider", name=name).input_value())

    def press(self, name, key):
        """Press a key on a slider."""
        self.page.get_by_role("slider", name=name).press(key)
        self.settle()

    def undrawn(self, name, values):
        """Return the values of a slider that the canvas does not show as soon as their event is over.

        How long that takes is measured in benchmarks/rows_sliders.py, not here.
        """
        return self.page.get_by_role("slider", name=name).evaluate(
            """async (slider, values) => {
              const canvas = document.querySelector(".iss-canvas");
              const late = [];
              for (const value of values) {
                await new Promise((done) => setTimeout(done));
                const before = canvas.toDataURL();
                slider.value = value;
                slider.dispatchEvent(new Event("input"));
                await Promise.resolve().then(() => {}); // drawn within the event, before anything else
                if (canvas.toDataURL() === before) late.push(value);
              }
              return late;
            }""",
            list(values),
        )

    def drag(self, start, end, steps=8):
        """Drag from a point of the canvas to another, in its CSS pixels."""
        box = self.page.locator(".iss-canvas").bounding_box()
        mouse = self.page.mouse
        mouse.move(box["x"] + start[0], box["y"] + start[1])
        mouse.down()
        mouse.move(box["x"] + end[0], box["y"] + end[1], steps=steps)
        mouse.up()
        self.settle()

    def written(self):
        """Return every text written on the canvas since the last call."""
        return self.settled("window.written.splice(0)")

    def place_of(self, words):
        """Return where these words were last written since the last call of `written`."""
        return next(one for one in reversed(self.written()) if one["words"] == words)

    def clashes(self, written=None):
        """Return the pairs of different words that lie over one another, since the last call or of these."""
        texts = [one for one in (self.written() if written is None else written) if one["words"]]
        return [
            (one["words"], other["words"])
            for at, one in enumerate(texts)
            for other in texts[at + 1 :]
            if one["words"] != other["words"] and _overlap(one, other)
        ]

    def must_be_readable(self, smallest_px=SMALLEST_PX, written=None):
        """Look at each text, since the last call or of these: it is large enough and on the canvas."""
        for one in self.written() if written is None else written:
            assert one["px"] >= smallest_px, one
            assert one["left"] >= 0 and one["right"] <= one["width"], one
            assert 0 < one["y"] < one["height"], one
        assert self.overflow_px() <= 0 and self.controls_outside() == []

    def overflow_px(self):
        return self.page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth")

    def controls_outside(self):
        """Return the controls that reach beyond the window."""
        return self.page.evaluate(
            """() => [...document.querySelectorAll('.iss-picture *')]
              .filter((each) => each.getClientRects().length)
              .filter((each) => each.getBoundingClientRect().right > innerWidth + 0.5)
              .map((each) => each.outerHTML.slice(0, 80))"""
        )


def _overlap(one, other):
    """Return whether two texts share pixels: 0.75 of the size above the line, 0.2 below."""
    across = one["left"] < other["right"] and other["left"] < one["right"]
    above = one["y"] - 0.75 * one["px"] < other["y"] + 0.2 * other["px"]
    below = other["y"] - 0.75 * other["px"] < one["y"] + 0.2 * one["px"]
    return across and above and below

"""A picture whose module comes too late for anywidget, as on a slow laptop, in JupyterLab."""

from lab_page import WAIT_MS, in_lab
from picture_page import heard

CELLS = (
    "from course import widgets\ngravity = widgets.altitude_explorer('gravity')\ngravity",
    "gravity.altitude_km = 20_180",
    "print('kernel has', gravity.altitude_km)",
)
# anywidget 0.11 waits 2 s for a module: here not a moment.
NO_TIME = """() => {
    AbortSignal.timeout = () => {
        const control = new AbortController();
        queueMicrotask(() => control.abort());
        return control.signal;
    };
}"""


def test_a_picture_that_is_late_hears_python_and_is_heard(chromium, lab):
    with in_lab(chromium, lab, "late", *CELLS, alone=True) as shown:
        shown.page.evaluate(NO_TIME)
        shown.run(0)
        height = shown.page.get_by_role("slider", name="Height")
        height.wait_for(timeout=WAIT_MS)
        assert heard(shown.page, shown.errors, "Failed to initialize model")  # it was late
        at_first = height.input_value()
        shown.run(1)
        shown.page.wait_for_function(
            "([one, was]) => one.value !== was", arg=[height.element_handle(), at_first]
        )
        height.press("Home")
        said = shown.page.locator(".jp-OutputArea-output pre", has_text="kernel has")
        shown.run(2)
        said.wait_for(timeout=WAIT_MS)
        assert "20180" not in said.inner_text()
        assert shown.page.locator(".iss-unheard:not(:empty)").count() == 0

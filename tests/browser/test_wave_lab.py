"""The wave and the dwell curve in JupyterLab: the hand and the cell move the same picture."""

import pytest
from lab_page import WAIT_MS, in_lab


@pytest.mark.long  # others hold the kit's share each time
def test_hand_and_cell_move_station_and_band(chromium, lab):
    cells = (
        "from course import widgets\nwave = widgets.wave()\nwave",
        "curve = widgets.dwell()\ncurve",
        "print('told', wave.minute, wave.earth_turns, curve.band_deg, curve.inclination_deg)",
        "wave.earth_turns, wave.minute = True, 40\ncurve.inclination_deg, curve.band_deg = 65, (60, 90)",
    )
    with in_lab(chromium, lab, "unit3-test", *cells) as shown:
        page, run = shown.page, shown.run
        run(0)
        run(1)
        south = page.get_by_role("slider", name="Band from")
        south.wait_for(timeout=WAIT_MS)
        page.get_by_role("slider", name="Time").press("ArrowRight")
        page.get_by_role("checkbox", name="the Earth turns").uncheck()
        south.press("ArrowLeft")
        page.wait_for_timeout(300)  # values go to the kernel 50 ms after the last key
        run(2)
        page.get_by_text("told 1 False (49, 90) 51.64").wait_for(timeout=WAIT_MS)
        run(3)
        page.get_by_text("a satellite spends 9.7 % of its time north of 60 degrees").wait_for(timeout=WAIT_MS)
        page.get_by_text("After 40 minutes: the flat, tilted circle draws the").wait_for(timeout=WAIT_MS)
        assert shown.errors == []

"""The station itself in JupyterLab: the hand and the cell move the same one."""

import pytest
from lab_page import WAIT_MS, in_lab

SINCE = "Since the push"


@pytest.mark.long
def test_hand_and_cell_move_the_station_in_jupyterlab(chromium, lab):
    cells = (
        "from course import widgets\none = widgets.station_3d()\none",
        "two = widgets.station_3d(cut='Zvezda/Nauka')\ntwo",
        "print('told', one.cut, one.push, round(one.laps, 2), one.turn_deg, two.cut)",
        "one.cut, one.push, one.laps = 'PMA-1/Zarya', 'backward', 1\none.turn_deg = 90",
    )
    with in_lab(chromium, lab, "station-3d-test", *cells) as shown:
        page, run = shown.page, shown.run
        run(0)
        run(1)
        since = page.get_by_role("slider", name=SINCE)
        since.nth(1).wait_for(timeout=WAIT_MS)
        since.first.press("ArrowRight")
        page.get_by_role("slider", name="Turn").first.press("ArrowRight")
        page.get_by_role("radio", name="Zarya/Zvezda").first.check()
        page.get_by_role("radio", name="up").first.check()
        page.wait_for_timeout(300)  # values go to the kernel 50 ms after the last key
        run(2)
        page.get_by_text("told Zarya/Zvezda up 0.04 33.0 Zvezda/Nauka").wait_for(timeout=WAIT_MS)
        run(3)
        page.get_by_text("the part with Zarya is 2,510 m ahead of the rest").wait_for(timeout=WAIT_MS)
        assert page.get_by_role("slider", name="Turn").first.input_value() == "90"
        assert page.locator(".iss-canvas").count() == 2
        assert shown.errors == []

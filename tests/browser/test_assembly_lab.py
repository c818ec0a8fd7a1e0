"""The assembly replay and the station that parts in JupyterLab: hand and cell move the same picture."""

import pytest
from lab_page import WAIT_MS, in_lab


@pytest.mark.long  # others hold the kit's share each time
def test_hand_and_cell_move_day_and_cut(chromium, lab):
    cells = (
        "from course import widgets\nreplay = widgets.assembly()\nreplay",
        "halves = widgets.dependencies()\nhalves",
        "print('told', replay.date, halves.cut, halves.function)",
        "replay.date = '2000-07-26'\nhalves.cut, halves.function = 'Zvezda/Zarya', None",
    )
    with in_lab(chromium, lab, "unit1-station-test", *cells, height=3600) as shown:
        page, run = shown.page, shown.run
        run(0)
        run(1)
        cut = page.get_by_role("radio", name="PMA-1/Zarya")
        cut.wait_for(timeout=WAIT_MS)
        page.get_by_role("slider", name="Day").press("Home")
        cut.check()
        page.get_by_role("button", name="refuelling", exact=True).press("Enter")
        page.wait_for_timeout(300)  # values go to the kernel 50 ms after the last key
        run(2)
        page.get_by_text("told 1998-11-20 PMA-1/Zarya refuelling").wait_for(timeout=WAIT_MS)
        run(3)
        page.get_by_text("1.7 years after Zarya: Zvezda joins").wait_for(timeout=WAIT_MS)
        page.get_by_text("Cut at Zarya/Zvezda, the part with Zarya lacks").wait_for(timeout=WAIT_MS)
        assert shown.errors == []

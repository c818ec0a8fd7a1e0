"""The altitude explorer and the map in JupyterLab: the hand and the cell move the same picture."""

import pytest
from lab_page import WAIT_MS, in_lab


@pytest.mark.long
def test_hand_and_cell_move_height_and_moment(chromium, lab):
    cells = (
        "from course import elements, widgets\nexplorer = widgets.altitude_explorer()\nexplorer",
        "iss = widgets.iss_map(elements.on('2022-03-12'), minute=1139)\niss",
        "print('told', explorer.altitude_km, explorer.quantity, iss.minute, iss.laps, '|', iss.sentence)",
        "explorer.altitude_km, explorer.quantity = 35_800, 'laps'\niss.minute = 600\niss.laps = 1",
    )
    with in_lab(chromium, lab, "pictures-test", *cells) as shown:
        page, run = shown.page, shown.run
        run(0)
        run(1)
        height, moment = (page.get_by_role("slider", name=name) for name in ("Height", "Time"))
        moment.wait_for(timeout=WAIT_MS)
        height.press("End")
        page.get_by_role("radio", name="gravity").check()
        moment.press("ArrowRight")
        page.get_by_role("slider", name="Laps shown").press("ArrowRight")
        page.wait_for_timeout(300)  # values go to the kernel 50 ms after the last key
        run(2)
        where = "12 March 2022, 19:00 UTC: over 36.9° N, 34.7° E, height 424 km, lap 13"
        page.get_by_text(f"told 40000.0 gravity 1140 4 | {where}").wait_for(timeout=WAIT_MS)
        run(3)
        page.get_by_text("it keeps step with the turning Earth").wait_for(timeout=WAIT_MS)
        page.locator(".iss-sentence", has_text="12 March 2022, 10:00 UTC").wait_for(timeout=WAIT_MS)
        assert height.get_attribute("aria-valuetext") == "35,786 km"
        assert page.get_by_role("slider", name="Laps shown").input_value() == "1"
        assert shown.errors == []

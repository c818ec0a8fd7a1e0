"""The Hill-frame pad and the risk by latitude in JupyterLab: hand and cell move the same picture."""

import pytest
from lab_page import WAIT_MS, in_lab


@pytest.mark.long  # others hold the kit's share each time
def test_hand_and_cell_move_push_and_tilt(chromium, lab):
    cells = (
        "from course import widgets\npad = widgets.hill_pad()\npad",
        "fall = widgets.risk_by_latitude()\nfall",
        "print('told', pad.along_m_s, pad.laps, pad.flown_laps, pad.within_m, fall.inclination_deg,"
        " fall.countries, fall.borders)",
        "pad.along_m_s, pad.radial_m_s, pad.laps = 0, 0.1, 2\n"
        "fall.countries, fall.inclination_deg = ('Ukraine', 'Russia'), 65",
    )
    with in_lab(chromium, lab, "hill-test", *cells) as shown:
        page, run = shown.page, shown.run
        run(0)
        run(1)
        tilt = page.get_by_role("slider", name="Inclination")
        tilt.wait_for(timeout=WAIT_MS)
        page.get_by_role("slider", name="Push forward").press("ArrowLeft")
        page.get_by_role("slider", name="Followed for").press("ArrowRight")
        page.get_by_role("radio", name="100 m").check()
        tilt.press("ArrowRight")
        page.get_by_text("Other countries and borders").click()
        page.get_by_role("radio", name="de facto").check()
        field = page.get_by_role("combobox", name="▲ Country")
        field.fill("Germany")
        field.press("Enter")
        page.wait_for_timeout(300)  # values go to the kernel 50 ms after the last key
        run(2)
        told = "told 0.14 2 2.0 100 52.0 ('RUS', 'IND', 'DEU') de-facto"
        page.get_by_text(told).wait_for(timeout=WAIT_MS)
        run(3)
        pushed = "Pushed up at 0.10 m/s it is back at the other part after 2 laps."
        page.locator(".iss-sentence", has_text=pushed).wait_for(timeout=WAIT_MS)
        page.locator(".iss-sentence", has_text="At a tilt of 65 degrees").wait_for(timeout=WAIT_MS)
        assert page.get_by_role("combobox", name="◆ Country").input_value() == "Russia"
        assert not page.get_by_role("combobox", name="▲ Country").is_visible()
        assert shown.errors == []

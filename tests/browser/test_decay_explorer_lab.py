"""The decay explorer and the deorbit planner in JupyterLab: the hand and the cell move the same picture."""

import pytest
from lab_page import WAIT_MS, in_lab


@pytest.mark.long  # others hold the kit's share each time
def test_hand_and_cell_move_the_fall_and_the_burn(chromium, lab):
    cells = (
        "from course import widgets\nfall = widgets.decay_explorer()\nfall",
        "plan = widgets.deorbit_planner()\nplan",
        "print('told', fall.start_utc, fall.ballistic_coefficient_kg_m2, plan.perigee_km, plan.mass_t)",
        "fall.sun, fall.f107 = 'constant', 190\nplan.perigee_km, plan.mass_t = 0, 500",
    )
    with in_lab(chromium, lab, "unit4-fall", *cells) as shown:
        page, run = shown.page, shown.run
        run(0)
        run(1)
        perigee = page.get_by_role("slider", name="Perigee aimed at")
        perigee.wait_for(timeout=WAIT_MS)
        page.get_by_role("slider", name="Engines off on").press("ArrowRight")
        page.get_by_role("slider", name="Ballistic coefficient").press("End")
        perigee.press("ArrowLeft")
        page.get_by_text("Mass, height and engine; how it is computed").click()
        page.get_by_role("slider", name="Mass 4").press("Home")
        page.wait_for_timeout(300)  # values go to the kernel 50 ms after the last key
        run(2)
        page.get_by_text("told 2022-04-12 300.0 45.0 50.0").wait_for(timeout=WAIT_MS)
        run(3)
        page.get_by_text("Under a Sun held at F10.7 = 190 a craft of 300").wait_for(timeout=WAIT_MS)
        page.get_by_text("20.5 t of propellant, what").wait_for(timeout=WAIT_MS)
        assert shown.errors == []

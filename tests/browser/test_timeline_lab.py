"""The line of time and the height of the station in JupyterLab: hand and cell move the same picture."""

import pytest
from lab_page import WAIT_MS, in_lab


@pytest.mark.long  # others hold the kit's share each time
def test_hand_and_cell_move_time_and_cursor(chromium, lab):
    cells = (
        "from course import predictions, widgets\nline = widgets.timeline(question='u1-p1')\nline",
        "height = widgets.altitude_history()\nheight",
        "predictions.predict('u1-p1', [2008, 1996, 2022, 2016, 1999])",
        "print('told', line.event, line.threads, line.comparing, height.when)",
        "line.comparing, line.event = False, 'columbia'\nheight.when = '2011-06-01'",
        "predictions.summary('u1')",
    )
    with in_lab(chromium, lab, "unit1-test", *cells) as shown:
        page, run = shown.page, shown.run
        run(0)
        run(1)
        page.get_by_role("button", name="Show the record").wait_for(timeout=WAIT_MS)
        run(2)
        events = page.get_by_role("slider", name="Event")
        events.wait_for(timeout=WAIT_MS)
        events.press("ArrowLeft")
        page.get_by_text("Any other part, single threads of events").click()
        page.get_by_role("checkbox", name="flights").check()
        page.get_by_role("checkbox", name="my five cards").check()
        page.get_by_role("slider", name="Known height").press("End")
        page.wait_for_timeout(300)  # values go to the kernel 50 ms after the last key
        run(3)
        said = "told sts-121 ['flights'] True 2026-03-12T20:51"
        page.get_by_text(said).wait_for(timeout=WAIT_MS)
        run(4)
        page.locator(".iss-sentence", has_text="Columbia is lost").wait_for(timeout=WAIT_MS)
        page.locator(".iss-sentence", has_text="26 May 2011: 344 km").wait_for(timeout=WAIT_MS)
        run(5)
        page.get_by_text("first module launched 20 November 1998").wait_for(timeout=WAIT_MS)
        assert shown.errors == []

"""Newton's cannon in JupyterLab."""

import json

from lab_page import in_lab

from course import predictions

QUESTION = "At which speed does the ball come back"


def test_in_jupyterlab_hand_and_cell_move_the_same_picture(chromium, lab):
    cells = (
        "from course import widgets\nfrom course.predictions import predict, stored\n"
        "cannon = widgets.cannon(question='u2-p2')\ncannon",
        "print(f'{cannon.speed_km_s:.2f}', stored(), cannon.alt)",
        "cannon.speed_km_s = 9",
        "second = widgets.altitude_explorer('gravity', question='u2-p1')\nsecond",
        "predict('u2-p1', '90 %')",
    )
    with in_lab(chromium, lab, "cannon-test", *cells, height=1400) as shown:
        page, run = shown.page, shown.run
        run(0)
        field = page.get_by_label(QUESTION)
        field.wait_for(timeout=30_000)
        field.click()
        page.keyboard.type("7.4")
        page.keyboard.press("Enter")
        sentence = page.locator(".iss-sentence").first
        slider = page.get_by_role("slider", name="Speed of the shot").first
        slider.wait_for()
        assert "lands 9,577 km away" in sentence.inner_text()
        for _ in range(10):
            slider.press("ArrowRight")
        assert "At 7.50 km/s" in sentence.inner_text()
        alt = page.get_by_role("img", name="Drawing to scale").first.get_attribute("aria-label")
        page.get_by_role("button", name="One step on").first.press(
            "Enter"
        )  # neither key is taken by JupyterLab
        page.get_by_text("5 min ·").wait_for()
        page.get_by_role("button", name="One step on").first.press("Space")
        page.get_by_text("10 min ·").wait_for()
        page.get_by_role("button", name="One step on").first.press("b")  # in JupyterLab: insert a cell
        page.wait_for_timeout(100)
        assert page.locator(".jp-Notebook .jp-CodeCell").count() == len(cells)
        page.wait_for_timeout(200)  # the value goes to the kernel 50 ms after the last key
        run(1)
        page.get_by_text(f"7.50 {{'u2-p2': 7.4}} {alt}").wait_for(timeout=15_000)
        run(2)
        page.get_by_text("an ellipse that climbs to 8,805 km").wait_for(timeout=15_000)
        run(3)
        page.get_by_text("How strong is gravity").wait_for(timeout=15_000)
        run(4)
        page.get_by_text("You said “90 %”.").wait_for(timeout=15_000)
        assert page.get_by_text("How strong is gravity").count() == 0
        assert json.loads((shown.folder / predictions.FILE_NAME).read_text())["u2-p2"]["answer"] == 7.4
        assert shown.errors == []

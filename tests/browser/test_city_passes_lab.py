"""Passes of a city in JupyterLab: a notebook computes any city, which a page cannot."""

from lab_page import in_lab

from course import elements, widgets

DAY = elements.on("2022-03-12")


def test_a_notebook_computes_any_city(chromium, lab):
    """A small town that no list offers, a town that is none, and a cell that reads and sets the city."""
    cells = (
        "from course import elements, widgets\n"
        "seen = widgets.city_passes(elements.on('2022-03-12'), days=2)\nseen",
        "print('told', seen.city, len(seen.passes))",
        "seen.city = 'Murmansk'",
    )
    with in_lab(chromium, lab, "city-test", *cells, height=1600) as shown:
        page, run = shown.page, shown.run
        run(0)
        box, sentence = page.get_by_role("combobox", name="City"), page.locator(".iss-sentence")
        box.wait_for(timeout=60_000)
        box.fill("Gagarin, Russia")
        box.press("Enter")
        sentence.filter(has_text="Gagarin, Russia, 1").wait_for(timeout=30_000)
        expected = widgets.city_passes(DAY, days=2, city="Gagarin")
        assert sentence.text_content() == expected.sentence
        box.fill("Atlantiss")
        box.press("Enter")
        page.get_by_role("alert").filter(has_text="there is no city 'Atlantiss'").wait_for(timeout=30_000)
        run(1)
        page.get_by_text(f"told Gagarin, Russia {len(expected.passes)}").wait_for(timeout=30_000)
        run(2)
        sentence.filter(has_text="Murmansk, Russia: at latitude 69.0").wait_for(timeout=30_000)
        assert box.input_value() == "Murmansk, Russia" and shown.errors == []

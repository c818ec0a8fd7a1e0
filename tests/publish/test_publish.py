"""A learner's own page: every number from a run of his own function, nothing judged that he did not judge."""

import json
import os
import re
from datetime import timedelta
from html import unescape
from pathlib import Path

import pytest

from course import history
from course.checks import catalogue, recorder
from course.checks.recorder import argument
from course.evidence.marks import NO_SOURCE
from course.publish import command, numbers, review, verdicts, write
from tests.grading.handed_in import blank
from tests.publish.learners import all_right, notebook, save
from tests.publish.learners import course as folder
from tools.answers import read_answers

ANSWERS = Path(__file__).resolve().parents[1] / "answers"
POINTS = sum(one.points for unit in catalogue.UNITS for one in catalogue.functions(unit))
SENTENCES = """**A.** fact, true: from 21 July 2011 to 30 May 2020 it is 8.86 years.
**B.** fact, false: 227 miles are 365 km.
**C.** prediction. On 18 April 2021 it was: inspect, then decide.
D. It is hard to say.
A threat is no fact."""
MARKS = {
    "A19 verdict": {"answer": "false"},
    "A19 kind": {"answer": "fact"},
    "A19 source": {"answer": "https://example.org/map?a=1&b=<2>"},
    "A20 source": {"answer": "my uncle <b>"},
    "A08 verdict": {"answer": "misleading"},
    "u2-p1": {"answer": "50 %", "question": "How strong is gravity?", "computed": "88 %"},
    "u1-p4": {"answer": "2012", "question": "When did it fly lowest?", "computed": "1999"},
}
HALF = ("1-history",)  # where one of them has written something
PREDICTED = {"right": 1, "half": 0}  # numbers that stand a second time, beside a prediction


def wrong(exercise, k=0):
    """Return a wrong answer of ``tests/answers`` that gives a value."""
    return [one for one in read_answers(ANSWERS, exercise) if one.kind == "wrong"][k].source


def sources(who, unit):
    """Return the answers of one of three learners to the exercises of a unit."""
    if who == "nothing" or (who == "half" and unit not in HALF):
        return {}
    wrongs = {one.id: wrong(one) for one in catalogue.functions(unit)[::2]} if who == "half" else {}
    return all_right(unit) | wrongs


@pytest.fixture(scope="module")
def learners(tmp_path_factory):
    """The folders and the pages of three learners: all right, half wrong, nothing judged."""
    made = {}
    for who in ("right", "half", "nothing"):
        root = folder(tmp_path_factory.mktemp(who) / "course")
        for unit in catalogue.UNITS:
            words = {"u1-5": SENTENCES} if unit == "1-history" and who != "nothing" else {}
            save(root, unit, notebook(unit, sources(who, unit), words=words))
        if who != "nothing":
            (root / "notebooks" / ".predictions.json").write_text(json.dumps(MARKS))
        page = write(root / "page.html", folder=root, name="Ada <L.>").path.read_text("utf-8")
        made[who] = root, page
    return made


def defined(root, exercise):
    """Return a learner's own function: his cells, run here one after the other."""
    path = root / "exercises" / exercise.unit / f"{exercise.unit}.ipynb"
    names = {"print": lambda *_: None}
    for cell in json.loads(path.read_text("utf-8"))["cells"]:
        if cell["cell_type"] == "code" and cell["id"] in ("setup", exercise.id, "u2-2"):
            exec("".join(cell["source"]), names)
    return names[exercise.function]


def article(page, claim):
    """Return what a page says of one statement."""
    return re.search(rf'<article id="{claim}">(.*?)</article>', page, re.S)[1]


def data_beside(page, claim):
    """Return the values that a page shows beside a statement, as they were returned."""
    return [read(unescape(one)) for one in re.findall(r'<data value="(.*?)">', article(page, claim))]


def read(text):
    """Return a number where one is written."""
    try:
        return float(text)
    except ValueError:
        return text


def plain(value):
    """Return what a function returned without NumPy, as the page holds it."""
    value = value.tolist() if hasattr(value, "tolist") else value
    return [plain(one) for one in value] if isinstance(value, (list, tuple)) else value


def expected(ask, function):
    """Return what a page holds for a question, by a call of the function right here."""
    returned = plain(function(*(argument(value) for value in ask.arguments)))
    if ask.part is not None:
        returned = returned[ask.part] if isinstance(returned, list) else None
    if ask.only is not None:
        returned = [name for name in ask.only if name in returned]
    return returned


@pytest.mark.parametrize("who", ["right", "half"])
def test_each_number_is_a_run_of_the_learners_own_function(learners, who):
    root, page = learners[who]
    compared = set()
    for ask in numbers.asks():
        if ask.exercise in sources(who, catalogue.exercise(ask.exercise).unit):
            value = expected(ask, defined(root, catalogue.exercise(ask.exercise)))
            if value is not None and not isinstance(value, timedelta):
                assert (str(value) if isinstance(value, list) else value) in data_beside(page, ask.claim), ask
                compared.add(ask)
    assert len(compared) == len(re.findall("<data ", page)) - PREDICTED[who]


def test_a_wrong_function_makes_another_page(learners):
    right, half = (data_beside(learners[who][1], "A08") for who in ("right", "half"))
    assert right and half and right != half
    assert "it does not pass its check yet" in learners["half"][1]
    assert "it does not pass its check yet" not in learners["right"][1]
    assert f"{POINTS:g} of {POINTS:g} points" in learners["right"][1]


def test_what_is_not_judged_says_so(learners):
    _, page = learners["nothing"]
    statements = history.claims().query("paragraph > 0")
    assert page.count("Not judged.") == len(statements)
    assert "my functions are still empty: <code>crewed_days</code>." in page
    assert "<data" not in page and "ld+json" not in page
    assert "No statement is judged yet. No function of mine gives an answer yet." in page


def reviews(page):
    data = re.search(r'<script type="application/ld\+json">(.*?)</script>', page, re.S)[1]
    return {one["claimReviewed"]: one for one in json.loads(data)["@graph"]}


def test_the_reviews_have_their_fields(learners):
    found = reviews(learners["right"][1])
    assert len(found) == 3
    post = history.events().set_index("id").loc["rogozin-500-tons", "title"]
    assert found["The ISS does not fly over Russia."] == {
        "@type": "ClaimReview",
        "claimReviewed": "The ISS does not fly over Russia.",
        "disambiguatingDescription": f"A piece of a thread of posts, in the words of the course: {post}.",
        "datePublished": found["The ISS does not fly over Russia."]["datePublished"],
        "author": {"@type": "Person", "name": "Ada <L.>"},
        "itemReviewed": {
            "@type": "Claim",
            "author": {"@type": "Person", "name": "Dmitry Rogozin"},
            "datePublished": "2022-02-24",
        },
        "reviewRating": {"@type": "Rating", "alternateName": "false"},
    }
    assert verdicts.SENTENCES["C"][1] not in found  # made for an exercise: the outlet printed other words


def test_what_was_marked_last_counts_and_the_line_is_kept(learners):
    told = article(learners["right"][1], "A08")
    assert "My verdict: <strong>misleading</strong>" in told
    assert "I also said: <strong>true</strong>" in told
    assert "fact, true: from 21 July 2011" in told


def test_a_line_that_names_no_category_is_no_verdict(learners):
    assert "Not judged." in article(learners["right"][1], "A18")


def test_predictions_stand_beside_his_own_number_or_the_courses_by_name(learners):
    page = learners["right"][1]
    table = page[page.index("What I predicted") : page.index("What I wrote")]
    assert "50 %" in table and "gravity_fraction" in table and "88 %" not in table
    assert "The course computes: 1999." in table


def test_a_source_that_is_no_address_is_words(learners):
    page = learners["right"][1]
    assert "My source, in my words: my uncle &lt;b&gt;." in page
    assert 'href="https://example.org/map?a=1&amp;b=&lt;2&gt;"' in page


def test_the_page_asks_nobody_for_anything(learners):
    for _, page in learners.values():
        assert not re.search(r"<(link|img|iframe|object)|@import|url\(", page)
        assert re.findall(r"<script[^>]*>", page) in ([], ['<script type="application/ld+json">'])
        assert "default-src 'none'" in page


BAD = {
    "u2-1": "def orbital_speed(altitude_km):\n    return 1 / 0",
    "u2-2": "def period(altitude_km):\n    while True:\n        pass",
    "u2-3": "def gravity_fraction(altitude_km):\n    while True:\n        print('x' * 1000)",
    "u2-4": "def laps_per_day(altitude_km):\n    return None",
    "u2-5": "import os\ndef speeds_and_fastest(altitudes_km):\n    os._exit(3)",
}


def test_functions_that_raise_never_end_or_print_for_ever_cost_their_numbers_alone(tmp_path):
    root = folder(tmp_path / "course")
    unit = "2-orbital-basics"
    save(root, unit, notebook(unit, BAD))
    ran = command.gather(root, call_s=0.3).ran
    told = {name: ran[name].answers[0].why for name in BAD}
    assert told == {
        "u2-1": "it raised ZeroDivisionError in line 2 of its cell",
        "u2-2": "it did not come to an end within 0.3 s",
        "u2-3": "it did not come to an end within 0.3 s",
        "u2-4": "it gave nothing",
        "u2-5": "it did not come to an end, or ended the program that ran it",
    }
    assert not any(ran[name].fits for name in BAD)


def test_without_exercises_the_page_says_so(tmp_path):
    root = folder(tmp_path / "course")
    told = write(tmp_path / "page.html", folder=root)
    assert "No exercise is written yet" in repr(told)
    assert "Not judged." in told.path.read_text("utf-8")


def test_only_a_page_of_this_kind_is_replaced(tmp_path):
    root = folder(tmp_path / "course")
    other = tmp_path / "letter.html"
    other.write_text("<p>dear uncle</p>")
    with pytest.raises(ValueError, match="is there already and is no page of this kind"):
        write(other, folder=root)
    assert other.read_text() == "<p>dear uncle</p>"
    write(tmp_path / "page.html", folder=root)
    write(tmp_path / "page.html", folder=root, name="Ada")
    assert "by Ada" in (tmp_path / "page.html").read_text("utf-8")


@pytest.mark.parametrize(
    "given, told",
    [
        (["--out", "nowhere/page.html"], "there is no folder"),
        (["--out", "/proc/page.html"], "cannot be written"),
        (["--url", "my page"], "an address begins with https://"),
        (["--name", "x" * 81], "a name has at most 80 letters"),
        (["missing.ipynb"], "there is no notebook missing.ipynb: name one that is there"),
        (["broken.ipynb"], "Open it in JupyterLab, save, and run this again."),
        (["lesson.ipynb"], "no exercise of the course is in it"),
    ],
)
def test_a_slip_gives_one_sentence_and_no_page(tmp_path, monkeypatch, capsys, given, told):
    monkeypatch.chdir(folder(tmp_path / "course"))
    Path("lesson.ipynb").write_text(json.dumps({"cells": [{"cell_type": "code", "id": "a", "source": "1"}]}))
    Path("broken.ipynb").write_text('{"cells": [', encoding="utf-8")
    assert command.publish(given) == 2
    said = capsys.readouterr().err
    assert told in said and "in again" not in said  # nobody hands this in
    assert not list(Path().rglob("*.html"))


def test_half_a_character_costs_no_page(tmp_path):
    root = folder(tmp_path / "course")
    kept = {"u1-p4": {"answer": "2012", "question": "When \ud800?", "computed": ""}}
    (root / "notebooks" / ".predictions.json").write_text(json.dumps(kept))
    page = write(tmp_path / "p.html", folder=root, name="Ad\udc80").path.read_text("utf-8")
    assert "by Ad?" in page and "When ??" in page


def test_a_source_that_was_not_found_is_said(tmp_path):
    root = folder(tmp_path / "course")
    kept = {"A20 source": {"answer": NO_SOURCE}}
    (root / "notebooks" / ".predictions.json").write_text(json.dumps(kept))
    assert "I found no source of my own." in write(tmp_path / "p.html", folder=root).path.read_text("utf-8")


def test_a_link_is_told_where_the_learner_gives_one(tmp_path):
    root = folder(tmp_path / "course")
    (root / "notebooks" / ".predictions.json").write_text(json.dumps(MARKS))
    page = write(tmp_path / "p.html", folder=root, url="https://example.org/a").path.read_text("utf-8")
    assert {one["url"] for one in reviews(page).values()} == {"https://example.org/a"}


def test_verdicts_are_read_from_the_saved_lesson(tmp_path):
    root = folder(tmp_path / "course")
    source = 'verdicts = {"A05": "False", "A09": "?", "A11": "no word"}\nkinds = {"A05": "fact"}'
    cells = [{"cell_type": "code", "id": "v", "source": source}]
    (root / "notebooks" / "1-history.ipynb").write_text(json.dumps({"cells": cells}))
    found = verdicts.judged(root, {}, "")
    assert {name: (one.verdict, one.kind) for name, one in found.items()} == {"A05": ("false", "fact")}


def test_the_sentences_of_u1_5_are_those_of_the_exercise():
    text = next("".join(c["source"]) for c in blank("1-history")["cells"] if c["id"] == "u1-5-sentences")
    assert {claim for claim, _ in verdicts.SENTENCES.values()} <= set(history.claims()["id"])
    assert verdicts.SENTENCES["C"][1] in text
    for words in (text, verdicts.SENTENCES["D"][1]):  # never the post with one of its two words alone
        assert "option /chance of dropping" in words


def test_no_piece_of_the_post_stands_without_the_rest(learners):
    for claim in ("A17", "A18", "A19", "A20"):
        told = article(learners["nothing"][1], claim)
        assert "if cooperation is blocked" in told and "option /chance" in told


def test_no_piece_of_the_post_goes_out_as_data_without_the_rest():
    pieces = {"A17", "A18", "A19", "A20"}
    marked = {one: verdicts.Judged((verdicts.Said("", "false"),)) for one in (*pieces, "A08", "A21")}
    claims = history.claims().query("id in @marked").to_dict("records")
    data = json.loads(review.reviews(claims, marked, author="", url="", today="2026-11-28"))["@graph"]
    for claim, one in zip(claims, data, strict=True):
        told = one["disambiguatingDescription"]
        whole = "who saves the ISS" in told and "option /chance of dropping" in told
        assert whole == (claim["id"] in pieces), claim["id"]
        assert whole or told == review.WORDING


def test_what_was_said_around_the_article_has_no_paragraph_of_it(learners):
    page = learners["nothing"][1]
    assert "A30, around the article: Rogozin, quoted, 12 March 2022" in page
    assert "A22, around the article: headlines, March 2022" in page
    assert "A19, paragraph 8: Rogozin, quoted, 24 February 2022" in page


def test_every_number_has_a_statement():
    assert {ask.claim for ask in numbers.asks()} <= set(history.claims().query("paragraph > 0")["id"])


def test_how_long_is_told_where_the_notebooks_know_it(tmp_path):
    root = folder(tmp_path / "course")
    made = notebook("1-history", {})
    code = [one for one in made["cells"] if one["cell_type"] == "code"]
    for one, when in zip(code, ("T10:00:00Z", "T10:10:00Z", "T13:00:00Z", "T13:05:00Z"), strict=False):
        one["metadata"]["execution"] = {"iopub.execute_input": f"2026-11-20{when}"}
    save(root, "1-history", made)
    page = write(tmp_path / "p.html", folder=root).path.read_text("utf-8")
    assert "about 15 min on 1 day," in page


@pytest.mark.parametrize(
    ("exercise", "recorded", "told"),
    [
        ("u4-2", "ahead", "it gave text"),
        ("u4-2", [1.0, 2.0], "it gave a list of values"),
        ("u1-6", (["DLR"], 4), "it gave one number"),
        ("u1-6", (["DLR"], "x" * 200), "it gave text"),
        ("u4-3", ["up", 1.0, 2.0], "it gave a list of values"),
    ],
)
def test_a_text_is_no_number_and_a_number_is_no_name(exercise, recorded, told):
    (ask,) = numbers.of(exercise)
    with pytest.raises(ValueError, match=told):
        ask.read(recorder.plain(recorded))


def test_an_inference_goes_out_as_nobodys_claim_and_no_day_that_is_not_known():
    claims = [one for one in history.claims().to_dict("records") if one["paragraph"]]
    marked = {one["id"]: verdicts.Judged((verdicts.Said("", "false"),)) for one in claims}
    data = json.loads(review.reviews(claims, marked, author="", url="", today="2026-11-28"))["@graph"]
    found = {one["claimReviewed"]: one["itemReviewed"] for one in data}
    for claim in claims:
        if claim["kind"] == "inference" and not claim.get("quoted"):
            assert claim["text"] not in found
    said = found[next(one["text"] for one in claims if one["id"] == "A18")]
    assert said["author"]["name"] == "IFLScience"  # "as the article has it"
    days = {one.get("datePublished") for one in found.values()}
    assert not days & {"2022-03-05", str(history.day_of("article"))}
    words = {one["id"]: review.when(one) for one in claims}
    assert words["A13"] == "shown on 5 March 2022, first posting not known"
    assert words["A08"] == "about 8 March 2022" and words["A19"] == "24 February 2022"


def test_no_prediction_stands_beside_the_number_of_another_push():
    assert not numbers.of("u4-2")[0].predicted


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes here")
def test_a_pipe_or_a_device_is_refused_at_once(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", "/dev/full"):
        with pytest.raises(ValueError, match="is no file that can be replaced"):
            write(path, folder=tmp_path)


def test_marks_edited_by_hand_say_one_of_the_words_or_nothing(tmp_path):
    root = folder(tmp_path / "course")
    kept = {"A20 verdict": {"answer": "rubbish <b>"}, "A19 kind": {"answer": "lie"}}
    (root / "notebooks" / ".predictions.json").write_text(json.dumps(kept))
    page = write(tmp_path / "p.html", folder=root).path.read_text("utf-8")
    assert "rubbish" not in page and "lie." not in article(page, "A19")
    assert not verdicts.is_address('https://example.org/"onclick="x')

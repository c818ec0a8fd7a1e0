"""The claims: each is sourced, each figure is recomputed, and the page in docs/ says what the table says."""

import importlib
import re
from pathlib import Path

import pytest

from course import evidence, history, station
from course.constants import ISS_INCLINATION_DEG, NAUTICAL_MILE_KM
from tools import claims as page_of_claims

ROOT = Path(__file__).resolve().parent.parent
ARTICLE_PARAGRAPHS = 11
LOOSEST = 0.02  # of the value: a wider tolerance would let a wrong figure pass
POUND_KG = 0.45359237  # exact, by its definition


CLAIMS = history.claims()
PROVED = [claim for _, claim in CLAIMS[CLAIMS["recompute"] != ""].iterrows()]
TYPED = [claim for claim in PROVED if "rank" not in claim["call"]]  # a rank is told in words
ROOMS = ("coverage", "elements", "ground", "history", "orbits", "risk", "station")
PROVED_BY_ID = {claim["id"]: claim for claim in PROVED}
EVENTS = history.events().set_index("id")


def is_percent(claim):
    return claim["recompute"] == "course.history.percent_above"


def proved(value, claim):
    return abs(value - claim["value"]) <= claim["tolerance"] + 1e-9


class TestTable:
    def test_ids_are_unique_and_say_whose_it_is(self):
        assert CLAIMS["id"].is_unique
        assert CLAIMS["id"].str.fullmatch(r"[AC]\d\d").all()
        assert (CLAIMS["id"].str.startswith("C") == (CLAIMS["paragraph"] == 0)).all()

    def test_every_paragraph_of_the_article_is_judged(self):
        assert set(CLAIMS["paragraph"]) == set(range(ARTICLE_PARAGRAPHS + 1))

    def test_every_verdict_is_one_of_the_five_and_all_five_occur(self):
        assert set(CLAIMS["verdict"]) == set(history.VERDICTS)

    def test_the_course_claims_only_what_is_true(self):
        assert set(CLAIMS.loc[CLAIMS["paragraph"] == 0, "verdict"]) == {"true"}
        assert (CLAIMS.loc[CLAIMS["paragraph"] == 0, "recompute"] != "").all()

    @pytest.mark.parametrize("claim", list(CLAIMS.itertuples()), ids=lambda claim: claim.id)
    def test_words_and_sources_are_there(self, claim):
        assert claim.text.endswith(".") and claim.why.endswith(".") and claim.said_by
        assert claim.sources
        for source in claim.sources:
            assert source in EVENTS.index or source in history.references().index, source

    def test_the_headline_verdicts(self):
        verdict = CLAIMS.set_index("id")["verdict"]
        assert verdict["A19"] == "false"  # "does not fly over Russia"
        assert verdict["A09"] == "false"  # 420 km, 227 miles
        assert verdict["A24"] == "misleading"  # any joint experiments: of one partner
        assert verdict["A20"] == verdict["A30"] == "false"  # all the risks; the smallest danger
        assert verdict["A11"] == "unclear"  # 2024: so planned in 2015, undecided in 2021

    def test_counter_readings_are_given(self):
        why = CLAIMS.set_index("id")["why"]
        assert "joking" in why["A02"] and "joke" in why["A29"]
        assert "27.5 with Crimea" in why["A19"] and "chance" in why["A16"]
        assert "American astronomers" in why["A21"] and "Germany" in why["A24"]
        assert "10.5" in why["A08"] and "three elements" in why["A05"]


class TestWhatAFigureProves:
    def test_each_figure_says_it_and_nothing_else_does(self):
        computed = CLAIMS["recompute"] != ""
        assert set(CLAIMS.loc[computed, "proves"]) == set(history.PROVES)
        assert (CLAIMS.loc[~computed, "proves"] == "").all()

    def test_no_figure_stands_where_it_bears_on_nothing(self):
        """Days after the article, masses beside a joint, days between two letters: none decides the claim."""
        for name in ("A02", "A13", "A23", "A24"):
            assert name not in PROVED_BY_ID

    def test_danger_is_counted_in_people_and_not_in_minutes(self):
        assert {PROVED_BY_ID[name]["recompute"] for name in ("A20", "A30")} == {
            "course.risk.casualty_expectation"
        }

    def test_the_page_counts_them(self):
        page = page_of_claims.page()
        for one in history.PROVES:
            assert re.search(rf"for {(CLAIMS['proves'] == one).sum()} [^\n]*\(\"{one}\"\)", page)


class TestFigures:
    @pytest.mark.parametrize("claim", PROVED, ids=lambda claim: claim["id"])
    def test_the_function_gives_the_figure(self, claim):
        assert proved(evidence.recompute(claim["id"]), claim)

    @pytest.mark.parametrize("claim", PROVED, ids=lambda claim: claim["id"])
    def test_a_changed_figure_would_be_seen(self, claim):
        # One digit more or less in the last place shown is outside the tolerance, from either side.
        step = max(2.2 * claim["tolerance"], 1e-6)
        found = evidence.recompute(claim["id"])
        assert claim["tolerance"] <= LOOSEST * abs(claim["value"])
        assert not proved(found + step, claim) and not proved(found - step, claim)

    @pytest.mark.parametrize("claim", PROVED, ids=lambda claim: claim["id"])
    def test_the_function_is_one_of_the_package(self, claim):
        assert claim["recompute"].startswith("course.")
        assert claim["unit"]

    @pytest.mark.parametrize("claim", TYPED, ids=lambda claim: claim["id"])
    def test_the_call_on_the_page_is_the_call_that_was_made(self, claim):
        rooms = {name: importlib.import_module(f"course.{name}") for name in ROOMS}
        assert eval(evidence.call_text(claim["id"]), rooms) == pytest.approx(
            evidence.recompute(claim["id"]), rel=1e-5
        )

    def test_masses_that_figures_are_measured_against_are_those_of_the_tables(self):
        against = {
            claim["id"]: claim["call"]["options"]["reference"] for claim in PROVED if is_percent(claim)
        }
        published = set(station.station_masses()["mass_kg"])
        assert {against["A17"], against["C16"]} <= published
        assert PROVED_BY_ID["C07"]["call"]["arguments"][0] in published
        assert against["C07"] == station.listed_masses("2022-02-11")["listed_kg"].sum()

    def test_the_heaviest_published_mass_is_the_heaviest_of_the_table(self):
        assert (
            PROVED_BY_ID["C16"]["call"]["options"]["reference"] == station.station_masses()["mass_kg"].max()
        )

    def test_every_exact_number_in_the_words_is_proved(self):
        # Numbers with a decimal point or a comma: each is a claim's figure, a constant, or stands in a table.
        known = {claim["value"] for claim in PROVED} | {ISS_INCLINATION_DEG, NAUTICAL_MILE_KM}
        known |= set((station.station_masses()["mass_kg"] / 1000).round(1))
        known |= {history.days_between("sts-135-landing", "demo-2"), 51.6}  # the inclination, rounded
        known |= {round(history.years_between("2011-07-08", "demo-2"), 2)}  # from the last Shuttle's launch
        known |= {round(mass / POUND_KG) for mass in station.station_masses()["mass_kg"]}
        known |= {0.6, 2.5, 1.9}  # C15, C14 and A20, rounded
        known |= {1.4}  # A20 with a spread: tests/test_risk.py
        known |= {
            2.48,
            63.2,
        }  # years from Columbia until Shuttles flew again; C09 on an Earth that stands still
        known |= {one for claim in PROVED for one in claim["call"]["arguments"] if isinstance(one, float)}
        for claim in CLAIMS.itertuples():
            for number in re.findall(r"\d+[.,]\d+", f"{claim.text} {claim.why}"):
                assert float(number.replace(",", "")) in known, f"{claim.id}: nothing proves {number}"


class TestPage:
    def test_the_page_is_the_table(self):
        assert page_of_claims.PAGE.read_text("utf-8") == page_of_claims.page(), "run python -m tools.claims"

    def test_one_row_a_claim_with_all_its_cells(self):
        rows = [line for line in page_of_claims.page().splitlines() if re.match(r"\| [AC]\d\d ", line)]
        assert len(rows) == len(CLAIMS)
        assert all(len(re.findall(r"(?<!\\)\|", row)) == 10 for row in rows)

    def test_a_changed_figure_changes_the_page(self):
        changed = CLAIMS.copy()
        changed.loc[changed["id"] == "A19", "value"] = 28.3
        assert page_of_claims.page(changed) != page_of_claims.page()

    def test_nothing_is_cited_by_its_id(self):
        page = page_of_claims.page()
        assert not any(re.search(rf"[|;] {event}[;|]", page) for event in EVENTS.index)

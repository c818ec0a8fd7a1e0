"""Evidence: every fact is found with its source, verdicts stay closed until the reader has decided."""

import re

import pytest

from course import evidence, history, station
from course.tables import Table, day

SECRET = ("false", "misleading", "unclear", "not checkable")


class TestFind:
    @pytest.mark.parametrize(
        "words, where, publisher",
        [
            ("Vande Hei launched", "event ms-18", "collectSPACE"),
            ("540 degrees", "event nauka-tumble", "The Register"),
            ("30 May 2020", "event demo-2", "NASA"),
            ("2020-05-30", "event demo-2", "NASA"),
            ("no agency alone", "event seat-swap", "Parabolic Arc"),
            ("419725", "mass of the station", "NASA"),
            ("419,725", "mass of the station", "NASA"),
            ("pirs REMOVED", "module Pirs", "Roscosmos"),
            ("227", "claim A09", "BIPM"),
            ("gyroscopes Z1", "function of Z1", "NASA"),
            ("ship starliner", "ship Starliner", "NASA"),
            ("A19", "claim A19", "Times of India"),
        ],
    )
    def test_a_fact_by_its_words(self, words, where, publisher):
        sources = {row[0]: row[2] for row in evidence.find(words)}
        assert publisher in sources[where]

    def test_every_fact_of_the_tables_has_a_source(self):
        rows = evidence.find("a")
        assert len(rows) > 180
        assert all(where and what and re.search(r"[A-Z]\w+", source) for where, what, source in rows)

    def test_every_event_module_and_claim_is_found_by_its_name(self):
        names = [*history.events()["id"], *history.claims()["id"], *station.record()["name"]]
        for name in names:
            assert any(row[0].endswith(f" {name}") for row in evidence.find(name)), name

    def test_no_finer_date_than_is_known(self):
        [row] = evidence.find("Quebec")
        assert row[1].startswith("March 1985: ")

    def test_what_is_not_sure_says_so(self):
        for one in history.events().itertuples():
            [row] = [row for row in evidence.find(one.id) if row[0] == f"event {one.id}"]
            assert ("Confidence: medium." in row[1]) == (one.confidence == "medium"), one.id

    def test_nothing_found_is_said(self):
        assert repr(evidence.find("flying saucer")) == (
            "No table of the course speaks of 'flying saucer': try fewer words."
        )

    @pytest.mark.parametrize("words, error", [("", ValueError), ("  ", ValueError), (227, TypeError)])
    def test_no_words(self, words, error):
        with pytest.raises(error, match="words must"):
            evidence.find(words)

    def test_events_to_read_are_the_events(self):
        table = evidence.events("words", start="2022-02-24", end="2022-03-12")
        ids = history.events("words", start="2022-02-24", end="2022-03-12")["id"]
        assert [row[0] for row in table] == [f"event {one}" for one in ids]


class TestSource:
    def test_of_an_event_a_module_and_a_claim(self):
        assert evidence.source("borisov-2025") == (
            "TASS: [Report on the future of the ISS](https://tass.com/science/1279545), 18 April 2021"
        )
        assert evidence.source("Zarya").startswith("NASA, Reference Guide")
        assert evidence.source("A07") == evidence.source("demo-2")

    def test_of_nothing(self):
        with pytest.raises(ValueError, match=r"nothing is called 'moon'.*evidence.find"):
            evidence.source("moon")


class TestDecisions:
    def test_a_verdict_is_shown_only_where_the_reader_has_one(self):
        table = evidence.compare({"A09": "true", "A19": "?", "A24": ""})
        assert table[0][1:3] == ("true", "false") and "261" in table[0][3]
        assert [row[2] for row in table[1:]] == ["decide first"] * 2
        assert not any(word in " ".join(row[1:]) for row in table[1:] for word in SECRET)

    def test_statements_tell_no_verdict(self):
        table = evidence.statements()
        assert len(table) == (history.claims()["paragraph"] > 0).sum()
        verdict = history.claims().set_index("id")["verdict"]
        assert not any(verdict[row[0]] in row[2] for row in table)

    def test_kinds(self):
        table = evidence.compare({"A18": " Threat ", "A28": "fact"}, about="kind")
        assert [row[1:] for row in table] == [("threat", "threat"), ("fact", "opinion")]

    def test_every_claim_of_the_article_has_a_kind_and_all_kinds_occur(self):
        claims = history.claims()
        assert set(history.KINDS) - set(claims["kind"]) == {"prediction"}  # reported as what was said
        assert set(claims["kind"]) < set(history.KINDS)
        assert set(claims.loc[claims["paragraph"] == 0, "kind"]) == {"fact"}

    @pytest.mark.parametrize(
        "mine, about, message",
        [
            ({"A09": "wrong"}, "verdict", 'A09: the verdict must be "true", "false", .*got .wrong'),
            ({"A09": "true"}, "kind", 'A09: the kind must be "fact", "quotation"'),
            ({"A09": True}, "verdict", "A09: the verdict must be"),
            ({"A99": "true"}, "verdict", "nothing is called 'A99'"),
            ({"A09": "true"}, "opinion", 'about must be "kind" or "verdict"'),
        ],
    )
    def test_what_cannot_be_compared(self, mine, about, message):
        with pytest.raises((ValueError, TypeError), match=message):
            evidence.compare(mine, about=about)

    def test_a_list_is_no_dict(self):
        with pytest.raises(TypeError, match="mine must be a dict"):
            evidence.compare(["A09"])


class TestVerdicts:
    def test_all_of_the_article_with_figures_computed_now(self):
        rows = {row[0][:3]: row for row in evidence.verdicts()}
        assert set(rows) == {one for one in history.claims()["id"] if one.startswith("A")}
        assert rows["A19"][2].endswith(
            " Computed: 27.3 minutes a day, coverage.time_share(51.64)['RUS'] * 1440."
        )
        assert "Computed" not in rows["A01"][2]
        assert all(row[3] for row in rows.values())

    def test_a_claim_without_a_figure(self):
        with pytest.raises(ValueError, match="nothing is computed for claim A01: its sources are NASA Watch"):
            evidence.recompute("A01")


class TestTable:
    def test_words_are_escaped_and_links_made(self):
        page = Table(
            [("<b> & co", "[NASA](https://nasa.gov/a?b=1&c=2), 2022")], heads=("<A>", "B")
        )._repr_html_()
        assert "&lt;b&gt; &amp; co" in page and "&lt;A&gt;" in page
        assert '<a href="https://nasa.gov/a?b=1&amp;c=2">NASA</a>, 2022' in page
        assert page.count('role="cell"') == 2 and 'data-head="B: "' in page

    def test_long_code_can_be_broken_but_not_addresses(self):
        page = Table(
            [("see coverage.time_share(51.64)['RUS']", "[a](https://a.bcd.efghijklm.no)")], heads="AB"
        )
        words = page._repr_html_()
        assert "coverage.<wbr>time_share(<wbr>51" in words
        assert 'href="https://a.bcd.efghijklm.no"' in words

    def test_plain_text_leaves_empty_cells_out(self):
        assert repr(Table([("x", ""), ("y", "[n](https://n.org)")], heads=("A", "B"))) == (
            "A: x\nA: y | B: n (https://n.org)"
        )

    def test_without_rows(self):
        empty = Table([], heads=("A",), empty="None <yet>.")
        assert repr(empty) == "None <yet>." and empty._repr_html_() == "<p>None &lt;yet&gt;.</p>"

    @pytest.mark.parametrize(
        "precision, words", [("day", "8 March 2022"), ("month", "March 2022"), ("year", "2022")]
    )
    def test_a_date_is_no_finer_than_it_is_known(self, precision, words):
        assert day("2022-03-08", precision) == words

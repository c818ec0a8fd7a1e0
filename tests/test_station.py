"""The station's modules, joints and cuts, against the masses and dates that its owners published."""

import datetime as dt

import numpy as np
import pytest

from course import station
from course.data import read_table

OEM_2022_KG = 445_386  # header of NASA's public ISS ephemeris of 11 February 2022
NASA_TRUSS = {  # installed, by NASA's page "Integrated Truss Structure"
    "Z1": "2000-10-14",
    "P6": "2000-12-03",
    "S0": "2002-04-11",
    "S1": "2002-10-10",
    "P1": "2002-11-26",
    "P3/P4": "2006-09-12",
    "P5": "2006-12-12",
    "S3/S4": "2007-06-11",
    "S5": "2007-08-11",
    "S6": "2009-03-19",
}
DAYS = ("1998-11-20", "1998-12-07", "2000-11-02", "2007-11-13", "2011-07-21", "2022-03-05", "2026-06-08")
MOVES = sorted({str(one.date()) for one in read_table("attachments.csv", dates=("since",))["since"]})


def names(date):
    return set(station.modules(date)["name"])


def parent(name, date):
    return station.modules(date).set_index("name").loc[name, "parent"]


class TestRecord:
    def test_counts_what_was_launched(self):
        table = station.record()
        assert len(table) == 36 and table["name"].is_unique
        assert table["segment"].value_counts().to_dict() == {"US": 29, "Russian": 7}

    def test_every_module_has_its_facts_and_a_source(self):
        table = station.record()
        assert (table[["mass_kg", "length_m", "diameter_m"]] > 0).all(axis=None)
        assert table["mass_state"].isin({"launch", "dry", "in orbit"}).all()
        assert table["confidence"].isin({"high", "medium"}).all()
        assert (table[["owner", "builder", "source"]] != "").all(axis=None)

    def test_nothing_joins_before_it_flies_or_leaves_before_it_joins(self):
        table = station.record()
        days_under_way = (table["joined"] - table["launched"]).dt.days
        assert days_under_way.between(0, 14).all()  # Zvezda and Bishop took a fortnight
        left = table.dropna(subset="removed")
        assert left["name"].tolist() == ["Pirs"] and (left["removed"] > left["joined"]).all()

    def test_zarya_is_of_the_russian_segment_and_owned_by_the_usa(self):
        zarya = station.record().set_index("name").loc["Zarya"]
        assert (zarya["segment"], zarya["owner"]) == ("Russian", "USA")

    def test_canada_has_no_module_to_live_in(self):
        table = station.record()
        assert table.loc[table["owner"] == "Canada", "name"].tolist() == [
            *(
                "Canadarm2",
                "Mobile Base",
                "Dextre",
            ),  # of the Mobile Servicing System, none of them pressurised
        ]

    def test_no_source_is_a_copy(self):
        text = " ".join(station.record()["source"]).lower()
        assert not any(word in text for word in ("wiki", "memory", "blog", "http"))


class TestModulesOnADate:
    @pytest.mark.parametrize("date, count", [("1998-11-20", 1), ("2000-11-02", 7), ("2022-03-05", 35)])
    def test_count(self, date, count):
        assert len(station.modules(date)) == count

    def test_a_module_counts_from_the_day_it_joined_not_from_its_launch(self):
        assert "Zvezda" not in names("2000-07-25")
        assert "Zvezda" in names("2000-07-26")
        assert "Nauka" not in names("2021-07-28")
        assert "Nauka" in names("2021-07-29")

    def test_pirs_is_gone_from_the_day_it_left(self):
        assert "Pirs" in names("2021-07-25")
        assert "Pirs" not in names("2021-07-26")

    @pytest.mark.parametrize(
        "given", [dt.date(2022, 3, 5), dt.datetime(2022, 3, 5, 23), np.datetime64("2022-03-05")]
    )
    def test_every_kind_of_date(self, given):
        assert station.modules(given).equals(station.modules("2022-03-05"))

    def test_today_is_the_last_day_with_facts(self):
        assert station.modules().equals(station.modules(station.AS_OF))

    @pytest.mark.parametrize(
        "date, words",
        [("1998-11-19", "no station on 1998-11-19"), ("2026-06-09", "until 2026-06-08"), ("soon", "look")],
    )
    def test_other_dates_are_refused(self, date, words):
        with pytest.raises(ValueError, match=words):
            station.modules(date)

    def test_what_is_no_date_is_refused(self):
        with pytest.raises(TypeError, match="date must be"):
            station.modules(2022)


class TestGraph:
    @pytest.mark.parametrize("date", sorted({*DAYS, *MOVES}))
    def test_every_module_reaches_the_root(self, date):
        present = station.modules(date)
        assert present["name"].is_unique
        for name in present["name"]:
            path = station.root_path(name, date)
            assert path[0] == name and path[-1] == "Zarya" and len(set(path)) == len(path)

    def test_every_module_is_attached_on_the_day_it_joined(self):
        moves = read_table("attachments.csv", dates=("since",))
        first = moves.groupby("module")["since"].min()
        assert first.to_dict() == station.record().set_index("name")["joined"].to_dict()

    def test_the_truss_grew_as_nasa_lists_it(self):
        joined = station.record().set_index("name")["joined"].dt.date
        assert {name: str(joined[name]) for name in NASA_TRUSS} == NASA_TRUSS

    @pytest.mark.parametrize(
        "name, before, day, after",
        [
            ("P6", "Z1", "2007-10-30", "P5"),  # STS-120
            ("PMA-2", "Z1", "2001-02-12", "Destiny"),  # NASA, "PMA-2 move readies station", 12 November 2007
            ("PMA-2", "Destiny", "2007-11-12", "Harmony"),
            ("Harmony", "Unity", "2007-11-14", "Destiny"),
            ("Kibo ELM-PS", "Harmony", "2008-06-06", "Kibo PM"),  # STS-124
            ("Leonardo", "Unity", "2015-05-27", "Tranquility"),
            ("PMA-3", "Tranquility", "2017-03-26", "Harmony"),
        ],
    )
    def test_modules_move(self, name, before, day, after):
        eve = str(np.datetime64(day) - 1)
        assert (parent(name, eve), parent(name, day)) == (before, after)

    @pytest.mark.parametrize("date", DAYS)
    def test_every_module_but_the_root_hangs_on_one_joint(self, date):
        joints = station.joints(date)
        assert len(set(joints)) == len(joints) == len(station.modules(date)) - 1
        assert set(station.CUTS) & set(joints) == {
            one for one in station.CUTS if names(date) >= set(one.split("/"))
        }
        for joint in joints:
            first, second = station.parts(date, cut=joint)
            assert f"{first.name}/{second.name}" == joint

    def test_tables_handed_out_are_the_readers_own(self):
        for table in (station.record, station.modules):
            taken = table()
            taken["mass_kg"] = 0
            assert table()["mass_kg"].min() > 0

    def test_an_unknown_module_is_named(self):
        with pytest.raises(ValueError, match="'Mir' is no module of the station on 2022-03-05"):
            station.root_path("Mir", "2022-03-05")

    def test_nobody_shares_a_port(self):
        for date in DAYS:
            present = station.modules(date)
            docked = present[
                (present["parent"] != "") & present["parent"].isin(["Unity", "Harmony", "Zvezda"])
            ]
            assert not docked.duplicated(["parent", "port"]).any(), date


class TestMasses:
    @pytest.mark.parametrize(
        "date, us_kg, russian_kg",
        [("2000-11-02", 24_798, 39_643), ("2011-07-21", 237_820, 51_968), ("2022-03-05", 240_292, 72_628)],
    )
    def test_listed_by_segment(self, date, us_kg, russian_kg):
        table = station.listed_masses(date)
        assert table["listed_kg"].to_dict() == {"US": us_kg, "Russian": russian_kg}
        assert table["share"].sum() == pytest.approx(1)
        assert table["modules"].sum() == len(station.modules(date))

    def test_listed_by_owner_puts_zarya_with_the_usa(self):
        owned = station.listed_masses("2022-03-05", by="owner")["listed_kg"]
        assert owned["Russia"] == 72_628 - 19_323
        assert owned.sum() == station.listed_masses("2022-03-05")["listed_kg"].sum()

    def test_the_sum_is_far_from_the_mass_of_the_station(self):
        # NASA's own figure for those weeks is 42 per cent above the sum of single modules.
        listed = station.listed_masses("2022-02-11")["listed_kg"].sum()
        assert OEM_2022_KG in station.station_masses()["mass_kg"].tolist()
        assert OEM_2022_KG / listed == pytest.approx(1.42, abs=0.005)

    def test_every_mass_names_its_state(self):
        table = station.masses()
        assert table["state"].isin({"launch", "dry", "in orbit"}).all()
        assert table.groupby("name")["used"].sum().eq(1).all()
        zvezda = table[table["name"] == "Zvezda"]
        assert set(zip(zvezda["state"], zvezda["mass_kg"], strict=True)) >= {
            ("launch", 22_776),
            ("dry", 19_051),
        }

    def test_unknown_grouping(self):
        with pytest.raises(ValueError, match="by must be"):
            station.listed_masses(by="colour")


class TestCuts:
    @pytest.mark.parametrize(
        "cut, count, mass_kg, lacks",
        [
            ("PMA-1/Zarya", (29, 6), (240_292, 72_628), ("propulsion", "refuelling")),
            ("Zarya/Zvezda", (31, 4), (264_690, 48_230), ("propulsion", "refuelling")),
            ("Zvezda/Nauka", (33, 2), (288_680, 24_240), ()),
        ],
    )
    def test_the_three_of_the_course(self, cut, count, mass_kg, lacks):
        sides = station.parts(cut=cut)
        assert tuple(len(side.modules) for side in sides) == count
        assert tuple(side.mass_kg for side in sides) == mass_kg
        assert tuple(side.name for side in sides) == tuple(cut.split("/"))
        assert sides[0].lacks == lacks

    @pytest.mark.parametrize("cut", station.CUTS)
    def test_nothing_is_lost_or_doubled(self, cut):
        one, other = station.parts(cut=cut)
        assert not set(one.modules) & set(other.modules)
        assert set(one.modules) | set(other.modules) == names(None)
        for side in (one, other):
            assert set(side.functions) | set(side.lacks) == set(station.FUNCTIONS)
            assert not set(side.functions) & set(side.lacks)

    def test_each_segment_needs_the_other(self):
        us, russian = station.parts(cut="PMA-1/Zarya")
        assert us.lacks == ("propulsion", "refuelling")
        assert us.functions["reboost"] == "with a ship"  # Cygnus, Dragon
        assert russian.lacks == ("gyroscopes",)
        assert russian.functions["power"] == russian.functions["radio"] == "own"

    def test_before_cygnus_and_dragon_nothing_but_the_shuttle_helped(self):
        assert "reboost" in station.parts("2015-01-01", cut="PMA-1/Zarya")[0].lacks
        assert station.parts("2010-01-01", cut="PMA-1/Zarya")[0].functions["reboost"] == "with a ship"

    def test_only_soyuz_could_bring_a_crew_home_before_2020(self):
        assert "crew return" in station.parts("2020-05-30", cut="PMA-1/Zarya")[0].lacks
        assert "crew return" in station.parts("2020-05-31", cut="PMA-1/Zarya")[0].functions

    def test_the_other_order_gives_the_other_order(self):
        assert station.parts(cut="Zarya / pma-1") == station.parts(cut="PMA-1/Zarya")[::-1]

    def test_names_with_a_slash(self):
        outer, rest = station.parts(cut="P5/P3/P4")
        assert outer.modules == ("P6", "P5") and rest.name == "P3/P4"

    @pytest.mark.parametrize("cut", ["Zarya/Nauka", "Zarya", "a/b/c"])
    def test_unknown_cuts_name_the_known_ones(self, cut):
        with pytest.raises(ValueError, match="PMA-1/Zarya, Zarya/Zvezda, Zvezda/Nauka"):
            station.parts(cut=cut)

    def test_a_joint_that_was_not_yet_there(self):
        with pytest.raises(ValueError, match="joined on 2021-07-28"):
            station.parts("2021-07-28", cut="Zvezda/Nauka")

    def test_a_cut_that_is_no_text(self):
        with pytest.raises(TypeError, match="cut must be text"):
            station.parts(cut=3)

    def test_table(self):
        table = station.cut_table(cut="Zvezda/Nauka")
        assert list(table.index) == list(station.FUNCTIONS) and list(table.columns) == ["Zvezda", "Nauka"]
        assert table.loc["propulsion"].tolist() == ["main", "own"]
        assert table.loc["life support"].tolist() == ["main", "none"]


class TestFunctions:
    @pytest.mark.parametrize("date", ["2000-11-02", "2011-07-21", "2022-03-05"])
    def test_a_crewed_station_has_what_it_needs(self, date):
        needed = set(station.FUNCTIONS) - ({"gyroscopes"} if date < "2001-02-13" else set())
        assert set(station.functions(date)["function"]) == needed

    def test_providers_are_modules_of_their_time(self):
        for date in DAYS:
            assert set(station.functions(date)["module"]) <= names(date)

    def test_levels_and_names_are_the_known_ones(self):
        table = read_table("functions.csv", dates=("since", "until"))
        assert set(table["function"]) == set(station.FUNCTIONS)
        assert set(table["level"]) == set(station.LEVELS)
        assert (table["how"] != "").all()

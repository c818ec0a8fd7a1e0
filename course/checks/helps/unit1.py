"""Help with the exercises of unit 1."""

from course.checks.helps.help import Help

HELPS = {
    "u1-1": Help(
        relation="Dates made of texts can be subtracted, and the difference knows its days. A calendar has "
        "365 days for a year, and one more in every fourth: how many is that on average?",
        part="first",
        cell="order-gap-text",
        parts=(
            "date.fromisoformat(…)",
            "… - date.fromisoformat(…)",
            "gap = …",
            "….days",
            "… / 365.25",
        ),
        strangers=("….seconds", "….year - …"),
        sister="A year on Mars lasts 687 days of the Earth. How many of them lie between two dates?",
        worked="""from datetime import date

def mars_years(start, end):
    passed = date.fromisoformat(end) - date.fromisoformat(start)
    return passed.days / 687

mars_years("1997-07-04", "2021-02-18")  # about 12.56""",
    ),
    "u1-2": Help(
        relation="A figure in miles times the length of a mile is the distance in kilometres: two lengths, "
        "two readings. How far is each reading from the kilometres that were given, up or down?",
        part="fourth",
        cell="height-miles",
        parts=(
            "statute_km = … * miles",
            "nautical_km = … * miles",
            "abs(statute_km - …)",
            "abs(nautical_km - …)",
            "… < …",
            'return …, …, "statute" if … else "nautical"',
        ),
        strangers=("miles / …", "round(…) == …"),
        sister="A gallon has 3.785 litres in the United States and 4.546 in the United Kingdom. Which one "
        "does a figure in gallons mean?",
        worked="""def which_gallon(litres, gallons):
    american, british = 3.785 * gallons, 4.546 * gallons
    nearer = abs(american - litres) < abs(british - litres)
    return american, british, "American" if nearer else "British"

which_gallon(45, 10)  # (37.85, 45.46, 'British')""",
    ),
    "u1-3": Help(
        relation="A share is a part divided by its whole, both weighed in the same way and on the same "
        "day. A module is there if it has joined by then and is not removed yet; which of those lines "
        "belong to the part?",
        part="second",
        cell="built-segments-text",
        parts=(
            "for line in …:",
            'line["joined"] <= …',
            'line["removed"] is None or …',
            'line["segment"] == …',
            "whole += line[…]",
            "return … / …",
        ),
        strangers=('line["launched"] <= …', "len(…) / …"),
        sister="A library lists its books with language and pages, when each was bought, and when it was "
        "sold. Which share of the pages on its shelves on a day is in one language?",
        worked="""def page_share(books, language, day):
    there = [b for b in books if b["bought"] <= day and (b["sold"] is None or day < b["sold"])]
    ours = [b for b in there if b["language"] == language]
    return sum(b["pages"] for b in ours) / sum(b["pages"] for b in there)

books = [
    {"language": "Welsh", "pages": 90, "bought": "2010-05-01", "sold": None},
    {"language": "Greek", "pages": 510, "bought": "2011-05-01", "sold": None},
    {"language": "Welsh", "pages": 300, "bought": "2012-05-01", "sold": "2013-05-01"},
]
page_share(books, "Welsh", "2014-01-01")  # 0.15""",
    ),
    "u1-4": Help(
        relation="The days from one date to another are the days of their difference; the calendar knows its "
        "leap years by itself. On which day did the first crew come aboard?",
        part="first",
        cell="order-gap",
        parts=(
            "date.fromisoformat(…)",
            "date(2000, …, …)",
            "… - …",
            "return (…).days",
        ),
        strangers=("365 * …", "….seconds"),
        sister="How many days after the first landing on the Moon, on 20 July 1969, is a given date?",
        worked="""from datetime import date

def days_since_the_landing(until):
    return (date.fromisoformat(until) - date(1969, 7, 20)).days

days_since_the_landing("1972-12-14")  # 1243""",
    ),
    "u1-6": Help(
        relation="Each report names the one that it goes back to, and one names none: that is the origin. "
        "Ask again and again which report follows the one you have, and look through that order, not "
        "through the table, for the first text without the words. Where does such a walk end?",
        part="sixth",
        cell="outside-pack",
        parts=(
            'after = {report["follows"]: report for report in …}',
            "order, name = …, None",
            "while name in …:",
            'order.append(….get("name"))',
            'next(… for … in order if … not in ….get("text"))',
            "return order, …",
        ),
        strangers=('sorted(…, key=lambda report: report["date"])', "….sort()"),
        sister="Relay runners stand in any order; each knows from whom the baton comes. In which order do "
        "they run, and who is the first to run without gloves?",
        worked="""def relay(runners):
    from_whom = {one["takes_from"]: one for one in runners}
    team, here = [], from_whom[None]
    while here is not None:
        team.append(here)
        here = from_whom.get(here["name"])
    bare = next(one["name"] for one in team if not one["gloves"])
    return [one["name"] for one in team], bare

runners = [
    {"name": "Eva", "takes_from": "Tom", "gloves": False},
    {"name": "Ida", "takes_from": None, "gloves": True},
    {"name": "Tom", "takes_from": "Ida", "gloves": True},
]
relay(runners)  # (['Ida', 'Tom', 'Eva'], 'Eva')""",
    ),
}

"""u1-5: what kind of sentence it is, and what is on record: a written answer."""

from course.checks.exercise import Written
from course.checks.unit1.common import UNIT

SENTENCES = Written(
    id="u1-5",
    unit=UNIT,
    title="What kind of sentence is it?",
    points=3,
    marks=(
        (
            0.6,
            'Sentence A (nine years). Kind (0.3): fact, true; also "true for crews". Evidence '
            "(0.3): the last landing of a Shuttle, 21 July 2011, and the launch of Demo-2, 30 May 2020; or "
            'the gap between them, 3,236 days or 8.86 years. Also right: "unclear" or "misleading", if the '
            "line says that crews changed in a Shuttle for the last time in November 2009, 10.5 years "
            "before.",
        ),
        (
            0.6,
            'Sentence B (227 miles). Kind (0.3): fact, false; also "true in nautical miles only". '
            "Evidence (0.3): one conversion, such as 227 statute miles = 365 km, 227 nautical miles = 420 "
            "km, or 420 km = 261 statute miles.",
        ),
        (
            0.6,
            'Sentence C (2024). Kind (0.3): prediction; also "fact, false" if the line says that '
            "the year has passed. Evidence (0.3): what was said before, with its date (such as 24 February "
            "2015: undock three new modules in 2024; 18 April 2021: inspect, then decide on leaving from "
            "2025), or what came after (27 April 2023: Russia "
            "has confirmed its part through 2028).",
        ),
        (
            0.6,
            "Sentence D (500 tons). Kind (0.3): threat, by its form; also a question that names an "
            "option, a quotation, if the line compares its words with those of the article, an inference, "
            "unclear, if the line speaks of what was meant, or the reading that he meant a chance, if the "
            "line shows the words. The thread "
            "asks before it who would save the station from a fall on the United States or Europe. It is "
            "no fact and no plan; what was meant is on no record. Evidence (0.3): who, where and when "
            "(Rogozin, on Twitter, 24 February 2022), or the "
            'words that show its form ("option", "do you want"; no date, no plan).',
        ),
        (
            0.6,
            "Sentence E (best examples). Kind (0.3): opinion. Evidence (0.3): that no measure says "
            "what is best; or what is on record, such as a crew without a break for 7,796 days on 8 March "
            "2022, or fifteen states that signed the agreement of 1998.",
        ),
        (
            0,
            '"It was in the news", a guess at what somebody wanted, or a verdict on a person: that is no '
            "evidence. The kind still earns its part.",
        ),
    ),
    typical=(
        (0.3, "A: fact, true: it was on television. (Where a report was seen proves nothing.)"),
        (0.6, "A: fact, true: from 21 July 2011 to 30 May 2020 it is 8.86 years, rounded up."),
        (
            0.3,
            "A: fact, false: it is 8.86 years. (The evidence alone: nine is how the press rounds it.)",
        ),
        (0, "B: fact, true: other pages say 420 km too. (The miles are not looked at.)"),
        (0.3, "C: prediction, and it did not happen. (No date, no source.)"),
        (0, "D: fact, true: he said so. (That he said it is on record; what he said is no fact.)"),
        (0.3, "D: threat: that is what he is like. (A verdict on a person is no evidence.)"),
        (0.6, "E: opinion: nobody can measure best, but it has been crewed since 2 November 2000."),
    ),
)

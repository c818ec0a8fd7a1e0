"""Names of places as people spell them: folded to plain letters, and looked up in tables of spellings.

The tables are made by ``tools/data/names.py``: of countries the English, native, official and former names,
abbreviations and two-letter codes; of cities the alternate names that GeoNames knows, in all scripts.
"""

import csv
import difflib
import gzip
import io
import re
import unicodedata
from functools import cache

from course.data import read_bytes, read_text

LETTERS = str.maketrans(  # letters that Unicode does not take apart
    {
        **dict(zip("øłđıħŧðɖə", "oldihtdde", strict=True)),
        **dict(zip("ßæœþŋŉ", ("ss", "ae", "oe", "th", "ng", "n"), strict=True)),
        **dict.fromkeys("'’‘ʻʼ`´ʹʿʾ"),
    }
)
AS_LIKE = 0.08  # of difflib's ratio: what is less like than the best one is not suggested beside it
WORDS = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort", "&": "and"}


def plain_text(text: str) -> str:
    """Return a text in small plain letters, without accents, apostrophes and signs, for comparison.

    Examples
    --------
    >>> plain_text(" Łódź"), plain_text("St. John's"), plain_text("Côte d’Ivoire"), plain_text("Tromsø")
    ('lodz', 'saint johns', 'cote divoire', 'tromso')
    """
    letters = text.casefold()
    if not letters.isascii():
        marks = unicodedata.normalize("NFKD", letters)
        letters = "".join(mark for mark in marks if not unicodedata.combining(mark))
    words = re.sub(r"[^\w&]+|_", " ", letters.translate(LETTERS)).split()
    return " ".join(WORDS.get(word, word) for word in words)


def country_codes(text: str) -> tuple[str, ...]:
    """Return the codes of all countries that a text names, in any spelling; none if it names none.

    Examples
    --------
    >>> country_codes("UK"), country_codes("Deutschland"), country_codes("Congo")
    (('GBR',), ('DEU',), ('COD', 'COG'))
    """
    return _countries().get(_without_article(plain_text(text)), ())


def similar_countries(text: str) -> tuple[str, ...]:
    """Return the codes of up to three countries whose names a text is like, the likeliest first."""
    wanted = _without_article(plain_text(text))
    known = [name for name in _countries() if len(name) > 3 and name.isascii()]
    close = difflib.get_close_matches(wanted, known, n=6, cutoff=0.72)
    best = difflib.SequenceMatcher(None, wanted, close[0]).ratio() if close else 0
    close = [name for name in close if difflib.SequenceMatcher(None, wanted, name).ratio() > best - AS_LIKE]
    codes = [name for name in _countries() if len(name) == len(wanted) == 3]
    close += [code for code in difflib.get_close_matches(wanted, codes, cutoff=0.6) if code[:2] == wanted[:2]]
    begun = [name for name in known if len(wanted) > 2 and name.startswith(wanted)]
    within = [name for name in known if len(wanted) > 3 and f" {wanted} " in f" {name} "]
    rough = (
        difflib.get_close_matches(wanted, known, n=2, cutoff=0.5) if not (close or begun or within) else []
    )
    found = (code for name in (*begun, *within, *close, *rough) for code in _countries()[name])
    return tuple(dict.fromkeys(found))[:3]


def city_places(text: str) -> tuple[int, ...]:
    """Return the places, in the list of cities, of those of which a text is another name."""
    return _places(plain_text(text))


def similar_cities(text: str, *, most: int = 20) -> tuple[int, ...]:
    """Return the places of cities that have a name which a text is like, in no order."""
    wanted = plain_text(text)
    if len(wanted) < 3:
        return ()
    names = [line.split("\t")[0] for line in _near_lines(wanted[:2])]
    near = difflib.get_close_matches(wanted, names, n=most, cutoff=0.75)
    return tuple(dict.fromkeys(place for name in near for place in _places(name)))


def _without_article(name):
    name = re.sub(r"^(the|la|el|le) (?=\w{4})", "", name)
    return name.removesuffix(" the")


@cache
def _countries():
    rows = csv.DictReader(io.StringIO(read_text("country_names.csv")))
    return {row["name"]: tuple(row["iso3"].split()) for row in rows}


@cache
def _cities():
    """Return the table of alternate names as one text, a line each, in order; a dict would be far larger."""
    return "\n" + gzip.decompress(read_bytes("city_names.tsv.gz")).decode("utf-8")


def _places(name):
    at = _cities().find(f"\n{name}\t") if name else -1
    if at < 0:
        return ()
    line = _cities()[at + 1 : _cities().index("\n", at + 1)]
    return tuple(int(place) for place in line.partition("\t")[2].split())


def _near_lines(beginning):
    """Return the lines of the names that begin with two letters."""
    first = _cities().find(f"\n{beginning}")
    if first < 0:
        return []
    last = _cities().rfind(f"\n{beginning}")
    return _cities()[first + 1 : _cities().index("\n", last + 1)].split("\n")

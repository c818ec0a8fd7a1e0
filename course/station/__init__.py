"""Station graph: modules, what each hangs on and weighs, and what a cut takes from each side.

Facts end on `AS_OF`. A date means that day, UTC; a module counts from the day it joined the station, not from
its launch, until the day before it left. Masses are those of single modules, each with its state, without the
racks, stores, propellant and ships that came later: their sum is *not* the mass of the station, which
`station_masses` gives.
"""

from course.station.masses import listed_masses, masses, station_masses
from course.station.modules import AS_OF, FIRST_DAY, ROOT, joints, lines, modules, record, root_path
from course.station.parts import CUTS, FUNCTIONS, LEVELS, Part, cut_table, functions, parts

__all__ = [
    "AS_OF",
    "CUTS",
    "FIRST_DAY",
    "FUNCTIONS",
    "LEVELS",
    "ROOT",
    "Part",
    "cut_table",
    "functions",
    "joints",
    "lines",
    "listed_masses",
    "masses",
    "modules",
    "parts",
    "record",
    "root_path",
    "station_masses",
]

"""Tables that exercises read, loaded when this is imported: once, for all children of the warm process."""

from course import cities, history, station
from course.coverage.rows import rows_of

cities.find("Moscow")
history.events()
station.lines()
rows_of("RUS")

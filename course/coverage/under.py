"""Countries under a track: the exact country of each of millions of points.

Most of the world lies far from any border, so a raster answers for most points: a cell of a tenth of a degree
that no border touches has one answer for all its points. Points in the other cells, one in fifty, are tested
against the polygons themselves, cut into small pieces and found through a tree.
"""

from functools import cache

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course.geography import Borders, codes, regions, view
from course.quantities import ANY_TURN, Array, quantity, together

CELLS_PER_DEG = 10
COLUMNS, ROWS = 360 * CELLS_PER_DEG, 180 * CELLS_PER_DEG
NOWHERE, MIXED = 254, 255  # there are fewer regions than that
BLOCK_POINTS = 65_536
PIECE_POINTS = 64  # a polygon with more points is halved, so that a test is short
TOUCH_CELLS = 1e-9  # a border this near to the edge of a cell counts on both sides: rounding cannot matter


def countries_under(
    latitude_deg: ArrayLike, *, longitude_deg: ArrayLike, borders: Borders = "un"
) -> str | NDArray[np.str_]:
    """Return the code of the country under each point.

    Parameters
    ----------
    latitude_deg, longitude_deg : float or array_like
        Geodetic latitude, and longitude east in degrees; any turn is understood (540 is 180).
    borders : {"un", "de-facto"}

    Returns
    -------
    str or ndarray of str
        ISO 3166 alpha-3 codes, "" over no country and where a coordinate is nan. A point exactly on a coast
        belongs to the land, one exactly on a border to one of the neighbours, always the same.

    Examples
    --------
    >>> countries_under(48.7, longitude_deg=44.5)     # Volgograd
    'RUS'
    >>> countries_under([45.0, 0.0], longitude_deg=[34.1, -30.0]).tolist()    # Crimea, the Atlantic
    ['UKR', '']
    """
    names = np.array([*codes(view(borders)), ""])
    found = names[country_numbers(latitude_deg, longitude_deg, borders)]
    return str(found) if found.ndim == 0 else found


def country_numbers(
    latitude_deg: ArrayLike, longitude_deg: ArrayLike, borders: Borders = "un"
) -> NDArray[np.int16]:
    """Return the place in ``geography.codes`` of the country under each point, -1 over none (int16)."""
    owner = _owner_numbers(view(borders))
    latitude = quantity("latitude_deg", latitude_deg, at_least=-90, at_most=90)
    longitude = quantity("longitude_deg", longitude_deg, **ANY_TURN)
    latitude, longitude = together(latitude_deg=latitude, longitude_deg=longitude)
    numbers = np.empty(latitude.size, np.int16)
    y, x = latitude.reshape(-1), longitude.reshape(-1)
    for first in range(0, numbers.size, BLOCK_POINTS):
        block = slice(first, first + BLOCK_POINTS)
        numbers[block] = owner[_region_numbers(y[block], x[block])]
    return numbers.reshape(latitude.shape)


def _region_numbers(latitude: Array, longitude: Array) -> NDArray[np.uint8]:
    unknown = np.isnan(latitude + longitude)
    if unknown.any():
        latitude, longitude = np.where(unknown, 0, latitude), np.where(unknown, 0, longitude)
    if longitude.min() < -180 or longitude.max() >= 180:
        longitude = (longitude + 180) % 360 - 180
    column = ((longitude + 180) * CELLS_PER_DEG).astype(np.intp)
    row = ((latitude + 90) * CELLS_PER_DEG).astype(np.intp)
    cell = np.minimum(row, ROWS - 1) * COLUMNS + np.minimum(column, COLUMNS - 1)
    found = _raster().take(cell)
    mixed = np.flatnonzero(found == MIXED)
    found[mixed] = _exact(longitude[mixed], latitude[mixed])
    found[unknown] = NOWHERE
    return found


def _exact(longitude: Array, latitude: Array) -> NDArray[np.uint8]:
    """Return the region of each point from the polygons; on a common border the first region."""
    import shapely

    tree, region_of_piece = _pieces()
    point, piece = tree.query(shapely.points(longitude, latitude), predicate="intersects")
    found = np.full(len(longitude), NOWHERE, np.uint8)
    np.minimum.at(found, point, region_of_piece[piece])
    return found


@cache
def _owner_numbers(borders: Borders) -> NDArray[np.int16]:
    places = {code: place for place, code in enumerate(codes(borders))}
    owner = np.full(MIXED, -1, np.int16)
    owner[: len(regions())] = [places[region.owner(borders)] for region in regions()]
    return owner


@cache
def _pieces():
    """Return a tree of polygons of at most 64 points and the region of each."""
    import shapely

    pieces, region_of_piece = [], []
    for number, region in enumerate(regions()):
        waiting = list(region.polygon.geoms)
        while waiting:
            part = waiting.pop()
            if part.geom_type != "Polygon":
                waiting += [one for one in shapely.get_parts(part) if one.area > 0]
            elif shapely.get_num_coordinates(part) <= PIECE_POINTS:
                pieces.append(part)
                region_of_piece.append(number)
            else:
                waiting += [shapely.intersection(part, half) for half in _halves(part.bounds)]
    return shapely.STRtree(pieces), np.array(region_of_piece, np.uint8)


def _halves(bounds):
    import shapely

    west, south, east, north = bounds
    if east - west > north - south:
        middle = (west + east) / 2
        return shapely.box(west, south, middle, north), shapely.box(middle, south, east, north)
    middle = (south + north) / 2
    return shapely.box(west, south, east, middle), shapely.box(west, middle, east, north)


@cache
def _raster() -> NDArray[np.uint8]:
    """Return the region of each cell, row after row from the south-west: NOWHERE, MIXED or its number.

    Cells without a border that hang together lie in one region: one test answers for all of them.
    """
    from scipy import ndimage

    mixed = np.zeros((ROWS, COLUMNS), bool)
    row, column = _touched_cells()
    mixed[row, column] = True
    patch = np.empty(mixed.shape, np.int32)
    ndimage.label(~mixed, output=patch)
    patch = patch.reshape(-1)
    blocks = [slice(first, first + BLOCK_POINTS) for first in range(0, patch.size, BLOCK_POINTS)]
    cell_in = np.zeros(int(patch.max()) + 1, np.intp)
    for block in blocks:  # of all cells at once, the places alone would take 50 MB
        cells = patch[block]
        cell_in[cells] = np.arange(block.start, block.start + cells.size)  # any cell of each patch will do
    row, column = np.divmod(cell_in, COLUMNS)
    answer = _exact((column + 0.5) / CELLS_PER_DEG - 180, (row + 0.5) / CELLS_PER_DEG - 90)
    answer[0] = MIXED  # what `label` numbers 0 are the cells with a border
    raster = np.empty(patch.size, np.uint8)
    for block in blocks:
        raster[block] = answer[patch[block]]
    return raster


def _touched_cells():
    """Return row and column of every cell that an edge touches, some of them more than once."""
    rings = [ring for region in regions() for ring in region.rings]
    start, end = (
        (np.concatenate([ring[part] for ring in rings]) + np.array([180, 90])) * CELLS_PER_DEG
        for part in (slice(None, -1), slice(1, None))
    )
    low, high = np.minimum(start[:, 1], end[:, 1]), np.maximum(start[:, 1], end[:, 1])
    edge, row = _spread(np.floor(low - TOUCH_CELLS), np.floor(high + TOUCH_CELLS))
    (x0, y0), (x1, y1) = start[edge].T, end[edge].T
    rise = np.where(y1 == y0, 1, y1 - y0)
    # the part of the edge within its row, a touch wider
    first = np.where(y1 == y0, 0, np.clip((row - TOUCH_CELLS - y0) / rise, 0, 1))
    last = np.where(y1 == y0, 1, np.clip((row + 1 + TOUCH_CELLS - y0) / rise, 0, 1))
    west, east = x0 + first * (x1 - x0), x0 + last * (x1 - x0)
    west, east = np.minimum(west, east), np.maximum(west, east)
    where, column = _spread(np.floor(west - TOUCH_CELLS), np.floor(east + TOUCH_CELLS))
    return np.clip(row[where], 0, ROWS - 1), np.clip(column, 0, COLUMNS - 1)


def _spread(first, last):
    """Return for each whole number from `first` to `last` of each pair the pair's place and the number."""
    count = (last - first + 1).astype(np.intp)
    pair = np.repeat(np.arange(len(count)), count)
    within = np.arange(len(pair)) - np.repeat(np.cumsum(count) - count, count)
    return pair, first[pair].astype(np.intp) + within

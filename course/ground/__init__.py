"""Sub-satellite points and ground tracks: from an element set to latitude, longitude and height."""

from course.ground.antimeridian import split_at_antimeridian
from course.ground.footprint import footprint_radius_km
from course.ground.nodes import Nodes, ascending_nodes
from course.ground.track import GroundTrack, ground_track, require_track, sub_satellite_points

__all__ = [
    "GroundTrack",
    "Nodes",
    "ascending_nodes",
    "footprint_radius_km",
    "ground_track",
    "require_track",
    "split_at_antimeridian",
    "sub_satellite_points",
]

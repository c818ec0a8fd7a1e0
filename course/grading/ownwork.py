"""Own work: which functions of the package compute the very thing that an exercise asks for.

To call one of them is no mistake; it is not what the exercise is for. A call is seen however the function was
come by, and told to the teacher, who decides what follows.
"""

MODELS = {
    "u1-1": ("course.history:years_between", "course.history:days_between"),
    "u1-2": ("course.history:miles",),
    "u1-3": ("course.station:listed_masses", "course.station:parts"),
    "u1-4": ("course.history:crewed_days", "course.history:days_between"),
    "u1-6": ("course.evidence.trail:trail",),
    "u2-1": ("course.orbits:circular_speed_km_s",),
    "u2-2": ("course.orbits:period_s",),
    "u2-3": ("course.orbits:gravity_fraction", "course.orbits:gravity_m_s2"),
    "u2-4": ("course.orbits:laps_per_day",),
    "u2-5": ("course.orbits:circular_speed_km_s",),
    "u3-1": ("course.ground:ground_track", "course.ground:sub_satellite_points"),
    "u3-2": ("course.orbits:westward_shift_deg",),
    "u3-3": ("course.ground:split_at_antimeridian",),
    "u3-4": ("course.coverage.dwell:share_below", "course.coverage.time_shares:time_share"),
    "u3-5": ("course.coverage.shares:area_share_below",),
    "u4-1": ("course.relative.push:push_off_m_s",),
    "u4-2": ("course.relative.motion:hill_motion", "course.relative.motion:two_body_motion"),
    "u4-3": ("course.relative.push:along_push_m_s",),
    "u4-4": ("course.decay.burns:deorbit_delta_v_m_s", "course.decay.burns:propellant_kg"),
    "u4-5": ("course.coverage.under:countries_under",),
}
MESSAGE = (
    "{function} calls {models} of the course, which computes the very thing that is asked for. "
    "How would you compute it yourself?"
)


def short(model: str) -> str:
    """Return a function's name as a reader writes it: ``orbits.period_s``."""
    module, function = model.removeprefix("course.").split(":")
    return f"{module.split('.')[0]}.{function}"


def calls(exercise: str, called: list[list[str]]) -> dict[str, list[int]]:
    """Return the models that an answer called, each with the numbers of the calls, from 1."""
    known = MODELS.get(exercise, ())
    return {
        model: seen for model in known if (seen := [k for k, names in enumerate(called, 1) if model in names])
    }

"""Slips of a formula, in any exercise: signs, comparisons, units, numbers, names, one part too many."""

import ast
import itertools
from collections.abc import Iterator
from typing import TypeGuard

import numpy as np

from course import constants
from course.checks.slips.repairs import (
    Repair,
    Slot,
    call,
    called,
    changed,
    replaced,
    shown,
    slots,
    times,
    together,
    written_out,
)

UNITS = (1000.0, 1e-3, 60.0, 1 / 60, 3600.0, 1 / 3600, 1e9, 1e-9, 3.6, 1 / 3.6, 1e6, 1e-6, 100.0, 0.01)
UNITS = (*UNITS, 86400.0, 1 / 86400, 1440.0, 24.0)
TURNS = (2.0, 0.5, 2 * np.pi, 1 / (2 * np.pi), np.pi, 4.0, 0.25, constants.STANDARD_GRAVITY_M_S2)
KNOWN = tuple(
    float(value)
    for name, value in vars(constants).items()
    if name.isupper() and isinstance(value, (int, float)) and value
)
KNOWN = (*KNOWN, 365.25, 360.0, 86400.0, 180.0, 1000.0, 1e9, 24.0, 60.0, 3600.0, np.pi)
MANY = 1000  # of such a number a square may fill the memory: it counts points, or letters
MAKERS = (
    *("arange", "linspace", "range", "zeros", "ones", "full", "empty"),
    *("uniform", "normal", "repeat", "tile"),
)
ANGLES = (90, 180, 360)  # quarter, half and whole of a turn
COLUMNS = ("joined", "removed", "segment", "mass_kg")  # of the table of modules
_OTHERS = {
    ast.Lt: (ast.Gt, ast.LtE, ast.GtE),
    ast.Gt: (ast.Lt, ast.GtE, ast.LtE),
    ast.LtE: (ast.GtE, ast.Lt, ast.Gt),
    ast.GtE: (ast.LtE, ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq, ast.LtE, ast.GtE),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
_KIN = (
    *(("sin", "cos", "tan"), ("arcsin", "arccos", "arctan"), ("asin", "acos", "atan")),
    *(("min", "max"), ("argmin", "argmax"), ("nanmin", "nanmax"), ("minimum", "maximum")),
    *(("log", "log10", "log2"), ("exp", "expm1"), ("sum", "mean"), ("floor", "ceil")),
    *(("sin", "arcsin"), ("cos", "arccos")),
)
_HEIGHTS = ("altitude", "perigee", "height", "alt", "h")


def of_conditions(slot: Slot) -> Iterator[Repair]:
    """Yield the repairs of a condition."""
    node = slot[3]
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        for other in _OTHERS.get(type(node.ops[0]), ()):
            yield changed("condition", node, "ops", [other()])
    if isinstance(node, ast.Compare) and len(node.ops) == 2:
        yield changed("condition", node, "ops", [_turned(op) for op in node.ops])
    if isinstance(node, ast.BoolOp):
        other = ast.And() if isinstance(node.op, ast.Or) else ast.Or()
        yield changed("and or", node, "op", other)
        for kept in node.values:
            yield replaced("condition", slot, kept)
    if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.BitAnd, ast.BitOr)):
        other = ast.BitAnd() if isinstance(node.op, ast.BitOr) else ast.BitOr()
        yield changed("and or", node, "op", other)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, (ast.Not, ast.Invert)):
        yield replaced("condition", slot, node.operand)


def of_functions(slot: Slot) -> Iterator[Repair]:
    """Yield the repairs of a function's name, and of absolute values."""
    parent, node = slot[0], slot[3]
    if isinstance(node, ast.Call):
        yield from _of_call(slot, node)
    if isinstance(parent, ast.Compare) and isinstance(node, (ast.Name, ast.BinOp, ast.Subscript)):
        yield replaced("absolute value", slot, call("abs", node))


def _of_call(slot: Slot, node: ast.Call) -> Iterator[Repair]:
    name = called(node)
    for kin in _KIN:
        for other in kin if name in kin else ():
            if other != name:
                field, func = (
                    ("attr", node.func) if isinstance(node.func, ast.Attribute) else ("id", node.func)
                )
                yield changed("function", func, field, other, shown(node.func))
    if name in ("abs", "fabs", "absolute") and node.args:
        yield replaced("absolute value", slot, node.args[0])
    if name in ("sorted", "sort") and node.args:
        yield replaced("sorted", slot, node.args[0])
    if name == "sqrt" and node.args:
        yield replaced("square root", slot, node.args[0])
        yield replaced("square root", slot, ast.BinOp(node.args[0], ast.Pow(), ast.Constant(2)))


def of_signs(slot: Slot) -> Iterator[Repair]:
    """Yield the repairs of a sign."""
    parent, node = slot[0], slot[3]
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub):
        yield replaced("sign", slot, node.operand)
    if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Add, ast.Sub)):
        if shown(node.right) != "1":  # of one too many it is no sign that has slipped
            yield changed("sign", node, "op", ast.Sub() if isinstance(node.op, ast.Add) else ast.Add())
        if isinstance(node.op, ast.Sub):
            yield replaced("difference", slot, ast.BinOp(node.right, ast.Sub(), node.left))
    returned = isinstance(parent, ast.Return) or (isinstance(parent, ast.Tuple) and slot[1] == "elts")
    if returned and isinstance(node, ast.expr) and not isinstance(node, (ast.Tuple, ast.Constant)):
        yield replaced("sign", slot, ast.UnaryOp(ast.USub(), node))
    if isinstance(node, ast.Call) and called(node) in ("exp", "expm1") and node.args:
        yield replaced("sign", slot, ast.Call(node.func, [ast.UnaryOp(ast.USub(), node.args[0])], []))


def of_operations(slot: Slot) -> Iterator[Repair]:
    """Yield the repairs of an operation: another one, or one part left out."""
    node = slot[3]
    if not isinstance(node, ast.BinOp):
        return
    for kept, lost in ((node.left, node.right), (node.right, node.left)):
        yield replaced("part too many", slot, kept, shown(lost))
    swaps = {ast.Mult: (ast.Div, ast.Pow), ast.Div: (ast.Mult,), ast.Add: (ast.Mult,), ast.Pow: (ast.Mult,)}
    for other in swaps.get(type(node.op), ()):
        yield changed("operation", node, "op", other())
    if isinstance(node.op, ast.Div):
        yield replaced("upside down", slot, ast.BinOp(node.right, ast.Div(), node.left))
    if not (isinstance(slot[0], ast.BinOp) and isinstance(slot[0].op, (ast.Mult, ast.Div))):
        yield from _of_chains(slot)


def _of_chains(slot):
    """Yield products with one factor above the line and one below it exchanged: a b / c as a c / b."""
    above, below = _factors(slot[3])
    if not 3 <= len(above) + len(below) <= 6:
        return
    for (i, one), (k, other) in itertools.product(enumerate(above), enumerate(below)):
        tops, lows = [*above[:i], other, *above[i + 1 :]], [*below[:k], one, *below[k + 1 :]]
        turned = tops[0]
        for factor in tops[1:]:
            turned = ast.BinOp(turned, ast.Mult(), factor)
        for factor in lows:
            turned = ast.BinOp(turned, ast.Div(), factor)
        yield replaced("upside down", slot, turned, shown(ast.BinOp(one, ast.Div(), other)))


def _factors(node):
    """Return what stands above and below the line of a product."""
    if not (isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Mult, ast.Div))):
        return [node], []
    above, below = _factors(node.left)
    return ([*above, node.right], below) if isinstance(node.op, ast.Mult) else (above, [*below, node.right])


def of_turns(slot: Slot) -> Iterator[Repair]:
    """Yield quarter, half and whole turns in the place of one another."""
    value = slot[3].value if isinstance(slot[3], ast.Constant) else None
    for other in ANGLES if value in ANGLES else ():
        if other != value:
            yield replaced("number", slot, ast.Constant(other))


def of_centres(tree: ast.Module) -> Iterator[Repair]:
    """Yield the distance of the station in the place of the Earth's radius."""
    for function in ast.walk(tree):
        if not isinstance(function, ast.FunctionDef):
            continue
        heights = [one.arg for one in function.args.args if one.arg.split("_")[0].lower() in _HEIGHTS]
        for slot in slots(function):
            added = isinstance(slot[0], ast.BinOp) and isinstance(slot[0].op, ast.Add)
            if (
                heights
                and not added
                and isinstance(slot[3], ast.expr)
                and shown(slot[3]) == "EARTH_RADIUS_KM"
            ):
                far = ast.BinOp(slot[3], ast.Add(), ast.Name(heights[0], ast.Load()))
                yield replaced("ground", slot, far)


def within_sizes(tree: ast.Module) -> set[int]:
    """Return the ids of all nodes that say how many values are made: a thousand times as many are no slip."""
    calls = [node for node in ast.walk(tree) if called(node) in MAKERS]
    return {id(node) for one in calls for node in ast.walk(one) if node is not one}


def of_usual_units(slot: Slot) -> Iterator[Repair]:
    """Yield the values of a formula in the units that are mixed up most often."""
    yield from of_units(slot, UNITS[:8])


def of_units(slot: Slot, factors: tuple = UNITS[8:]) -> Iterator[Repair]:
    """Yield the values of a formula in other units, and heights from the centre instead of the ground."""
    parent, node = slot[0], slot[3]
    if not _counts(node, parent, slot[1]):
        return
    for factor in factors:
        yield replaced("unit", slot, times(node, factor))
    if isinstance(node, ast.Name) and node.id.split("_")[0].lower() in _HEIGHTS:
        yield replaced("height", slot, ast.BinOp(node, ast.Add(), ast.Constant(constants.EARTH_RADIUS_KM)))


def of_factors(slot: Slot) -> Iterator[Repair]:
    """Yield the values of a formula doubled, halved, by a turn, as a root, as a square."""
    parent, node = slot[0], slot[3]
    if not _counts(node, parent, slot[1]):
        return
    for factor in TURNS:
        yield replaced("factor", slot, times(node, factor))
    if not (
        isinstance(node, ast.Constant) and isinstance(node.value, (int, float)) and abs(node.value) >= MANY
    ):
        yield replaced("square", slot, ast.BinOp(node, ast.Pow(), ast.Constant(2)))
    yield replaced("root", slot, ast.BinOp(node, ast.Pow(), ast.Constant(0.5)))
    if isinstance(node, ast.Constant) and isinstance(node.value, int):
        for other in (1.5, 0.5, 0.25):
            yield replaced("number", slot, ast.Constant(other))
    yield replaced("rest", slot, ast.BinOp(ast.Constant(1), ast.Sub(), node))


def of_numbers(slot: Slot) -> Iterator[Repair]:
    """Yield other numbers in the place of one."""
    node = slot[3]
    if not isinstance(node, ast.Constant) or isinstance(node.value, bool):
        return
    value = node.value
    if isinstance(value, (int, float)) and value != 0:
        near = [one for one in KNOWN if 0.5 < abs(one / value) < 2 and one != value]
        scaled = [one * k for one in KNOWN for k in (1000.0, 1e-3, 1e9, 1e6) if 0.9 < one * k / value < 1.1]
        for other in sorted(near, key=lambda one: abs(one - value))[:6] + scaled:
            yield replaced("constant", slot, ast.Constant(other))
    if isinstance(value, int) and abs(value) < 10:
        for other in (value - 1, value + 1, -value):
            yield replaced("number", slot, ast.Constant(other))


def of_words(tree: ast.Module) -> Iterator[Repair]:
    """Return other words in the place of each: texts and names that the function itself knows."""
    found = slots(tree)
    texts = {one[3].value for one in found if isinstance(one[3], ast.Constant) and type(one[3].value) is str}
    texts |= set(COLUMNS if texts & {"launched", "owner", "builder"} else ())
    names = {one[3].id for one in found if isinstance(one[3], ast.Name) and isinstance(one[3].ctx, ast.Store)}
    names |= {one[3].arg for one in found if isinstance(one[3], ast.arg)}
    for slot in found:
        node = slot[3]
        if isinstance(node, ast.Constant) and type(node.value) is str:
            for text in sorted(texts - {node.value}):
                yield replaced("word", slot, ast.Constant(text))
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in names:
            for name in sorted(names - {node.id}):
                yield replaced("name", slot, ast.Name(name, ast.Load()))


def of_pairs(tree: ast.Module) -> Iterator[Repair]:
    """Yield two numbers exchanged, and one function in the place of another wherever it is called."""
    found = slots(tree)
    constants_in = [(one, one[3].value) for one in found if isinstance(one[3], ast.Constant)]
    numbers = [(one, value) for one, value in constants_in if type(value) in (int, float)]
    for (first, value), (second, other) in itertools.combinations(numbers[:8], 2):
        if value != other:
            swap = replaced("exchanged", first, ast.Constant(other))
            yield together("exchanged", [swap, replaced("exchanged", second, ast.Constant(value))])
    names = {}
    for slot in found:
        for one in of_functions(slot):
            if one.kind == "function":
                names.setdefault((one.part.rsplit(".", 1)[-1], one.other), []).append(one)
    for alike in names.values():
        if len(alike) > 1:
            yield together("function", alike)


def _counts(node: ast.AST, parent: ast.AST, field: str) -> TypeGuard[ast.expr]:
    """Return whether a node is a value of a formula, and no function, place or statement."""
    if isinstance(parent, (ast.Subscript, ast.Attribute, ast.keyword, ast.arguments, ast.JoinedStr)):
        return False
    if (isinstance(parent, ast.Call) and field == "func") or written_out(node):
        return False
    if isinstance(node, ast.Constant):
        return isinstance(node.value, float) or (isinstance(node.value, int) and abs(node.value) > 20)
    if isinstance(node, ast.Name):
        return isinstance(node.ctx, ast.Load)
    whole = isinstance(parent, (ast.Assign, ast.Return)) or field == "elts" or isinstance(parent, ast.BinOp)
    return whole and isinstance(node, (ast.Call, ast.BinOp, ast.Subscript))


def _turned(op):
    return {ast.Lt: ast.Gt, ast.Gt: ast.Lt, ast.LtE: ast.GtE, ast.GtE: ast.LtE}.get(type(op), type(op))()

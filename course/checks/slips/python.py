"""Slips of the language, in any exercise: powers, brackets, whole divisions, rounding, loops."""

import ast
from collections.abc import Iterator

from course.checks.slips.repairs import (
    CONVERTERS,
    RADIANS,
    Repair,
    Slot,
    call,
    called,
    changed,
    permutations,
    replaced,
    shown,
    written_out,
)

ROUNDING = ("round", "int", "floor", "ceil", "trunc", "rint", "around", "fix")
WAVES = ("sin", "cos", "tan")
ARCS = ("arcsin", "arccos", "arctan", "asin", "acos", "atan", "arctan2", "atan2")


def of_operators(slot: Slot) -> Iterator[Repair]:
    """Yield the repairs of an operator: powers, whole division, brackets."""
    node = slot[3]
    if not isinstance(node, ast.BinOp):
        return
    if isinstance(node.op, ast.FloorDiv):
        yield changed("whole division", node, "op", ast.Div())
    power = _broken(node.left, node.right) if isinstance(node.op, ast.Div) else None
    if power:
        yield replaced("broken power", slot, power)


def _broken(left, below):
    """Return a product whose last factor is a power, with the number below it moved into the exponent."""
    if isinstance(left, ast.UnaryOp):
        inner = _broken(left.operand, below)
        return inner and ast.UnaryOp(left.op, inner)
    if not isinstance(left, ast.BinOp):
        return None
    if isinstance(left.op, ast.Pow):
        return ast.BinOp(left.left, ast.Pow(), ast.BinOp(left.right, ast.Div(), below))
    inner = _broken(left.right, below)
    return inner and ast.BinOp(left.left, left.op, inner)


def of_brackets(slot: Slot) -> Iterator[Repair]:
    """Yield the same operands and operators, read with other brackets."""
    node = slot[3]
    if isinstance(node, ast.BoolOp):
        yield from _of_conditions(slot)
    if not isinstance(node, ast.BinOp):
        return
    left, right = node.left, node.right
    if isinstance(left, ast.BinOp) and not _alike(left.op, node.op):
        turned = ast.BinOp(left.left, left.op, ast.BinOp(left.right, node.op, right))
        yield replaced("brackets", slot, turned, f"({shown(left)}) {_sign(node)} {shown(right)}")
    if isinstance(right, ast.BinOp) and not _alike(node.op, right.op):
        turned = ast.BinOp(ast.BinOp(left, node.op, right.left), right.op, right.right)
        yield replaced("brackets", slot, turned, f"{shown(left)} {_sign(node)} ({shown(right)})")
    taken = _first_factor(left) if isinstance(node.op, (ast.Add, ast.Sub)) else None
    if taken:
        over = ast.BinOp(taken[0], ast.Mult(), ast.BinOp(taken[1], node.op, right))
        yield replaced("brackets", slot, over, f"({shown(left)}) {_sign(node)} ({shown(right)})")
    if isinstance(left, ast.UnaryOp) and isinstance(left.op, ast.USub):
        yield replaced("brackets", slot, ast.UnaryOp(ast.USub(), ast.BinOp(left.operand, node.op, right)))
    for inner, build in ((left, lambda x: (x, right)), (right, lambda x: (left, x))):
        if (
            isinstance(inner, ast.Call)
            and len(inner.args) == 1
            and not inner.keywords
            and called(inner) != "len"
        ):
            wider = ast.BinOp(*_between(build(inner.args[0]), node.op))
            yield replaced("end of a call", slot, ast.Call(inner.func, [wider], []), shown(inner))


def _of_conditions(slot):
    """Yield conditions joined by and, or in the other order: ``(a or b) and c`` for ``a or b and c``."""
    node, values = slot[3], slot[3].values
    for k, inner in enumerate(values):
        if not isinstance(inner, ast.BoolOp) or isinstance(inner.op, type(node.op)):
            continue
        word = "or" if isinstance(node.op, ast.Or) else "and"
        read = f" {word} ".join(f"({shown(one)})" if one is inner else shown(one) for one in values)
        if k == len(values) - 1:
            joined = ast.BoolOp(node.op, [*values[:k], inner.values[0]])
            yield replaced("brackets", slot, ast.BoolOp(inner.op, [joined, *inner.values[1:]]), read)
        if k == 0:
            joined = ast.BoolOp(node.op, [inner.values[-1], *values[1:]])
            yield replaced("brackets", slot, ast.BoolOp(inner.op, [*inner.values[:-1], joined]), read)


def _first_factor(node):
    """Return the first factor of a product and the rest of it, None of anything else."""
    if not (isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Mult, ast.Div))):
        return None
    inner = _first_factor(node.left)
    if inner:
        return inner[0], ast.BinOp(inner[1], node.op, node.right)
    return (node.left, node.right) if isinstance(node.op, ast.Mult) else None


def of_calls(slot: Slot) -> Iterator[Repair]:
    """Yield the repairs of a call: rounding, its end, angles."""
    node = slot[3]
    name = called(node)
    if not (isinstance(node, ast.Call) and name):
        return
    before = node.func.value if isinstance(node.func, ast.Attribute) else None
    exact = node.args[0] if _plain(node) else before
    if name in ROUNDING and exact is not None:
        yield replaced("rounding", slot, exact, shown(node.func))
    if len(node.args) == 1 and isinstance(node.args[0], ast.BinOp) and name != "len":
        inner = node.args[0]
        left, right = ast.Call(node.func, [inner.left], []), ast.Call(node.func, [inner.right], [])
        yield replaced("end of a call", slot, ast.BinOp(left, inner.op, inner.right))
        yield replaced("end of a call", slot, ast.BinOp(inner.left, inner.op, right))
        yield replaced("call of a whole", slot, ast.BinOp(left, inner.op, right))
    inner = node.args[0] if len(node.args) == 1 else None
    if isinstance(inner, ast.Call) and called(inner) and len(inner.args) == 1:
        turned = ast.Call(inner.func, [ast.Call(node.func, inner.args, [])], [])
        yield replaced("order of calls", slot, turned)
    if name in CONVERTERS and node.args and not written_out(node):
        yield replaced("angle", slot, call("degrees" if name in RADIANS else "radians", node.args[0]))
        yield replaced("angle", slot, node.args[0])
    if name in WAVES and node.args:
        yield replaced("angle", slot, ast.Call(node.func, [call("radians", node.args[0])], []))
    if name in ARCS:
        yield replaced("angle", slot, call("degrees", node))


def of_returns(slot: Slot) -> Iterator[Repair]:
    """Yield the repairs of what a function hands back: its order, its angle."""
    parent, node = slot[0], slot[3]
    if not isinstance(parent, ast.Return):
        return
    if isinstance(node, ast.Tuple) and len(node.elts) <= 3:
        for order in permutations(node):
            yield replaced("order", slot, order)
    if isinstance(node, ast.expr):
        yield replaced("angle", slot, call("degrees", node))
        yield replaced("angle", slot, call("radians", node))


def of_names(slot: Slot) -> Iterator[Repair]:
    """Yield the repairs of an attribute: a call without its brackets, days and seconds."""
    parent, node = slot[0], slot[3]
    if isinstance(node, ast.Attribute) and not (isinstance(parent, ast.Call) and parent.func is node):
        yield replaced("no call", slot, ast.Call(node, [], []))
        if node.attr == "seconds":
            yield replaced("seconds of a timedelta", slot, ast.Attribute(node.value, "days", ast.Load()))


def of_dates(slot: Slot) -> Iterator[Repair]:
    """Yield the days between two dates in the place of a difference of their days of the month."""
    node = slot[3]
    if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Sub):
        one, other = node.left, node.right
        if not (isinstance(one, ast.Attribute) and isinstance(other, ast.Attribute)):
            return
        if one.attr == other.attr == "day":
            between = ast.BinOp(one.value, ast.Sub(), other.value)
            yield replaced("day of the month", slot, ast.Attribute(between, "days", ast.Load()))


def of_loops(slot: Slot) -> Iterator[Repair]:
    """Yield the repairs of a loop: a return inside it, a start inside it, a sum that forgets."""
    block, field, place, node = slot
    if not isinstance(node, (ast.For, ast.While)) or place is None:
        return
    rows = getattr(block, field)
    for k, line in enumerate(node.body):
        simple = isinstance(line, ast.Assign) and isinstance(line.value, (ast.Constant, ast.List))
        if simple and len(node.body) > 1:
            yield _moved("start in the loop", node.body, k, rows, place)
    bodies = [node.body, *(one.body for one in ast.walk(node) if isinstance(one, ast.If))]
    for body in bodies:
        if isinstance(body[-1], ast.Return) and len(body) > 1:
            yield _moved("return in the loop", body, len(body) - 1, rows, place + 1)
    for inner in ast.walk(node):
        for name, body in ast.iter_fields(inner):
            if name in ("body", "orelse") and isinstance(body, list):
                yield from _forgetful(inner, name, body)


def _forgetful(owner, field, body):
    for k, line in enumerate(body):
        if not (isinstance(line, ast.Assign) and len(line.targets) == 1):
            continue
        target, value = line.targets[0], line.value
        if called(value) == "append":
            yield replaced("append", (owner, field, k, line), ast.Expr(value))
        elif isinstance(target, ast.Name):
            more = ast.AugAssign(target, ast.Add(), value)
            yield replaced("forgets", (owner, field, k, line), more)


def _moved(kind, body, k, rows, place):
    line = body[k]

    def put():
        del body[k]
        rows.insert(place, line)

        def back():
            del rows[place]
            body.insert(k, line)

        return back

    return Repair(kind, line, shown(line), put)


def _plain(node: ast.Call) -> bool:
    """Return whether a call has what it works on between its brackets, not before its dot."""
    before = node.func.value if isinstance(node.func, ast.Attribute) else None
    module = isinstance(before, ast.Name) and before.id in ("np", "numpy", "math")
    return bool(node.args) and (isinstance(node.func, ast.Name) or module)


def _between(operands, op):
    return operands[0], op, operands[1]


def _alike(first, second):
    if isinstance(first, ast.Mult):
        return isinstance(second, (ast.Mult, ast.Div))
    return isinstance(first, ast.Add) and isinstance(second, (ast.Add, ast.Sub))


def _sign(node):
    signs = {"Add": "+", "Sub": "-", "Mult": "*", "Div": "/", "FloorDiv": "//", "Mod": "%", "Pow": "**"}
    return signs.get(type(node.op).__name__, "and then")

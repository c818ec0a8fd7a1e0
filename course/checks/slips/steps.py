"""Slips of a procedure, in any exercise: a loop that ends early, one list twice, a place too early."""

import ast
from collections.abc import Iterator, Sequence

from course.checks.slips.repairs import Repair, Slot, call, replaced, shown, together

TAKING = ("remove", "pop", "insert", "clear")  # what makes a row longer or shorter while it is gone through
SPOILING = (*TAKING, "append", "extend", "sort", "reverse", "fill")


def of_steps(slot: Slot) -> Iterator[Repair]:
    """Yield the repairs of a statement: a break, a list emptied, a row that its own loop changes."""
    node = slot[3]
    if isinstance(node, ast.Break):
        yield replaced("break", slot, ast.Pass())
    if isinstance(node, ast.Expr) and isinstance(row := _worked_on(node.value, ("clear",)), ast.Name):
        new = ast.Assign([ast.Name(row.id, ast.Store())], ast.List([], ast.Load()))
        yield replaced("same list", slot, new)
    row = node.iter if isinstance(node, ast.For) else None
    if isinstance(row, ast.Name) and any(_is(_worked_on(one, TAKING), row.id) for one in ast.walk(node)):
        copied = ast.Call(ast.Name("list", ast.Load()), [row], [])
        yield replaced("changed in its loop", (node, "iter", None, row), copied)


def of_places(slot: Slot) -> Iterator[Repair]:
    """Yield the next and the last place in the stead of one that is handed over or looked up."""
    parent, field, node = slot[0], slot[1], slot[3]
    handed = isinstance(parent, ast.Call) and field == "args"
    if not (handed or isinstance(parent, (ast.Slice, ast.Subscript))) or field == "value":
        return
    if isinstance(node, (ast.Name, ast.Call, ast.Subscript)):
        for more in (1, -1):
            yield replaced("one off", slot, ast.BinOp(node, ast.Add(), ast.Constant(more)))


def of_sizes(slot: Slot) -> Iterator[Repair]:
    """Yield a comparison of sizes, without their signs."""
    node = slot[3]
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        both = (node, "left", None, node.left), (node, "comparators", 0, node.comparators[0])
        yield together(
            "absolute value", [replaced("absolute value", one, call("abs", one[3])) for one in both]
        )


def one_case(tree: ast.Module, name: str, shown_values: Sequence[set]) -> tuple[str, int] | None:
    """Return (condition, line) of the first branch with a fixed value for one of the shown inputs."""
    function = _function(tree, name)
    for place, parameter in enumerate(function.args.args):
        for node in ast.walk(function):
            if not (isinstance(node, ast.If) and isinstance(node.test, ast.Compare)):
                continue
            sides = [node.test.left, *node.test.comparators]
            fixed = {one.value for one in sides if isinstance(one, ast.Constant)}
            asks = isinstance(node.test.ops[0], ast.Eq) and any(_is(one, parameter.arg) for one in sides)
            if asks and fixed & shown_values[place] and _hands_back_a_number(node.body[-1]):
                return shown(node.test), node.lineno
    return None


def spoils(tree: ast.Module, name: str) -> tuple[str, int] | None:
    """Return (parameter, line) of the first statement that changes what was handed over, or None."""
    function = _function(tree, name)
    handed = {parameter.arg for parameter in function.args.args}
    for node in ast.walk(function):
        if not isinstance(node, (ast.stmt, ast.expr)):
            continue
        target = _worked_on(node, SPOILING)
        if isinstance(node, ast.AugAssign):
            target = node.target
        elif isinstance(node, ast.Assign) and isinstance(node.targets[0], ast.Subscript):
            target = node.targets[0]
        while isinstance(target, ast.Subscript):
            target = target.value
        if isinstance(target, ast.Name) and target.id in handed:
            return target.id, node.lineno
    return None


def _function(tree, name):
    return next(n for n in tree.body[::-1] if isinstance(n, ast.FunctionDef) and n.name == name)


def _hands_back_a_number(node):
    return isinstance(node, ast.Return) and isinstance(node.value, ast.Constant)


def _worked_on(node: ast.AST, methods: Sequence[str]) -> ast.expr | None:
    """Return what stands before the dot where one of some methods is called, None of anything else."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in methods:
        return node.func.value
    return None


def _is(node, name):
    return isinstance(node, ast.Name) and node.id == name

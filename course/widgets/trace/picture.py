"""The trace: the picture."""

from string import Template
from typing import TYPE_CHECKING, Any

import traitlets

from course import evidence, predictions
from course.evidence.trail import QUALIFIER
from course.quantities import word
from course.widgets.kit.bundles import expression
from course.widgets.kit.palette import unmarked
from course.widgets.kit.picture import Picture
from course.widgets.questions import Asked
from course.widgets.trace import figure as twin
from course.widgets.trace import words as wording

if TYPE_CHECKING:
    from matplotlib.axes import Axes

JOINT = ", "  # between the names of an order that is kept
START = ("article", "post", "DLR", "headline", "letter")  # no step of it fits


class Trace(Picture):
    """The picture that `trace` makes; what the learner chose is kept where predictions are.

    Attributes
    ----------
    order : list of str
        Names of the reports in the learner's order, the origin first.
    lost : str
        Name of the report in which the learner says that the word got lost, or "".
    """

    drawing = expression("trace")
    labels = wording.LABELS
    title = "From report to report"

    order = traitlets.List(traitlets.Unicode(), list(START)).tag(sync=True)
    lost = traitlets.Unicode("").tag(sync=True)

    def __init__(self, *, question: Asked = None):
        sources = evidence.trail_sources()
        self._reports = {one["name"]: one for one in evidence.trail()}
        reports = [
            {
                "name": name,
                "text": one["text"],
                "follows": one["follows"] or "",
                "has": QUALIFIER in one["text"],
                "source": unlinked(sources[name]),
            }
            for name, one in self._reports.items()
        ]
        words = {name.lower(): getattr(wording, name) for name in dir(wording) if name.isupper()}
        words |= {"reports": reports, "labels": wording.LABELS}
        super().__init__(words=words, question=question, **self._kept())
        self.observe(self._keep, ["order", "lost"])

    def _kept(self) -> dict[str, Any]:  # Any: the values of two traits
        """Return what was chosen before, as far as today's reports know it."""
        said = {part: str(predictions.stored().get(f"trace {part}", "")) for part in wording.KEPT}
        order = said["order"].split(JOINT)
        found = {"order": order} if sorted(order) == sorted(self._reports) else {}
        return found | ({"lost": said["lost"]} if said["lost"] in self._reports else {})

    def _keep(self, change):
        said = JOINT.join(change.new) if change.name == "order" else change.new
        if said and predictions.stored().get(f"trace {change.name}") != said:
            predictions.ask(f"trace {change.name}", wording.KEPT[change.name])
            predictions.predict(f"trace {change.name}", said)

    @traitlets.validate("order")
    def _all_of_them(self, proposal):
        if sorted(proposal.value) != sorted(self._reports):
            raise ValueError(
                f"order must hold each of {', '.join(self._reports)} once (got {proposal.value!r})"
            )
        return proposal.value

    @traitlets.validate("lost")
    def _one_of_them(self, proposal):
        return proposal.value and word("lost", proposal.value, list(self._reports))

    @property
    def fits(self) -> list[bool]:
        """Whether each step leads to the report that goes back to the one before."""
        pairs = zip(self.order, self.order[1:], strict=False)
        return [self._reports[later]["follows"] == earlier for earlier, later in pairs]

    @property
    def sentence(self) -> str:
        if not all(self.fits):
            told = {"fits": sum(self.fits), "all": len(self.fits)}
            return unmarked(Template(wording.UNORDERED).substitute(told))
        if not self.lost:
            return unmarked(wording.ORDERED)
        without = [name for name in self.order if not self._has(name)]
        if self.lost == without[0]:
            return unmarked(wording.FOUND)
        why = wording.HAS if self._has(self.lost) else wording.LATER
        return unmarked(Template(wording.NOT_THERE).substitute(name=self.lost, why=why))

    @property
    def alt(self) -> str:
        return Template(wording.ALT).substitute(order=", ".join(self.order), sentence=self.sentence)

    def draw(self, ax: "Axes") -> None:
        reports = [self._reports[name] for name in self.order]
        twin.draw(ax, reports, self.fits, {name: self._has(name) for name in self._reports})

    def _has(self, name):
        return QUALIFIER in self._reports[name]["text"]


def unlinked(source: str) -> str:
    """Return a source without the address of its link.

    Examples
    --------
    >>> unlinked("NASA: [A page](https://www.nasa.gov/), 2022")
    'NASA: A page, 2022'
    """
    before, _, rest = source.partition("[")
    title, _, after = rest.partition("](")
    return before + title + after.partition(")")[2]

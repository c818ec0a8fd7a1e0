"""The article: the picture."""

from collections import Counter
from string import Template
from typing import TYPE_CHECKING

import traitlets

from course import evidence, predictions
from course.evidence.marks import NO_SOURCE, read
from course.predictions import Prediction
from course.quantities import word
from course.widgets.article import figure as twin
from course.widgets.article import tables
from course.widgets.article import words as wording
from course.widgets.kit.bundles import expression
from course.widgets.kit.palette import unmarked
from course.widgets.kit.picture import Picture
from course.widgets.kit.show import blank
from course.widgets.questions import Asked

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


class Article(Picture):
    """The picture that `article` makes.

    Attributes
    ----------
    marks : dict
        Id of a statement to what the learner makes of it: kind, verdict and source, as many as are decided.
        They are kept where predictions are (`course.evidence.mark`).
    statement : str
        Id of the statement that is open.
    """

    drawing = expression("article")
    labels = wording.LABELS
    title = "The article, sentence by sentence"

    marks = traitlets.Dict().tag(sync=True)
    statement = traitlets.Unicode("").tag(sync=True)

    def __init__(self, *, question: Asked = None, statement: str = ""):
        self._ids = [one["id"] for one in tables.statements()]
        kept = {name: _shown(parts) for name, parts in evidence.marks().items() if name in self._ids}
        words = tables.words()
        super().__init__(words=words, question=question, marks=kept, statement=statement or self._ids[0])
        predictions.listen(self)
        self.observe(self._keep, "marks")

    @traitlets.validate("statement")
    def _one_of_them(self, proposal):
        return word("statement", proposal.value, self._ids)

    @traitlets.validate("marks")
    def _read_them(self, proposal):
        return {
            word("a statement", name, self._ids): {
                part: read({part: said})[part] for part, said in parts.items()
            }
            for name, parts in proposal.value.items()
        }

    def _keep(self, change):
        for name, parts in change.new.items():
            before = change.old.get(name, {})
            news = {part: said for part, said in parts.items() if before.get(part) != said}
            if news and any(evidence.marks().get(name, {}).get(part) != said for part, said in news.items()):
                evidence.mark(name, **news)

    def predicted(self, prediction: Prediction) -> None:
        """Follow what is marked elsewhere: in a cell, or in the same page shown a second time."""
        super().predicted(prediction)
        name, _, part = prediction.id.partition(" ")
        marked = self.marks.get(name, {})
        if name in self._ids and part in wording.KEPT and marked.get(part) != prediction.answer:
            self.marks = {**self.marks, name: {**marked, part: prediction.answer}}

    @property
    def sentence(self) -> str:
        verdicts = Counter(parts["verdict"] for parts in self.marks.values() if "verdict" in parts)
        told = [f"{verdicts[one]} {one}" for one in self.words["verdicts"] if verdicts[one]]
        return unmarked(
            Template(wording.SENTENCE).substitute(
                marked=verdicts.total(), all=len(self._ids), counts=f": {', '.join(told)}" if told else "",
                sourced=sum(parts.get("source", NO_SOURCE) != NO_SOURCE for parts in self.marks.values()),
            )
        )  # fmt: skip

    @property
    def alt(self) -> str:
        said = tables.statements()
        shown = next(one for one in said if one["id"] == self.statement)
        return Template(wording.ALT).substitute(
            all=len(said), paragraphs=len({one["paragraph"] for one in said}), open=shown["text"],
            sentence=self.sentence,
        )  # fmt: skip

    def draw(self, ax: "Axes") -> None:
        twin.draw(ax, tables.statements(), self.marks)

    def figure(self) -> "Figure":
        figure, ax = blank(width_in=9.0, height_in=1.5)
        self.draw(ax)
        return figure


def _shown(parts):
    return {part: said for part, said in parts.items() if part in wording.KEPT}

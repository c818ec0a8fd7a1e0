"""Picture: base of all interactive pictures of the course.

A picture is one small Python class and one ES module. Python computes everything once, over the whole range
of the controls, and hands it over as arrays and as words; the module only draws what is at the chosen
place. So a slider needs no kernel, the page of `Picture.to_html` needs no server, and both show the same.

CONTRIBUTING.md shows how a picture is made, file by file. What the class of a picture may define,
here of one that is invented::

    class Globe(Picture):
        drawing = expression("globe")             # the bundle of its view.js and what that imports
        title = "The station's path over the ground"
        inclination_deg = Number(51.64).tag(sync=True)    # what a cell can read and set

        def __init__(self, *, question=None):
            super().__init__(
                arrays={"track_deg": track},      # p.data.track_deg in JavaScript: .values, .shape
                words={"sentences": sentences},   # p.words.sentences: what the picture says, all states
                question=question,                # the id of one in course.widgets.questions
            )

        sentence = property(...)                  # the line under the picture, for the present state
        alt = property(...)                       # what a reader who does not see it needs

        def draw(self, ax): ...                   # the matplotlib twin: calls the drawing in figure.py

``view.js`` exports ``picture({start(p) {...}, draw(p, c) {...}, say(p) {...}})``; ``js/stage.js`` lists
what it may define and what ``p`` offers. Words may carry the colour of what they name: ``"At {speed:7.66
km/s} ..."`` colours what follows the colon in the role ``speed`` of `course.widgets.kit.palette`;
`palette.unmarked` takes such marks out.
"""

import base64
import html
import json
import uuid
from functools import cache
from string import Template
from typing import TYPE_CHECKING, ClassVar

import anywidget
import traitlets

from course import predictions
from course.predictions import Prediction
from course.widgets import questions
from course.widgets.kit import bundles, palette, waiting, watching
from course.widgets.kit.arrays import Arrays, pack
from course.widgets.kit.show import blank, to_html
from course.widgets.kit.words import KIT, Words
from course.widgets.questions import Asked

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

_OF_WIDGETS = ("_esm", "_css", "_anywidget_id", "_kit")  # traits that serve a notebook alone


@cache
def stylesheet() -> str:
    """Return the style of all pictures, the palette included."""
    return palette.css() + bundles.part("kit.css") + waiting.css()


class Kit(anywidget.AnyWidget):
    """What all pictures of a notebook share: script and style, sent to its page once."""

    _esm = bundles.shared_module()
    _css = stylesheet()
    _open = None

    @classmethod
    def reference(cls) -> str:
        """Return how a picture names the one kit of this process."""
        if cls._open is None or cls._open.comm is None:  # none yet, or somebody closed all widgets
            cls._open = cls()
            if watching.wanted():
                watching.follow(cls._open, "kit", bundles.shared_module)
        return f"IPY_MODEL_{cls._open.model_id}"


class Picture(anywidget.AnyWidget):
    """A drawing that answers to the hand: base of all widgets of the course.

    Parameters
    ----------
    arrays : dict of str to array_like or course.widgets.kit.arrays.Rounded
        What is drawn, sent once: as float32, or rounded where it is only drawn.
    words : dict
        What is said: plain data (text, numbers, lists, dicts) that JSON can hold.
    question : str or course.predictions.Question, optional
        One of the lessons' questions by its id (`course.widgets.questions`), or one from `predictions.ask`.
        Asked before the picture opens. It opens by an answer in the picture, by ``predict(id, answer)`` in a
        cell, by its "Skip" button, or at once if the answer is stored already.
    **traits
        Values of the synced traits of the subclass.

    Attributes
    ----------
    sentence, alt : str
        The result in words and the description of the drawing, for the present state.
    """

    drawing = ""
    title = ""
    labels: ClassVar[dict] = {}  # p.words.labels: what stands on the drawing and its controls
    sentence = ""
    alt = ""
    _is_made = False

    _kit = traitlets.Unicode().tag(sync=True)  # the widget that holds what all pictures share
    _arrays = traitlets.Bytes().tag(sync=True)
    _layout_of_arrays = traitlets.Dict().tag(sync=True)  # by name: see arrays.py
    words = traitlets.Dict().tag(sync=True)
    question = traitlets.Dict(allow_none=True).tag(sync=True)
    prediction = traitlets.Dict(allow_none=True).tag(sync=True)  # {"answer": ...} or {"skipped": true}

    def __init_subclass__(cls, **keywords):
        if "drawing" in cls.__dict__:  # not in the class that ipywidgets makes of each single widget
            cls._esm = bundles.picture_module(cls.drawing)
        super().__init_subclass__(**keywords)

    def __init__(
        self, *, arrays: Arrays | None = None, words: Words | None = None, question: Asked = None, **traits
    ) -> None:
        packed, where = pack(arrays or {})
        question = questions.asked(question)
        traits.setdefault("prediction", None)  # a Dict would start as {}
        super().__init__(
            _arrays=packed,
            _layout_of_arrays=where,
            words={"title": self.title, "labels": self.labels, "kit": KIT, **(words or {})},
            question=_shown(question),
            _kit=Kit.reference(),
            **traits,
        )
        self._is_made = True
        self.on_msg(self._hear)
        if watching.wanted():
            watching.follow(
                self, self._stem(), lambda: bundles.picture_module(bundles.expression(self._stem()))
            )
        if question is not None:
            known = predictions.stored().get(question.id)
            if known is not None:
                self.prediction = {"answer": known}
            predictions.listen(self)
            self.observe(self._store, "prediction")

    @traitlets.validate("words", "question", "_arrays", "_layout_of_arrays")
    def _computed(self, proposal):
        if self._is_made:
            raise traitlets.TraitError(
                f"{proposal.trait.name} is computed: set what the picture shows instead"
            )
        return proposal.value

    @traitlets.validate("prediction")
    def _fits(self, proposal):
        said = proposal.value
        if not said or said.get("skipped") or "answer" not in said or not self.question:
            return said
        return {"answer": predictions.checked(self.question["id"], said["answer"])}

    def _stem(self):
        """Return the name of the picture's room, which is that of its bundle."""
        module = next(cls.__module__ for cls in type(self).__mro__ if "drawing" in cls.__dict__)
        return module.split(".")[-2]

    def predicted(self, prediction: Prediction) -> None:
        """Open, if it was this picture's question that was answered."""
        if self.question and self.question["id"] == prediction.id:
            self.prediction = {"answer": prediction.answer}

    def _store(self, change):
        answer = (change.new or {}).get("answer")
        if answer is not None and predictions.stored().get(self.question["id"]) != answer:
            predictions.predict(self.question["id"], answer)

    def _hear(self, _, said, __):
        """Take over what the hand changed, and say so: js/link.js sends it again until then."""
        if not isinstance(said, dict) or not isinstance(said.get("values"), dict):
            return
        told = {"view": said.get("view"), "heard": said.get("number")}
        try:
            with self.hold_trait_notifications():
                for name, value in said["values"].items():
                    if name in self.keys and not self._is_frame(name):
                        setattr(self, name, value)
        except (traitlets.TraitError, ValueError, TypeError) as refused:
            told["refused"] = str(refused)
        self.send(told)

    def draw(self, ax: "Axes") -> str | None:
        """Draw the present state into matplotlib axes; some twins return what they drew, in words."""
        raise NotImplementedError(f"{type(self).__name__} has no twin: define draw(ax)")

    def figure(self) -> "Figure":
        """Return the present state as a matplotlib figure; ``show(p.figure(), p.alt)`` shows it."""
        figure, ax = blank()
        self.draw(ax)
        return figure

    def to_html(self, *, title: str | None = None) -> str:
        """Return a whole page with the picture: no server, no kernel, no request to anywhere.

        Parameters
        ----------
        title : str, optional
            Title of the page; by default the title of the picture.
        """
        return Template(bundles.part("page.html")).substitute(
            title=html.escape(title or self.title), picture=self.to_fragment("picture")
        )

    def to_fragment(self, element_id: str, *, shared: bool = True) -> str:
        """Return the picture as a piece of HTML that a page may hold beside others.

        Parameters
        ----------
        element_id : str
            Name of its element, different for each picture on a page.
        shared : bool
            Whether it brings what all pictures share: the first on a page does, the others need not.
        """
        words = f"<noscript><p>{html.escape(self.alt)}</p></noscript>"
        return self._fragment(element_id, words, f"({self.drawing})", shared)

    def _fragment(self, element_id: str, place: str, picture: str, shared: bool) -> str:
        values = {name: getattr(self, name) for name in self.keys if not self._is_frame(name)}
        values["_arrays"] = base64.b64encode(self._arrays).decode("ascii")
        state = json.dumps(values, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
        return Template(bundles.part("fragment.html")).substitute(
            id=html.escape(element_id),
            place=place,
            shared=shared_part() if shared else "",
            key=bundles.key(),
            state=state,
            picture=picture,
        )

    def _repr_mimebundle_(self, **keywords):
        """Return the view for a kernel and, beside it, what a saved notebook shows without one."""
        shown = super()._repr_mimebundle_(**keywords)
        data, metadata = shown if isinstance(shown, tuple) else (shown, {})
        return {**(data or {}), "text/html": self.kept()}, metadata

    def kept(self, element_id: str | None = None, *, shared: bool = True) -> str:
        """Return HTML that outlives the kernel: it moves where scripts run, else it stands still.

        The parameters are those of `to_fragment`; the name of the element is drawn at random by default.
        Where there is no matplotlib, as in a browser's Python, words stand in the place of a still picture.
        """
        try:
            still = to_html(
                self.figure(), self.alt, palette.unmarked(self.sentence), pixel_ratio=1, small=True
            )
        except ModuleNotFoundError:
            still = f"<noscript><p>{html.escape(self.alt)}</p></noscript>"
        name = element_id or "iss-" + uuid.uuid4().hex[:12]
        return self._fragment(name, still, bundles.zipped(self.drawing), shared)

    def _is_frame(self, name):
        """Tell the traits that serve ipywidgets and anywidget alone: a page without a kernel needs none."""
        return name in anywidget.AnyWidget.class_traits(sync=True) or name in _OF_WIDGETS

    def __repr__(self):
        return f"{self.title}: {self.alt}"


def shared_part() -> str:
    """Return what all pictures on a page share, as HTML: it stands before the first of them, once."""
    return Template(bundles.part("shared.html")).substitute(
        css=stylesheet(), key=bundles.key(), kit=bundles.expression("kit")
    )


def _shown(question):
    """Return what the browser may know of a question: of the computation, what it tells after the answer."""
    if question is None:
        return None
    shown = {
        "id": question.id,
        "text": question.text,
        "unit": question.unit,
        "choices": list(question.choices),
        "short": question.short,
        "right": question.right,
        "waits": question.waits,
        "ends": list(question.ends),
    }
    return shown | ({"places": list(question.places)} if question.places else {})

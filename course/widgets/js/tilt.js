// Where the inclination stands: a stop of the slider, or between two of them on the way to a mark.
// A picture has p.state.at and .stop, p.tilt (its slider) and p.marks (its buttons).

const GLIDE_MS = 600; // from mark to mark; rows of the tables are mixed on the way, for drawing alone

function tilt(p, stop, tell = true) {
  cancelAnimationFrame(p.gliding);
  settle(p, stop, tell);
  p.state.at = stop;
  p.redraw();
}

function settle(p, stop, tell) {
  p.tilt.set(stop);
  if (tell && stop !== p.state.stop) p.save({ inclination_deg: p.data.inclination_deg.values[stop] });
  p.state.stop = stop;
  p.marks.set(stop);
}

// From mark to mark the picture moves over: the way there shows what changes.
function glide(p, stop) {
  cancelAnimationFrame(p.gliding);
  if (p.still) return tilt(p, stop);
  const from = p.state.at;
  const begun = performance.now();
  settle(p, stop, true);
  const step = (now) => {
    const done = Math.min(Math.max((now - begun) / GLIDE_MS, 0), 1);
    p.state.at = done < 1 ? from + (stop - from) * done * done * (3 - 2 * done) : stop;
    if (done < 1) p.gliding = requestAnimationFrame(step);
    p.redraw();
  };
  p.gliding = requestAnimationFrame(step);
  p.redraw();
}

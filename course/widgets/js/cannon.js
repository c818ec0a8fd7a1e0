// Newton's cannon: drag the arrow of the speed, fire, and see where the shot goes.

const EDGE = { left: 30, right: 30, top: 62, bottom: 30 };
const GRAVITY_PX = 58; // length of the arrow of gravity at the cannon
const GHOSTS = 6;

picture({
  follow: ["speed_km_s", "gravity", "body"],
  height: (width) => Math.round(Math.min(Math.max(0.62 * width, 340), 560)),

  start(p) {
    p.state = { stop: 0, gravity: p.model.get("gravity"), body: p.model.get("body"), time: 0, ghosts: [] };
    p.state.stop = nearestStop(p, p.model.get("speed_km_s"));
    p.slider = p.slider({
      label: "Speed of the shot", min: 0, max: p.words.stops_km_s.length - 1, step: 1, value: p.state.stop,
      text: (stop) => `{speed:${speedWords(p, stop)}}`,
      input: (stop) => aim(p, stop),
    });
    p.time = p.player({
      end: () => flightTime(p),
      rate: () => p.data.rate.values[p.state.stop],
      step: () => p.data.rate.values[p.state.stop],
      at: (time) => (p.state.time = time),
      reset: () => (p.state.ghosts = []),
    });
    p.clock = p.note(p.time.box);
    p.gravitySwitch = p.toggle({
      label: "{gravity:gravity}", value: p.state.gravity,
      input: (on) => turn(p, { gravity: on }),
    });
    p.bodyChoice = p.choice({
      label: "Shoot", value: p.state.body, options: [["ball", "a ball, 1 kg"], ["station", "the station, 420 t"]],
      input: (body) => turn(p, { body }),
    });
  },

  changed(p, name, value) {
    if (name === "speed_km_s") aim(p, nearestStop(p, value), false);
    else turn(p, { [name]: value }, false);
    p.slider.set(p.state.stop);
    p.gravitySwitch.set(p.state.gravity);
    p.bodyChoice.set(p.state.body);
  },

  opened(p, answer, byHand) {
    if (!byHand || typeof answer !== "number") return;
    aim(p, nearestStop(p, answer));
    p.slider.set(p.state.stop);
    if (!p.still) p.time.start();
  },

  say(p) {
    if (!p.open) return { sentence: "", alt: p.words.closed };
    const kind = p.state.body + (p.state.gravity ? "" : "-straight");
    return { sentence: p.words.sentences[kind][p.state.stop], alt: p.words.alts[kind][p.state.stop] };
  },

  draw(p, c) {
    const view = look(p);
    drawEarth(p, c, view);
    drawHeight(p, c, view);
    if (p.open) {
      p.state.ghosts.forEach((ghost) => drawGhost(p, c, view, ghost));
      drawPath(p, c, view);
      drawLanding(p, c, view);
      drawFarEnd(p, c, view);
    }
    drawCannon(p, c, view);
    if (p.open) drawBody(p, c, view);
  },

  grab(p, x, y) {
    const view = look(p);
    const tip = view.x(0) + arrowScale(p) * p.words.stops_km_s[p.state.stop];
    return Math.hypot(x - tip, y - view.y(launchRadius(p))) < 24 ? { offset: x - tip } : null;
  },

  drag(p, thing, x) {
    // The frame follows the shot while the arrow is dragged; the arrow's tip stays under the pointer.
    let best = 0;
    let least = Infinity;
    for (let stop = 0; stop < p.words.stops_km_s.length; stop += 1) {
      const miss = Math.abs(look(p, stop).x(0) + arrowScale(p) * p.words.stops_km_s[stop] + thing.offset - x);
      if (miss < least) [best, least] = [stop, miss];
    }
    aim(p, best);
    p.slider.set(best);
  },
});

// State ------------------------------------------------------------------------------------------
function aim(p, stop, tell = true) {
  if (stop === p.state.stop) return;
  remember(p);
  p.time.stop();
  Object.assign(p.state, { stop, time: 0 });
  if (tell) p.save({ speed_km_s: p.words.stops_km_s[stop] });
  p.redraw();
}

function turn(p, change, tell = true) {
  remember(p);
  p.time.stop();
  Object.assign(p.state, change, { time: 0 });
  if (tell) p.save(change);
  p.redraw();
}

// A shot that stood still for a moment is kept as a faint trace; those passed over while dragging are not.
function remember(p) {
  const now = performance.now();
  const { stop, gravity, ghosts, seen } = p.state;
  if (p.open && now - (seen ?? now) > 600) {
    p.state.ghosts = ghosts.filter((one) => one.stop !== stop || one.gravity !== gravity);
    p.state.ghosts = [...p.state.ghosts, { stop, gravity }].slice(-GHOSTS);
  }
  p.state.seen = now;
}

const launchRadius = (p) => p.words.earth_radius_km + p.words.altitude_km;
const speedWords = (p, stop) => `${p.words.stops_km_s[stop].toFixed(2)} km/s`;

function nearestStop(p, speed) {
  let best = 0;
  p.words.stops_km_s.forEach((each, stop) => {
    if (Math.abs(each - speed) < Math.abs(p.words.stops_km_s[best] - speed)) best = stop;
  });
  return best;
}

// Where things are -------------------------------------------------------------------------------
function row(p, name, stop) {
  const { values, shape } = p.data[name];
  return values.subarray(stop * shape[1], (stop + 1) * shape[1]);
}

function look(p, stop = p.state.stop) {
  const [left, right, bottom, top] = row(p, "frame_km", stop);
  const wide = p.width - EDGE.left - EDGE.right;
  const high = p.height - EDGE.top - EDGE.bottom;
  const scale = Math.min(wide / (right - left), high / (top - bottom));
  const middle = EDGE.left + wide / 2 - (scale * (left + right)) / 2;
  const sky = EDGE.top + (high - scale * (top - bottom)) / 2 + scale * top;
  return { scale, x: (km) => middle + scale * km, y: (km) => sky - scale * km };
}

const arrowScale = (p) => Math.min((p.width / 2 - 40) / 12, 34); // px per km/s, the same at every zoom

function flightTime(p) {
  const times = row(p, "time_s", p.state.stop);
  return p.state.gravity ? times[times.length - 1] : p.data.straight_s.values[p.state.stop];
}

// Place, speed and pull of the body at a time: between two computed points.
function bodyAt(p, time) {
  const { stop, gravity } = p.state;
  const speed = p.words.stops_km_s[stop];
  if (!gravity) {
    const x = (p.data.straight_km.values[stop] * time) / p.data.straight_s.values[stop];
    return { x: speed ? x : 0, y: launchRadius(p), across: 1, up: 0, speed, pull: 0 };
  }
  const [times, xs, ys] = ["time_s", "x_km", "y_km"].map((name) => row(p, name, stop));
  let i = 1;
  while (i < times.length - 1 && times[i] < time) i += 1;
  const part = Math.min(Math.max((time - times[i - 1]) / (times[i] - times[i - 1]), 0), 1);
  const between = (values) => values[i - 1] + part * (values[i] - values[i - 1]);
  const slope = (values) => slopeAt(values, i, part);
  const length = Math.hypot(slope(xs), slope(ys)) || 1;
  return {
    x: between(xs), y: between(ys), across: slope(xs) / length, up: slope(ys) / length,
    speed: between(row(p, "speed_km_s", stop)), pull: between(row(p, "pull", stop)),
  };
}

function slopeAt(values, i, part) {
  const here = (k) => values[Math.min(k + 1, values.length - 1)] - values[Math.max(k - 1, 0)];
  return (1 - part) * here(i - 1) + part * here(i);
}

// The scene --------------------------------------------------------------------------------------
function drawEarth(p, c, view) {
  const radius = p.words.earth_radius_km * view.scale;
  const [x, y] = [view.x(0), view.y(0)];
  const shade = c.createRadialGradient(x, y, 0.8 * radius, x, y, radius);
  shade.addColorStop(0, p.colour("earth"));
  shade.addColorStop(1, p.colour("earth-rim"));
  c.beginPath();
  c.arc(x, y, radius, 0, 2 * Math.PI);
  c.fillStyle = shade;
  c.fill();
  c.lineWidth = 1.5;
  c.strokeStyle = p.colour("earth-edge");
  c.stroke();
  if (radius < 90) return;
  const depth = Math.min(0.5 * radius, p.height - 26 - view.y(p.words.earth_radius_km));
  if (depth > 150) label(p, c, "Earth", x, view.y(p.words.earth_radius_km) + depth, { role: "quiet", size: 14 });
}

function drawHeight(p, c, view) {
  const [x, ground, top] = [view.x(0), view.y(p.words.earth_radius_km), view.y(launchRadius(p))];
  if (ground - top < 46) return;
  c.setLineDash([2, 4]);
  line(c, [[x, ground], [x, top]], p.colour("quiet"), 1);
  c.setLineDash([]);
  label(p, c, `${p.words.altitude_km} km`, x - 8, (ground + top) / 2 + 4, { role: "quiet", align: "right" });
}

function pathOf(p, view, stop, gravity) {
  if (!gravity) {
    const y = view.y(launchRadius(p));
    return [[view.x(0), y], [view.x(p.words.stops_km_s[stop] ? p.data.straight_km.values[stop] : 0), y]];
  }
  const [xs, ys] = [row(p, "x_km", stop), row(p, "y_km", stop)];
  return Array.from(xs, (x, i) => [view.x(x), view.y(ys[i])]);
}

function drawGhost(p, c, view, { stop, gravity }) {
  const path = pathOf(p, view, stop, gravity);
  line(c, path, p.colour("ghost"), 1.5);
  const [x, y] = path[path.length - 1];
  const crowded = Math.hypot(x - view.x(0), y - view.y(launchRadius(p))) < 60;
  if (gravity && p.words.landings[stop] && !crowded) {
    label(p, c, p.words.stops_km_s[stop].toFixed(2), x, y + 16, { role: "quiet", size: 12 });
  }
}

function drawPath(p, c, view) {
  const { stop, gravity } = p.state;
  const path = pathOf(p, view, stop, gravity);
  line(c, path, p.colour("speed"), 3);
  const every = p.data.rate.values[stop];
  c.fillStyle = p.colour("speed");
  for (let time = every; time < flightTime(p) - 1; time += every) {
    const { x, y } = bodyAt(p, time);
    dot(c, view.x(x), view.y(y), 4);
  }
}

function drawLanding(p, c, view) {
  const { stop, gravity } = p.state;
  if (!gravity || p.data.x_km.values[0] === undefined || !p.words.landings[stop]) return;
  const [xs, ys] = [row(p, "x_km", stop), row(p, "y_km", stop)];
  const [x, y] = [xs[xs.length - 1], ys[ys.length - 1]];
  const radius = p.words.earth_radius_km * view.scale;
  const along = Math.atan2(x, y);
  c.beginPath();
  c.arc(view.x(0), view.y(0), radius, -Math.PI / 2, -Math.PI / 2 + along);
  c.strokeStyle = p.colour("ink");
  c.lineWidth = 3;
  c.stroke();
  c.fillStyle = p.colour("speed");
  dot(c, view.x(x), view.y(y), 6);
  if (radius * along < 60) return;
  const inward = radius - 18;
  const turn = along / 2;
  const place = [view.x(0) + inward * Math.sin(turn), view.y(0) - inward * Math.cos(turn) + 6];
  label(p, c, p.words.landings[stop], ...place, { role: "ink", align: turn > 0.6 ? "right" : "center" });
}

function drawFarEnd(p, c, view) {
  const { stop, gravity } = p.state;
  if (!gravity || !p.words.far[stop]) return;
  const ys = row(p, "y_km", stop);
  const y = view.y(Math.min(...ys));
  if (y > p.height - 8) return;
  label(p, c, `${p.words.far[stop]} high`, view.x(0), y + 20, { role: "quiet" });
}

function drawCannon(p, c, view) {
  const [x, y] = [view.x(0), view.y(launchRadius(p))];
  const speed = p.words.stops_km_s[p.state.stop];
  if (p.open) {
    const tip = x + arrowScale(p) * speed;
    const faded = p.state.time > 0;
    arrow(c, x, y, tip, y, p.colour("speed"), 3, faded ? 0.35 : 1);
    c.beginPath();
    c.arc(tip, y, 10, 0, 2 * Math.PI);
    c.strokeStyle = p.colour("speed");
    c.lineWidth = 2;
    c.stroke();
    const words = speedWords(p, p.state.stop);
    label(p, c, words, Math.max(x + (tip - x) / 2, x + 20), y - 18, { role: "speed", size: 16, weight: 600 });
  }
  c.save();
  c.translate(x, y);
  c.fillStyle = p.colour("ink");
  c.beginPath();
  c.roundRect(-15, -5, 22, 10, [5, 2, 2, 5]);
  c.fill();
  c.restore();
}

function drawBody(p, c, view) {
  const { x, y, across, up, speed, pull } = bodyAt(p, p.state.time);
  const [left, top] = [view.x(x), view.y(y)];
  const high = Math.hypot(x, y) - p.words.earth_radius_km;
  p.clock.set(
    p.state.time > 0
      ? `after ${clock(p.state.time)}: ${Math.round(high).toLocaleString("en")} km high, {speed:${speed.toFixed(2)} km/s}`
      : p.words.rates[p.state.stop],
  );
  if (pull) {
    const towards = Math.hypot(x, y);
    const length = GRAVITY_PX * pull;
    const [tipX, tipY] = [left - (x / towards) * length, top + (y / towards) * length];
    arrow(c, left, top, tipX, tipY, p.colour("gravity"), 3, 1);
    if (length > 20) {
      const side = x < -0.05 * towards ? ["right", -1] : ["left", 1];
      label(p, c, "gravity", tipX + 9 * side[1], tipY + 5, { role: "gravity", align: side[0], weight: 600 });
    }
  }
  if (p.state.time > 0) {
    const length = arrowScale(p) * speed;
    arrow(c, left, top, left + across * length, top - up * length, p.colour("speed"), 3, 1);
  }
  c.fillStyle = p.colour("ink");
  if (p.state.body === "ball") dot(c, left, top, 6);
  else drawStation(p, c, left, top);
}

function drawStation(p, c, x, y) {
  c.fillStyle = p.colour("ink");
  c.fillRect(x - 17, y - 1, 34, 2);
  c.fillRect(x - 4, y - 6, 8, 12);
  for (const side of [-17, -11, 8, 14]) c.fillRect(x + side, y - 9, 3.5, 18);
}

// Strokes ----------------------------------------------------------------------------------------
function line(c, points, colour, width) {
  c.beginPath();
  points.forEach(([x, y], i) => (i ? c.lineTo(x, y) : c.moveTo(x, y)));
  Object.assign(c, { strokeStyle: colour, lineWidth: width, lineJoin: "round", lineCap: "round" });
  c.stroke();
}

function dot(c, x, y, radius) {
  c.beginPath();
  c.arc(x, y, radius, 0, 2 * Math.PI);
  c.fill();
}

function arrow(c, x, y, tipX, tipY, colour, width, alpha) {
  const length = Math.hypot(tipX - x, tipY - y);
  if (length < 4) return;
  const head = Math.min(12, length);
  const [across, down] = [(tipX - x) / length, (tipY - y) / length];
  const [baseX, baseY] = [tipX - across * head, tipY - down * head];
  c.save();
  c.globalAlpha = alpha;
  line(c, [[x, y], [baseX, baseY]], colour, width);
  c.beginPath();
  c.moveTo(tipX, tipY);
  c.lineTo(baseX - down * 5.5, baseY + across * 5.5);
  c.lineTo(baseX + down * 5.5, baseY - across * 5.5);
  c.fillStyle = colour;
  c.fill();
  c.restore();
}

// Words on the drawing, with a rim in the colour of the background so that lines do not cut them.
function label(p, c, words, x, y, { role = "ink", size = 13, weight = 400, align = "center" } = {}) {
  c.font = p.font(size, weight);
  const width = c.measureText(words).width;
  const left = { left: x, center: x - width / 2, right: x - width }[align];
  const fitted = Math.min(Math.max(left, 6), p.width - width - 6);
  c.textAlign = "left";
  c.fillStyle = p.colour(role);
  c.fillText(words, fitted, y);
}

function clock(seconds) {
  if (seconds < 7200) return `${Math.round(seconds / 60)} min`;
  if (seconds < 172800) return `${(seconds / 3600).toFixed(1)} h`;
  return `${(seconds / 86400).toFixed(1)} days`;
}

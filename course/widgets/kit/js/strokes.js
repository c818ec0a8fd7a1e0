// What several pictures draw: lines, dots, arrows, words, the Earth and the station.

export const TINY_PX = 340; // a drawing narrower than this is that of a lesson on a phone
const SMALLEST_PX = 11; // text below this cannot be read

export function line(c, points, colour, width) {
  c.beginPath();
  points.forEach(([x, y], i) => (i ? c.lineTo(x, y) : c.moveTo(x, y)));
  Object.assign(c, { strokeStyle: colour, lineWidth: width, lineJoin: "round", lineCap: "round" });
  c.stroke();
}

export function dot(c, x, y, radius) {
  c.beginPath();
  c.arc(x, y, radius, 0, 2 * Math.PI);
  c.fill();
}

export function ring(c, x, y, radius, colour, width) {
  c.beginPath();
  c.arc(x, y, radius, 0, 2 * Math.PI);
  Object.assign(c, { strokeStyle: colour, lineWidth: width });
  c.stroke();
}

export function tint(c, shape, colour, alpha) {
  c.fillStyle = colour;
  c.globalAlpha = alpha;
  c.fill(shape, "evenodd");
  c.globalAlpha = 1;
}

export function cross(c, x, y, half, colour, width) {
  for (const way of [-1, 1])
    line(
      c,
      [
        [x - half, y - half * way],
        [x + half, y + half * way],
      ],
      colour,
      width,
    );
}

// A handle that is dragged up and down.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function grip(p, c, x, y, role) {
  c.fillStyle = p.colour("sky");
  dot(c, x, y, 10);
  ring(c, x, y, 10, p.colour(role), 2);
  for (const way of [-1, 1])
    line(
      c,
      [
        [x - 3.5, y + 2.5 * way],
        [x, y + 6 * way],
        [x + 3.5, y + 2.5 * way],
      ],
      p.colour(role),
      1.5,
    );
}

export function arrow(c, x, y, tipX, tipY, colour, width, alpha = 1) {
  const length = Math.hypot(tipX - x, tipY - y);
  if (length < 4) return;
  const head = Math.min(12, length);
  const [across, down] = [(tipX - x) / length, (tipY - y) / length];
  const [baseX, baseY] = [tipX - across * head, tipY - down * head];
  c.save();
  c.globalAlpha = alpha;
  line(
    c,
    [
      [x, y],
      [baseX, baseY],
    ],
    colour,
    width,
  );
  c.beginPath();
  c.moveTo(tipX, tipY);
  c.lineTo(baseX - down * 5.5, baseY + across * 5.5);
  c.lineTo(baseX + down * 5.5, baseY - across * 5.5);
  c.fillStyle = colour;
  c.fill();
  c.restore();
}

// Words that stay inside the drawing, smaller where it is narrower than they are. rim: a role whose colour surrounds them, where lines would cut them.
// among: boxes where words stand already; these are left out where they would lie over one, and add their own.
// stays: left-aligned words that grow smaller rather than move, beside a swatch. Says whether they were drawn.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function label(
  p,
  c,
  words,
  x,
  y,
  { role = "ink", size = 13, weight = 400, align = "center", rim = "", among = null, stays = false } = {},
) {
  c.font = p.font(size, weight);
  let width = c.measureText(words).width;
  const room = p.width - (stays ? x + 6 : 12);
  if (width > room && size > SMALLEST_PX) {
    size = Math.max(SMALLEST_PX, (size * room) / width);
    c.font = p.font(size, weight);
    width = c.measureText(words).width;
  }
  const left = { left: x, center: x - width / 2, right: x - width }[align];
  const fitted = Math.min(Math.max(left, 6), p.width - width - 6);
  const box = { left: fitted - 2, right: fitted + width + 2, top: y - size, bottom: y + 4 };
  if (among?.some((one) => meet(one, box))) return false;
  among?.push(box);
  c.textAlign = "left";
  if (rim) {
    Object.assign(c, { strokeStyle: p.colour(rim), lineWidth: 4, lineJoin: "round" });
    c.strokeText(words, fitted, y);
  }
  c.fillStyle = p.colour(role);
  c.fillText(words, fitted, y);
  return true;
}

export const meet = (one, other) =>
  one.left < other.right && other.left < one.right && one.top < other.bottom && other.top < one.bottom;

// The Earth from the side, quiet behind what matters.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function globe(p, c, x, y, radius) {
  const shade = c.createRadialGradient(x, y, 0.8 * radius, x, y, radius);
  shade.addColorStop(0, p.colour("earth"));
  shade.addColorStop(1, p.colour("earth-rim"));
  c.fillStyle = shade;
  dot(c, x, y, radius);
  ring(c, x, y, radius, p.colour("earth-edge"), 1.5);
}

// The station, a truss with its wings; turn 0 has the ground straight below.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function station(p, c, x, y, size = 1, turn = 0) {
  c.save();
  c.translate(x, y);
  c.rotate(turn);
  c.scale(size, size);
  c.fillStyle = p.colour("ink");
  c.fillRect(-17, -1, 34, 2);
  c.fillRect(-4, -6, 8, 12);
  for (const side of [-17, -11, 8, 14]) c.fillRect(side, -9, 3.5, 18);
  c.restore();
}

// The station where lines lie below it: on a disc that pales them.
/**
 * @param {Stage} p
 * @param {CanvasRenderingContext2D} c
 */
export function stationHere(p, c, x, y, radius) {
  c.fillStyle = p.colour("sky");
  c.globalAlpha = 0.85;
  dot(c, x, y, radius);
  c.globalAlpha = 1;
  ring(c, x, y, radius, p.colour("ink"), 1.5);
  station(p, c, x, y, radius / 23);
}

// Between two computed moments: the cubic through both, with the slopes of their neighbours.
export function between(times, values, time) {
  const last = times.length - 1;
  const when = Math.min(Math.max(time, times[0]), times[last]);
  let i = 0;
  while (i < last - 1 && times[i + 1] < when) i += 1;
  const slope = (k) => {
    const [low, high] = [Math.max(k - 1, 0), Math.min(k + 1, last)];
    if (low === k || high === k) return (values[high] - values[low]) / (times[high] - times[low]);
    const [back, on] = [times[k] - times[low], times[high] - times[k]];
    const [behind, ahead] = [(values[k] - values[low]) / back, (values[high] - values[k]) / on];
    return (on * behind + back * ahead) / (back + on);
  };
  const wide = times[i + 1] - times[i];
  const t = (when - times[i]) / wide;
  return (
    (1 + 2 * t) * (1 - t) ** 2 * values[i] +
    t * (1 - t) ** 2 * wide * slope(i) +
    t * t * (3 - 2 * t) * values[i + 1] +
    t * t * (t - 1) * wide * slope(i + 1)
  );
}

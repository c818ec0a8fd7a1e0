// How near a drawn path comes to the origin: nothing but geometry, on straight pieces between its points.

// time and offset [x, y, z]: arrays of one length; from the first point to the last -> {time, away}
export function nearestOn(time, [x, y, z], first, last) {
  let best = { time: time[first], away: Math.hypot(x[first], y[first], z[first]) };
  for (let i = first; i < last; i += 1) {
    const piece = pieceOf(x, y, z, i);
    const part = piece.long > 0 ? Math.min(Math.max(-piece.half / piece.long, 0), 1) : 0;
    const away = Math.sqrt(Math.max(piece.square + part * (2 * piece.half + part * piece.long), 0));
    if (away < best.away) best = { time: time[i] + part * (time[i + 1] - time[i]), away };
  }
  return best;
}

// When the path first lies within a distance of the origin, NaN if never.
export function entersAt(time, [x, y, z], first, last, within) {
  if (Math.hypot(x[first], y[first], z[first]) <= within) return time[first];
  for (let i = first; i < last; i += 1) {
    const { square, half, long } = pieceOf(x, y, z, i);
    const inside = half * half - long * (square - within * within);
    const part = long > 0 && inside >= 0 ? (-half - Math.sqrt(inside)) / long : -1; // the smaller root: it goes in
    if (part >= 0 && part <= 1) return time[i] + part * (time[i + 1] - time[i]);
  }
  return NaN;
}

// Of the piece from point i to the next: its start and its length squared, and how much it leads outward.
function pieceOf(x, y, z, i) {
  const [dx, dy, dz] = [x[i + 1] - x[i], y[i + 1] - y[i], z[i + 1] - z[i]];
  return {
    square: x[i] * x[i] + y[i] * y[i] + z[i] * z[i],
    half: x[i] * dx + y[i] * dy + z[i] * dz,
    long: dx * dx + dy * dy + dz * dz,
  };
}

// Words: templates that Python wrote, filled; and what both languages say in the same way.
// tests/words.json holds a case of each of these, and of its twin in course/widgets/kit/words.py.

// A number as it is read, its thousands apart; `form` may ask for decimals as Intl.NumberFormat does.
/** @param {number} number @param {Intl.NumberFormatOptions} [form] */
export const grouped = (number, form) => number.toLocaleString("en", form);

// A template with its gaps filled: "$name" becomes values.name; a gap without a value stays.
/** @param {string} template @param {Record<string, any>} values */
export const filled = (template, values) => template.replace(/\$(\w+)/g, (gap, name) => values[name] ?? gap);

/** @param {number} metres */
export function distance(metres) {
  const far = Math.abs(metres);
  return far < 999.5 ? `${far.toFixed(0)} m` : `${(far / 1000).toFixed(far < 9995 ? 2 : 1)} km`;
}

/** @param {number} seconds */
export const duration = (seconds) =>
  seconds < 7170 ? `${(seconds / 60).toFixed(0)} minutes` : `${(seconds / 3600).toFixed(1)} hours`;

/** @param {number} count */
export const laps = (count) => (count === 1 ? "one lap" : `${count} laps`);

/** @param {number} days */
export const span = (days) =>
  days < 365.25 ? `${((12 * days) / 365.25).toFixed(0)} months` : `${(days / 365.25).toFixed(1)} years`;

/** @param {number} km */
export const tensOfKm = (km) => `${grouped(10 * Math.floor(km / 10 + 0.5))} km`;

/** @param {string[]} parts */
export const joined = (parts) =>
  parts.length > 1 ? `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}` : parts.join("");

// Whole per cent that add up to 100: what rounding leaves goes to the largest remainders.
/** @param {number[]} counts */
export function percents(counts) {
  const whole = counts.reduce((sum, count) => sum + count, 0);
  const shares = counts.map((count) => Math.floor((100 * count) / whole));
  const left = 100 - shares.reduce((sum, share) => sum + share, 0);
  const largest = counts.map((_, at) => at);
  largest.sort((one, other) => ((100 * counts[other]) % whole) - ((100 * counts[one]) % whole));
  for (const at of largest.slice(0, left)) shares[at] += 1;
  return shares;
}

/** @param {number} angle */
export const north = (angle, decimals = 1, sides = "NS") =>
  `${Math.abs(angle).toFixed(decimals)}° ${sides[+(angle < 0)]}`;

/** @param {number} angle */
export const east = (angle, decimals = 1) => north(angle, decimals, "EW");

/** @param {number} latitude @param {number} longitude */
export const place = (latitude, longitude) => `${north(latitude)}, ${east(longitude)}`;

const two = (/** @type {number} */ number) => String(number).padStart(2, "0");

// Moments are milliseconds since 1970 in UTC; the names of the months come from Python.

/** @param {number} at @param {string[]} months */
export function month(at, months) {
  const when = new Date(at);
  return `${months[when.getUTCMonth()]} ${when.getUTCFullYear()}`;
}

/** @param {number} at @param {string[]} months */
export const day = (at, months) => `${new Date(at).getUTCDate()} ${month(at, months)}`;

/** @param {number} at @param {string[]} months */
export function moment(at, months) {
  const when = new Date(at);
  return `${day(at, months)}, ${two(when.getUTCHours())}:${two(when.getUTCMinutes())} UTC`;
}

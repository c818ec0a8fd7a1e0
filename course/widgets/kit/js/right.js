// Whether what was said is so: "right", "rounded" (a number, to its own digits), "chosen" (the nearest choice) or "told".

/**
 * @param {{short: string, right: string, choices: string[]}} question
 * @param {number | string} answer
 */
export function held({ short, right, choices }, answer) {
  if (choices.length)
    return `${answer}, `.startsWith(`${short}, `) ? "right" : answer === right ? "chosen" : "told";
  const known = Number(/^-?[\d,]*\.?\d+/.exec(short)?.[0].replaceAll(",", ""));
  if (known === answer) return "right";
  const digits = String(answer).split(".")[1]?.length ?? 0;
  return Number(known.toFixed(digits)) === answer ? "rounded" : "told";
}

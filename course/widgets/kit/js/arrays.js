// Arrays as Python packed them (course/widgets/kit/arrays.py): whole numbers, told by their differences.

const NAN = 65535;

/**
 * @param {DataView} packed
 * @param {Record<string, any>} where
 * @returns {Promise<Record<string, Sent>>}
 */
export async function unpack(packed, where) {
  if (!packed.byteLength) return valuesOf(new Uint8Array(), where);
  const bytes = new Uint8Array(packed.buffer, packed.byteOffset, packed.byteLength);
  const stream = new Blob([/** @type {any} */ (bytes)]).stream().pipeThrough(new DecompressionStream("gzip"));
  return valuesOf(new Uint8Array(await new Response(stream).arrayBuffer()), where);
}

/** @returns {Record<string, Sent>} */
export function valuesOf(whole, where) {
  return Object.fromEntries(
    Object.entries(where).map(([name, each]) => [name, { values: one(whole, each), shape: each.shape }]),
  );
}

function one(whole, { first, wide, lag, shape, low, step }) {
  const many = shape.reduce((product, size) => product * size, 1);
  const numbers = wide === 2 ? new Uint16Array(many) : new Uint32Array(many);
  for (let plane = 0; plane < wide; plane += 1) {
    const from = first + plane * many;
    for (let i = 0; i < many; i += 1) numbers[i] |= whole[from + i] << (8 * plane);
  }
  if (lag) for (let i = lag; i < many; i += 1) numbers[i] += numbers[i - lag];
  if (step === undefined) return new Float32Array(numbers.buffer);
  return Float32Array.from(numbers, (code) => (code === NAN ? Number.NaN : low + step * code));
}

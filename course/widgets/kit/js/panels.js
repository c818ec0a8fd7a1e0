// Several drawings on one canvas: what is drawn in a panel need not know where the panel stands.

/** @param {Stage} p */
export function panel(p, name, box) {
  p.panels[name] ??= Object.create(p); // has its own width and height, and all that p offers
  return Object.assign(p.panels[name], box);
}

/**
 * @param {CanvasRenderingContext2D} c
 * @param {Panel} part
 */
export function inPanel(c, part, draw) {
  c.save();
  c.translate(part.left, part.top);
  draw(part, c);
  c.restore();
}

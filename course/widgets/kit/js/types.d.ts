// What a picture is given, for the type checker.

type Words = Record<string, any>;
type Point = [number, number];
type Triple = [number, number, number];

/** An array from Python, row by row. */
interface Sent {
  values: Float32Array;
  shape: number[];
}

/** Jupyter's model, or what stands in for it on a page. */
interface Model {
  get(name: string): any;
  set(name: string, value: any): void;
  save_changes(): void;
  send?(content: any): void; // absent on a page without Python
  on(event: string, call: (said?: any) => void): void;
  off(event: string, call: (said?: any) => void): void;
  widget_manager?: any;
}

interface Places {
  places: string[];
  ends: Point;
  values: (number | null)[];
  set(at: number, value: number): void;
}

/** What `slider` and its like return. */
interface Control {
  set(value: any): void;
  range?: HTMLInputElement;
  box?: HTMLElement;
  line?: HTMLElement;
}

/** The frame of a picture: what it may use. What belongs to the picture lives in `own` and `state`. */
interface Stage {
  readonly model: Model;
  readonly parts: Parts;
  readonly el: HTMLElement;
  readonly words: Words;
  readonly data: Record<string, Sent>;
  readonly still: boolean;
  own: Record<string, any>;
  state: Record<string, any>;
  panels: Record<string, Panel>;
  readonly closers: (() => void)[];
  answer: any;
  open: boolean;
  placing: Places | null;
  width: number;
  height: number;
  readonly stretch?: number; // of a panel that holds a map
  colours: Record<string, string> | null;
  family: string;
  readonly root: HTMLElement;
  readonly frame: HTMLElement;
  readonly canvas: HTMLCanvasElement;
  readonly context: CanvasRenderingContext2D;
  readonly line: HTMLElement;
  readonly controls: HTMLElement;
  colour(role: string): string;
  font(px: number, weight?: number): string;
  redraw(): void;
  fit(): void;
  save(values: Record<string, any>): void;
  listen(event: string, call: (said?: any) => void): void;
  readonly link: any; // to Python, see link.js
  slider(given: any, into?: HTMLElement): Control & { range: HTMLInputElement };
  choice(given: any, into?: HTMLElement): Control;
  toggle(given: any): Control & { box: HTMLElement };
  button(given: any, into?: HTMLElement): { element: HTMLElement; show(label: string, icon: string): void };
  player(given: any): any;
  more(label: string): HTMLElement;
  note(into?: HTMLElement): { set(words: string): void; line: HTMLElement };
}

/** A part of the canvas with a width and a height of its own (panels.js), and what its picture gives it. */
interface Panel extends Stage {
  left: number;
  top: number;
  wide: any;
  scale: number;
  row: number;
  made: any;
  x(value: number): number;
  y(value: number): number;
  first: number;
  last: number;
  taken: any;
  balls: any;
  shape: any;
}

/** What a picture defines; stage.js says when each is called. */
interface Parts {
  start(p: Stage): void;
  draw(p: Stage, c: CanvasRenderingContext2D): void;
  say(p: Stage): { sentence: string; alt: string };
  height?(width: number, p: Stage): number;
  follow?: string[];
  changed?(p: Stage, name: string, value: any): void;
  grab?(p: Stage, x: number, y: number): any;
  drag?(p: Stage, thing: any, x: number, y: number): void;
  dropped?(p: Stage, thing: any): void;
  hand?: string;
  opened?(p: Stage, answer: any, byHand: boolean): void;
  found?(p: Stage): boolean;
}

// Bundles: one file for each picture and one for what they share, in course/widgets/dist/.
//
//   node tools/js/build.mjs            writes them
//   node tools/js/build.mjs --check    says which differ from their sources, byte for byte
//   node tools/js/build.mjs --watch    writes them again whenever a source changes
//   node tools/js/build.mjs --print F  prints the bundle of a picture in a folder F
//
// A bundle is one expression after "export default": of a picture a function of the kit, of the kit an object with
// one entry for each module of course/widgets/kit/js. Its first line carries the hash of its sources, which Python
// compares (course/widgets/kit/bundles.py).

import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, watch, writeFileSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const WIDGETS = join(ROOT, "course/widgets");
const KIT = join(WIDGETS, "kit/js");
const DIST = join(WIDGETS, "dist");
const LOADERS = new Set(["loader.js"]); // pieces of text that Python fills in
const OPTIONS = {
  bundle: true,
  write: false,
  minify: true,
  format: "iife",
  globalName: "made",
  target: "es2022",
  charset: "utf8",
  legalComments: "none",
  absWorkingDir: ROOT,
  logLevel: "silent",
};

const scripts = (folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith(".js") && !name.endsWith(".test.js") && !LOADERS.has(name))
    .sort();

export const pictures = () =>
  readdirSync(WIDGETS)
    .filter((name) => existsSync(join(WIDGETS, name, "view.js")))
    .sort();

// Of the names and bytes of its sources, and of the tools that make it.
function hashOf(folder) {
  const versions = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")).devDependencies;
  const hash = createHash("sha256");
  for (const name of ["d3-array", "esbuild", "three"]) hash.update(`${name} ${versions[name]}\n`);
  for (const path of [
    join(ROOT, "tools/js/build.mjs"),
    ...scripts(folder).map((name) => join(folder, name)),
  ]) {
    hash.update(`${relative(ROOT, path).replaceAll("\\", "/")}\n`);
    hash.update(readFileSync(path));
  }
  return hash.digest("hex").slice(0, 16);
}

// A picture finds what it shares with others in the kit that it is handed.
const fromKit = {
  name: "from-kit",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /kit\/js\/[\w-]+\.js$/ }, ({ path }) => ({
      path: basename(path, ".js"),
      namespace: "kit",
    }));
    onLoad({ filter: /.*/, namespace: "kit" }, ({ path }) => ({
      contents: `module.exports = kit["${path}"];`,
    }));
  },
};

async function bundled(options) {
  const { outputFiles } = await build({ ...OPTIONS, ...options });
  const text = outputFiles[0].text;
  if (text.includes("</script")) throw new Error("a bundle must not hold </script: it stands in pages");
  return text.trimEnd();
}

async function kitBundle() {
  const names = scripts(KIT).map((name) => basename(name, ".js"));
  const contents = names
    .map((name) => `export * as ${name.replaceAll("-", "_")} from "./${name}.js";`)
    .join("\n");
  const text = await bundled({ stdin: { contents, resolveDir: KIT, sourcefile: "kit" } });
  return `// ${hashOf(KIT)} kit: made from course/widgets/kit/js by tools/js/build.mjs\nexport default (() => {${text}return made})()\n`;
}

async function pictureBundle(name, folder = join(WIDGETS, name)) {
  const text = await bundled({ entryPoints: [join(folder, "view.js")], plugins: [fromKit] });
  const licence =
    text.includes("three.js") || text.includes("WebGLRenderer")
      ? " Holds a part of three.js (MIT licence, three.LICENSE)."
      : "";
  return `// ${hashOf(folder)} ${name}: made from its sources by tools/js/build.mjs.${licence}\nexport default (kit) => {${text}return made.default}\n`;
}

async function all() {
  const made = new Map([["kit.js", await kitBundle()]]);
  for (const name of pictures()) made.set(`${name}.js`, await pictureBundle(name));
  return made;
}

const there = (name) => (existsSync(join(DIST, name)) ? readFileSync(join(DIST, name), "utf8") : "");

async function write() {
  mkdirSync(DIST, { recursive: true });
  for (const [name, text] of await all()) {
    if (there(name) === text) continue;
    writeFileSync(join(DIST, name), text);
    console.log(`${name}: ${text.length} bytes`);
  }
}

async function check() {
  const made = await all();
  const stale = [...made].filter(([name, text]) => there(name) !== text).map(([name]) => name);
  const left = existsSync(DIST)
    ? readdirSync(DIST).filter((name) => name.endsWith(".js") && !made.has(name))
    : [];
  for (const name of stale) console.error(`${name} is not what its sources give: python tools/js.py build`);
  for (const name of left) console.error(`${name} has no sources: delete it`);
  if (stale.length + left.length) process.exitCode = 1;
}

async function follow() {
  await write();
  let waiting = null;
  const again = () => write().catch((error) => console.error(error.message)); // a slip while typing is not the end
  watch(WIDGETS, { recursive: true }, (_, name) => {
    if (!name?.endsWith(".js") || name.startsWith("dist")) return;
    clearTimeout(waiting);
    waiting = setTimeout(again, 50);
  });
  console.log("Waiting for changes in course/widgets; Ctrl+C ends.");
}

// For a picture that lies elsewhere, such as the example of CONTRIBUTING.md in its test.
async function print(folder) {
  process.stdout.write(await pictureBundle(basename(folder), resolve(folder)));
}

const [mode, folder] = process.argv.slice(2);
const modes = { "--check": check, "--watch": follow, "--print": () => print(folder) };
await (mode ? modes[mode]() : write());

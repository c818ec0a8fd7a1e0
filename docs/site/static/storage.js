// A browser that denies storage throws at each touch of it, the theme's too: this stands in, for as long as the page lives.
// `course/site/finish.py` writes it into every page, before all other scripts.

try {
  localStorage.getItem("theme");
} catch {
  const methods = {
    forgets: true,
    getItem(name) {
      return this[name] ?? null;
    },
    setItem(name, what) {
      this[name] = `${what}`;
    },
    removeItem(name) {
      delete this[name];
    },
  };
  Object.defineProperty(window, "localStorage", { configurable: true, value: Object.create(methods) });
}

delete (/** @type {any} */ (window).__THREE__); // every picture brings its own, which three would warn of

// The link builder: addresses of every lesson on Binder, a school's JupyterHub and Colab, from two fields.

document.addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector(".link-builder");
  if (!form) return;
  const made = document.querySelector(".links-made");
  const { version, notebooks } = JSON.parse(form.dataset.course);
  form.hidden = false;

  const addresses = (repository, hub, path) => {
    const inside = `lab/tree/${repository.split("/")[1]}/${path}`;
    const pull = `repo=${encodeURIComponent(`https://github.com/${repository}`)}&branch=v${version}`;
    return [
      ["Binder", `https://mybinder.org/v2/gh/${repository}/v${version}?urlpath=${encodeURIComponent(`lab/tree/${path}`)}`],
      ["Colab", `https://colab.research.google.com/github/${repository}/blob/v${version}/${path}`],
      hub && ["JupyterHub", `${hub}/hub/user-redirect/git-pull?${pull}&urlpath=${encodeURIComponent(inside)}`],
    ].filter(Boolean);
  };

  const tell = () => {
    const repository = form.repository.value.trim().replace(/^https:\/\/github\.com\//, "").replace(/(\.git)?\/?$/, "");
    const hub = form.hub.value.trim().replace(/\/(hub\/?)?$/, "");
    made.replaceChildren();
    if (!/^[\w.-]+\/[\w.-]+$/.test(repository) || (hub && !/^https?:\/\/[^\s/]+/.test(hub))) {
      made.textContent = "Write the repository as OWNER/NAME, and the address of a hub as https://...";
      return;
    }
    for (const path of notebooks) {
      const line = document.createElement("p");
      line.append(path.split("/").pop().replace(".ipynb", ""), path.startsWith("e") ? " (exercises): " : ": ");
      for (const [words, href] of addresses(repository, hub, path))
        line.append(Object.assign(document.createElement("a"), { href, textContent: words }), " ");
      made.append(line);
    }
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    tell();
  });
});

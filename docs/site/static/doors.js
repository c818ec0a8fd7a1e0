// Python in the browser needs a web server: from a file, its door says so and what to do.

document.addEventListener("DOMContentLoaded", () => {
  if (location.protocol !== "file:") return;
  for (const door of document.querySelectorAll("a.door.runs")) {
    const [button, words] = [document.createElement("button"), document.createElement("p")];
    button.type = "button";
    button.className = "door runs";
    button.textContent = door.textContent;
    words.setAttribute("role", "status");
    button.addEventListener("click", () => {
      words.textContent =
        "Python in the browser does not start from a file. In the folder of this site run: " +
        "python3 -m http.server. Then open the address that it prints, and come back to this page there.";
    });
    door.replaceWith(button);
    button.parentElement.after(words);
  }
});

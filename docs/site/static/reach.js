// Lets the keyboard scroll what is wider than the page: code and tables that are cut off get a place in its order.

document.addEventListener("DOMContentLoaded", () => {
  const look = ({ target }) => {
    if (target.scrollWidth > target.clientWidth + 1) target.tabIndex = 0;
    else target.removeAttribute("tabindex");
  };
  const watch = new ResizeObserver((entries) => entries.forEach(look));
  for (const each of document.querySelectorAll("pre, .formula, .predicted, .table-wrapper, .output.text_html"))
    watch.observe(each);
});

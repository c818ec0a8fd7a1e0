// A finger on something that can be dragged moves that thing; anywhere else it moves the page.

function holdUnderFinger(p) {
  const hold = (event) => {
    const box = p.canvas.getBoundingClientRect();
    const [{ clientX, clientY }] = event.touches;
    if (p.open && p.parts.grab(p, clientX - box.left, clientY - box.top)) event.preventDefault();
  };
  p.canvas.addEventListener("touchstart", hold, { passive: false });
}

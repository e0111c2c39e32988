// What is wrong with how a page lies on the screen, in sentences; nothing when all is well.
// `kiosk` says that the page is the unattended form.
(kiosk) => {
  const faults = [];
  const high = window.innerHeight;
  const wide = window.innerWidth;
  const root = document.documentElement;
  const told = (element) => `<${element.tagName.toLowerCase()} class="${element.className}"> "${element.textContent.trim().slice(0, 60)}"`;
  if (root.scrollWidth > wide) {
    faults.push(`scrolls sideways: ${root.scrollWidth} > ${wide}`);
  }
  if (kiosk && (root.scrollHeight > high || document.body.scrollHeight > high)) {
    faults.push(`scrolls: ${root.scrollHeight} > ${high}`);
  }
  const texts = [];
  for (const element of document.querySelectorAll("body *")) {
    const style = getComputedStyle(element);
    if (!element.checkVisibility({ visibilityProperty: true }) || element.closest(".skip, svg, details:not([open]) > :not(summary)")) {
      continue;
    }
    const own = [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    if (!own) {
      continue;
    }
    const range = document.createRange();
    range.selectNodeContents(element);
    // of a text that ends in "…" only the lines before that are there
    const clamped = style.webkitLineClamp !== "none";
    const end = clamped ? element.getBoundingClientRect().bottom : Infinity;
    const boxes = [...range.getClientRects()].filter((box) => box.width > 1 && box.height > 1 && (box.top + box.bottom) / 2 < end);
    if (boxes.length === 0 || boxes.every((box) => box.right < 0)) {
      continue;
    }
    if (kiosk && parseFloat(style.fontSize) < 0.022 * high - 0.05) {
      faults.push(`too small, ${style.fontSize}: ${told(element)}`);
    }
    for (const box of boxes) {
      const frame = kiosk && element.closest(".stage") ? document.querySelector(".stage").getBoundingClientRect() : { left: 0, right: wide, top: -Infinity, bottom: kiosk ? high : Infinity };
      const scrolled = element.closest(".wide") && !kiosk;
      if (!scrolled && (box.left < frame.left - 1 || box.right > frame.right + 1 || box.top < frame.top - 3 || box.bottom > frame.bottom + 3)) {
        faults.push(`outside ${Math.round(box.left)},${Math.round(box.top)}–${Math.round(box.right)},${Math.round(box.bottom)}: ${told(element)}`);
        break;
      }
    }
    const short = !clamped && element.scrollHeight > element.clientHeight + 1;
    if (style.overflow !== "visible" && (short || element.scrollWidth > element.clientWidth + 1)) {
      faults.push(`cut: ${told(element)}`);
    }
    texts.push({ element, boxes });
  }
  const sorted = texts.flatMap(({ element, boxes }) => boxes.map((box) => ({ element, box }))).sort((a, b) => a.box.top - b.box.top);
  for (let i = 0; i < sorted.length; i++) {
    const { element, box } = sorted[i];
    for (let j = i + 1; j < sorted.length && sorted[j].box.top < box.bottom; j++) {
      const other = sorted[j];
      const across = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      const down = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
      const kin = element.contains(other.element) || other.element.contains(element);
      const apart = element.closest(".wide, .masthead") && kiosk === false;
      if (!kin && !apart && across > 2 && down > 0.35 * Math.min(box.height, other.box.height)) {
        faults.push(`overlap of ${told(element)} and ${told(other.element)}`);
      }
    }
  }
  return faults.slice(0, 8);
}

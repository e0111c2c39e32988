// Puts what is new in the place of what was there and leaves everything else as it is.

/** Makes the old tree like the new one and keeps every node that can stay. Changed figures are collected. */
export function patch(old, fresh, changed) {
  if (old.isEqualNode(fresh)) {
    return;
  }
  if (old.nodeName !== fresh.nodeName) {
    old.replaceWith(adopted(fresh, changed));
    return;
  }
  if (old.nodeType !== Node.ELEMENT_NODE) {
    old.data = fresh.data;
    return;
  }
  if (old.matches(".figure") && old.textContent !== fresh.textContent) {
    changed.push(old);
  }
  for (const { name } of [...old.attributes]) {
    if (!fresh.hasAttribute(name)) {
      old.removeAttribute(name);
    }
  }
  for (const { name, value } of [...fresh.attributes]) {
    if (old.getAttribute(name) !== value) {
      old.setAttribute(name, value);
    }
  }
  const kept = [...old.childNodes];
  const wanted = [...fresh.childNodes];
  kept.slice(wanted.length).forEach((node) => node.remove());
  wanted.forEach((node, i) => {
    if (i < kept.length) {
      patch(kept[i], node, changed);
    } else {
      old.append(adopted(node, changed));
    }
  });
}

/** What was not there before. Its figures are new ones. */
function adopted(node, changed) {
  const own = document.adoptNode(node);
  if (own.nodeType === Node.ELEMENT_NODE) {
    changed.push(...[own, ...own.querySelectorAll(".figure")].filter((each) => each.matches(".figure")));
  }
  return own;
}

export function set(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

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
  patchWithin(old, fresh, changed);
}

/** A row is known by its heading, wherever it stands now; everything else by its place. */
function heading(node) {
  return node?.nodeName === "TR" ? node.querySelector("th")?.textContent : undefined;
}

function patchWithin(old, fresh, changed) {
  const rows = new Map();
  for (const row of old.children) {
    rows.set(heading(row), [...(rows.get(heading(row)) ?? []), row]);
  }
  const wanted = [...fresh.childNodes];
  wanted.forEach((node, i) => {
    const at = old.childNodes[i];
    const inPlace = at?.nodeName === node.nodeName && !heading(at) ? at : undefined;
    const own = heading(node) ? rows.get(heading(node))?.shift() : inPlace;
    if (!own) {
      old.insertBefore(adopted(node, changed), at ?? null);
      return;
    }
    if (own !== at) {
      old.insertBefore(own, at);
    }
    patch(own, node, changed);
  });
  while (old.childNodes.length > wanted.length) {
    old.lastChild.remove();
  }
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

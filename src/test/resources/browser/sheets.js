// How each sheet of a screen lies that nobody attends: the sheets are turned once around, as somebody
// does who sets the screen up. Gives the faults of all sheets, and how many sheets there were.
// `faults` looks at one.
(faults) => {
  const turn = document.getElementById("turn");
  const told = () => (turn.textContent.match(/\d+/g) ?? [1, 1]).map(Number);
  const [, pages] = told();
  const seen = new Set();
  const found = [];
  for (let i = 0; i < pages; i++) {
    const [page, all] = told();
    seen.add(page);
    if (all !== pages) {
      found.push(`says that there are ${pages} sheets, and then ${all}`);
    }
    found.push(...faults(true).map((fault) => `${turn.textContent}: ${fault}`));
    const last = [...document.querySelectorAll(".stage :is(tbody > tr, h2, p, li, dl > div)")]
      .filter((each) => each.checkVisibility())
      .at(-1);
    if (last?.matches("h2, .group")) {
      found.push(`${turn.textContent}: ends with the heading “${last.textContent}”`);
    }
    dispatchEvent(new KeyboardEvent("keydown", { key: "ArrowRight" }));
  }
  if (seen.size !== pages) {
    found.push(`says that there are ${pages} sheets and shows ${[...seen]}`);
  }
  return { sheets: pages, found };
}

// A screen that nobody attends: it lays the page out in sheets that fit, turns them, rests at night and
// starts anew once a day.
import { dated, moment, now } from "./clock.js";
import { follow, reload } from "./line.js";
import { set } from "./redraw.js";

const page = document.documentElement;
const stage = document.querySelector(".stage");
const code = document.getElementById("code");
const SECONDS = Number(page.dataset.seconds) * 1000;
const UNITS = "tbody > tr, h2, p, li, dl > div, dl > dt, dl > dd";
const HOLDERS = "article, section, table, tbody, ul, dl, div";
const HEADING = "h2, .group";
const CALL = 60_000;
const CODE_AGAIN = 30_000;

/** What stands on each sheet, counted from 0. */
let sheets = [];
/** What is on a sheet or holds what is. */
let pieces = [];
let current = 0;
let turned = 0;
let called = -CALL;
/** When a code that did not come is asked for again. */
let codeDue = inAWhile();

/** The columns that the stage breaks into, as high as itself. */
function columns() {
  const style = getComputedStyle(stage);
  const left = stage.getBoundingClientRect().left + parseFloat(style.paddingLeft);
  const width = stage.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  const pitch = width + parseFloat(style.columnGap);
  // a heading may leave an empty piece of itself in the column before
  return { of: (unit) => Math.floor((([...unit.getClientRects()].at(-1)?.left ?? left) - left + 1) / pitch) };
}

/** Lets the browser break the whole into columns, and reads off what is in which. */
function layOut() {
  const units = [...stage.querySelectorAll(UNITS)];
  [...units, ...stage.querySelectorAll(HOLDERS)].forEach((each) => each.classList.remove("off"));
  const column = columns();
  const found = new Map();
  for (const unit of units) {
    if (unit.getBoundingClientRect().height > 0 && !unit.parentElement.closest("tr, li, p")) {
      const at = column.of(unit);
      found.set(at, [...(found.get(at) ?? []), unit]);
    }
  }
  const first = sheets[current]?.[0];
  sheets = [...found.keys()].sort((a, b) => a - b).map((at) => found.get(at));
  keepHeadings();
  const counted = new Set(sheets.flat());
  pieces = [...stage.querySelectorAll(`${UNITS}, ${HOLDERS}`)].filter(
    (each) => !each.parentElement.closest("tr, li, p") && (counted.has(each) || each.matches(HOLDERS)),
  );
  const before = current;
  // each is tried on, so that the number of sheets is true from the first one on
  for (current = 0; current < sheets.length; current++) {
    fit();
  }
  const same = sheets.findIndex((units) => units.includes(first));
  turnTo(same < 0 ? Math.min(before, sheets.length - 1) : same);
}

/** A heading goes where what it is above goes. */
function keepHeadings() {
  for (let i = 0; i + 1 < sheets.length; i++) {
    while (sheets[i].length > 1 && sheets[i].at(-1).matches(HEADING)) {
      sheets[i + 1].unshift(sheets[i].pop());
    }
  }
}

function turnTo(index) {
  current = Math.max(0, index);
  fit();
  tellSheet();
}

function fit() {
  showOnly(sheets[current] ?? []);
  // a long one takes room from the sheet
  set(document.getElementById("title"), leaf()?.dataset.title ?? "");
  while (overflows()) {
    showOnly(sheets[current]);
  }
}

/** Alone on its sheet a list may be a little higher than in the flow: the next sheet takes the rest. */
function overflows() {
  const column = columns();
  const units = sheets[current] ?? [];
  // one that is higher than the screen is alone on its sheet
  let over = units.findIndex((unit, i) => i > 0 && column.of(unit) > 0);
  if (over < 0) {
    return false;
  }
  while (over > 1 && units[over - 1].matches(HEADING)) {
    over--;
  }
  if (over === 1 && units[0].matches(HEADING)) {
    // it would leave what it is above no room
    units.shift();
    return true;
  }
  const next = sheets[current + 1] ?? [];
  const together = next.length > 0 && units[over].closest(".leaf") === next[0].closest(".leaf");
  sheets.splice(current, together ? 2 : 1, units.slice(0, over), units.slice(over).concat(together ? next : []));
  return true;
}

function showOnly(units) {
  const shown = new Set();
  for (const unit of units) {
    for (let node = unit; node !== stage; node = node.parentElement) {
      shown.add(node);
    }
  }
  pieces.forEach((each) => each.classList.toggle("off", !shown.has(each)));
}

function leaf() {
  return stage.querySelector(".leaf:not(.off)");
}

function tellSheet() {
  if (leaf()) {
    const fresh = leaf().querySelector(".freshness").cloneNode(true);
    const told = document.querySelector(".foot .freshness");
    if (!told.isEqualNode(fresh)) {
      told.replaceWith(fresh);
    }
    const address = `/qr.svg?${new URLSearchParams({ page: leaf().dataset.path, lang: page.lang })}`;
    if (code.getAttribute("src") !== address) {
      code.setAttribute("src", address);
    }
  }
  const turn = document.getElementById("turn");
  const told = turn.dataset.words.replace("{page}", current + 1).replace("{pages}", sheets.length);
  set(turn, sheets.length > 1 ? told : "");
}

/** Ten thousand screens whose code did not come do not ask for it at the same moment. */
function inAWhile() {
  return performance.now() + CODE_AGAIN * (1 + Math.random());
}

/** A picture that did not come stays broken for the browser until it is asked for once more. */
function mendCode() {
  if (code.complete && code.naturalWidth === 0 && performance.now() > codeDue) {
    codeDue = inAWhile();
    code.setAttribute("src", code.getAttribute("src"));
  }
}

function turn(by = 1) {
  if (sheets.length > 1) {
    turned = performance.now();
    turnTo((current + by + sheets.length) % sheets.length);
    stage.classList.remove("turning");
    void stage.offsetWidth;
    stage.classList.add("turning");
  }
}

/** What has just changed is looked for, once a minute at the most: the rhythm stays readable. */
function redrawn(changed) {
  layOut();
  const sheet = sheets.findIndex((units) => units.some((unit) => changed.some((figure) => unit.contains(figure))));
  const seen = changed.some((figure) => figure.getClientRects().length > 0);
  if (sheet >= 0 && !seen && performance.now() - called > CALL) {
    called = performance.now();
    turned = called;
    turnTo(sheet);
  }
}

// ---- the day

function time() {
  const at = moment(now());
  return { ...at, minutes: Number(at.hour) * 60 + Number(at.minute) };
}

function minutes(text) {
  const [hours, rest] = text.split(":").map(Number);
  return hours * 60 + rest;
}

/** Whether the screen rests, `from` included and `until` not; it may rest over midnight. */
function resting(at) {
  if (!page.dataset.quiet) {
    return false;
  }
  const [from, until] = page.dataset.quiet.split("-").map(minutes);
  return from < until ? at >= from && at < until : at >= from || at < until;
}

const anew = 3 * 60 + Math.floor(Math.random() * 60);

function watchTheClock() {
  const at = time();
  set(document.getElementById("time"), `${at.hour}:${at.minute}`);
  set(document.getElementById("date"), ` · ${dated(at)}`);
  const night = document.getElementById("night");
  night.hidden = !resting(at.minutes);
  if (!night.hidden) {
    set(night, night.dataset.words.replace("{until}", page.dataset.quiet.split("-")[1]));
  }
  if (at.minutes === anew && performance.now() > 3_600_000) {
    reload();
  }
}

document.fonts.ready.then(layOut);
document.fonts.addEventListener("loadingdone", layOut);
new ResizeObserver(layOut).observe(stage);
// whoever sets the screen up may leaf through it
addEventListener("keydown", ({ key }) => {
  if (key === "ArrowRight" || key === "PageDown") {
    turn();
  } else if (key === "ArrowLeft" || key === "PageUp") {
    turn(-1);
  }
});
follow(redrawn);
watchTheClock();
setInterval(watchTheClock, 5_000);
code.addEventListener("error", () => {
  codeDue = inAWhile();
});
setInterval(mendCode, 5_000);
setInterval(() => performance.now() - turned >= SECONDS && turn(), 1_000);

// where the origin allows it, the screen starts even when the server is away
if ("serviceWorker" in navigator) {
  navigator.serviceWorker.addEventListener("controllerchange", () => fetch(code.src).catch(() => {}));
  navigator.serviceWorker.register(`${page.dataset.assets}/sw.js`, { scope: "/" }).catch(() => {});
}

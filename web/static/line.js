// Keeps a page as fresh as the board. One line to the server tells when something changed; the page is
// then fetched again and only what differs is put in its place. When the server is away the page stays
// and says since when.

const page = document.documentElement;
const program = page.dataset.assets.split("/").pop();
const ZONE = "Asia/Ho_Chi_Minh";
const LOOK_AGAIN = 30_000;
const PATIENCE = 8_000;
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 10_000;

const screen = page.dataset.screen ?? new URLSearchParams(location.search).get("screen");

/** The server's time. This device's clock may be wrong, and so may its distance to the real time. */
let offset = remembered("offset", 0);
/** When the server was last heard of, in its time. */
let contact = Date.parse(page.dataset.now);

export function now() {
  return Date.now() + offset;
}

function remembered(key, otherwise) {
  try {
    const value = Number(localStorage.getItem("congkhai." + key));
    return Number.isFinite(value) ? value : otherwise;
  } catch {
    return otherwise;
  }
}

function heard(serverTime) {
  offset = Date.parse(serverTime) - Date.now();
  contact = now();
  try {
    localStorage.setItem("congkhai.offset", String(offset));
  } catch {
    // a screen without storage only forgets how wrong its clock is
  }
}

export function moment(time) {
  const parts = new Intl.DateTimeFormat("en-GB", { timeZone: ZONE, dateStyle: "short", timeStyle: "short" })
    .formatToParts(time)
    .reduce((all, part) => ({ ...all, [part.type]: part.value }), {});
  return parts;
}

function spelt(time) {
  const at = moment(time);
  return page.lang === "vi"
    ? `${at.hour}:${at.minute} ngày ${at.day}/${at.month}/${at.year}`
    : `${at.hour}:${at.minute} on ${at.day}/${at.month}/${at.year}`;
}

/** How long ago, in the largest whole unit. A moment that this clock takes for the future has no age. */
function age(time) {
  const minutes = Math.floor((now() - time) / 60_000);
  const offline = document.getElementById("offline");
  if (minutes < 1) {
    return minutes < -1 ? "" : offline.dataset.now;
  }
  const words = new Intl.RelativeTimeFormat(page.lang, { numeric: "always" });
  if (minutes < 60) {
    return words.format(-minutes, "minute");
  }
  return minutes < 24 * 60
    ? words.format(-Math.floor(minutes / 60), "hour")
    : words.format(-Math.floor(minutes / (24 * 60)), "day");
}

let isOffline = false;

function offline(away) {
  isOffline = away;
  tellAges();
}

function tellAges() {
  const notice = document.getElementById("offline");
  notice.hidden = !isOffline;
  if (isOffline) {
    const told = notice.dataset.words.replace("{moment}", spelt(contact)).replace("{age}", age(contact));
    set(notice, told.replace(" ()", ""));
  }
  for (const time of document.querySelectorAll("time.age")) {
    const told = age(Date.parse(time.dateTime));
    if (told) {
      set(time, told);
    }
  }
}

export function set(element, text) {
  if (element.textContent !== text) {
    element.textContent = text;
  }
}

// ---- the page anew

/** Makes the old tree like the new one and keeps every node that can stay. Changed figures are collected. */
function patch(old, fresh, changed) {
  if (old.isEqualNode(fresh)) {
    return;
  }
  if (old.nodeName !== fresh.nodeName) {
    old.replaceWith(document.adoptNode(fresh));
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
      old.append(document.adoptNode(node));
    }
  });
}

// what somebody is typing is not taken from under their hands
function typing() {
  const fields = [...document.querySelectorAll("main input")];
  return fields.some((field) => field === document.activeElement || field.value !== field.defaultValue);
}

function show(text, redrawn) {
  const fresh = new DOMParser().parseFromString(text, "text/html");
  const root = fresh.documentElement;
  if (!root.dataset.assets || typing()) {
    return;
  }
  if (root.dataset.assets !== page.dataset.assets) {
    // the server has answered a moment ago, so this leads to no error page
    location.reload();
    return;
  }
  const changed = [];
  for (const part of ["main", ".freshness", ".state", ".ribbon"]) {
    const old = document.querySelector(part);
    const other = fresh.querySelector(part);
    if (old && other) {
      patch(old, other, changed);
    }
  }
  const told = page.dataset.version !== root.dataset.version;
  for (const key of ["version", "generatedAt", "now"]) {
    page.dataset[key] = root.dataset[key];
  }
  changed.forEach((figure) => {
    figure.classList.add("fresh");
    figure.addEventListener("animationend", () => figure.classList.remove("fresh"), { once: true });
  });
  redrawn(changed);
  tellAges();
  if (told && screen) {
    fetch(`/events/drawn?${new URLSearchParams({ screen, version: page.dataset.version, program })}`).catch(() => {});
  }
}

let fetching = false;
let again = false;

async function refresh(redrawn) {
  if (fetching) {
    again = true;
    return;
  }
  fetching = true;
  try {
    const answer = await fetch(location.href, { cache: "no-cache", signal: AbortSignal.timeout(PATIENCE) });
    if (answer.ok) {
      show(await answer.text(), redrawn);
      contact = now();
      offline(false);
    }
  } catch {
    offline(true);
    connectSoon();
  } finally {
    fetching = false;
    if (again) {
      again = false;
      refresh(redrawn);
    }
  }
}

// ---- the line

let line = null;
let waiting = null;
let failures = 0;
let redrawing = () => {};

function connect() {
  clearTimeout(waiting);
  waiting = null;
  line?.close();
  const asked = new URLSearchParams();
  if (page.dataset.boardAgency) {
    asked.set("agency", page.dataset.boardAgency);
  }
  if (screen) {
    asked.set("screen", screen);
    asked.set("drawn", page.dataset.version);
    asked.set("program", program);
  }
  line = new EventSource("/events?" + asked);
  line.addEventListener("error", () => {
    offline(true);
    connectSoon();
  });
  line.addEventListener("board", (event) => {
    failures = 0;
    const board = JSON.parse(event.data);
    heard(board.now ?? board.generatedAt);
    offline(false);
    const stale = String(board.version) !== page.dataset.version || board.generatedAt !== page.dataset.generatedAt;
    if (stale || (board.program && board.program !== program)) {
      refresh(redrawing);
    }
  });
}

// ten thousand screens that lost the same server do not come back at the same moment
function connectSoon() {
  line?.close();
  if (waiting === null) {
    const longest = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** failures++);
    waiting = setTimeout(connect, longest * (0.2 + 0.8 * Math.random()));
  }
}

/** Begins. `redrawn` is called after each change of the page with the figures that are new. */
export function follow(redrawn) {
  redrawing = redrawn;
  connect();
  tellAges();
  addEventListener("offline", () => offline(true));
  addEventListener("online", connectSoon);
  // a page that the browser keeps for going back holds no line: it has only a few for each server
  addEventListener("pagehide", () => line.close());
  addEventListener("pageshow", (event) => event.persisted && connect());
  // a line may be dead without a word, and the ages in words grow old
  setInterval(() => refresh(redrawn), LOOK_AGAIN);
  setInterval(tellAges, 10_000);
}

/** Loads the whole page anew, but only from a server that answers. */
export async function reload() {
  try {
    const answer = await fetch(location.href, { cache: "no-cache", signal: AbortSignal.timeout(PATIENCE) });
    if (answer.ok) {
      location.reload();
    }
  } catch {
    // it stays as it is
  }
}

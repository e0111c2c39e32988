// Keeps a page as fresh as the board. One line to the server tells when something changed; the page is
// then fetched again and only what differs is put in its place. When the server is away the page stays
// and says since when.
import { age, heard, now, spelt } from "./clock.js";
import { patch, set } from "./redraw.js";

const page = document.documentElement;
const program = page.dataset.assets.split("/").pop();
/** What the page is told once, when it is loaded. */
const MAKE = ["assets", "screen", "seconds", "quiet"];
const LOOK_AGAIN = 30_000;
const PATIENCE = 8_000;
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 10_000;

/** Whether this is the page that says that there is none. */
const isMissing = document.getElementById("missing") !== null;
const screen = page.dataset.screen ?? new URLSearchParams(location.search).get("screen");

/** When the board on the screen was last known to be the server's, in its time. */
let contact = Date.parse(page.dataset.now);
let isOffline = false;

function offline(away) {
  isOffline = away;
  tellAges();
}

/** What is on the screen is what the server has. */
function current() {
  contact = now();
  failures = 0;
  offline(false);
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

// ---- the page anew

// what somebody is typing is not taken from under their hands
function typing() {
  const fields = [...document.querySelectorAll("main input")];
  return fields.some((field) => field === document.activeElement || field.value !== field.defaultValue);
}

/** The page as the server has it now, perhaps its word that there is none; null when somebody else answers. */
async function ask() {
  const answer = await fetch(location.href, { cache: "no-cache", signal: AbortSignal.timeout(PATIENCE) });
  if (answer.status >= 500) {
    throw new Error(`the server answered ${answer.status}`);
  }
  const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
  const found = fresh.getElementById("missing") === null;
  return fresh.documentElement.dataset.assets && answer.ok === found ? { fresh, found } : null;
}

let redrawn = () => {};

function show({ fresh, found }) {
  const root = fresh.documentElement;
  if (typing()) {
    return;
  }
  if (found === isMissing || MAKE.some((key) => root.dataset[key] !== page.dataset[key])) {
    // The server has answered a moment ago, so this leads to no error page. While servers of two programs
    // answer by turns it comes to rest.
    if (performance.now() > LOOK_AGAIN) {
      location.reload();
    }
    return;
  }
  const changed = [];
  for (const part of ["main", ".state", ".ribbon"]) {
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
  changed.forEach((figure) => figure.classList.add("fresh"));
  redrawn(changed);
  tellAges();
  if (told && screen) {
    fetch(`/events/drawn?${new URLSearchParams({ screen, version: page.dataset.version, program })}`).catch(() => {});
  }
}

let fetching = false;
let again = false;

async function refresh() {
  if (fetching) {
    again = true;
    return;
  }
  fetching = true;
  try {
    const answer = await ask();
    if (answer) {
      show(answer);
      current();
    } else {
      offline(true);
    }
  } catch {
    offline(true);
    connectSoon();
  } finally {
    fetching = false;
    if (again) {
      again = false;
      refresh();
    }
  }
}

// ---- the line

let line = null;
let waiting = null;
let failures = 0;

function hangUp() {
  clearTimeout(waiting);
  waiting = null;
  line?.close();
}

function connect() {
  hangUp();
  const asked = new URLSearchParams();
  if (screen) {
    asked.set("screen", screen);
    asked.set("drawn", page.dataset.version);
    asked.set("program", program);
    if (!isMissing) {
      asked.set("page", location.pathname);
    }
  }
  line = new EventSource("/events?" + asked);
  line.addEventListener("error", () => {
    offline(true);
    connectSoon();
  });
  line.addEventListener("board", (event) => {
    const board = JSON.parse(event.data);
    heard(board.now);
    const stale = String(board.version) !== page.dataset.version || board.generatedAt !== page.dataset.generatedAt;
    if (stale || (board.program && board.program !== program)) {
      refresh();
    } else {
      current();
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

/** Begins. `whenRedrawn` is called after each change of the page with the figures that are new. */
export function follow(whenRedrawn) {
  redrawn = whenRedrawn;
  connect();
  tellAges();
  document.addEventListener("animationend", ({ target }) => target.classList.remove("fresh"));
  addEventListener("offline", () => offline(true));
  addEventListener("online", connectSoon);
  // a page that the browser keeps for going back holds no line: it has only a few for each server
  addEventListener("pagehide", hangUp);
  addEventListener("pageshow", (event) => event.persisted && connect());
  // a line may be dead without a word, and the ages in words grow old
  setInterval(refresh, LOOK_AGAIN);
  setInterval(tellAges, 10_000);
}

/** Loads the whole page anew, but only from a server that has it. */
export async function reload() {
  try {
    if (await ask()) {
      location.reload();
    }
  } catch {
    // it stays as it is
  }
}

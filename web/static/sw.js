// Keeps the last good page of a screen, so that it starts while the server is away.
"use strict";

const PAGES = "congkhai-pages";
const ASSETS = "congkhai-assets";
const CODES = "congkhai-codes";
const MOST = 20;
const PATIENCE = 10_000;
/** A page that nothing has changed on is written this rarely: screens run for years on flash disks. */
const SELDOM = 600_000;
const NEEDED = [
  "board.css",
  "kiosk.css",
  "clock.js",
  "kiosk.js",
  "line.js",
  "redraw.js",
  "wake.js",
  "icon.svg",
  "fonts/inter-latin-400-normal.woff2",
  "fonts/inter-latin-700-normal.woff2",
  "fonts/inter-latin-ext-400-normal.woff2",
  "fonts/inter-latin-ext-700-normal.woff2",
  "fonts/inter-vietnamese-400-normal.woff2",
  "fonts/inter-vietnamese-700-normal.woff2",
];
const FOLDER = new URL(".", self.location).href;

self.addEventListener("install", (event) => event.waitUntil(install().then(() => self.skipWaiting())));

async function install() {
  const cache = await caches.open(ASSETS);
  await Promise.all(NEEDED.map(async (file) => {
    const answer = await fetch(FOLDER + file);
    if (!lasting(answer)) {
      throw new Error(`${file} is not of this program`);
    }
    await cache.put(FOLDER + file, answer);
  }));
}

self.addEventListener("activate", (event) => event.waitUntil(begin()));

/** Keeps the pages that are open now: they were loaded before anybody kept them. */
async function begin() {
  await self.clients.claim();
  const open = await self.clients.matchAll({ type: "window" });
  await Promise.all(open.filter((each) => isPage(new URL(each.url))).map((each) => fresh(new Request(each.url)).catch(() => {})));
  const cache = await caches.open(ASSETS);
  const old = (await cache.keys()).filter((each) => !each.url.startsWith(FOLDER));
  await Promise.all(old.map((each) => cache.delete(each)));
}

function isPage(url) {
  return url.origin === self.location.origin && /^\/(kiosk\/)?board(\/|$)/.test(url.pathname);
}

self.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || url.origin !== self.location.origin) {
    return;
  }
  if (isPage(url)) {
    event.respondWith(event.request.mode === "navigate" ? freshOrKept(event.request) : fresh(event.request));
  } else if (url.pathname.startsWith("/static/")) {
    event.respondWith(asset(event.request));
  } else if (url.pathname === "/qr.svg") {
    event.respondWith(code(event.request));
  }
});

/** Whether it is a page of this service. A portal, or a server before it, may answer anything. */
async function isOurs(answer) {
  return (await answer.clone().text()).includes(' data-assets="/static/');
}

async function fresh(request) {
  const answer = await fetch(request);
  if (answer.ok && await isOurs(answer) && await isNews(request, answer)) {
    await keep(PAGES, request, answer.clone());
  }
  return answer;
}

/** Whether the page says of itself anything else than the kept one, or that one has become old. */
async function isNews(request, answer) {
  const kept = await (await caches.open(PAGES)).match(request.url);
  if (!kept) {
    return true;
  }
  const [one, other] = await Promise.all([answer.clone(), kept].map(told));
  return one.rest !== other.rest || !(Math.abs(one.now - other.now) < SELDOM);
}

/** What the page says of itself: its time, and its version and program with all the rest. */
async function told(answer) {
  const [self = ""] = /<html[^>]*>/.exec(await answer.text()) ?? [];
  const now = / data-now="([^"]*)"/.exec(self);
  return { now: Date.parse(now?.[1]), rest: self.replace(now?.[0], "") };
}

/** The newest are kept. A full disk keeps nothing, and nobody waits for it. */
async function keep(name, request, answer) {
  try {
    const cache = await caches.open(name);
    await cache.put(request.url, answer);
    const all = await cache.keys();
    await Promise.all(all.slice(0, -MOST).map((each) => cache.delete(each)));
  } catch {
    // what was kept before is as good as it was
  }
}

async function freshOrKept(request) {
  const cache = await caches.open(PAGES);
  const page = await cache.match(request.url);
  if (!page) {
    return fresh(request);
  }
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  const answer = await Promise.race([fresh(request).catch(() => null), late]);
  return answer && answer.status < 500 && await isOurs(answer) ? answer : page;
}

/** Whether it is the file that its address says: the server gives pages of an older program today's files. */
function lasting(answer) {
  return answer.ok && (answer.headers.get("Cache-Control") ?? "").includes("immutable");
}

async function asset(request) {
  const cache = await caches.open(ASSETS);
  const known = await cache.match(request.url);
  if (known) {
    return known;
  }
  try {
    const answer = await fetch(request);
    if (lasting(answer)) {
      await cache.put(request.url, answer.clone()).catch(() => {});
    }
    return answer;
  } catch (away) {
    return (await namesake(cache, request)) ?? Promise.reject(away);
  }
}

/** The same file of another program, for a page that was kept before or after it. */
async function namesake(cache, request) {
  const file = (url) => new URL(url).pathname.replace(/^\/static\/[0-9a-f]{8}\//, "");
  const other = (await cache.keys()).find((each) => file(each.url) === file(request.url));
  return other && cache.match(other);
}

/** Whether it is a code. A server before ours may answer anything, and what it answers is not kept. */
function isCode(answer) {
  return answer.ok && (answer.headers.get("Content-Type") ?? "").startsWith("image/svg+xml");
}

async function code(request) {
  const found = await (await caches.open(CODES)).match(request.url);
  const kept = found && isCode(found) ? found : null;
  try {
    const answer = await fetch(request);
    if (!isCode(answer)) {
      return kept ?? answer;
    }
    if (!kept || await kept.text() !== await answer.clone().text()) {
      await keep(CODES, request, answer.clone());
    }
    return answer;
  } catch (away) {
    return kept ?? Promise.reject(away);
  }
}

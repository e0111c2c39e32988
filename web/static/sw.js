// Keeps the last good page of a screen, so that it starts while the server is away.
"use strict";

const PAGES = "congkhai-pages";
const ASSETS = "congkhai-assets";
const MOST_PAGES = 20;
const PATIENCE = 10_000;
const NEEDED = [
  "board.css",
  "kiosk.css",
  "kiosk.js",
  "line.js",
  "icon.svg",
  "fonts/inter-latin-400-normal.woff2",
  "fonts/inter-latin-700-normal.woff2",
  "fonts/inter-latin-ext-400-normal.woff2",
  "fonts/inter-latin-ext-700-normal.woff2",
  "fonts/inter-vietnamese-400-normal.woff2",
  "fonts/inter-vietnamese-700-normal.woff2",
];

self.addEventListener("install", (event) => {
  const needed = NEEDED.map((file) => new URL(file, self.location).href);
  event.waitUntil(caches.open(ASSETS).then((cache) => cache.addAll(needed)).then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => event.waitUntil(begin()));

/** Keeps the pages that are open now: they were loaded before anybody kept them. */
async function begin() {
  await self.clients.claim();
  const open = await self.clients.matchAll({ type: "window" });
  await Promise.all(open.filter((each) => isPage(new URL(each.url))).map((each) => fresh(new Request(each.url)).catch(() => {})));
  await forgetOld();
}

/** The files of older programs, once pages of this one are kept. */
async function forgetOld() {
  const folder = new URL(".", self.location).href;
  const cache = await caches.open(ASSETS);
  for (const request of await cache.keys()) {
    if (request.url.includes("/static/") && !request.url.startsWith(folder)) {
      await cache.delete(request);
    }
  }
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
  } else if (url.pathname.startsWith("/static/") || url.pathname === "/qr.svg") {
    event.respondWith(kept(event.request));
  }
});

async function fresh(request) {
  const answer = await fetch(request);
  if (answer.ok) {
    const cache = await caches.open(PAGES);
    await cache.put(request.url, answer.clone());
    const pages = await cache.keys();
    await Promise.all(pages.slice(0, -MOST_PAGES).map((page) => cache.delete(page)));
  }
  return answer;
}

async function freshOrKept(request) {
  const cache = await caches.open(PAGES);
  const page = await cache.match(request.url);
  if (!page) {
    return fresh(request);
  }
  const late = new Promise((resolve) => setTimeout(resolve, PATIENCE));
  const answer = await Promise.race([fresh(request).catch(() => null), late]);
  return answer && answer.status < 500 ? answer : page;
}

async function kept(request) {
  const cache = await caches.open(ASSETS);
  const known = await cache.match(request.url);
  if (known) {
    return known;
  }
  const answer = await fetch(request);
  if (answer.ok) {
    await cache.put(request.url, answer.clone());
  }
  return answer;
}

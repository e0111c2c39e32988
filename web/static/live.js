// Keeps the page as fresh as the board: one line to the server tells when something changed, and the
// page is then fetched again and its content replaced, without a reload.
"use strict";

const page = document.documentElement;
const agency = page.dataset.boardAgency;
let fetching = false;
let again = false;

async function refresh() {
  if (fetching) {
    again = true;
    return;
  }
  fetching = true;
  try {
    const answer = await fetch(location.href, { cache: "no-cache" });
    if (answer.ok) {
      show(new DOMParser().parseFromString(await answer.text(), "text/html"));
    }
  } catch {
    // the next event or the next connection tries again
  } finally {
    fetching = false;
    if (again) {
      again = false;
      refresh();
    }
  }
}

// what somebody is typing is not taken from under their hands
function typing() {
  const fields = [...document.querySelectorAll("main input")];
  return fields.some((field) => field === document.activeElement || field.value !== field.defaultValue);
}

function show(fresh) {
  const main = fresh.querySelector("main");
  if (main && !typing()) {
    document.querySelector("main").replaceWith(document.adoptNode(main));
    page.dataset.version = fresh.documentElement.dataset.version;
    page.dataset.generatedAt = fresh.documentElement.dataset.generatedAt;
  }
}

function offline(isOffline) {
  const notice = document.getElementById("offline");
  if (notice) {
    notice.hidden = !isOffline;
  }
}

let line = null;

function connect() {
  line = new EventSource("/events" + (agency ? "?agency=" + encodeURIComponent(agency) : ""));
  line.addEventListener("open", () => offline(false));
  line.addEventListener("error", () => offline(true));
  line.addEventListener("board", (event) => {
    offline(false);
    const board = JSON.parse(event.data);
    if (String(board.version) !== page.dataset.version || board.generatedAt !== page.dataset.generatedAt) {
      refresh();
    }
  });
}

connect();

// a page that the browser keeps for going back holds no line: it has only a few for each server
window.addEventListener("pagehide", () => line.close());
window.addEventListener("pageshow", (event) => {
  if (event.persisted) {
    connect();
  }
});

// the ages in words grow old too
setInterval(refresh, 60_000);

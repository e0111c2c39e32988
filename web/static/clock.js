// The time by the server's clock, and how long ago something was.

const page = document.documentElement;
const VIETNAMESE = page.lang === "vi";
const CLOCK = new Intl.DateTimeFormat("en-GB", {
  timeZone: "Asia/Ho_Chi_Minh",
  dateStyle: VIETNAMESE ? "short" : "medium",
  timeStyle: "short",
});
const CENTURY = 100 * 365 * 24 * 3_600_000;

/**
 * The server's time when this page began. This device's clock may be wrong and may be put right at any
 * moment, so it is only asked how wrong it was when the server was last heard.
 */
let began = Math.max(Date.now() + remembered(), Date.parse(page.dataset.now)) - performance.now();
/** How wrong this device's clock is, as it was written down. */
let written = remembered();

export function now() {
  return began + performance.now();
}

function remembered() {
  try {
    const offset = Number(localStorage.getItem("congkhai.offset"));
    return Math.abs(offset) < CENTURY ? offset : 0;
  } catch {
    return 0;
  }
}

export function heard(serverTime) {
  began = Date.parse(serverTime) - performance.now();
  const offset = Math.round(now() - Date.now());
  // nothing is written that is known: screens run for years on flash disks
  if (Math.abs(offset - written) <= 1_000) {
    return;
  }
  try {
    localStorage.setItem("congkhai.offset", String(offset));
    written = offset;
  } catch {
    // a screen without storage only forgets how wrong its clock is
  }
}

export function moment(time) {
  return Object.fromEntries(CLOCK.formatToParts(time).map((part) => [part.type, part.value]));
}

/** The day of a moment, as the pages write it. */
export function dated({ day, month, year }) {
  return VIETNAMESE ? `${day}/${month}/${year}` : `${day} ${month} ${year}`;
}

export function spelt(time) {
  const at = moment(time);
  return `${at.hour}:${at.minute} ${VIETNAMESE ? "ngày" : "on"} ${dated(at)}`;
}

/** In the words of the server, which a browser need not have for Vietnamese. */
function ago(count, unit) {
  return VIETNAMESE
    ? `${count} ${{ minute: "phút", hour: "giờ", day: "ngày" }[unit]} trước`
    : `${count} ${unit}${count === 1 ? "" : "s"} ago`;
}

/** How long ago, in the largest whole unit. A moment that this clock takes for the future has no age. */
export function age(time) {
  const minutes = Math.floor((now() - time) / 60_000);
  if (minutes < 1) {
    return minutes < -1 ? "" : document.getElementById("offline").dataset.now;
  }
  if (minutes < 60) {
    return ago(minutes, "minute");
  }
  return minutes < 24 * 60 ? ago(Math.floor(minutes / 60), "hour") : ago(Math.floor(minutes / (24 * 60)), "day");
}

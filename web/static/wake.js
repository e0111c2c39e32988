// Loads a screen anew whose other scripts did not come, for nobody attends it. On its own, so that it is
// there when they are not.
"use strict";

(() => {
  const FIRST_WAIT = 60_000;
  const LONGEST_WAIT = 300_000;
  const PATIENCE = 8_000;

  /** Whether what the server has now would be alive: a page of ours, and its script. */
  async function answers() {
    const ask = (address) => fetch(address, { cache: "no-cache", signal: AbortSignal.timeout(PATIENCE) });
    try {
      const page = await ask(location.href);
      const [, assets] = / data-assets="(\/static\/[^"]+)"/.exec(page.ok ? await page.text() : "") ?? [];
      return Boolean(assets) && (await ask(`${assets}/kiosk.js`)).ok;
    } catch {
      return false;
    }
  }

  async function wake() {
    if (document.getElementById("time")?.textContent) {
      count(0);
      return;
    }
    const loads = await answers();
    count(tries() + 1);
    if (loads) {
      location.reload();
    }
    later();
  }

  // counted where it outlasts the page: a screen that does not wake asks ever more seldom
  const tries = () => history.state?.tries ?? 0;
  const count = (number) => history.replaceState({ tries: number }, "");

  function later() {
    setTimeout(wake, Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** tries()) * (1 + Math.random() / 2));
  }

  later();
})();

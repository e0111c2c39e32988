// A page that somebody reads.
import { follow } from "./line.js";
import { set } from "./redraw.js";

follow(() => {});

const share = document.getElementById("share");
// a form and a missing page are nothing to hand on
document.querySelector(".tools").hidden = document.querySelector("#missing, .receipt-form") !== null;
addEventListener("beforeprint", () => set(document.getElementById("source"), location.href));
document.getElementById("print").addEventListener("click", () => print());
share.addEventListener("click", async () => {
  try {
    if (navigator.share) {
      await navigator.share({ title: document.title, url: location.href });
    } else {
      await navigator.clipboard.writeText(location.href);
      share.textContent = share.dataset.done;
    }
  } catch {
    // whoever was asked did not want to
  }
});

// A page that somebody reads.
import { follow } from "./line.js";

follow(() => {});

const share = document.getElementById("share");
document.querySelector(".tools").hidden = false;
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

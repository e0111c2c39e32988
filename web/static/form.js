// Makes the form quicker to fill in: it is checked by the server while somebody types, cells of a
// spreadsheet can be pasted, and Enter and the arrows move between cells. Without this script the
// buttons do all of it.
"use strict";

const sheet = document.getElementById("sheet");
const print = document.getElementById("print");

if (print) {
  print.hidden = false;
  print.addEventListener("click", () => window.print());
}

// after an answer with something to mend, whoever uses the keyboard begins there
const said = document.querySelector("#said .missed");
if (said) {
  document.getElementById("said").focus();
}

if (sheet && sheet.querySelector("button")) {
  fill(sheet);
}

function fill(form) {
  const PAUSE = 400;
  const CELLS = ".cells input:not([type=hidden])";
  let timer = 0;
  let asking = null;
  let sending = false;
  let leaving = false;
  let typed = false;

  const cells = () => [...form.querySelectorAll(CELLS)];

  form.addEventListener("input", () => {
    typed = true;
    clearTimeout(timer);
    timer = setTimeout(check, PAUSE);
  });
  // whoever leaves a row has said all of it
  form.addEventListener("focusout", (event) => {
    const row = event.target.closest(".row");
    if (typed && row && row !== event.relatedTarget?.closest(".row")) {
      clearTimeout(timer);
      timer = setTimeout(check, 0);
    }
  });
  // sent from here, so that nothing typed is lost when the line is down or something is to be mended
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const button = event.submitter;
    const buttons = form.querySelectorAll("button");
    const fields = new URLSearchParams(new FormData(form));
    clearTimeout(timer);
    asking?.abort();
    sending = true;
    buttons.forEach((each) => { each.disabled = true; });
    try {
      const answer = await fetch(button?.formAction || form.action, { method: "POST", body: fields });
      if (answer.redirected) {
        leaving = true;
        location.assign(answer.url);
      } else {
        refused(new DOMParser().parseFromString(await answer.text(), "text/html"));
      }
    } catch {
      lost();
    } finally {
      sending = false;
      buttons.forEach((each) => { each.disabled = false; });
    }
  });
  window.addEventListener("beforeunload", (event) => {
    if (typed && !leaving) {
      event.preventDefault();
    }
  });

  // of a row that is only half typed nothing needs to be said yet
  function halfTyped() {
    const row = document.activeElement?.closest(".row");
    return [...(row?.querySelectorAll(CELLS) ?? [])].filter((cell) => cell.value).length === 1
      && row.querySelectorAll(CELLS).length > 1;
  }

  async function check() {
    if (sending || halfTyped()) {
      return;
    }
    asking?.abort();
    const mine = new AbortController();
    asking = mine;
    try {
      const answer = await fetch(form.action, {
        method: "POST",
        body: new URLSearchParams(new FormData(form)),
        signal: mine.signal,
      });
      const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
      if (answer.ok) {
        show(fresh);
      } else {
        tell(fresh.querySelector(".said"));
      }
    } catch (failure) {
      if (failure.name !== "AbortError") {
        lost();
      }
    }
  }

  function lost() {
    const told = document.createElement("p");
    told.className = "said missed";
    told.textContent = form.dataset.lost;
    form.querySelector("#said").replaceChildren(told);
  }

  // a form that comes back holds what was typed, what was published meanwhile, and the key to send it with
  function refused(fresh) {
    const other = fresh.getElementById("sheet");
    if (!other) {
      leaving = true;
      document.querySelector("main").replaceWith(document.adoptNode(fresh.querySelector("main")));
      return;
    }
    for (const field of form.querySelectorAll("input[name], textarea")) {
      const same = other.elements.namedItem(field.name);
      if (same) {
        field.value = same.value;
      }
    }
    show(fresh);
    document.getElementById("said").focus();
    document.getElementById("said").scrollIntoView({ block: "nearest" });
  }

  // the server would not look at it: signed out, too often, away
  function tell(why) {
    if (why) {
      form.querySelector("#said").replaceChildren(document.adoptNode(why));
    }
  }

  // what was typed stays; only what is said of it changes
  function show(fresh) {
    for (const part of form.querySelectorAll("#said, .remarks, .result")) {
      const other = fresh.getElementById(part.id);
      if (other && other.innerHTML !== part.innerHTML) {
        part.replaceChildren(...document.adoptNode(other).childNodes);
      }
    }
    for (const cell of cells()) {
      const wrong = fresh.getElementById(cell.id)?.hasAttribute("aria-invalid");
      wrong ? cell.setAttribute("aria-invalid", "true") : cell.removeAttribute("aria-invalid");
    }
  }

  form.addEventListener("keydown", (event) => {
    const all = cells();
    const at = all.indexOf(event.target);
    if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    const next = { Enter: at + 1, ArrowDown: below(all, at, 1), ArrowUp: below(all, at, -1) }[event.key];
    if (next === undefined) {
      return;
    }
    event.preventDefault();
    const target = all[next] ?? (event.key === "Enter" ? form.querySelector("textarea") : null);
    target?.focus();
    target?.select();
  });

  // the cell of the same column in the next or the previous row
  function below(all, at, step) {
    const own = [...all[at].closest(".row").querySelectorAll(CELLS)];
    const column = own.indexOf(all[at]);
    const row = all[step > 0 ? at - column + own.length : at - column - 1];
    if (!row) {
      return -1;
    }
    const others = [...row.closest(".row").querySelectorAll(CELLS)];
    return all.indexOf(others[Math.min(column, others.length - 1)]);
  }

  // the lines of a spreadsheet go to the rows from here on, their columns to the cells of each
  form.addEventListener("paste", (event) => {
    const all = cells();
    const at = all.indexOf(event.target);
    const text = event.clipboardData?.getData("text/plain") ?? "";
    const lines = text.replace(/\r?\n$/, "").split(/\r?\n/).map((line) => line.split("\t"));
    if (at < 0 || (lines.length === 1 && lines[0].length === 1)) {
      return;
    }
    event.preventDefault();
    const rows = [...form.querySelectorAll(".row")];
    const first = rows.indexOf(all[at].closest(".row"));
    const column = [...rows[first].querySelectorAll(CELLS)].indexOf(all[at]);
    lines.forEach((line, down) => {
      const row = rows[first + down]?.querySelectorAll(CELLS) ?? [];
      line.forEach((value, right) => {
        const cell = row[column + right];
        if (cell) {
          cell.value = value.trim();
        }
      });
    });
    event.target.dispatchEvent(new Event("input", { bubbles: true }));
  });
}

// Adds to reading: a switch between light and dark that is remembered, what stands behind a name when one rests on it, and
// buttons that copy a link. The page is whole without it.
(() => {
  const root = document.documentElement, { light, dark } = document.body.dataset, place = document.querySelector(".masthead-inner");
  const chosen = () => { try { return localStorage.getItem("scheme"); } catch { return null; } };
  const isDark = () => (root.dataset.scheme || (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  if (["light", "dark"].includes(chosen())) root.dataset.scheme = chosen();

  if (place && light && dark) {
    const button = document.createElement("button");
    const name = () => { button.title = isDark() ? light : dark; button.setAttribute("aria-label", button.title); };
    button.type = "button";
    button.className = "scheme";
    button.addEventListener("click", () => {
      root.dataset.scheme = isDark() ? "light" : "dark";
      try { localStorage.setItem("scheme", root.dataset.scheme); } catch { } // not remembered, but shown
      name();
    });
    name();
    (place.querySelector(".masthead-tools") || place.querySelector(".masthead-name") || place).append(button);
  }

  // A mouse that rests opens what a tap on the mark opens; Escape and a click elsewhere close it, as the browser has it.
  if (!HTMLElement.prototype.showPopover) return;
  document.querySelectorAll(".peek[popovertarget]").forEach((mark) => {
    const link = mark.previousElementSibling, pop = document.getElementById(mark.getAttribute("popovertarget"));
    if (!link || !pop) return;
    let wait, rested = false;
    const soon = (act, after) => { clearTimeout(wait); wait = setTimeout(act, after); };
    const open = () => { if (!pop.matches(":popover-open")) { pop.showPopover({ source: mark }); rested = true; } };
    const close = () => { if (rested && !pop.contains(document.activeElement)) pop.hidePopover(); rested = false; };
    link.addEventListener("pointerenter", (event) => { if (event.pointerType === "mouse") soon(open, 350); });
    link.addEventListener("pointerleave", () => soon(close, 250));
    pop.addEventListener("pointerenter", () => clearTimeout(wait));
    pop.addEventListener("pointerleave", () => soon(close, 250));
  });
})();

// A button that copies the address of a heading or an event.
(() => {
  if (!navigator.clipboard) return;
  const { copy, copied } = document.body.dataset;
  const live = document.createElement("p");
  live.className = "visually-hidden";
  live.setAttribute("role", "status");
  document.body.append(live);

  const add = (heading, id) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "#";
    button.title = copy;
    button.setAttribute("aria-label", copy);
    button.addEventListener("click", async () => {
      const address = new URL(location.href);
      address.search = "";
      address.hash = id;
      await navigator.clipboard.writeText(address.href);
      live.textContent = copied;
      button.textContent = "✓";
      setTimeout(() => { button.textContent = "#"; live.textContent = ""; }, 2000);
    });
    heading.append(" ", button);
  };

  document.querySelectorAll(".body > :is(h2, h3)[id], .qa-question[id]").forEach((heading) => add(heading, heading.id));
  document.querySelectorAll(".timeline .event[id]").forEach((event) => add(event.querySelector(".event-title"), event.id));
})();

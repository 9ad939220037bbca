// Adds a button that copies the address of a heading or an event. The page is whole without it.
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

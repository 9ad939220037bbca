// Narrows a timeline by topic, subject, place and importance. The page is whole without it; what is chosen stands in the address.
(() => {
  const form = document.querySelector("form.filters");
  const timeline = document.querySelector("[data-timeline]");
  if (!timeline) return;
  const target = (link) => document.getElementById(decodeURIComponent(link.hash.slice(1)));

  // Pointing at a mark of the axis says what it is.
  document.querySelector(".axis-wide")?.addEventListener("pointerover", ({ target: { parentNode: link } }) => {
    const event = link.tagName === "a" && !link.querySelector("title") && target({ hash: link.getAttribute("href") });
    if (!event) return;
    const title = document.createElementNS(link.namespaceURI, "title");
    const words = [".event-date", ".event-title"].map((name) => event.querySelector(name).firstChild.textContent);
    title.textContent = words.join(": ") + (link.dataset.more ? ` (+${link.dataset.more})` : "");
    link.prepend(title);
  });

  if (!form) return;
  const events = [...timeline.querySelectorAll(".event")].map((event) => [event, (event.dataset.in || "").split(" ")]);
  const fields = [...form.querySelectorAll("[name]")];
  const count = form.querySelector("output span");
  const reset = form.querySelector("[type=reset]");
  const box = (field) => field.type === "checkbox";
  const value = (field) => (box(field) ? (field.checked ? field.value : "") : field.value);

  const show = () => {
    const wanted = fields.filter(value).map((field) => (box(field) ? field.name : `${field.name}-${field.value}`));
    let shown = 0;
    events.forEach(([event, names]) => {
      event.hidden = !wanted.every((name) => names.includes(name));
      shown += !event.hidden;
    });
    timeline.querySelectorAll("section").forEach((section) => {
      section.hidden = !section.querySelector(".event:not([hidden])");
    });
    document.querySelectorAll(".axis a, .stops a").forEach((link) => {
      const found = target({ hash: link.getAttribute("href") });
      link.classList.toggle("out", Boolean(found && found.closest("[hidden]")));
    });
    count.textContent = shown;
    reset.hidden = !wanted.length;
  };

  const read = () => {
    const asked = new URLSearchParams(location.search);
    fields.forEach((field) => {
      const given = asked.get(field.name) || "";
      if (box(field)) field.checked = given === field.value;
      else field.value = [...field.options].some((option) => option.value === given) ? given : "";
    });
    show();
  };

  const say = (way) => {
    const query = String(new URLSearchParams(fields.filter(value).map((field) => [field.name, value(field)])));
    history[way](null, "", `${query ? `?${query}` : location.pathname}${location.hash}`);
    show();
  };

  // An address that names an event must show that event, whatever is chosen.
  const reveal = () => {
    const found = location.hash && target(location);
    if (!found || !found.closest("[data-timeline] [hidden]")) return;
    form.reset();
    say("replaceState");
    found.scrollIntoView();
  };

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", () => say("pushState"));
  reset.addEventListener("click", (event) => {
    event.preventDefault();
    form.reset();
    say("pushState");
    fields[0].focus();
  });
  addEventListener("popstate", read);
  addEventListener("hashchange", reveal);
  read();
  reveal();
})();

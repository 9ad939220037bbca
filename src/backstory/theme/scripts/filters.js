// Adds choices by topic, person and place above a timeline. The page is whole without it; what is chosen stands in the address.
(() => {
  const timeline = document.querySelector("[data-timeline]");
  if (!timeline) return;
  const events = [...timeline.querySelectorAll(".event")];
  const words = timeline.dataset;
  const asked = new URLSearchParams(location.search);
  const names = (event, key) => (event.dataset[key] || "").split("|").filter(Boolean);

  const choice = (key, label) => {
    const counts = new Map();
    events.forEach((event) => names(event, key).forEach((name) => counts.set(name, (counts.get(name) || 0) + 1)));
    if (counts.size < 2) return null;
    const select = document.createElement("select");
    select.name = key;
    select.append(new Option(words.labelAll, ""));
    [...counts].sort((a, b) => a[0].localeCompare(b[0], document.documentElement.lang))
      .forEach(([name, count]) => select.append(new Option(`${name} (${count})`, name)));
    if (counts.has(asked.get(key))) select.value = asked.get(key);
    const frame = document.createElement("label");
    frame.append(label, select);
    return frame;
  };

  const form = document.createElement("form");
  form.className = "filters";
  form.setAttribute("role", "search");
  form.setAttribute("aria-label", words.labelFilter);
  form.append(...[
    choice("topics", words.labelTopics), choice("about", words.labelAbout), choice("places", words.labelPlaces),
  ].filter(Boolean));
  if (!form.childElementCount) return;
  const shown = document.createElement("output");
  form.append(shown);
  timeline.before(form);
  const selects = [...form.querySelectorAll("select")];

  const show = () => {
    const wanted = selects.filter((select) => select.value);
    let count = 0;
    events.forEach((event) => {
      event.hidden = !wanted.every((select) => names(event, select.name).includes(select.value));
      if (!event.hidden) count += 1;
    });
    timeline.querySelectorAll("section").forEach((section) => {
      section.hidden = !section.querySelector(".event:not([hidden])");
    });
    shown.textContent = `${words.labelShown}: ${count} / ${events.length}`;
  };

  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", () => {
    const query = new URLSearchParams(selects.filter((select) => select.value).map((select) => [select.name, select.value]));
    history.replaceState(null, "", `${query.size ? `?${query}` : location.pathname}${location.hash}`);
    show();
  });
  // An address that names an event must show that event, whatever is chosen.
  const reveal = () => {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (!target || !target.closest("[data-timeline] [hidden]")) return;
    selects.forEach((select) => { select.value = ""; });
    show();
    target.scrollIntoView();
  };
  addEventListener("hashchange", reveal);
  show();
  reveal();
})();

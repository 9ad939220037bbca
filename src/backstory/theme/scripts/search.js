// Makes the search page search. What is looked for stands in the address, so that it can be kept and sent.
(() => {
  const form = document.querySelector("[data-search]");
  if (!form) return;
  const words = form.dataset, box = form.elements.q, said = form.querySelector("[role=status]");
  const choices = form.querySelector(".search-choices"), list = document.querySelector(".search-results");
  const more = document.querySelector(".search-more"), names = ["kind", "topic", "person", "year"];
  const asked = new URLSearchParams(location.search), at = (where, from) => new URL(where, from || location);
  let loading, turn = 0, found = [], shown = 0, pause;

  const make = (name, kind, ...inside) => {
    const made = Object.assign(document.createElement(name), kind && { className: kind });
    made.append(...inside);
    return made;
  };

  const select = (name, options) => {
    const made = make("select", "", ...options.map(([value, text]) => new Option(text || value, value, false, value === asked.get(name))));
    made.name = name;
    choices.append(make("label", "", words[name], made));
  };

  const offer = (filters) => {
    names.forEach((name) => {
      const values = Object.keys(filters[name] || {}).sort(new Intl.Collator(document.documentElement.lang).compare);
      if (name === "year") values.reverse();
      if (values.length > 1) select(name, [["", words.all], ...values.map((each) => [each])]);
    });
    select("order", [["", words.best], ["newest", words.newest]]);
    choices.hidden = false;
  };

  const load = async () => {
    const index = at(words.index), baseUrl = at(words.root).pathname, engine = await import(at("pagefind.js", index));
    await engine.options({ baseUrl, excerptLength: 24 });
    for (let n = 1; n < words.shares; n += 1) await engine.mergeIndex(at(`${n}/`, index).href, { baseUrl });
    await engine.init();
    offer(await engine.filters());
    return engine;
  };

  const item = ({ url, excerpt, meta }) => {
    const link = make("a", "", meta.title), text = make("p", "teaser-description");
    link.href = url;
    text.innerHTML = excerpt; // escaped by Pagefind, but for its <mark>
    const story = make("article", "teaser", make("p", "kicker", meta.kind), make("h2", "teaser-title", link), text);
    if (meta.date) story.append(make("p", "teaser-date", meta.date));
    return make("li", "", story);
  };

  const show = async () => {
    const mine = turn, next = found.slice(shown, shown + 10);
    const lines = (await Promise.all(next.map((each) => each.data()))).map(item);
    if (mine !== turn) return null;
    list.append(...lines);
    shown += lines.length;
    more.hidden = shown >= found.length;
    return lines[0];
  };

  const search = async () => {
    const mine = ++turn, value = (name) => form.elements[name]?.value;
    let engine;
    try {
      engine = await (loading ??= load());
    } catch {
      loading = null;
      said.textContent = words.failed;
      return;
    }
    const filters = Object.fromEntries(names.filter(value).map((name) => [name, value(name)]));
    const q = box.value.trim(), order = value("order"), nothing = !q && !Object.keys(filters).length;
    const query = new URLSearchParams(Object.entries({ q, ...filters, order }).filter((each) => each[1]));
    history.replaceState(null, "", query.size ? `?${query}` : location.pathname);
    const options = { filters, ...order && { sort: { date: "desc" } } };
    const results = nothing ? [] : (await engine.search(q || null, options)).results;
    if (mine !== turn) return;
    found = results;
    shown = 0;
    list.replaceChildren();
    list.hidden = !found.length;
    more.hidden = true;
    said.textContent = nothing ? "" : found.length ? `${words.found}: ${found.length}` : words.none;
    await show();
  };

  form.onsubmit = () => { search(); return false; };
  choices.onchange = search;
  box.oninput = () => { clearTimeout(pause); pause = setTimeout(search, 200); };
  more.onclick = async () => (await show())?.querySelector("a").focus();
  addEventListener("keydown", (event) => {
    const stops = [box, ...list.querySelectorAll("a")], here = stops.indexOf(document.activeElement);
    const next = here >= 0 && stops[here + { ArrowDown: 1, ArrowUp: -1 }[event.key]];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
  box.value = asked.get("q") || "";
  if (asked.size) search();
})();

// Makes the search page search. What is looked for stands in the address, so that it can be kept and sent.
(() => {
  const form = document.querySelector("[data-search]");
  if (!form) return;
  const words = form.dataset, box = form.elements.q, said = form.querySelector("[role=status]");
  const choices = form.querySelector(".search-choices"), list = document.querySelector(".search-results");
  const more = document.querySelector(".search-more"), names = ["kind", "topic", "person", "year"];
  const asked = new URLSearchParams(location.search), at = (where) => new URL(where, location.href);
  let loading, turn = 0, found = [], shown = 0, pause;

  const element = (name, text, kind) => {
    const made = document.createElement(name);
    if (text) made.textContent = text;
    if (kind) made.className = kind;
    return made;
  };

  const select = (name, options) => {
    const made = element("select"), frame = element("label", words[name]);
    made.name = name;
    made.append(...options);
    if (options.some((each) => each.value === asked.get(name))) made.value = asked.get(name);
    frame.append(made);
    choices.append(frame);
  };

  const offer = (filters) => {
    names.forEach((name) => {
      const values = Object.keys(filters[name] || {}).sort((a, b) => a.localeCompare(b, document.documentElement.lang));
      if (name === "year") values.reverse();
      if (values.length > 1) select(name, [new Option(words.all, ""), ...values.map((each) => new Option(each, each))]);
    });
    select("order", [new Option(words.best, ""), new Option(words.newest, "newest")]);
    choices.hidden = false;
  };

  const load = async () => {
    const index = at(words.index), baseUrl = at(words.root).pathname;
    const engine = await import(new URL("pagefind.js", index).href);
    await engine.options({ baseUrl, excerptLength: 24 });
    for (let n = 1; n < Number(words.shares); n += 1) await engine.mergeIndex(new URL(`${n}/`, index).href, { baseUrl });
    await engine.init();
    offer(await engine.filters());
    return engine;
  };

  const item = ({ url, excerpt, meta }) => {
    const line = element("li"), story = element("article", "", "teaser"), title = element("h2", "", "teaser-title");
    const link = element("a", meta.title), words = element("p", "", "teaser-description");
    link.href = url;
    title.append(link);
    words.innerHTML = excerpt; // escaped by Pagefind, but for its <mark>
    story.append(element("p", meta.kind, "kicker"), title, words);
    if (meta.date) story.append(element("p", meta.date, "teaser-date"));
    line.append(story);
    return line;
  };

  const show = async (mine) => {
    const next = found.slice(shown, shown + 10), lines = (await Promise.all(next.map((each) => each.data()))).map(item);
    if (mine !== turn) return null;
    list.append(...lines);
    shown += lines.length;
    more.hidden = shown >= found.length;
    return lines[0];
  };

  const search = async () => {
    const mine = ++turn, value = (name) => form.elements[name]?.value || "";
    let engine;
    try {
      engine = await (loading ??= load());
    } catch {
      loading = null;
      said.textContent = words.failed;
      return;
    }
    const filters = Object.fromEntries(names.filter(value).map((name) => [name, value(name)]));
    const text = box.value.trim(), nothing = !text && !Object.keys(filters).length;
    const query = new URLSearchParams(Object.entries({ q: text, ...filters, order: value("order") }).filter((each) => each[1]));
    history.replaceState(null, "", query.size ? `?${query}` : location.pathname);
    const sort = value("order") ? { sort: { date: "desc" } } : {};
    const results = nothing ? [] : (await engine.search(text || null, { filters, ...sort })).results;
    if (mine !== turn) return;
    found = results;
    shown = 0;
    list.replaceChildren();
    list.hidden = !found.length;
    more.hidden = true;
    said.textContent = nothing ? "" : found.length ? `${words.found}: ${found.length}` : words.none;
    await show(mine);
  };

  form.addEventListener("submit", (event) => { event.preventDefault(); search(); });
  choices.addEventListener("change", search);
  box.addEventListener("input", () => { clearTimeout(pause); pause = setTimeout(search, 200); });
  more.addEventListener("click", async () => (await show(turn))?.querySelector("a").focus());
  addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key], stops = [box, ...list.querySelectorAll("a")];
    const next = stops[stops.indexOf(document.activeElement) + step];
    if (!step || !stops.includes(document.activeElement) || !next) return;
    event.preventDefault();
    next.focus();
  });
  box.value = asked.get("q") || "";
  if ([...asked.keys()].length) search();
})();

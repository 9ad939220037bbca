// What a browser can say of one page: rules of accessibility, what it asked for, what it complained of, whether it holds still and fits.
// Knows the browser. Must never know which pages there are.
import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";

const AXE = await readFile(new URL("node_modules/axe-core/axe.min.js", import.meta.url), "utf8");
export const SCREENS = {
  phone: { width: 390, height: 844, isMobile: true, hasTouch: true, deviceScaleFactor: 2 },
  desktop: { width: 1350, height: 940 },
};
const WEIGHED = { document: "html", stylesheet: "css", script: "js" };

async function opened(browser, screen, scheme) {
  const page = await browser.newPage();
  await page.setBypassCSP(true); // axe is put into the page; complaints about the policy are gathered by `visited` without it
  await page.setViewport(screen);
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  return page;
}

/** Open every `<details>` and run axe with all rules, those of WCAG 2.2 and best practice too. Returns violations in words. */
export async function axe(browser, url, screen, scheme) {
  const page = await opened(browser, screen, scheme);
  try {
    await page.goto(url, { waitUntil: "load" });
    await page.evaluate(() => document.querySelectorAll("details").forEach((it) => { it.open = true; }));
    await page.evaluate(AXE);
    const { violations } = await page.evaluate(() => globalThis.axe.run(document, {
      resultTypes: ["violations"], rules: { "target-size": { enabled: true } },
    }));
    return violations.map((it) => `${it.id}: ${it.nodes.map((node) => node.target.join(" ")).slice(0, 4).join(", ")}`);
  } finally {
    await page.close();
  }
}

/** Visit a page as a reader does, down to its end. Returns what it asked for and said, its shift and its weight in bytes. */
export async function visited(browser, url, screen) {
  const page = await browser.newPage();
  await page.setViewport(screen);
  const said = [], asked = [], weight = { html: 0, css: 0, js: 0 }, sheets = [], scripts = [], reads = [];
  page.on("console", (message) => said.push(`${message.type()}: ${message.text()}`));
  page.on("pageerror", (problem) => said.push(`error: ${problem}`));
  page.on("request", (request) => asked.push(request.url()));
  page.on("requestfailed", (request) => said.push(`failed: ${request.url()}`));
  page.on("response", (response) => {
    const kind = WEIGHED[response.request().resourceType()];
    if (!kind || !response.url().startsWith("http")) return;
    reads.push(response.buffer().then((data) => {
      const size = gzipSync(data, { level: 9 }).length;
      weight[kind] += size;
      if (kind === "css") sheets.push(size);
      if (kind === "js") scripts.push(size);
    }));
  });
  try {
    await page.evaluateOnNewDocument(() => {
      globalThis.shift = 0;
      new PerformanceObserver((list) => list.getEntries().forEach((it) => {
        if (!it.hadRecentInput) globalThis.shift += it.value;
      })).observe({ type: "layout-shift", buffered: true });
    });
    await page.goto(url, { waitUntil: "networkidle0" });
    await page.evaluate(async () => {
      for (let at = 0; at < document.body.scrollHeight; at += innerHeight) {
        scrollTo(0, at);
        await new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)));
      }
    });
    await Promise.all(reads);
    const shift = await page.evaluate(() => globalThis.shift);
    const blocking = await page.evaluate(() => [...document.scripts]
      .filter((it) => it.src && !it.defer && !it.async && it.type !== "module").length);
    const origin = new URL(url).origin;
    const foreign = asked.filter((it) => !it.startsWith(origin) && !it.startsWith("data:"));
    return { said, foreign, shift, weight, sheets, scripts, blocking };
  } finally {
    await page.close();
  }
}

/** Return the elements that reach over a screen 320 points wide, which is also 1280 points at 400 %. Empty: it fits. */
export async function overflowing(browser, url) {
  const page = await browser.newPage();
  await page.setViewport({ width: 320, height: 640 });
  try {
    await page.goto(url, { waitUntil: "load" });
    await page.evaluate(() => document.querySelectorAll("details").forEach((it) => { it.open = true; }));
    return await page.evaluate(() => {
      if (document.documentElement.scrollWidth <= 320) return [];
      const wide = [...document.querySelectorAll("body *")].filter((it) => it.getBoundingClientRect().right > 321);
      return wide.slice(0, 4).map((it) => `${it.tagName.toLowerCase()}.${it.className}`);
    });
  } finally {
    await page.close();
  }
}

/** Walk a page by the Tab key. Returns stops that cannot be seen: without an outline, or outside of the window. */
export async function unseenStops(browser, url, screen, most = 60) {
  const page = await browser.newPage();
  await page.setViewport(screen);
  await page.emulateMediaFeatures([{ name: "prefers-reduced-motion", value: "reduce" }]); // a smooth scroll is not there yet when we look
  try {
    await page.goto(url, { waitUntil: "load" });
    const found = [];
    for (let n = 0; n < most; n += 1) {
      await page.keyboard.press("Tab");
      const stop = await page.evaluate(() => {
        const it = document.activeElement;
        if (!it || it === document.body) return null;
        const box = it.getBoundingClientRect();
        const ringed = (one) => getComputedStyle(one).outlineStyle !== "none" && parseFloat(getComputedStyle(one).outlineWidth) >= 2;
        let ring = false; // a card shows the focus of the one link that it is
        for (let one = it, up = 0; one && up < 4; one = one.parentElement, up += 1) ring ||= ringed(one);
        const inside = box.bottom > 0 && box.top < innerHeight && box.width > 0 && box.height > 0;
        const top = document.elementFromPoint(
          Math.min(Math.max(box.left + 2, 0), innerWidth - 1), Math.min(Math.max(box.top + box.height / 2, 0), innerHeight - 1));
        const covered = top && !it.contains(top) && !top.contains(it) && getComputedStyle(top).position !== "static";
        return { name: `${it.tagName.toLowerCase()} "${it.textContent.trim().slice(0, 40)}"`, ring, inside, covered };
      });
      if (!stop) break;
      if (!stop.ring || !stop.inside || stop.covered) found.push(stop.name);
    }
    return found;
  } finally {
    await page.close();
  }
}

// The audit of a built site: every kind of page, on phone and desktop, in light and dark. `make audit` builds the site and runs it.
//   node run.mjs FOLDER [--write FILE] [--only NAME,…] [--pages FILE] [--fast]
// Prints a table and what is wrong; ends with 1 where something is. `--write` puts the table into a document, between its two marks.
import { execFile } from "node:child_process";
import { readFile, readdir, writeFile } from "node:fs/promises";
import { promisify, parseArgs } from "node:util";
import lighthouse, { desktopConfig } from "lighthouse";
import puppeteer from "puppeteer-core";
import { SCREENS, axe, overflowing, unseenStops, visited } from "./checks.mjs";
import { serve } from "./host.mjs";

const { values, positionals: [folder] } = parseArgs({
  allowPositionals: true,
  options: { write: { type: "string" }, only: { type: "string" }, pages: { type: "string" }, fast: { type: "boolean" } },
});
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const LIMIT = { article: 30 * 1024, script: 4 * 1024, paint: 800, shift: 0.01 };
const listed = JSON.parse(await readFile(values.pages ?? new URL("pages.json", import.meta.url), "utf8"));
const chosen = listed.filter(([name]) => !values.only || values.only.split(",").includes(name));
const kb = (bytes) => (bytes / 1024).toFixed(1);
const middle = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];

/** One run of Lighthouse with its simulated slow 4G (phone) or cable (desktop). */
async function run(browser, url, device) {
  const flags = { port: Number(new URL(browser.wsEndpoint()).port), output: "json", logLevel: "silent", onlyCategories: CATEGORIES };
  const { lhr } = await lighthouse(url, flags, device === "desktop" ? desktopConfig : undefined);
  if (lhr.runtimeError) throw new Error(`${url}: ${lhr.runtimeError.message}`);
  const scores = CATEGORIES.map((name) => Math.round((lhr.categories[name].score ?? 0) * 100));
  const failed = Object.values(lhr.audits).filter((it) => it.score !== null && it.score < 1 && it.scoreDisplayMode === "binary");
  return { scores, paint: lhr.audits["first-contentful-paint"].numericValue ?? 0, failed: failed.map((it) => it.id) };
}

/** Lighthouse once; where its speed falls short, which a busy machine can do, twice more, and the middle of the three. */
async function judged(browser, url, device) {
  const runs = [await run(browser, url, device)];
  const short = () => runs[0].scores[0] < 100 || (device === "phone" && runs[0].paint > LIMIT.paint);
  if (short() && !values.fast) runs.push(await run(browser, url, device), await run(browser, url, device));
  const scores = CATEGORIES.map((_, n) => middle(runs.map((it) => it.scores[n])));
  return { scores, paint: middle(runs.map((it) => it.paint)), failed: [...new Set(runs.flatMap((it) => it.failed))] };
}

async function measured(browser, name, url) {
  const row = { name, url, wrong: [] }, wrong = (what, list) => list.forEach((it) => row.wrong.push(`${what}: ${it}`));
  row.axe = 0;
  for (const [screen, size] of Object.entries(SCREENS)) {
    for (const scheme of ["light", "dark"]) {
      const found = await axe(browser, url, size, scheme);
      row.axe += found.length;
      wrong(`axe, ${screen}, ${scheme}`, found);
    }
  }
  const visits = [await visited(browser, url, SCREENS.phone), await visited(browser, url, SCREENS.desktop)];
  row.said = visits.flatMap((it) => it.said);
  row.foreign = visits.flatMap((it) => it.foreign);
  row.shift = Math.max(...visits.map((it) => it.shift));
  row.weight = visits[0].weight;
  row.total = row.weight.html + row.weight.css + row.weight.js;
  row.sheets = visits[0].sheets.length;
  row.script = Math.max(0, ...visits[0].scripts);
  wrong("console", row.said);
  wrong("request elsewhere", row.foreign);
  if (row.shift > LIMIT.shift) wrong("layout shift", [row.shift.toFixed(3)]);
  if (name !== "search" && row.script > LIMIT.script) wrong("a script over 4 KB", [kb(row.script)]);
  if (row.sheets > 1) wrong("style sheets", [row.sheets]);
  if (visits[0].blocking) wrong("scripts that are not deferred", [visits[0].blocking]);
  if (name === "article" && row.total > LIMIT.article) wrong("first load over 30 KB", [kb(row.total)]);
  row.wide = await overflowing(browser, url);
  wrong("wider than 320 points", row.wide);
  row.unseen = [...await unseenStops(browser, url, SCREENS.phone), ...await unseenStops(browser, url, SCREENS.desktop)];
  wrong("focus that is not seen", row.unseen);
  for (const device of ["phone", "desktop"]) {
    row[device] = await judged(browser, url, device);
    const down = row[device].scores.map((score, n) => [CATEGORIES[n], score]).filter(([, score]) => score < 100);
    down.forEach(([category, score]) => wrong(`Lighthouse, ${device}`, [`${category} ${score} (${row[device].failed.join(", ")})`]));
  }
  if (row.phone.paint > LIMIT.paint) wrong("first contentful paint", [`${Math.round(row.phone.paint)} ms`]);
  return row;
}

/** Nu over all pages of the site, asked for by address, since a policy's 'self' is nobody on the disk. Returns errors and warnings. */
async function nu(origin) {
  const jar = new URL("node_modules/vnu-jar/build/dist/vnu.jar", import.meta.url).pathname;
  const files = (await readdir(folder, { recursive: true })).filter((it) => it.endsWith(".html")).sort();
  const addresses = files.map((it) => `${origin}/${it.replace(/(^|\/)index\.html$/, "$1")}`);
  const asked = ["-Xss8m", "-Dnu.validator.servlet.allow-forbidden-hosts=true", "-jar", jar, "--format", "json", "--exit-zero-always"];
  const { stderr } = await promisify(execFile)("java", [...asked, ...addresses], { maxBuffer: 1 << 28 });
  return JSON.parse(stderr).messages.map((it) => ({
    kind: it.type === "error" ? "error" : it.subType ?? it.type,
    words: `${it.url?.slice(origin.length)}:${it.lastLine}: ${it.message}`,
  }));
}

function table(rows, messages) {
  const head = ["Page", "Lighthouse phone", "Lighthouse desktop", "axe", "FCP slow 4G", "HTML + CSS + JS", "Largest script", "Shift", "320 px", "Focus", "Console", "Elsewhere"];
  const lines = rows.map((row) => [
    row.name, row.phone.scores.join(" / "), row.desktop.scores.join(" / "), row.axe, `${(row.phone.paint / 1000).toFixed(2)} s`,
    `${kb(row.weight.html)} + ${kb(row.weight.css)} + ${kb(row.weight.js)} = ${kb(row.total)} KB`, `${kb(row.script)} KB`, row.shift.toFixed(3),
    row.wide.length ? "wider" : "fits", row.unseen.length || "seen", row.said.length, row.foreign.length,
  ]);
  const count = (kind) => messages.filter((it) => it.kind === kind).length;
  return [head, head.map(() => "---"), ...lines].map((cells) => `| ${cells.join(" | ")} |`).join("\n")
    + (values.fast ? "\n" : `\n\nNu HTML checker, all pages of the site: ${count("error")} errors, ${count("warning")} warnings.\n`);
}

const { origin, close } = await serve(folder);
const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", headless: true,
  args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"],
});
const rows = [];
try {
  for (const [name, path] of chosen) {
    process.stderr.write(`${name} `);
    rows.push(await measured(browser, name, origin + path));
  }
} finally {
  await browser.close();
}
process.stderr.write("Nu\n");
const messages = values.fast ? [] : await nu(origin);
close();
const bad = messages.filter((it) => it.kind === "error" || it.kind === "warning");
const shown = table(rows, messages);
console.log(`\n\n${shown}`);
rows.forEach((row) => row.wrong.forEach((it) => console.log(`${row.name}: ${it}`)));
bad.slice(0, 60).forEach((it) => console.log(`Nu ${it.kind}: ${it.words}`));
if (values.write) {
  const text = await readFile(values.write, "utf8");
  await writeFile(values.write, text.replace(/(<!-- audit -->\n)[^]*?(<!-- \/audit -->)/, (_, open, end) => `${open}${shown}${end}`));
}
process.exitCode = rows.some((row) => row.wrong.length) || bad.length ? 1 : 0;

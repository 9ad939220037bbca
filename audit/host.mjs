// A plain static host: files of a folder over HTTP, packed with gzip, with the headers that the site's own `_headers` asks for.
// Knows HTTP. Must never know what is measured.
import { createServer } from "node:http";
import { readFile, stat } from "node:fs/promises";
import { extname, join, normalize } from "node:path";
import { gzipSync } from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8", ".css": "text/css; charset=utf-8", ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8", ".xml": "application/xml; charset=utf-8", ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8", ".ics": "text/calendar; charset=utf-8", ".csv": "text/csv; charset=utf-8",
  ".png": "image/png", ".jpg": "image/jpeg", ".webp": "image/webp", ".avif": "image/avif", ".woff2": "font/woff2",
  ".wasm": "application/wasm",
};
const PACKED = /^(text|application\/(json|xml)|image\/svg)/;

/** Read `_headers` as Netlify and Cloudflare Pages do: a path with `*`, and below it the headers, indented. */
export function headerRules(text) {
  const rules = [];
  for (const line of text.split("\n").filter(Boolean)) {
    if (/^\s/.test(line)) {
      const colon = line.indexOf(":");
      rules.at(-1).headers.push([line.slice(0, colon).trim(), line.slice(colon + 1).trim()]);
    } else {
      const pattern = line.trim().replace(/[.+?^${}()|[\]\\]/g, "\\$&").replaceAll("*", ".*");
      rules.push({ path: new RegExp(`^${pattern}$`), headers: [] });
    }
  }
  return rules;
}

async function found(folder, path) {
  const inside = normalize(decodeURIComponent(path)).replace(/^(\.\.[/\\])+/, "");
  const file = join(folder, inside);
  const it = await stat(file).catch(() => null);
  return it?.isDirectory() ? join(file, "index.html") : file;
}

/** Serve a folder below a path; resolves to { origin, close }. A missing file gets `404.html` with status 404. */
export async function serve(folder, below = "") {
  const packed = new Map(); // as hosts do: packing counts for nobody's wait
  const rules = headerRules(await readFile(join(folder, "_headers"), "utf8"));
  const server = createServer(async (request, response) => {
    const whole = new URL(request.url, "http://host").pathname;
    const path = whole.startsWith(`${below}/`) ? whole.slice(below.length) : "/not-below";
    let file = await found(folder, path);
    let data = await readFile(file).catch(() => null);
    const status = data ? 200 : 404;
    if (!data) data = await readFile((file = join(folder, "404.html")));
    const headers = new Map([["Content-Type", TYPES[extname(file)] ?? "application/octet-stream"]]);
    for (const rule of rules) {
      if (rule.path.test(path)) rule.headers.forEach(([name, value]) => headers.set(name, value));
    }
    if (PACKED.test(headers.get("Content-Type")) && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "")) {
      if (!packed.has(file)) packed.set(file, gzipSync(data, { level: 9 }));
      data = packed.get(file);
      headers.set("Content-Encoding", "gzip").set("Vary", "Accept-Encoding");
    }
    headers.set("Content-Length", String(data.length));
    response.writeHead(status, Object.fromEntries(headers));
    response.end(request.method === "HEAD" ? undefined : data);
  });
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  return { origin: `http://127.0.0.1:${server.address().port}${below}`, close: () => server.close() };
}

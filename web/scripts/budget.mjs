// What a first visit loads, compressed, against what it may; and what the page's security headers rely on.
import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";

/** A first load on a slow phone connection stays under two seconds with this. */
const FIRST_LOAD_BYTES = 150 * 1024;

const dist = resolve(dirname(fileURLToPath(import.meta.url)), "../app/dist");
const manifest = JSON.parse(readFileSync(join(dist, ".vite/manifest.json"), "utf8"));
const html = readFileSync(join(dist, "index.html"), "utf8");

/** A chunk with everything it imports before it runs. */
function withImports(key, seen = new Set()) {
  if (seen.has(key)) return seen;
  seen.add(key);
  for (const next of manifest[key]?.imports ?? []) withImports(next, seen);
  return seen;
}

const size = (file) => gzipSync(readFileSync(join(dist, file)), { level: 9 }).length;

function filesOf(keys) {
  const files = new Set();
  for (const key of keys) {
    if (manifest[key].file) files.add(manifest[key].file);
    for (const css of manifest[key].css ?? []) files.add(css);
  }
  return files;
}

const first = filesOf(withImports("index.html"));
const table = filesOf([...withImports("index.html"), ...withImports("src/pages/Play.svelte")]);
const sum = (files) =>
  [...files].filter((file) => /\.(js|css)$/.test(file)).reduce((total, file) => total + size(file), 0);

const figures = {
  "start page": sum(first) + gzipSync(html).length,
  "start page and table": sum(table) + gzipSync(html).length,
};
const problems = [];
for (const [what, bytes] of Object.entries(figures)) {
  console.log(`${what}: ${(bytes / 1024).toFixed(1)} KiB compressed of ${FIRST_LOAD_BYTES / 1024}`);
  if (bytes > FIRST_LOAD_BYTES) problems.push(`${what} is over budget`);
}
if (/<script(?![^>]*\bsrc=)[^>]*>/.test(html)) problems.push("index.html has an inline script");
if (/<style|\sstyle=|\son[a-z]+=/.test(html)) problems.push("index.html has inline styles or handlers");
for (const file of new Set([...Object.values(manifest)].map((chunk) => chunk.file))) {
  if (!/-[A-Za-z0-9_-]{8,}\.\w+$/.test(file)) problems.push(`${file} has no hash in its name`);
  if (file.endsWith(".js") && /\beval\(|new Function\(/.test(readFileSync(join(dist, file), "utf8")))
    problems.push(`${file} uses eval`);
}
if (problems.length > 0) {
  console.error(problems.join("\n"));
  process.exit(1);
}

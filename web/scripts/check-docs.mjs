// Checks the Markdown files of the project: every relative link and anchor leads somewhere, and no line of prose is
// longer than 120 characters. Table rows, code blocks and lines that are one long link cannot wrap and are left out.
// Every decision record has a number of its own, and every direct dependency its reason.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";

const LINE = 120;
const root = resolve(import.meta.dirname, "../..");
const files = execFileSync("git", ["ls-files", "*.md"], { cwd: root, encoding: "utf8" }).trim().split("\n");

/** The lines of a file with code blocks made empty, so that line numbers stay. */
function prose(text) {
  let inCode = false;
  return text.split("\n").map((line) => {
    const fence = /^\s*(```|~~~)/.test(line);
    if (fence) inCode = !inCode;
    return fence || inCode ? "" : line;
  });
}

/** GitHub's anchor of a heading. */
const anchor = (heading) =>
  heading
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .toLowerCase()
    .replace(/[^\p{L}\p{N} _-]/gu, "")
    .trim()
    .replaceAll(" ", "-");

function anchors(file) {
  const found = new Set();
  for (const line of prose(readFileSync(file, "utf8"))) {
    const heading = /^#{1,6}\s+(.*)$/.exec(line);
    if (heading) found.add(anchor(heading[1]));
  }
  return found;
}

const problems = [];
for (const file of files) {
  const path = join(root, file);
  if (!existsSync(path)) continue;
  prose(readFileSync(path, "utf8")).forEach((line, index) => {
    const at = `${file}:${index + 1}`;
    const cannotWrap = line.startsWith("|") || /^\s*(?:[-*]\s*)?\S*\]\([^)]*\)\S*$/.test(line);
    if (line.length > LINE && !cannotWrap) problems.push(`${at}: ${line.length} characters, at most ${LINE}`);
    for (const [, link] of line.replace(/`[^`]*`/g, "").matchAll(/\]\(([^)\s]+)\)/g)) {
      if (/^[a-z]+:/.test(link)) continue;
      const [target, fragment] = link.split("#");
      const to = target ? resolve(dirname(path), target) : path;
      if (!existsSync(to)) problems.push(`${at}: ${link} leads nowhere`);
      else if (fragment && statSync(to).isFile() && !anchors(to).has(fragment)) {
        problems.push(`${at}: ${link}: no heading has this anchor`);
      }
    }
  });
}

const records = new Map();
for (const file of files) {
  const number = /^docs\/adr\/(\d{4})-/.exec(file)?.[1];
  if (!number || !existsSync(join(root, file))) continue;
  if (records.has(number)) problems.push(`${file}: ${records.get(number)} has this number, too`);
  records.set(number, file);
}

const read = (file) => readFileSync(join(root, file), "utf8");
const managed = /<dependencyManagement>.*<\/dependencyManagement>/s.exec(read("pom.xml"))[0];
const packages = execFileSync("git", ["ls-files", "package.json", "*/package.json"], { cwd: root, encoding: "utf8" });
const dependencies = new Set([
  ...[...managed.matchAll(/<artifactId>([^<]+)<\/artifactId>\s*<version>/g)].map(([, name]) =>
    name.replace(/-bom$/, ""),
  ),
  ...packages
    .trim()
    .split("\n")
    .map((file) => JSON.parse(read(file)))
    .flatMap(({ dependencies, devDependencies }) => Object.keys({ ...dependencies, ...devDependencies })),
]);
const reasons = read("docs/dependencies.md");
for (const name of dependencies) {
  const isOurs = name.startsWith("menagerie-");
  if (!isOurs && !reasons.includes(`\`${name}\``)) problems.push(`docs/dependencies.md: no reason for ${name}`);
}

for (const problem of problems) console.error(problem);
console.log(`${files.length} Markdown files, ${problems.length} problems`);
process.exit(problems.length === 0 ? 0 : 1);

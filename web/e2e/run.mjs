// Runs the end-to-end tests; without a browser only those of the client, and says so.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";

const places = [
  process.env.MENAGERIE_CHROMIUM ?? "",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
];
const found = places.find((path) => path !== "" && existsSync(path));
const args = process.argv.slice(2);
if (!found) {
  // In CI, a test that was not run must not look like one that passed.
  if (process.env.CI === "true") {
    console.error("No Chromium was found, and CI runs the browser tests: install the chromium package.");
    process.exit(1);
  }
  console.log(
    "SKIPPED: browser tests. No Chromium was found; install one or set MENAGERIE_CHROMIUM. The client's tests run without.",
  );
  args.push("sdk.spec.ts");
}
const cli = createRequire(import.meta.url).resolve("@playwright/test/cli");
const run = spawnSync(process.execPath, [cli, "test", ...args], {
  cwd: dirname(fileURLToPath(import.meta.url)),
  stdio: "inherit",
  env: { ...process.env, MENAGERIE_CHROMIUM: found ?? "" },
});
process.exit(run.status ?? 1);

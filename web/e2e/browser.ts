import type { LaunchOptions } from "@playwright/test";

/** A browser that connects to the server under test only; `run.mjs` has found it. */
export const LAUNCH: LaunchOptions = {
  executablePath: process.env["MENAGERIE_CHROMIUM"] || "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
};

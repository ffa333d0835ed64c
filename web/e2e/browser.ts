import type { LaunchOptions } from "@playwright/test";

/** A browser that talks to nobody but the server under test; `run.mjs` has looked where it is. */
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

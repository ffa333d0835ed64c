import type { LaunchOptions } from "@playwright/test";
import { existsSync } from "node:fs";

/** Where distributions put a browser; `MENAGERIE_CHROMIUM` goes first. */
const PLACES = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable"];

export const chromiumPath: string | undefined = [process.env["MENAGERIE_CHROMIUM"] ?? "", ...PLACES].find((path) => path !== "" && existsSync(path));

/** A browser that talks to nobody but the server under test. */
export const LAUNCH: LaunchOptions = {
  ...(chromiumPath ? { executablePath: chromiumPath } : {}),
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

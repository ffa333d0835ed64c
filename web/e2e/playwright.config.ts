import { defineConfig } from "@playwright/test";
import { LAUNCH } from "./browser.js";

export default defineConfig({
  testDir: "tests",
  outputDir: "dist/traces",
  globalSetup: "./server.ts",
  // Two people at a time: half of what they do is wait for each other, for clocks and for networks.
  workers: 2,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  reporter: [["list"]],
  use: {
    launchOptions: LAUNCH,
    viewport: { width: 1280, height: 800 },
    contextOptions: { reducedMotion: "reduce" },
    actionTimeout: 15_000,
  },
});

import { defineConfig } from "@playwright/test";
import { LAUNCH } from "./browser.js";

export default defineConfig({
  testDir: "tests",
  outputDir: "dist/traces",
  globalSetup: "./server.ts",
  // One server, two cores: tests that share them one after the other are faster and steadier.
  workers: 1,
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

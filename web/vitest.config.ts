import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vitest/config";

export default defineConfig({
  plugins: [svelte({ configFile: "app/svelte.config.js" })],
  test: { include: ["sdk/test/**/*.test.ts", "app/test/**/*.test.ts"], testTimeout: 10_000 },
});

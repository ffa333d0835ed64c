import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

/** In development the page is served by Vite and everything else by a running server. */
const server = process.env["MENAGERIE_URL"] ?? "http://127.0.0.1:8080";
const paths = ["/auth", "/cards", "/rules", "/bots", "/decks", "/games", "/health", "/socket.io"];

export default defineConfig({
  plugins: [svelte()],
  base: "./",
  build: { target: "es2022", modulePreload: { polyfill: false }, assetsInlineLimit: 0, manifest: true },
  server: {
    proxy: Object.fromEntries(
      paths.map((path) => [
        path,
        {
          target: server,
          ws: path === "/socket.io",
          // Some addresses are calls and pages; who asks for HTML gets the page.
          bypass: (request) => (request.headers.accept?.includes("text/html") ? "/index.html" : undefined),
        },
      ]),
    ),
  },
});

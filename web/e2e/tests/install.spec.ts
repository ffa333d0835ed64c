import { expect } from "@playwright/test";
import { createServer, request as httpRequest, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { baseUrl, newUser, shot, test } from "../player.js";

test("the page speaks German, and remembers it", async ({ browser }) => {
  const { page } = await newUser(browser, { locale: "de-DE" });
  await page.goto("/");
  await expect(page.getByRole("button", { name: "Schnelles Spiel" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "de");
  await page.getByRole("button", { name: "Schnelles Spiel" }).click();
  await expect(page.getByRole("region", { name: "Spieltisch" })).toBeVisible();
  await shot(page, "german");
  await page.goto("/");
  await page.getByLabel("Sprache").selectOption("en");
  await expect(page.getByRole("button", { name: "Play a quick game" })).toBeVisible();
  await page.reload();
  await expect(page.getByRole("button", { name: "Play a quick game" })).toBeVisible();
});

test("the page can be installed and opens offline with a clear notice", async ({ browser }) => {
  const { page } = await newUser(browser);
  await page.goto("/");
  const manifest = (await (await page.request.get("/manifest.webmanifest")).json()) as { icons: { src: string }[] };
  for (const { src } of manifest.icons) expect((await page.request.get(`/${src}`)).status(), src).toBe(200);
  expect((await page.request.get("/favicon.ico")).status()).toBe(200);
  await page.evaluate(() => navigator.serviceWorker.ready);
  // The first visit installs the worker; the second one goes through it.
  await page.reload();
  await page.waitForLoadState("networkidle");
  await page.context().setOffline(true);
  await page.reload();
  await expect(page.getByText("You are offline.", { exact: false })).toBeVisible();
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await shot(page, "offline");
  await page.context().setOffline(false);
});

test("the client is served as a package of npm", async ({ request }) => {
  const answer = await request.get(`${baseUrl()}/sdk/menagerie-client.tgz`);
  expect(answer.status()).toBe(200);
  expect(answer.headers()["content-type"]).toBe("application/gzip");
  const bytes = await answer.body();
  expect([bytes[0], bytes[1]], "gzip").toEqual([0x1f, 0x8b]);
});

/** A proxy that serves the server below a path, and names the path in the page as `--public-url` does. */
function proxyBelow(prefix: string): Promise<Server> {
  const server = createServer((incoming, outgoing) => {
    const path = incoming.url ?? "";
    if (!path.startsWith(`${prefix}/`)) return outgoing.writeHead(404).end();
    const headers = { ...incoming.headers };
    delete headers["accept-encoding"];
    const target = new URL(path.slice(prefix.length), baseUrl());
    const forward = httpRequest(target, { method: incoming.method ?? "GET", headers }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () => {
        const html = answer.headers["content-type"]?.startsWith("text/html");
        const body = Buffer.concat(chunks);
        const { "content-length": length, ...rest } = answer.headers;
        outgoing.writeHead(
          answer.statusCode ?? 502,
          html ? rest : { ...rest, ...(length ? { "content-length": length } : {}) },
        );
        outgoing.end(html ? body.toString().replace('<base href="/"', `<base href="${prefix}/"`) : body);
      });
    });
    forward.on("error", () => outgoing.destroy());
    incoming.pipe(forward);
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

test("the page works below a path of a proxy", async ({ browser }) => {
  const proxy = await proxyBelow("/menagerie");
  const { page } = await newUser(browser, {}, "instant");
  const origin = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`;
  await page.goto(`${origin}/menagerie/`);
  await page.getByRole("button", { name: "Play a quick game" }).click();
  await expect(page.getByRole("region", { name: "Table" })).toBeVisible();
  expect(page.url()).toContain(`${origin}/menagerie/play/`);
  await page.reload();
  await expect(page.getByRole("region", { name: "Table" })).toBeVisible();
  await page.context().close();
  proxy.closeAllConnections();
  proxy.close();
});

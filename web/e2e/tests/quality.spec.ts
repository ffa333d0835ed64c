import { expect, type Page } from "@playwright/test";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import { baseUrl, isOver, playUntil, resign, seat, shot, somebody, test, turnOf } from "../player.js";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** In the dark only the colours are others. */
const RULES = { light: ["wcag2a", "wcag2aa", "wcag21aa", "best-practice"], dark: ["color-contrast"] };

async function barriers(page: Page, colorScheme: "light" | "dark"): Promise<string[]> {
  await page.evaluate(axe);
  const results = (await page.evaluate(`axe.run(document, { runOnly: ${JSON.stringify(RULES[colorScheme])} })`)) as AxeResults;
  return results.violations
    .filter((violation) => violation.impact === "serious" || violation.impact === "critical")
    .map((violation) => `${violation.id}: ${violation.nodes.map((node) => node.target.join(" ")).slice(0, 3).join(", ")}`);
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`no barriers on any page (${colorScheme})`, async ({ browser }) => {
    const { page } = await somebody(browser, { colorScheme });
    const client = await seat(page, "Everywhere", "pocket");
    await playUntil(page, async () => (await turnOf(page)) >= 2 || (await isOver(page)));
    await shot(page, `${colorScheme}-table`);
    expect(await barriers(page, colorScheme), "the table").toEqual([]);
    if (!(await isOver(page))) await resign(page);
    await expect(page.getByRole("dialog", { name: "Result" })).toBeVisible();
    expect(await barriers(page, colorScheme), "the result").toEqual([]);
    const game = (await client.history()).items[0]!.game_id;
    const deck = (await client.decks())[0]!.id;
    for (const path of ["/", "/play", "/join", "/join/nowhere?code=x", "/watch", "/decks", "/decks/new", `/decks/${deck}`, "/history", "/account", "/nowhere", `/replay/${game}?at=12`]) {
      await page.goto(path);
      await page.locator("h1, .replay").first().waitFor();
      await page.waitForLoadState("networkidle");
      const name = path.replace(game, "game").replace(deck, "starter").replace(/\?.*/, "").replaceAll("/", "-").replace(/-$/, "-home");
      await shot(page, `${colorScheme}${name}`);
      expect(await barriers(page, colorScheme), path).toEqual([]);
    }
  });
}

test("a game can be played from the keyboard", async ({ browser }) => {
  const { page } = await somebody(browser);
  await seat(page, "Keys", "pocket");
  await playUntil(page, async () => (await page.locator(".held.playable").count()) > 0, 30_000);
  await page.locator(".held").first().focus();
  const held = await page.locator(".held").count();
  await page.keyboard.press("ArrowLeft");
  await expect(page.locator(".held").nth(held - 1)).toBeFocused();
  await page.locator(".held.playable").first().focus();
  await page.keyboard.press("Enter");
  await expect(page.locator(".inspector")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.locator(".inspector")).toBeHidden();
  await page.keyboard.press("Enter");
  await page.locator(".inspector button.primary, .inspector button.target").first().focus();
  await page.keyboard.press("Enter");
  await expect(page.locator(".spot").first()).toBeVisible();
});

test("the first load is small, still, and talks to nobody else", async ({ browser }) => {
  const { page, complaints } = await somebody(browser);
  const requests: { url: string; bytes: number; cache: string | undefined; csp: string | undefined }[] = [];
  page.on("response", async (response) => {
    const headers = response.headers();
    requests.push({ url: response.url(), bytes: (await response.body().catch(() => Buffer.alloc(0))).length, cache: headers["cache-control"], csp: headers["content-security-policy"] });
  });
  await page.addInitScript(() => {
    const seen = window as unknown as { shift: number };
    seen.shift = 0;
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as unknown as { value: number; hadRecentInput: boolean }[]) {
        if (!entry.hadRecentInput) seen.shift += entry.value;
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
  await page.goto("/");
  await page.waitForLoadState("networkidle");
  expect(requests.filter((request) => !request.url.startsWith(baseUrl()) && !request.url.startsWith("data:"))).toEqual([]);
  const assets = requests.filter((request) => request.url.includes("/assets/"));
  expect(assets.length).toBeGreaterThan(1);
  for (const asset of assets) expect(asset.cache, asset.url).toContain("immutable");
  const document = requests.find((request) => request.url === `${baseUrl()}/`);
  expect(document?.cache).toContain("no-cache");
  expect(document?.csp).toContain("script-src 'self'");
  expect(document?.csp).not.toContain("unsafe-eval");
  expect(await page.evaluate(() => (window as unknown as { shift: number }).shift), "layout shift").toBeLessThan(0.05);

  const fcp = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? 0);
  expect(fcp, "first contentful paint in ms").toBeLessThan(2500);
  await page.getByRole("button", { name: "Play a quick game" }).click();
  await playUntil(page, async () => (await turnOf(page)) >= 2 || (await isOver(page)));
  expect(await page.evaluate(() => (window as unknown as { shift: number }).shift), "layout shift with a game").toBeLessThan(0.1);
  expect(complaints).toEqual([]);
});

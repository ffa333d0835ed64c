import { expect, type Page, type Response } from "@playwright/test";
import { baseUrl, isOver, playUntil, press, seat, SHORT, newUser, test, turnOf } from "../player.js";

test("a whole game is played from the keyboard", async ({ browser }) => {
  const { page } = await newUser(browser);
  await seat(page, "Keys", SHORT, "greedy");
  const held = page.locator(".held");
  const playable = page.locator(".held.playable").first();
  // The move before may still be on its way, and what it leads to changes the hand or whose turn it is.
  await expect(async () => {
    await playUntil(page, () => playable.isVisible(), 30_000, press);
    await held.first().focus();
    await page.keyboard.press("ArrowLeft");
    await expect(held.last()).toBeFocused({ timeout: 500 });
    await playable.press("Enter", { timeout: 800 });
    await expect(page.locator(".inspector")).toBeVisible({ timeout: 800 });
  }).toPass({ timeout: 40_000 });
  await page.keyboard.press("Escape");
  await expect(page.locator(".inspector")).toBeHidden();
  await playUntil(page, () => isOver(page), 90_000, press);
  await page.getByRole("button", { name: "Rematch" }).press("Enter");
  await expect(page.getByRole("dialog", { name: "Result" })).toBeHidden({ timeout: 20_000 });
});

/** The budget of a first visit: scripts, styles and cards together. */
const FIRST_LOAD_BYTES = 150 * 1024;

/** The budget of the way to a table: the start page, the table, and what the server sends till the first turn. */
const TABLE_BYTES = 250 * 1024;

interface Seen extends Window {
  shift: number;
  /** What jumped, for a test that fails. */
  jumped: string[];
  paint: number;
}

interface LayoutShift extends PerformanceEntry {
  value: number;
  hadRecentInput: boolean;
  sources: { node?: Node | null }[];
}

/**
 * Counts, from the start, how much things jump and when the largest thing is painted. Jumps are added up as Cumulative
 * Layout Shift (https://web.dev/articles/cls) does: within five seconds, with less than one between them; the worst
 * such window counts, however long a game is.
 */
function observe(): void {
  const seen = window as unknown as Seen;
  seen.shift = 0;
  seen.jumped = [];
  let [began, last, sum] = [0, 0, 0];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as LayoutShift[]) {
      if (entry.hadRecentInput) continue;
      if (entry.startTime - last > 1000 || entry.startTime - began > 5000) [began, sum] = [entry.startTime, 0];
      last = entry.startTime;
      sum += entry.value;
      seen.shift = Math.max(seen.shift, sum);
      const nodes = entry.sources.map(({ node }) => (node instanceof Element ? node.outerHTML.slice(0, 80) : "–"));
      seen.jumped.push(`${entry.value.toFixed(3)} ${nodes.join(" | ")}`);
    }
  }).observe({ type: "layout-shift", buffered: true });
  new PerformanceObserver((list) => {
    seen.paint = list.getEntries().at(-1)?.startTime ?? 0;
  }).observe({ type: "largest-contentful-paint", buffered: true });
}

async function expectStill(page: Page, most: number): Promise<void> {
  const { shift, jumped } = await page.evaluate(() => {
    const { shift, jumped } = window as unknown as Seen;
    return { shift, jumped };
  });
  expect(shift, `layout shift: ${jumped.join("\n")}`).toBeLessThan(most);
}

async function transferred(page: Page): Promise<{ assets: number; all: number }> {
  return page.evaluate(() => {
    const entries = performance.getEntriesByType("resource") as PerformanceResourceTiming[];
    const sum = (list: PerformanceResourceTiming[]): number =>
      list.reduce((total, entry) => total + entry.transferSize, 0);
    return { assets: sum(entries.filter((entry) => entry.name.includes("/assets/"))), all: sum(entries) };
  });
}

test("the table is small, too", async ({ browser }) => {
  const { page } = await newUser(browser);
  const wire = await page.context().newCDPSession(page);
  let bytes = 0;
  wire.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  wire.on("Network.webSocketFrameReceived", ({ response }) => (bytes += response.payloadData.length));
  await wire.send("Network.enable");
  await page.goto("/");
  await page.waitForLoadState("networkidle");
  expect(bytes, "bytes of the start page").toBeLessThan(FIRST_LOAD_BYTES);
  await page.getByRole("button", { name: "Play a quick game" }).click();
  await expect(page.getByRole("region", { name: "Table" })).toBeVisible();
  await playUntil(page, async () => (await turnOf(page)) >= 1 || (await isOver(page)));
  expect(bytes, "bytes of the start page and the table").toBeLessThan(TABLE_BYTES);
});

test("the first load is small, soon there, still, kept, and talks to nobody else", async ({ browser }) => {
  const { page, complaints } = await newUser(browser);
  const answers: Response[] = [];
  page.on("response", (response) => answers.push(response));
  await page.addInitScript(observe);
  await page.goto("/");
  await page.waitForLoadState("networkidle");

  expect(answers.filter((answer) => !answer.url().startsWith(baseUrl()) && !answer.url().startsWith("data:"))).toEqual(
    [],
  );
  const assets = answers.filter((answer) => answer.url().includes("/assets/"));
  expect(assets.length).toBeGreaterThan(1);
  for (const asset of assets) {
    expect(asset.headers()["cache-control"], asset.url()).toContain("immutable");
    if (/\.(js|css)$/.test(asset.url()) && Number(asset.headers()["content-length"]) > 1024)
      expect(asset.headers()["content-encoding"], asset.url()).toBe("gzip");
  }
  const document = answers.find((answer) => answer.url() === `${baseUrl()}/`)?.headers();
  expect(document?.["cache-control"]).toContain("no-cache");
  expect(document?.["content-security-policy"]).toContain("script-src 'self'");
  expect(document?.["content-security-policy"]).not.toContain("unsafe-eval");
  expect(document?.["x-content-type-options"]).toBe("nosniff");

  const first = await transferred(page);
  expect(first.all, "bytes on the wire").toBeLessThan(FIRST_LOAD_BYTES);
  await expectStill(page, 0.05);
  expect(await page.evaluate(() => (window as unknown as Seen).paint), "largest paint in ms").toBeLessThan(4000);

  await page.reload();
  await page.waitForLoadState("networkidle");
  expect((await transferred(page)).assets, "bytes of a second visit").toBe(0);

  await page.getByRole("button", { name: "Play a quick game" }).click();
  await playUntil(page, async () => (await turnOf(page)) >= 2 || (await isOver(page)));
  await expectStill(page, 0.1);
  expect(complaints).toEqual([]);
});

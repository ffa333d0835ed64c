import { expect } from "@playwright/test";
import { isOver, playUntil, quickGame, shot, somebody, test, turnOf } from "../player.js";

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

test("a phone shows the whole table and plays on it", async ({ browser }) => {
  const { page, complaints } = await somebody(browser, PHONE);
  await page.goto("/");
  await shot(page, "phone-home");
  await quickGame(page, "Pocketed");
  await playUntil(page, async () => (await turnOf(page)) >= 3 || (await isOver(page)));
  await shot(page, "phone-table");
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide, "pixels wider than the screen").toBeLessThanOrEqual(0);
  for (const spot of await page.locator(".spot").all()) {
    const box = await spot.boundingBox();
    expect(box && box.x >= -1 && box.x + box.width <= 391).toBe(true);
  }
  await page.getByRole("button", { name: "Log" }).click();
  await expect(page.getByRole("log")).toBeVisible();
  await shot(page, "phone-log");
  expect(complaints).toEqual([]);
});

test("a card is dragged to where it shall go", async ({ browser }) => {
  const { page } = await somebody(browser);
  await quickGame(page, "Dragger");
  await playUntil(page, async () => (await page.locator(".held.playable").count()) > 0, 30_000);
  const from = await page.locator(".held.playable").first().boundingBox();
  const to = await page.locator(".stadium").boundingBox();
  if (!from || !to) throw new Error("there is nothing to drag");
  await page.mouse.move(from.x + from.width / 2, from.y + 30);
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 12 });
  await shot(page, "drag");
  await page.mouse.up();
  await expect(page.locator(".ghost")).toHaveCount(0);
  await expect(page.locator(".spot").first()).toBeVisible();
});

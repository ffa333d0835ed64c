import { expect } from "@playwright/test";
import { firstPlayable, isOver, PHONE, playUntil, quickGame, seat, shot, newUser, test, turnOf } from "../player.js";

test("a phone shows the whole table and plays on it", async ({ browser }) => {
  const { page, complaints } = await newUser(browser, PHONE);
  await page.goto("/");
  await shot(page, "phone-home");
  await quickGame(page, "Pocketed");
  await playUntil(page, async () => (await turnOf(page)) >= 3 || (await isOver(page)));
  await shot(page, "phone-table");
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(wide, "pixels wider than the screen").toBeLessThanOrEqual(0);
  // In one moment: the opponent plays on, and a Pokémon may be gone in the next.
  const outside = await page
    .locator(".pokemon")
    .evaluateAll(
      (all) =>
        all
          .map((each) => each.getBoundingClientRect())
          .filter((box) => box.width === 0 || box.left < -1 || box.right > 391).length,
    );
  expect(outside, "Pokémon outside of the screen").toBe(0);
  await page.getByRole("button", { name: "Menu" }).tap();
  await expect(page.getByRole("log")).toBeVisible();
  await expect(page.getByRole("button", { name: "Resign" })).toBeVisible();
  await shot(page, "phone-menu");
  await page.getByRole("button", { name: "Close", exact: true }).tap();
  await expect(page.getByRole("log")).toBeHidden();
  // A selected card may still have its sheet open over the hand.
  await page.keyboard.press("Escape");
  const held = page.locator(".held").first();
  if (await held.isVisible()) {
    await held.tap();
    await expect(page.locator(".inspector")).toBeVisible();
    await shot(page, "phone-card");
  }
  expect(complaints).toEqual([]);
});

test("a card is dragged to where it shall go", async ({ browser }) => {
  const { page } = await newUser(browser);
  await seat(page, "Dragger", "pocket");
  const card = await firstPlayable(page);
  const to = await page.locator(".mine-active").boundingBox();
  if (!to) throw new Error("there is nowhere to drag it");
  await card.hover();
  await page.mouse.down();
  await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 12 });
  await expect(page.locator(".ghost")).toBeVisible();
  await expect(page.locator(".place.lit").first()).toBeVisible();
  await shot(page, "drag");
  await page.mouse.up();
  await expect(page.locator(".ghost")).toHaveCount(0);
  await expect(page.locator(".mine-active .pokemon")).toBeVisible();
});

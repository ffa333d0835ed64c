import { expect } from "@playwright/test";
import { isOver, playUntil, quickGame, shot, somebody, test, turnOf } from "../player.js";

test("a newcomer is in a game at once and plays it to the end against a bot", async ({ browser }) => {
  const { page, complaints } = await somebody(browser);
  const from = Date.now();
  await quickGame(page, "Newcomer");
  expect(Date.now() - from, "from opening the page to the table").toBeLessThan(60_000);
  await shot(page, "table-setup");
  await playUntil(page, async () => (await turnOf(page)) >= 3 || (await isOver(page)));
  await shot(page, "table-turn-3");
  await playUntil(page, () => isOver(page));
  await shot(page, "result");
  await expect(page.getByRole("dialog", { name: "Result" })).toContainText(/won|lost|tie/i);
  await page.getByRole("button", { name: "Look at the table" }).click();
  await expect(page.getByRole("log")).toContainText(/attacks with|wins|win/);
  expect(complaints).toEqual([]);
});

test("a bot can be chosen, and accepts a rematch", async ({ browser }) => {
  const { page } = await somebody(browser);
  await page.goto("/play");
  await page.getByRole("radio", { name: /Level 2/ }).check();
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await expect(page.getByRole("region", { name: "Table" })).toBeVisible();
  const first = page.url();
  await page.getByRole("button", { name: "Resign" }).click();
  await page.getByRole("button", { name: "Give up the game" }).click();
  await expect(page.getByRole("dialog", { name: "Result" })).toContainText("You lost");
  await page.getByRole("button", { name: "Rematch" }).click();
  await expect(page).not.toHaveURL(first, { timeout: 20_000 });
  await expect(page.getByRole("region", { name: "Table" })).toBeVisible();
});

import { expect } from "@playwright/test";
import { atTable, isOver, playUntil, quickGame, resign, seat, SHORT, shot, newUser, test, turnOf } from "../player.js";

test("a newcomer is in a game at once and plays it to the end against a bot", async ({ browser }) => {
  const { page, complaints } = await newUser(browser);
  const from = Date.now();
  await quickGame(page, "Newcomer");
  expect(Date.now() - from, "from opening the page to the table").toBeLessThan(60_000);
  await shot(page, "table-setup");
  await playUntil(page, async () => (await turnOf(page)) >= 3 || (await isOver(page)));
  await shot(page, "table-turn-3");
  await playUntil(page, () => isOver(page), 100_000);
  await shot(page, "result");
  await expect(page.getByRole("dialog", { name: "Result" })).toContainText(/won|lost|tie/i);
  await page.getByRole("button", { name: "Look at the table" }).click();
  await expect(page.getByRole("log")).toContainText(/attacks with|wins|win/);
  expect(complaints).toEqual([]);
});

test("every bot has a name and a level, a campaign can be played against each, and it accepts a rematch", async ({
  browser,
}) => {
  const { page } = await newUser(browser);
  await page.goto("/play");
  const bots = page.getByRole("radiogroup", { name: "Which bot" }).getByRole("radio");
  await expect(bots).not.toHaveCount(0);
  await page.getByRole("radio", { name: /Level 2/ }).check();
  await page.getByLabel("Campaign").check();
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await atTable(page);
  const first = page.url();
  await resign(page);
  await expect(page.getByRole("dialog", { name: "Result" })).toContainText("You lost");
  await page.getByRole("button", { name: "Rematch" }).click();
  await expect(page).not.toHaveURL(first, { timeout: 20_000 });
  await atTable(page);
  await resign(page);
  await page.goto("/history");
  await expect(page.getByRole("listitem").first()).toContainText("Campaign");
});

test("a bot acts well within its time and a game against the cleverest one comes to an end", async ({ browser }) => {
  const { page } = await newUser(browser);
  const client = await seat(
    page,
    "Hurried",
    { ...SHORT, timer: { turn_ms: 20_000, warning_ms: 0, choice_ms: 20_000 } },
    "greedy",
  );
  await playUntil(page, () => isOver(page), 100_000);
  await expect(page.getByRole("dialog", { name: "Result" })).not.toContainText("Time ran out");
  expect((await client.history()).items[0]?.end_reason).not.toBe("timeout");
});

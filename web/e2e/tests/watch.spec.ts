import { expect } from "@playwright/test";
import { atTable, gameOf, isOver, playUntil, seat, shot, newUser, test, turnOf } from "../player.js";

test("who opens a link to a game is made a guest and watches", async ({ browser }) => {
  const { page: player } = await newUser(browser);
  await seat(player, "Linked", { preset: "pocket", prizes: { count: 12 } });

  const { page: watcher, complaints } = await newUser(browser);
  await watcher.goto(`/watch/${gameOf(player)}`);

  await atTable(watcher);
  await expect(watcher.getByText(/session has expired/)).toHaveCount(0);
  await expect(player.getByText("1 spectator")).toBeVisible();
  expect(complaints).toEqual([]);
});

test("somebody else watches a public game and sees no hand", async ({ browser }) => {
  const { page: player } = await newUser(browser);
  await seat(player, "Watched", { preset: "pocket", prizes: { count: 12 } });
  await playUntil(player, async () => (await turnOf(player)) >= 1 || (await isOver(player)));

  const { page: watcher, complaints } = await newUser(browser);
  await watcher.goto("/watch");
  const row = watcher.locator("li", { hasText: "Watched" }).first();
  await row.getByRole("link", { name: "Watch" }).click();
  await atTable(watcher);
  expect(gameOf(watcher)).toBe(gameOf(player));
  await expect(watcher.locator(".held")).toHaveCount(0);
  await expect(watcher.getByRole("button", { name: "Resign" })).toHaveCount(0);
  await expect(player.getByText("1 spectator")).toBeVisible();
  await shot(watcher, "spectator");

  const before = await watcher.locator(".log p").count();
  await playUntil(player, async () => (await turnOf(player)) >= 4 || (await isOver(player)));
  await expect.poll(() => watcher.locator(".log p").count()).toBeGreaterThan(before);
  const hidden = await player
    .locator(".held")
    .evaluateAll((cards) => cards.map((card) => card.getAttribute("data-card")));
  const seen = await watcher.content();
  for (const id of hidden) if (id) expect(seen).not.toContain(id);
  expect(complaints).toEqual([]);
});

import { expect } from "@playwright/test";
import { barriers } from "../axe.js";
import { guest, newUser, PHONE, shot, signIn, starter, test } from "../player.js";

test("statistics count finished games, and lead to them", async ({ browser }) => {
  const { page, complaints } = await newUser(browser);
  const { client, store } = await guest("Counting Carl");
  for (let i = 0; i < 2; i++) {
    const created = await client.createGame({
      deck_id: await starter(client),
      rules_config: "pocket",
      opponent: { kind: "bot", bot: "random" },
    });
    await client.resign(created.game_id);
  }
  await expect.poll(async () => (await client.results.mine()).games, { timeout: 20_000 }).toBe(2);
  await signIn(page, store);
  await page.goto("/history");
  await page.getByRole("link", { name: "Statistics" }).click();

  await expect(page.getByText("2 games", { exact: true })).toBeVisible();
  await expect(page.getByRole("table", { name: "By your deck" }).getByRole("row")).toHaveCount(2);
  await expect(page.getByRole("list").getByRole("listitem", { name: /2 games, 0 won, 2 lost/ })).toBeVisible();
  for (const scheme of ["light", "dark"] as const) {
    await page.emulateMedia({ colorScheme: scheme });
    await page.reload();
    await expect(page.getByText("2 games", { exact: true })).toBeVisible();
    expect(await barriers(page, scheme)).toEqual([]);
  }
  await shot(page, "statistics");
  await page.getByLabel("Against").selectOption("people");
  await expect(page.getByText("There are no finished games of this kind yet.")).toBeVisible();
  await page.getByLabel("Against").selectOption("bots");
  await page.getByRole("table", { name: "By your deck" }).getByRole("link").first().click();

  await expect(page.getByRole("listitem")).toHaveCount(2);
  await page.getByLabel("Result").selectOption("won");
  await expect(page.getByRole("listitem")).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test("statistics fit on a phone, in German", async ({ browser }) => {
  const { page } = await newUser(browser, { ...PHONE, locale: "de-DE" });
  const { client, store } = await guest("Zähler Zoe");
  const created = await client.createGame({
    deck_id: await starter(client),
    rules_config: "pocket",
    opponent: { kind: "bot", bot: "random" },
  });
  await client.resign(created.game_id);
  await expect.poll(async () => (await client.results.mine()).games, { timeout: 20_000 }).toBe(1);
  await signIn(page, store);
  await page.goto("/statistics");
  await expect(page.getByRole("heading", { name: "Statistik" })).toBeVisible();
  await expect(page.getByText("1 Spiel", { exact: true })).toBeVisible();
  await shot(page, "phone-statistics-de");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

import { expect } from "@playwright/test";
import { barriers } from "../axe.js";
import { newUser, shot, test } from "../player.js";
import { startServer, type OwnServer } from "../server.js";

let server: OwnServer;

test.beforeAll(async () => {
  server = await startServer("collection-server.log", "--collections");
});

test.afterAll(async () => {
  await server?.stop();
});

test("a deck is built of the cards that the player has", async ({ browser }) => {
  const { page, complaints } = await newUser(browser, { baseURL: server.url });
  await page.goto("/decks/new");
  const search = page.getByRole("searchbox");
  await search.fill("Mistheron");
  await expect(page.getByText("Not won yet")).toBeVisible();
  await expect(page.getByRole("button", { name: /Add.*Mistheron/ })).toBeDisabled();
  await search.fill("Thistlepup");
  const owned = page.getByText(/^You have \d+$/);
  await expect(owned).toBeVisible();
  const pool = page.getByRole("region", { name: "Cards" });
  const add = pool.getByRole("button", { name: /Add.*Thistlepup/ });
  const copies = Number(/\d+/.exec(await owned.innerText())?.[0]);
  expect(copies).toBeGreaterThan(0);
  for (let i = 0; i < copies; i++) await add.click();
  for (const one of await page.getByRole("button", { name: /Add.*Thistlepup/ }).all()) await expect(one).toBeDisabled();
  expect(await barriers(page, "light")).toEqual([]);
  await shot(page, "collection");
  // The campaign says what can be won.
  await page.goto("/campaign");
  await expect(page.getByText(/Mistheron/).first()).toBeVisible();
  expect(complaints).toEqual([]);
});

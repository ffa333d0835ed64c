import { expect } from "@playwright/test";
import { barriers } from "../axe.js";
import { arriveWhen, newUser, shot, test } from "../player.js";

test("words are explained where they stand, by the rules in force", async ({ browser }) => {
  const { page, complaints } = await newUser(browser);
  await page.goto("/rulebook");
  await expect(page.getByRole("heading", { name: "Words" })).toBeVisible();
  await page.getByLabel("Preset").selectOption("standard");
  await expect(page.getByText(/hurt this Pokémon more.*multiplies the damage by 2/)).toBeVisible();
  await page.getByLabel("Preset").selectOption("pocket");
  await expect(page.getByText(/hurt this Pokémon more.*adds 20 damage/)).toBeVisible();

  await arriveWhen(page, "Curious Cora", "pocket", (state) => state.players.some((side) => (side?.points ?? 0) > 0));
  const word = page
    .locator(".log")
    .getByRole("button", { name: /knocked out/i })
    .first();
  await word.click();
  const dialog = page.getByRole("dialog", { name: "Knocked out" });
  await expect(dialog).toContainText("as much damage as HP");
  await expect(dialog).toContainText("Score 3 points");
  expect(await barriers(page, "light")).toEqual([]);
  await shot(page, "glossary");
  await dialog.getByRole("button", { name: "Close" }).click();
  await expect(word).toBeFocused();
  expect(complaints).toEqual([]);
});

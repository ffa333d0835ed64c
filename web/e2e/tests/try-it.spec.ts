import { expect } from "@playwright/test";
import { barriers } from "../axe.js";
import { baseUrl, newUser, shot, test } from "../player.js";

test("the try-it page signs in, sends requests that the document describes, and shows the answers", async ({
  browser,
}) => {
  const { page, complaints } = await newUser(browser);
  await page.goto("/docs");
  await page.getByRole("link", { name: "Try the calls" }).click();
  await expect(page.locator("#calls")).toHaveAttribute("aria-busy", "false");
  const { paths } = (await (await fetch(`${baseUrl()}/openapi.json`)).json()) as { paths: Record<string, object> };
  const known = Object.values(paths).reduce((count, methods) => count + Object.keys(methods).length, 0);
  await expect(page.locator("details")).toHaveCount(known);

  await page.getByRole("button", { name: "Sign in as a guest" }).click();
  await expect(page.getByText(/^Signed in as /)).toBeVisible();

  const check = page.locator("#checkDeck");
  await check.locator("summary").click();
  await check.getByRole("button", { name: "Send" }).click();
  await expect(check.getByRole("status")).toContainText("200");
  await expect(check.locator("pre")).toContainText('"errors"');

  const game = page.locator("#game");
  await game.locator("summary").click();
  await game.getByRole("button", { name: "Send" }).click();
  await expect(game.getByRole("status")).toContainText("404");
  await expect(game.locator("pre")).toContainText("game_not_found");
  expect(await barriers(page, "light")).toEqual([]);
  await shot(page, "try-it");
  expect(complaints).toEqual([]);
});

import { expect, type Page } from "@playwright/test";
import { atTable, gameOf, newUser, seat, shot, test } from "../player.js";

const consoleUrl = process.env["MENAGERIE_CONSOLE"] ?? "";
const token = process.env["MENAGERIE_MANAGEMENT_TOKEN"] ?? "";

test.skip(consoleUrl === "", "the server of MENAGERIE_URL shows its management address to nobody");

async function act(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
  const confirmation = page.getByRole("dialog");
  await expect(confirmation).toBeVisible();
  await confirmation.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByRole("status")).toHaveText(/^Done/);
}

test("an operator follows a game, gives time, voids it and bans its player", async ({ browser }) => {
  const { page: player } = await newUser(browser);
  await seat(player, "Consoled", "pocket");
  await atTable(player);
  const game = gameOf(player);

  const { page, complaints } = await newUser(browser);
  await page.goto(consoleUrl);
  const tokenField = page.getByLabel("Management token");
  await tokenField.fill("a token that is nobody's at all, and long enough");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("status")).toHaveText("a token is needed");
  await tokenField.fill(token);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("local (operator)")).toBeVisible();
  await expect(page.getByRole("row", { name: "Postgres" })).toContainText("up");
  await expect(page.getByRole("row", { name: "Messages" })).toContainText("a second");
  await shot(page, "console-overview");

  await page.getByRole("link", { name: "Games", exact: true }).click();
  await page.getByRole("link", { name: game }).click();
  await expect(page.getByRole("heading", { name: `Game ${game}` })).toBeVisible();
  await expect(page.getByRole("cell", { name: "opened", exact: true })).toBeVisible();

  await page.getByRole("button", { name: "Void", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await act(page, "Give time");
  await shot(page, "console-game");
  await act(page, "Void");
  await expect(player.getByText("No result").first()).toBeVisible();

  await page.getByRole("link", { name: "Users" }).click();
  await page.getByLabel("Name begins with").fill("consoled");
  await page.getByRole("button", { name: "Search" }).click();
  await page.getByRole("row", { name: "Consoled" }).first().getByRole("link").click();
  await page.getByLabel("Hours").fill("2");
  await page.getByLabel("Reason").fill("for the test <b>only</b>");
  await act(page, "Ban");
  await expect(page.getByText(", banned")).toBeVisible();
  await page.getByRole("link", { name: "Bans" }).click();
  await expect(page.getByRole("cell", { name: "for the test <b>only</b>" }).first()).toBeVisible();

  await page.getByRole("link", { name: "Audit" }).click();
  await expect(page.getByRole("cell", { name: "void", exact: true }).first()).toBeVisible();
  await expect(page.getByRole("cell", { name: game }).first()).toBeVisible();
  const kept = await page.evaluate(() => JSON.stringify([document.cookie, { ...localStorage }, { ...sessionStorage }]));
  expect(kept).not.toContain(token);
  expect(complaints).toEqual([]);
});

import { expect, type Page } from "@playwright/test";
import { barriers } from "../axe.js";
import { atTable, gameOf, newUser, seat, shot, test } from "../player.js";

const consoleUrl = process.env["MENAGERIE_CONSOLE"] ?? "";
const token = process.env["MENAGERIE_MANAGEMENT_TOKEN"] ?? "";

test.skip(consoleUrl === "", "the server of MENAGERIE_URL shows its management address to nobody");

test("a developer watches a game as each seat, acts for one, and steps it as a scenario", async ({ browser }) => {
  const { page: player } = await newUser(browser);
  await seat(player, "Driven", "pocket");
  await atTable(player);
  const game = gameOf(player);

  const { page, complaints } = await newUser(browser);
  await page.goto(`${consoleUrl}#/develop/${game}`);
  await page.getByLabel("Management token").fill(token);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name: `Game ${game}, for developers` })).toBeVisible();
  const state = page.getByRole("group", { name: "State" });
  await expect(state).toContainText("Version");
  await page.getByLabel("As seen by").selectOption("Spectator");
  await expect(state).toContainText('"hand": null');
  await expect(state).not.toContainText("Legal actions");
  await page.getByLabel("As seen by").selectOption("Seat 0");
  await expect(state).toContainText('"seat": 0');

  // The player's seat acts until the middle of a turn; the bot acts by itself.
  const legal = state.locator(".acts button");
  const copy = page.getByRole("button", { name: "Copy as a scenario" });
  await expect(async () => {
    if ((await state.getByText(/turn [3-9]/).count()) === 0) {
      const ends = legal.filter({ hasText: /^(pass|select)/ });
      await ((await ends.count()) > 0 ? ends.last() : legal.first()).click({ timeout: 800 });
    }
    await expect(state).toContainText(/turn [3-9]/, { timeout: 800 });
    await expect(legal.first()).toBeVisible({ timeout: 800 });
  }).toPass({ timeout: 60_000 });
  await expect(page.getByRole("row").filter({ hasText: "game:update" }).first()).toBeVisible();
  await page.getByText("game:update").first().click();
  await expect(page.getByText('"patch"').first()).toBeVisible();
  await shot(page, "console-developer");
  expect(await barriers(page, "light")).toEqual([]);

  await page.getByLabel("Another action, as JSON").fill('{"type": "attack", "attack_index": 9}');
  await page.getByRole("button", { name: "Act", exact: true }).click();
  await expect(page.getByRole("status")).toHaveText(/do not allow|not for you/);

  await expect(async () => {
    await copy.click({ timeout: 800 });
    const scenario = page.getByRole("heading", { name: "Scenario" });
    // No board can hold a choice that waits: it is answered first.
    await expect(scenario.or(page.getByText("only a turn in which"))).toBeVisible({ timeout: 5_000 });
    if (!(await scenario.isVisible())) await legal.first().click({ timeout: 800 });
    await expect(scenario).toBeVisible({ timeout: 800 });
  }).toPass({ timeout: 30_000 });
  const text = await page.getByLabel("Scenario file").inputValue();
  await page.getByLabel("Scenario file").fill(text.replace('"steps": [', '"steps": [{"expect": {"winner": null}}, '));
  await page.getByRole("button", { name: "Start" }).click();
  await expect(page.getByRole("status")).toContainText("0 of 2 steps");
  await page.getByRole("button", { name: "Step", exact: true }).click();
  await expect(page.getByRole("status")).toContainText("1 of 2 steps");
  await page.getByRole("button", { name: "Run to the end" }).click();
  await expect(page.getByRole("status")).toHaveText(/2 of 2 steps$/);
  await expect(page.getByRole("group", { name: "Result" })).toContainText('"players"');
  await page.getByLabel("Scenario file").fill("{}");
  await page.getByRole("button", { name: "Start" }).click();
  await expect(page.getByRole("status")).toContainText("failed");
  await shot(page, "console-scenario");

  await page.getByRole("link", { name: "Audit" }).click();
  for (const name of ["watch", "act", "copy"])
    await expect(page.getByRole("cell", { name, exact: true }).first()).toBeVisible();
  expect(complaints.filter((complaint) => !complaint.includes("409"))).toEqual([]);
});

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
  await expect(page.getByRole("cell", { name: /player connects, .* on / }).first()).toBeVisible();

  await page.getByRole("button", { name: "Void", exact: true }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
  await act(page, "Give time");
  await shot(page, "console-game");
  await act(page, "Void");
  await expect(player.getByText("No result").first()).toBeVisible();

  // The archive has the game a moment later.
  const save = page.getByRole("button", { name: "Save the replay" });
  await expect(async () => {
    await page.evaluate(() => window.dispatchEvent(new Event("hashchange")));
    await expect(save).toBeVisible({ timeout: 800 });
  }).toPass();
  const [download] = await Promise.all([page.waitForEvent("download"), save.click()]);
  expect(download.suggestedFilename()).toBe(`${game}.json`);

  await page.getByRole("link", { name: "Step by step, as each seat saw it" }).click();
  const step = page.getByRole("group", { name: "Step" });
  await expect(step.getByText("Version 1, ")).toBeVisible();
  await page.getByRole("button", { name: "Step", exact: true }).click();
  await expect(step.getByText("Version 2, ")).toBeVisible();
  await expect(step.getByRole("cell", { name: /hidden$/ })).toHaveCount(1);
  await page.getByLabel("As seen by").selectOption("Spectator");
  await expect(step.getByRole("cell", { name: /hidden$/ })).toHaveCount(2);
  await expect(step.getByText("Version 2, ")).toBeVisible();
  await page.getByRole("button", { name: "Step back" }).click();
  await expect(step.getByText("Version 1, ")).toBeVisible();
  await shot(page, "console-replay");
  expect(await barriers(page, "light")).toEqual([]);

  await page.getByRole("link", { name: "Users" }).click();
  await page.getByLabel("Session's id").fill("nobody");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByRole("status")).toHaveText("there is no such session, or it has ended");
  await page.getByLabel("Session's id").fill("");
  await page.getByLabel("Name begins with").fill("consoled");
  await page.getByRole("button", { name: "Search" }).click();
  await page.getByRole("row", { name: "Consoled" }).first().getByRole("link").click();
  await page.getByLabel("Hours").fill("2");
  await page.getByLabel("Reason").fill("for the test <b>only</b>");
  await act(page, "Ban");
  await expect(page.getByText(", banned")).toBeVisible();
  const timeline = page.getByRole("table", { name: "Timeline, the last first" });
  for (const what of [/: ban \(200\)$/, "game ended: voided", "game created", "guest"])
    await expect(timeline.getByRole("cell", { name: what, exact: true }).first()).toBeVisible();
  await page.getByRole("link", { name: "Bans" }).click();
  await expect(page.getByRole("cell", { name: "for the test <b>only</b>" }).first()).toBeVisible();

  await page.getByRole("link", { name: "Audit" }).click();
  await expect(page.getByRole("cell", { name: "void", exact: true }).first()).toBeVisible();
  await expect(page.getByRole("cell", { name: game }).first()).toBeVisible();
  const kept = await page.evaluate(() => JSON.stringify([document.cookie, { ...localStorage }, { ...sessionStorage }]));
  expect(kept).not.toContain(token);
  expect(complaints.filter((complaint) => !complaint.includes("404"))).toEqual([]);
});

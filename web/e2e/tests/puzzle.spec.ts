import type { Action, ChoiceOption, GameState } from "@menagerie/client";
import { expect, type Locator, type Page } from "@playwright/test";
import { click, newUser, PHONE, shot, test } from "../player.js";

interface Step {
  action: Action;
  state: GameState;
}

/** Has the page show the solution, which warns first; what it was told. */
async function solutionOf(page: Page): Promise<Step[]> {
  await page.getByRole("button", { name: "Show the solution" }).click();
  const [answer] = await Promise.all([
    page.waitForResponse((response) => response.url().endsWith("/solution")),
    page.getByRole("button", { name: "Show it: the puzzle will not count" }).click(),
  ]);
  return ((await answer.json()) as { steps: Step[] }).steps;
}

/** Does on the table what an action says; `asked` are the options of the choice that waits. */
async function perform(page: Page, action: Action, asked: ChoiceOption[]): Promise<void> {
  const card = (id: string): Locator => page.locator(`[data-card="${id}"]`).first();
  const target = (id: string): Promise<void> => page.locator(`[data-target="${id}"]`).first().click();
  const inspector = page.locator(".inspector");
  switch (action.type) {
    case "attack":
      await page.locator(".mine-active .pokemon").click();
      return inspector.locator(".attack").nth(action.attack_index).click();
    case "attach_energy":
      await (action.card_id ? card(action.card_id) : page.locator(".energy.lit").first()).click();
      return target(action.target_id);
    case "evolve":
      await card(action.card_id).click();
      return target(action.target_id);
    case "play_trainer":
      await card(action.card_id).click();
      return action.target_id ? target(action.target_id) : inspector.locator("button.primary").first().click();
    case "play_pokemon":
      await card(action.card_id).click();
      return inspector.locator("button.primary").first().click();
    case "use_ability":
      await card(action.pokemon_id).click();
      return inspector.locator("button.primary").last().click();
    case "retreat":
      await page.locator(".mine-active .pokemon").click();
      return target(action.bench_id);
    case "select_active":
      return target(action.pokemon_id);
    case "select":
      return choose(page, action.selected, asked);
    default:
      throw new Error(`no puzzle is solved by ${action.type}`);
  }
}

async function choose(page: Page, selected: string[], asked: ChoiceOption[]): Promise<void> {
  const panel = page.locator(".choice");
  await expect(panel).toBeVisible();
  const single = panel.locator(".answers button");
  const places = selected.map((id) => asked.findIndex((option) => option.id === id));
  if ((await single.count()) > 0) return single.nth(places[0] ?? 0).click();
  for (const place of places) await panel.locator(".option").nth(place).click();
  await panel.getByRole("button", { name: places.length > 0 ? "Confirm" : "Choose none" }).click();
}

/** Plays a solution by hand. */
async function solve(page: Page, steps: Step[]): Promise<void> {
  let asked: ChoiceOption[] = [];
  for (const { action, state } of steps) {
    await Promise.all([
      page.waitForResponse((response) => response.url().endsWith("/tries") && response.ok()),
      perform(page, action, asked),
    ]);
    asked = state.pending?.options ?? [];
  }
}

for (const [name, viewport] of Object.entries({
  portrait: PHONE.viewport,
  landscape: { width: 844, height: 390 },
})) {
  test(`the daily puzzle fits a phone, ${name}`, async ({ browser }) => {
    const { page } = await newUser(browser, { ...PHONE, viewport });
    await page.goto("/puzzle");
    await expect(page.getByRole("button", { name: "Show the solution" })).toBeInViewport();
    await expect(page.getByRole("button", { name: "End turn" })).toBeInViewport();
    await shot(page, `puzzle-${name}`);
    const active = await page.locator(".mine-active .pokemon").boundingBox();
    const bench = await page.locator(".rows.own").boundingBox();
    expect((active?.y ?? 0) + (active?.height ?? 0)).toBeLessThanOrEqual((bench?.y ?? 0) + 8);
  });
}

test("the daily puzzle: a wrong line is told, the solution is shown, and solving it counts for who did not look", async ({
  browser,
}) => {
  const { page, complaints } = await newUser(browser);
  await page.goto("/");
  await page.getByRole("link", { name: /Daily puzzle/ }).click();
  const words = page.getByRole("group", { name: /^Puzzle of/ }).getByRole("status");
  await expect(words).toContainText("Win this turn");
  await shot(page, "puzzle");

  // Where an attack is possible, the page asks once more: the puzzle is another one each day.
  const end = page.locator(".prompt [data-end-turn]");
  const ended = async (): Promise<string | null> => {
    if (await end.isVisible()) await click(end);
    return words.textContent();
  };
  await expect.poll(ended, { intervals: [100] }).toContain("nobody has won");
  await page.getByRole("button", { name: "Start again" }).click();
  await expect(words).toContainText("Win this turn");

  const steps = await solutionOf(page);
  await expect(words).toContainText("This is the solution");
  await expect(page.getByRole("log")).toContainText("You win");
  await page.getByRole("button", { name: "Start again" }).click();

  await solve(page, steps);
  await expect(words).toContainText("Solved!");
  await expect(words).not.toContainText("in a row");
  await page.reload();
  await expect(words).toContainText("You solved this puzzle");
  await expect(words).not.toContainText("in a row");

  const { page: other } = await newUser(browser);
  await other.goto("/puzzle");
  const otherWords = other.getByRole("group", { name: /^Puzzle of/ }).getByRole("status");
  await expect(otherWords).toContainText("Win this turn");
  await solve(other, steps);
  await expect(otherWords).toContainText("1 day in a row");
  await shot(other, "puzzle-solved");
  await other.getByRole("button", { name: "Show the solution" }).click();
  await expect(otherWords).toContainText("This is the solution");
  await other.reload();
  await expect(otherWords).toContainText("1 day in a row");

  await page.getByRole("link", { name: "Puzzle of the day before" }).click();
  await expect(words).toContainText("Win this turn");
  expect(complaints).toEqual([]);
});

import { expect, type Page } from "@playwright/test";
import type { GameState } from "@menagerie/client";
import {
  arriveWhen,
  click,
  firstPlayable,
  move,
  PHONE,
  playUntil,
  seat,
  SHORT,
  shot,
  newUser,
  test,
  turnOf,
} from "../player.js";

/** A game long enough to see everything in it. */
const LONG = { preset: "pocket", prizes: { count: 12 } };

test("what a card can do is lit, taken back, and attacks show their cost and words", async ({ browser }) => {
  const { page, complaints } = await newUser(browser);
  await seat(page, "Looker", LONG);
  const zone = page.locator(".energy.lit");
  await playUntil(
    page,
    async () => (await zone.isVisible()) && (await click(zone)) && page.locator(".pokemon.lit").first().isVisible(),
  );
  await shot(page, "targets-lit");
  await page.keyboard.press("Escape");
  await expect(page.locator(".pokemon.lit")).toHaveCount(0);
  await expect(zone, "nothing was sent").toBeVisible();

  const active = page.locator(".mine-active .pokemon");
  const attack = page.locator(".inspector .attack:enabled").last();
  await playUntil(page, async () => {
    if (!(await page.locator(".prompt.acting").isVisible()) || !(await active.isVisible())) return false;
    await active.click();
    if (await attack.isVisible()) return true;
    await page.keyboard.press("Escape");
    return false;
  });
  await expect(attack.locator(".cost svg").first()).toBeVisible();
  await expect(page.locator(".inspector .picture")).toContainText(/weak/);
  await shot(page, "attack-menu");
  await page.getByRole("button", { name: /^Cancel/ }).click();
  await expect(page.locator(".inspector")).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test("a place for a Pokémon is lit while its card is in hand", async ({ browser }) => {
  const { page } = await newUser(browser);
  await seat(page, "Placer", LONG);
  await (await firstPlayable(page)).click();
  await shot(page, "place-lit");
  await page.getByRole("button", { name: /Put it here, as your active/ }).click();
  await expect(page.locator(".mine-active .pokemon")).toBeVisible();
});

interface Line {
  /** Holds what the page says from now on. */
  hold: () => void;
  /** Whether an action is among what is held; the page says other things by itself. */
  holdsAction: () => boolean;
  letGo: () => void;
}

/** The page's connection, which can be held up. */
async function lineOf(page: Page): Promise<Line> {
  let held: { message: string | Buffer; send: () => void }[] | undefined;
  await page.routeWebSocket(/socket\.io/, (near) => {
    const far = near.connectToServer();
    near.onMessage((message) => {
      const send = (): void => far.send(message);
      if (held) held.push({ message, send });
      else send();
    });
  });
  return {
    hold: () => (held = []),
    holdsAction: () => held?.some(({ message }) => String(message).includes("game:action")) ?? false,
    letGo: () => {
      const waiting = held ?? [];
      held = undefined;
      for (const { send } of waiting) send();
    },
  };
}

test("nothing can be touched while an action is on its way", async ({ browser }) => {
  const { page } = await newUser(browser);
  const line = await lineOf(page);
  await seat(page, "Patient", LONG);
  await (await firstPlayable(page)).click();
  line.hold();
  await page.getByRole("button", { name: /Put it here, as your active/ }).click();
  await expect.poll(line.holdsAction).toBe(true);
  await expect(page.locator(".prompt")).toContainText("Sending");
  expect(await page.locator(".held.playable").count(), "the table is about to change").toBe(0);
  await page.locator(".held").last().click();
  await expect(page.locator(".inspector .picture"), "a card can still be read").toBeVisible();
  expect(await page.locator(".inspector .reason").count(), "the reason could be wrong").toBe(0);

  line.letGo();
  await expect(page.locator(".mine-active .pokemon")).toBeVisible();
});

const asksForPokemon = ({ pending, players, viewer }: GameState): boolean => {
  const inPlay = players.flatMap((side) => [side?.active?.id, ...(side?.bench ?? []).map(({ id }) => id)]);
  const [first] = pending?.options ?? [];
  return (
    viewer.seat !== null && first !== undefined && inPlay.includes(first.id) && pending?.min === 1 && pending.max === 1
  );
};

for (const [what, rules, so, place] of [
  ["a Pokémon to choose", "pocket", asksForPokemon, ".pokemon.lit"],
  [
    "a prize",
    "standard",
    (state: GameState) => state.legal_actions.some(({ type }) => type === "select_prize"),
    ".prize.lit",
  ],
] as const) {
  test(`${what} is lit only until the choice is on its way`, async ({ browser }) => {
    const { page } = await newUser(browser);
    const line = await lineOf(page);
    await arriveWhen(page, "Chooser", rules, so);
    const lit = page.locator(place);
    await expect(lit.first()).toBeVisible();
    line.hold();
    await lit.first().click();
    await expect.poll(line.holdsAction).toBe(true);
    await expect(page.locator(".prompt")).toContainText("Sending");
    expect(await lit.count()).toBe(0);
    line.letGo();
    await expect(page.locator(".prompt")).not.toContainText("Sending");
  });
}

test("blows are seen, and the discard pile opens", async ({ browser }) => {
  const { page } = await newUser(browser, {}, "quick");
  await seat(page, "Watcher of blows", LONG, "greedy");
  let unseen = 2;
  for (const [what, selector] of [
    ["blow", ".float.hurt"],
    ["words", ".announcement .shout"],
  ] as const) {
    void page
      .locator(selector)
      .first()
      .waitFor({ timeout: 60_000 })
      .then(
        async () => {
          unseen--;
          await shot(page, `seen-${what}`);
        },
        () => undefined,
      );
  }
  await playUntil(page, () => unseen === 0);
  const pile = page
    .getByRole("button", { name: /^(Your|Opposing) discard pile/ })
    .and(page.locator(":enabled"))
    .first();
  await playUntil(
    page,
    async () =>
      (await pile.isVisible()) &&
      (await page.locator(".prompt.acting").isVisible()) &&
      !(await page.locator(".choice").isVisible()),
  );
  await pile.click();
  await expect(page.getByRole("dialog", { name: "Discard pile" })).toBeVisible();
  await shot(page, "discard-pile");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog", { name: "Discard pile" })).toHaveCount(0);
});

/** Cards from a deck, say, of which there are several. */
const asksForCards = ({ pending }: GameState): boolean =>
  pending?.kind === "cards" && (pending.options?.length ?? 0) > 1;

for (const [device, options] of [
  ["desktop", {}],
  ["phone", PHONE],
] as const) {
  test(`a search is a clear panel (${device})`, async ({ browser }) => {
    const { page } = await newUser(browser, options);
    await arriveWhen(page, "Searcher", "pocket", asksForCards);
    const panel = page.locator(".choice");
    await expect(panel).toBeVisible();
    await shot(page, `panel-${device}`);
    await panel.locator(".eye").first().click();
    const read = page.getByRole("dialog", { name: /^Card: / });
    await expect(read, "the eye shows the card and chooses nothing").toBeVisible();
    await page.keyboard.press("Escape");
    await expect(read).toHaveCount(0);
    const pick = panel.locator(".option").first();
    await pick.click();
    if (await panel.isVisible()) {
      await expect(pick).toHaveAttribute("aria-pressed", "true");
      await panel.getByRole("button", { name: "Clear" }).click();
      await expect(pick).toHaveAttribute("aria-pressed", "false");
      await panel.getByRole("button", { name: "Look at the table" }).click();
      await expect(pick).toBeHidden();
    }
  });

  test(`the long game has its place, too (${device})`, async ({ browser }) => {
    const { page } = await newUser(browser, options);
    const filled = ({ players }: GameState): boolean =>
      players.every((side) => (side?.bench.length ?? 0) > 2 && side?.active?.energy.length);
    await arriveWhen(
      page,
      "Grown",
      "standard",
      (state) => state.status === "active" && !state.pending && filled(state),
    );
    await expect(page.locator(".prize").first()).toBeVisible();
    await shot(page, `standard-${device}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide, "pixels wider than the screen").toBeLessThanOrEqual(0);
  });
}

test("the clock warns before a turn runs out, and then acts", async ({ browser }) => {
  const { page } = await newUser(browser);
  await seat(page, "Slow", {
    ...SHORT,
    timer: { turn_ms: 6_000, warning_ms: 4_000, grace_ms: 0, choice_ms: 6_000, timeouts_before_loss: 1 },
  });
  for (let i = 0; i < 200 && (await turnOf(page)) < 1; i++) await move(page);
  await expect(page.locator(".clock.warning")).toBeVisible({ timeout: 20_000 });
  await shot(page, "clock-warning");
  await expect(page.getByRole("dialog", { name: "Result" })).toContainText(/time ran out/i, { timeout: 30_000 });
});

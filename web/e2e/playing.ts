import { expect, type Locator, type Page } from "@playwright/test";

/** The helpers play in English and in German. */
const RESULT = { name: /^(Result|Ergebnis)$/ };
const CONFIRM = { name: /^(Confirm|Bestätigen)$/ };
const NONE = { name: /^(Choose none|Keine wählen)$/ };

type Moved = "acted" | "waiting" | "over";

/** How one touches a thing; false: it was not there any more. */
export type Touch = (target: Locator) => Promise<boolean>;

/** Makes one move: answers a choice, or plays a card, attacks or ends the turn. */
export async function move(page: Page, touch: Touch = click): Promise<Moved> {
  const result = page.getByRole("dialog", RESULT);
  if (await result.isVisible()) return "over";
  const choice = page.locator(".choice");
  if (await choice.isVisible()) return (await answer(page, touch)) ? "acted" : "waiting";
  for (const wanted of [".prize.lit", ".pokemon.lit", ".place.lit"]) {
    const lit = page.locator(wanted).first();
    if (await lit.isVisible()) return (await touch(lit)) ? "acted" : "waiting";
  }
  const prompt = page.locator(".prompt.acting");
  if (!(await prompt.isVisible())) return "waiting";
  const zone = page.locator(".energy.lit").first();
  if (await zone.isVisible()) return (await use(page, zone, touch)) ? "acted" : "waiting";
  const playable = page.locator(".held.playable").first();
  if (await playable.isVisible()) return (await use(page, playable, touch)) ? "acted" : "waiting";
  const active = page.locator(".mine-active .pokemon.able");
  if ((await active.isVisible()) && (await touch(active))) {
    const attack = page.locator(".inspector .attack:enabled").last();
    if ((await attack.isVisible()) && (await touch(attack))) return "acted";
    await page.keyboard.press("Escape");
  }
  const end = prompt.locator("[data-end-turn]");
  if (await end.isVisible()) return (await touch(end)) ? "acted" : "waiting";
  return "waiting";
}

/** Touches a thing and takes the first thing it can do. */
async function use(page: Page, thing: Locator, touch: Touch): Promise<boolean> {
  if (!(await touch(thing))) return false;
  const first = page.locator(".inspector button.primary:enabled, .inspector button.target:enabled").first();
  if (await first.isVisible()) return touch(first);
  const lit = page.locator(".pokemon.lit").first();
  return (await lit.isVisible()) && touch(lit);
}

/** Picks until that is enough. The panel may be gone at any moment: nothing here waits for it. */
async function answer(page: Page, touch: Touch): Promise<boolean> {
  const choice = page.locator(".choice");
  const plain = choice.locator(".answers button:enabled").first();
  if (await plain.isVisible()) return touch(plain);
  const enough = choice.getByRole("button", CONFIRM).and(page.locator(":enabled"));
  for (let picked = 0; picked < 10 && !(await enough.isVisible()); picked++) {
    const option = choice.locator('.option[aria-pressed="false"]').first();
    if (!(await option.isVisible()) || !(await touch(option))) break;
  }
  if (await enough.isVisible()) return touch(enough);
  const none = choice.getByRole("button", NONE).and(page.locator(":enabled"));
  return (await none.isVisible()) && touch(none);
}

/** With the keyboard alone. */
export const press: Touch = (target) =>
  target.press("Enter", { timeout: 800 }).then(
    () => true,
    () => false,
  );

/** With a finger. */
export const tap: Touch = (target) =>
  target.tap({ timeout: 800 }).then(
    () => true,
    () => false,
  );

/**
 * The table may change under the hand; then this was no move. The pointer leaves the table then: a card of the hand that
 * it is over is raised, and may cover the target for as long as the pointer stays.
 */
export async function click(target: Locator): Promise<boolean> {
  return target.click({ timeout: 800 }).then(
    () => true,
    async () => {
      await target.page().mouse.move(0, 0);
      return false;
    },
  );
}

/** Plays until something is so. */
export async function playUntil(
  page: Page,
  so: () => Promise<boolean> | boolean,
  limitMs = 60_000,
  touch: Touch = click,
): Promise<void> {
  const end = Date.now() + limitMs;
  while (Date.now() < end) {
    if (await so()) return;
    const moved = await move(page, touch);
    if (moved === "over") break;
    if (moved === "waiting") await page.waitForTimeout(20);
  }
  expect(await so()).toBe(true);
}

/** Goes on to the first card that can be placed: answers choices before it, and plays nothing. */
export async function firstPlayable(page: Page): Promise<Locator> {
  const card = page.locator(".held.playable").first();
  const there = async (): Promise<boolean> => {
    if (await page.locator(".choice").isVisible()) await answer(page, click);
    return card.isVisible();
  };
  await expect.poll(there, { timeout: 30_000, intervals: [20] }).toBe(true);
  return card;
}

/** Two people play until something is so. */
export async function playBoth(one: Page, other: Page, so: () => Promise<boolean>, limitMs = 60_000): Promise<void> {
  const end = Date.now() + limitMs;
  while (Date.now() < end) {
    if (await so()) return;
    const moved = [await move(one), await move(other)];
    if (moved.includes("over")) break;
    if (!moved.includes("acted")) await one.waitForTimeout(40);
  }
  expect(await so()).toBe(true);
}

export async function isOver(page: Page): Promise<boolean> {
  return page.getByRole("dialog", RESULT).isVisible();
}

/** The number of the turn, from the log. */
export async function turnOf(page: Page): Promise<number> {
  const turns = await page.locator(".log .turn").allTextContents();
  return Math.max(0, ...turns.map((text) => Number(/Turn (\d+)/.exec(text)?.[1] ?? 0)));
}

import { expect, type Locator, type Page } from "@playwright/test";
import { useScheme } from "../axe.js";
import { atTable, click, newUser, PHONE, playUntil, shot, tap, test } from "../player.js";

/** What a new player reads, by language. */
const WORDS = {
  en: {
    learn: /Learn as you play/,
    coach: "Coach",
    steps: ["The goal", "Set up", "Energy", "Attack", "Why is it grayed out?"],
    next: /^(Got it|Finish)$/,
    result: "Result",
    ended: /^(You won!|You lost|A tie)\s*\S.*\./s,
  },
  de: {
    learn: /Lerne beim Spielen/,
    coach: "Einführung",
    steps: ["Das Ziel", "Aufbau", "Energie", "Angriff", "Warum ist etwas ausgegraut?"],
    next: /^(Verstanden|Fertig)$/,
    result: "Ergebnis",
    ended: /^(Du hast gewonnen!|Du hast verloren|Unentschieden)\s*\S.*\./s,
  },
};

const RUNS = [
  { name: "desktop", language: "en", touch: click, options: {} },
  { name: "portrait", language: "de", touch: tap, options: { ...PHONE, locale: "de-DE" } },
  { name: "landscape", language: "en", touch: tap, options: { ...PHONE, viewport: { width: 844, height: 390 } } },
] as const;

interface Taught extends Window {
  taught: string[];
}

/** Keeps the titles of the coach's steps as they appear. */
function keepSteps(): void {
  const { taught } = Object.assign(window as unknown as Taught, { taught: [] as string[] });
  new MutationObserver(() => {
    const title = document.querySelector(".coach h2")?.textContent;
    if (title && !taught.includes(title)) taught.push(title);
  }).observe(document, { subtree: true, childList: true, characterData: true });
}

/** The edge of a card may be covered: nothing is to be read there. */
const EDGE = 8;

/** The parts of the table that a step of the coach must leave in sight. */
async function expectInSight(coach: Locator, parts: Locator[]): Promise<void> {
  const over = await coach.boundingBox();
  for (const part of parts) {
    const box = await part.boundingBox();
    if (!over || !box) continue;
    const apart =
      over.x + over.width <= box.x + EDGE ||
      box.x + box.width <= over.x + EDGE ||
      over.y + over.height <= box.y + EDGE ||
      box.y + box.height <= over.y + EDGE;
    expect(apart, `the coach covers ${part}`).toBe(true);
  }
}

for (const { name, language, touch, options } of RUNS) {
  test(`a new player learns, plays and finishes a first game (${name})`, async ({ browser }) => {
    test.setTimeout(240_000);
    const words = WORDS[language];
    const { page, complaints } = await newUser(browser, options);
    await page.addInitScript(keepSteps);
    const look = async (what: string): Promise<void> => {
      for (const scheme of ["dark", "light"] as const) {
        await useScheme(page, scheme);
        await shot(page, `new-player-${name}-${what}-${scheme}`);
      }
    };
    await page.goto("/");
    const learn = page.getByRole("button", { name: words.learn });
    await expect(learn).toBeInViewport({ ratio: 1 });
    await look("1-start");
    await touch(learn);
    await atTable(page);

    const coach = page.getByRole("region", { name: words.coach });
    const result = page.getByRole("dialog", { name: words.result });
    const read = new Set<string>();
    await playUntil(
      page,
      async () => {
        if (await coach.isVisible()) await readStep(page, coach, read, look);
        const next = coach.getByRole("button", { name: words.next });
        if (await next.isVisible()) await touch(next);
        return result.isVisible();
      },
      200_000,
      touch,
    );
    await look("3-result");
    // How it ends, and how soon, is for the cards to say; the steps come in their order.
    await expect(result).toContainText(words.ended);
    const taught = await page.evaluate(() => (window as unknown as Taught).taught);
    expect(taught).toEqual(words.steps.slice(0, taught.length));
    expect(taught.length, "steps of the coach").toBeGreaterThanOrEqual(3);
    expect(complaints).toEqual([]);
  });
}

/** Reads a step of the coach, and sees what it speaks of. */
async function readStep(
  page: Page,
  coach: Locator,
  read: Set<string>,
  look: (what: string) => Promise<void>,
): Promise<void> {
  const title = await coach
    .getByRole("heading")
    .textContent({ timeout: 800 })
    .catch(() => null);
  if (!title || read.has(title)) return;
  read.add(title);
  await look(`2-coach-${read.size}`);
  await expect(coach).toBeInViewport({ ratio: 1 });
  await expectInSight(coach, [page.locator(".mine-active"), page.locator(".prompt"), page.locator(".hand")]);
}

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

/** Takes pictures of the page under this name. */
type Look = (what: string) => Promise<void>;

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

/**
 * What is wrong with where the coach stands: it is in sight as a whole and leaves the table in sight. Looked at in one
 * moment, as the game goes on; null if the step has gone.
 */
function faultsOfCoach(edge: number): string[] | null {
  const over = document.querySelector(".coach")?.getBoundingClientRect();
  if (!over) return null;
  const inSight = over.left >= 0 && over.top >= 0 && over.right <= innerWidth && over.bottom <= innerHeight;
  const faults = inSight ? [] : [`the coach is not in sight: ${JSON.stringify(over)}`];
  for (const part of [".mine-active", ".prompt", ".hand"]) {
    const box = document.querySelector(part)?.getBoundingClientRect();
    if (!box) continue;
    const apart =
      over.right <= box.left + edge ||
      box.right <= over.left + edge ||
      over.bottom <= box.top + edge ||
      box.bottom <= over.top + edge;
    if (!apart) faults.push(`the coach covers ${part}`);
  }
  return faults;
}

for (const { name, language, touch, options } of RUNS) {
  test(`a new player learns, plays and finishes a first game (${name})`, async ({ browser }) => {
    test.setTimeout(240_000);
    const words = WORDS[language];
    const { page, complaints } = await newUser(browser, options);
    await page.addInitScript(keepSteps);
    const look: Look = async (what) => {
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
    expect(read.size, "steps that were looked at").toBeGreaterThanOrEqual(2);
    expect(complaints).toEqual([]);
  });
}

/** Reads a step of the coach, and sees what it speaks of. */
async function readStep(page: Page, coach: Locator, read: Set<string>, look: Look): Promise<void> {
  const title = await coach
    .getByRole("heading")
    .textContent({ timeout: 800 })
    .catch(() => null);
  if (!title || read.has(title)) return;
  await look(`2-coach-${read.size + 1}`);
  let faults: string[] | null = null;
  const looked = async (): Promise<string[]> => (faults = await page.evaluate(faultsOfCoach, EDGE)) ?? [];
  await expect.poll(looked, title).toEqual([]);
  if (faults !== null) read.add(title);
}

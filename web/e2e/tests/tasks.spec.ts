import type { GameState } from "@menagerie/client";
import { expect, type Browser, type Page } from "@playwright/test";
import { arriveWhen, atTable, gameOf, isOver, newUser, playUntil, quickGame, resign, test, turnOf } from "../player.js";

/** No task of the page may keep it from answering for longer. */
const LONGEST_TASK_MS = 100;

interface TraceEvent {
  name: string;
  pid: number;
  tid: number;
  /** The processor time in microseconds: other programs on the machine do not add to it, as they do to the time. */
  tdur?: number;
}

const CATEGORIES = ["disabled-by-default-devtools.timeline", "blink.user_timing"];

/** Says which thread of the browser the page is; the browser has pages of its own, too. */
const MARK = "the page under test";

/** The processor time of the page's longest task, in milliseconds, while something is done. */
async function longestTask(browser: Browser, page: Page, act: () => Promise<unknown>): Promise<number> {
  await browser.startTracing(page, { categories: CATEGORIES });
  await act();
  // What the last step has begun comes to its end.
  await page.evaluate(() => new Promise((next) => requestIdleCallback(next, { timeout: 2_000 })));
  await page.evaluate((mark) => void performance.mark(mark), MARK);
  const { traceEvents } = JSON.parse(String(await browser.stopTracing())) as { traceEvents: TraceEvent[] };
  const ours = traceEvents.find(({ name }) => name === MARK);
  const tasks = traceEvents.filter(({ name, pid, tid }) => name === "RunTask" && pid === ours?.pid && tid === ours.tid);
  expect(tasks.length, "tasks in the trace").toBeGreaterThan(5);
  return Math.max(...tasks.map(({ tdur }) => tdur ?? 0)) / 1_000;
}

/** What a visitor does first, each with the processor time of its longest task in milliseconds. */
async function visit(browser: Browser): Promise<[string, number][]> {
  const { page } = await newUser(browser, {}, "normal");
  const { page: other } = await newUser(browser);
  const steps: [string, Page, () => Promise<unknown>][] = [
    ["the start page, first load", page, () => page.goto("/", { waitUntil: "networkidle" })],
    ["to the table of a quick game", page, () => quickGame(page, "Stopwatch")],
    ["three turns", page, () => playUntil(page, async () => (await turnOf(page)) >= 4 || (await isOver(page)), 90_000)],
    ["the table again", page, async () => void (await page.reload(), await atTable(page))],
    ["the replay", page, () => openReplay(page)],
    ["the deck builder, and a search", page, () => searchCards(page)],
    ["the rules", page, () => page.goto("/rulebook", { waitUntil: "networkidle" })],
    ["first load at a full table of the long game", other, () => arriveWhen(other, "Grown", "standard", isFull)],
  ];
  const figures: [string, number][] = [];
  for (const [name, where, act] of steps) figures.push([name, await longestTask(browser, where, act)]);
  await Promise.all([page, other].map((one) => one.context().close()));
  return figures;
}

async function openReplay(page: Page): Promise<void> {
  const game = gameOf(page);
  if (!(await isOver(page))) await resign(page);
  await page.goto(`/replay/${game}`);
  await page.getByLabel("Position").press("End");
  await atTable(page);
}

async function searchCards(page: Page): Promise<void> {
  await page.goto("/decks/new", { waitUntil: "networkidle" });
  await page.getByRole("searchbox").fill("energy");
  await expect(page.getByText(/\d+ cards/).first()).toBeVisible();
}

const isFull = ({ players }: GameState): boolean => players.every((side) => (side?.bench.length ?? 0) > 2);

/** A busy machine makes even processor time longer, by emptied caches: the best of so many visits counts. */
const VISITS = 3;

/** `MEASURE=1 npm run e2e -- tasks.spec.ts` prints the figures. It is no part of the check: a time fails by bad luck. */
test("no task of the page takes 100 ms of the processor", async ({ browser }) => {
  test.skip(process.env["MEASURE"] !== "1", "a measurement, on a machine that does nothing else");
  test.setTimeout(400_000);
  const best = new Map<string, number>();
  for (let i = 0; i < VISITS && (i === 0 || Math.max(...best.values()) >= LONGEST_TASK_MS); i++)
    for (const [name, millis] of await visit(browser)) best.set(name, Math.min(millis, best.get(name) ?? millis));
  for (const [name, millis] of best) console.log(`longest task, ${name}: ${millis.toFixed(0)} ms`);
  for (const [name, millis] of best) expect(millis, name).toBeLessThan(LONGEST_TASK_MS);
});

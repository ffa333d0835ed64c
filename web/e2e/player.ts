import { Menagerie, memoryStore, type CredentialStore, type GameState, type NewGame } from "@menagerie/client";
import {
  test as base,
  expect,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Locator,
  type Page,
} from "@playwright/test";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const shots = fileURLToPath(new URL("./dist/shots/", import.meta.url));

export const baseUrl = (): string => process.env["MENAGERIE_URL"] ?? "";

const present: BrowserContext[] = [];

/** A test after which everybody goes home: a page left open would play on. */
export const test = base.extend<{ closeContexts: undefined }>({
  closeContexts: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the fixture names from this pattern
    async ({}, use) => {
      await use(undefined);
      await Promise.all(present.splice(0).map((context) => context.close()));
    },
    { auto: true },
  ],
});

export const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, deviceScaleFactor: 2 };

/** The speed of the table; the tests use the fastest. */
type Speed = "normal" | "quick" | "instant";

/** A person with a browser of their own. Everything a page complains about is kept. */
export async function newUser(
  browser: Browser,
  options: BrowserContextOptions = {},
  speed: Speed = "instant",
): Promise<{ page: Page; complaints: string[] }> {
  const context = await browser.newContext({
    reducedMotion: "reduce",
    viewport: { width: 1280, height: 800 },
    baseURL: baseUrl(),
    ...options,
  });
  await context.addInitScript((name) => localStorage.setItem("menagerie.speed", name), speed);
  present.push(context);
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (failure) => complaints.push(failure.message));
  page.on("console", (message) => {
    // A refused request is logged by the browser itself; the page handles and shows it.
    if (message.type() === "error" && !/Failed to load resource|WebSocket|ERR_/.test(message.text()))
      complaints.push(message.text());
  });
  return { page, complaints };
}

export async function shot(page: Page, name: string): Promise<void> {
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: join(shots, `${name}.png`) });
}

/** From the start page to the table of a game against the easiest bot. */
export async function quickGame(page: Page, name: string): Promise<void> {
  await page.goto("/");
  await page.getByLabel("Your name").fill(name);
  await page.getByRole("button", { name: "Play a quick game" }).click();
  await atTable(page);
}

/** Straight to the table of a game with these rules, against the easiest bot. */
export async function seat(
  page: Page,
  name: string,
  rules: NewGame["rules_config"],
  bot = "random",
): Promise<Menagerie> {
  const { client, store } = await guest(name);
  await sit(page, store, await newGame(client, rules, bot));
  return client;
}

/** To a table at the moment at which something is so; until then a program has played. */
export async function arriveWhen(page: Page, name: string, rules: string, so: When): Promise<void> {
  const { client, store } = await guest(name);
  await sit(page, store, await gameWhen(client, rules, so));
}

type When = (state: GameState) => boolean;

/** A game that the program has played until something is so. */
export async function gameWhen(client: Menagerie, rules: string, so: When): Promise<string> {
  for (let tries = 0; tries < 20; tries++) {
    const session = client.play(await newGame(client, rules, "greedy"), { transports: ["websocket"] });
    try {
      for await (const state of session.turns()) {
        if (so(state)) return state.game_id;
        // Whatever leads on: cards before attacks, and the end of the turn at last.
        const [first] = state.legal_actions.filter((action) => action.type !== "retreat" && action.type !== "pass");
        await session.act(first ?? state.legal_actions.at(-1)!);
      }
    } finally {
      session.close();
    }
  }
  throw new Error("it was never so");
}

/** A program of a new guest, and the store that a page can take over. */
export async function guest(name: string): Promise<{ client: Menagerie; store: CredentialStore }> {
  const store = memoryStore();
  const client = new Menagerie(baseUrl(), { store });
  await client.signInAsGuest(name);
  return { client, store };
}

/** The first starter deck for these rules. */
export async function starter(client: Menagerie, rules: NewGame["rules_config"] = "pocket"): Promise<string> {
  const preset = typeof rules === "string" ? rules : (rules as { preset: string }).preset;
  const deck = (await client.decks()).find((one) => one.starter && one.rules === preset);
  if (!deck) throw new Error(`no starter for ${preset}`);
  return deck.id;
}

/** Does what `menagerie admin` does, such as opening a tournament. */
export async function operator(path: string): Promise<{ tournament_id: string }> {
  const url = new URL(path, process.env["MENAGERIE_CONSOLE"]);
  const answer = await fetch(url, {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env["MENAGERIE_MANAGEMENT_TOKEN"]}` },
  });
  expect(answer.ok, await answer.clone().text()).toBe(true);
  return (await answer.json()) as { tournament_id: string };
}

async function newGame(client: Menagerie, rules: NewGame["rules_config"], bot: string): Promise<string> {
  const deck_id = await starter(client, rules);
  return (await client.createGame({ deck_id, rules_config: rules, opponent: { kind: "bot", bot } })).game_id;
}

/** Signs a page in as the user of a store. */
export async function signIn(page: Page, store: CredentialStore): Promise<void> {
  await page.addInitScript((credentials) => {
    // Later pages of the tab keep what the first one has changed.
    if (!localStorage.getItem("menagerie.credentials")) localStorage.setItem("menagerie.credentials", credentials);
  }, JSON.stringify(store.load()));
}

async function sit(page: Page, store: CredentialStore, game: string): Promise<void> {
  await signIn(page, store);
  await page.goto(`/play/${game}`);
  await atTable(page);
}

/** One knocked out Pokémon decides: a whole game in seconds. */
export const SHORT = { preset: "pocket", prizes: { count: 1 } };

export async function resign(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Resign" }).click();
  await page.getByRole("button", { name: "Give up the game" }).click();
}

export async function atTable(page: Page): Promise<void> {
  await expect(page.getByRole("region", { name: /^(Table|Spieltisch)$/ })).toBeVisible();
}

export function gameOf(page: Page): string {
  return page.url().split("/").at(-1)?.split("?")[0] ?? "";
}

type Moved = "acted" | "waiting" | "over";

/** How one touches a thing; false: it was not there any more. */
type Touch = (target: Locator) => Promise<boolean>;

/** Makes one move: answers a choice, or plays a card, attacks or ends the turn. */
export async function move(page: Page, touch: Touch = click): Promise<Moved> {
  const result = page.getByRole("dialog", { name: "Result" });
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
  const end = prompt.getByRole("button", { name: /End turn|End without|Finish setting up/ });
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
  const enough = choice.getByRole("button", { name: "Confirm" }).and(page.locator(":enabled"));
  for (let picked = 0; picked < 10 && !(await enough.isVisible()); picked++) {
    const option = choice.locator('.option[aria-pressed="false"]').first();
    if (!(await option.isVisible()) || !(await touch(option))) break;
  }
  if (await enough.isVisible()) return touch(enough);
  const none = choice.getByRole("button", { name: "Choose none" }).and(page.locator(":enabled"));
  return (await none.isVisible()) && touch(none);
}

/** With the keyboard alone. */
export const press: Touch = (target) =>
  target.press("Enter", { timeout: 800 }).then(
    () => true,
    () => false,
  );

/** The table may change under the hand; then this was no move. */
export async function click(target: Locator): Promise<boolean> {
  return target.click({ timeout: 800 }).then(
    () => true,
    () => false,
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
  return page.getByRole("dialog", { name: "Result" }).isVisible();
}

/** The number of the turn, from the log. */
export async function turnOf(page: Page): Promise<number> {
  const turns = await page.locator(".log .turn").allTextContents();
  return Math.max(0, ...turns.map((text) => Number(/Turn (\d+)/.exec(text)?.[1] ?? 0)));
}

import { Menagerie, memoryStore, type CredentialStore, type GameState, type NewGame } from "@menagerie/client";
import {
  test as base,
  expect,
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type Page,
} from "@playwright/test";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

export * from "./playing.js";

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

export type When = (state: GameState) => boolean;

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
export async function operator<Answer = unknown>(path: string): Promise<Answer> {
  const url = new URL(path, process.env["MENAGERIE_CONSOLE"]);
  const answer = await fetch(url, {
    method: "POST",
    headers: { Authorization: `Bearer ${process.env["MENAGERIE_MANAGEMENT_TOKEN"]}` },
  });
  expect(answer.ok, await answer.clone().text()).toBe(true);
  return (await answer.json()) as Answer;
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

/** Signs a page in and takes it to the table of a game. */
export async function sit(page: Page, store: CredentialStore, game: string): Promise<void> {
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

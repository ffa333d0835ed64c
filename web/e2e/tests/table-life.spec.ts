import { SessionClosed, type GameSession } from "@menagerie/client";
import { expect, type Page } from "@playwright/test";
import {
  atTable,
  click,
  gameOf,
  guest,
  isOver,
  newUser,
  playUntil,
  quickGame,
  resign,
  seat,
  shot,
  signIn,
  sit,
  starter,
  test,
  turnOf,
  type When,
} from "../player.js";

const LONG = { preset: "pocket", prizes: { count: 12 } };

/** Sits down at a new game that waits; what is returned has an opponent join it. */
async function openTable(page: Page, name: string): Promise<(opponent: string, until?: When) => Promise<GameSession>> {
  const { client, store } = await guest(name);
  const game = await client.createGame({ deck_id: await starter(client), rules_config: LONG });
  await sit(page, store, game.game_id);
  return async (opponent, until) => {
    const { client: other } = await guest(opponent);
    await other.joinGame(game.game_id, await starter(other), game.invite_code);
    return harmless(other.play(game.game_id, { transports: ["websocket"] }), until);
  };
}

/** Plays what must be played, and does nothing else: the game goes on for as long as is wanted. */
function harmless(session: GameSession, until: When = () => false): GameSession {
  void (async () => {
    for await (const state of session.turns()) {
      if (until(state)) break;
      const pass = state.legal_actions.find((action) => action.type === "pass");
      await session.act(pass ?? state.legal_actions[0]!);
    }
  })().catch((closed: unknown) => {
    if (!(closed instanceof SessionClosed)) throw closed;
  });
  return session;
}

test("with spectators at 1280 pixels all of the panel stays on the screen", async ({ browser }) => {
  const { page } = await newUser(browser);
  await seat(page, "Watched closely", LONG);
  const { page: watcher } = await newUser(browser);
  await signIn(watcher, (await guest("Onlooker")).store);
  await watcher.goto(`/watch/${gameOf(page)}`);
  await atTable(watcher);
  await expect(page.locator(".spectators")).toContainText("1 spectator");
  for (const name of ["Settings", "Resign"]) {
    const box = (await page.getByRole("button", { name, exact: true }).boundingBox())!;
    expect(box.x + box.width, name).toBeLessThanOrEqual(1280);
  }
  const log = (await page.getByRole("log").boundingBox())!;
  expect(log.y + log.height).toBeLessThanOrEqual(801);
  await shot(page, "spectated");
});

test("after a reload and for a spectator the log is whole", async ({ browser }) => {
  const { page } = await newUser(browser);
  await seat(page, "Chronicler", LONG);
  await playUntil(page, async () => (await turnOf(page)) >= 2);
  const turns = page.locator(".log .turn");
  await page.reload();
  await atTable(page);
  await expect(turns.first()).toContainText("Turn 1:");
  const { page: watcher } = await newUser(browser);
  await watcher.goto("/watch", { waitUntil: "networkidle" }); // signed in before the next page
  await watcher.goto(`/watch/${gameOf(page)}`);
  await atTable(watcher);
  await expect(watcher.locator(".log .turn").first()).toContainText("Turn 1:");
});

test("the coin of the beginning is shown, and a card face down takes its place", async ({ browser }) => {
  const { page } = await newUser(browser, {}, "normal");
  const join = await openTable(page, "Waiting Will");
  const coin = page.locator(".announcement .coin").waitFor();
  const session = await join("Placing Pia", (state) => state.players[state.viewer.seat!]?.active != null);
  await coin;
  await expect(page.getByText("Waiting for an opponent").first(), "nothing hides the coin").toBeHidden();
  await shot(page, "coin");
  // Whoever the coin lets place first: it may have been done by now.
  const place = page.locator(".their-active");
  const hidden = place.getByRole("img", { name: "A card face down" });
  await playUntil(page, () => hidden.isVisible());
  await expect(place.locator(".place")).toHaveCount(0);
  await shot(page, "face-down");
  session.close();
});

test("the tab says when it is the player's turn", async ({ browser }) => {
  const { page } = await newUser(browser);
  await seat(page, "Elsewhere", LONG);
  await playUntil(page, () => page.getByRole("button", { name: /End turn/ }).isVisible());
  await expect(page).toHaveTitle(/^● Your turn/);
  expect(await page.locator('link[rel="icon"]').getAttribute("href")).toContain("icon-turn.svg");
  await page.goto("/history");
  await expect(page).toHaveTitle("History · Menagerie");
});

interface Notified extends Window {
  notified: string[];
}

/** A system that allows notifications and keeps them; the page is always hidden. */
function keepNotifications(): void {
  const seen = window as unknown as Notified;
  seen.notified = [];
  const Kept = function (title: string): void {
    seen.notified.push(title);
  };
  Object.assign(Kept, { permission: "granted", requestPermission: () => Promise.resolve("granted") });
  Object.defineProperty(window, "Notification", { value: Kept });
  Object.defineProperty(document, "hidden", { get: () => true });
}

test("who wants it is notified of the turn while the page is hidden", async ({ browser }) => {
  const { page } = await newUser(browser);
  await page.addInitScript(keepNotifications);
  const join = await openTable(page, "Notified Ned");
  const opponent = await join("Passing Pat");
  const notified = (): Promise<string[]> => page.evaluate(() => (window as unknown as Notified).notified);
  await playUntil(page, async () => (await turnOf(page)) >= 1);
  expect(await notified()).toEqual([]);
  await page.getByRole("button", { name: "Settings", exact: true }).click();
  await page.getByRole("checkbox", { name: "Notify me when it is my turn" }).check();
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).click();
  const end = page.locator(".prompt.acting [data-end-turn]");
  const ended = async (): Promise<number> => {
    if (await end.isVisible()) await click(end);
    return (await notified()).length;
  };
  await expect.poll(ended, { timeout: 30_000, intervals: [20] }).toBeGreaterThan(0);
  expect((await notified())[0]).toContain("Your turn");
  opponent.close();
});

test("the focus stays in the hand after a card was played, and ? lists the shortcuts", async ({ browser }) => {
  const { page } = await newUser(browser);
  await seat(page, "Keyboard", LONG);
  const active = page.locator(".mine-active .pokemon");
  const placed = async (): Promise<boolean> => {
    const card = page.locator(".held.playable").first();
    if (!(await card.isVisible())) return active.isVisible();
    await card.press("Enter");
    const place = page.getByRole("button", { name: "Place as active" });
    if (await place.isVisible()) await place.press("Enter");
    return active.isVisible();
  };
  await playUntil(page, () => page.locator(".held.playable").first().isVisible());
  await expect.poll(placed, { timeout: 20_000 }).toBe(true);
  await expect.poll(() => page.evaluate(() => document.activeElement !== document.body)).toBe(true);
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Keyboard shortcuts" })).toBeVisible();
  await shot(page, "shortcuts");
  await page.keyboard.press("Escape");
  await page.keyboard.press("h");
  await expect(page.locator(".held").first()).toBeFocused();
});

test("an expired session of a registered user says so and makes no new guest", async ({ browser }) => {
  const { page } = await newUser(browser);
  const name = `Reg${Date.now() % 1_000_000}`;
  await page.goto("/account");
  await page.getByRole("radio", { name: "Register" }).check();
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Password").fill("correct horse battery");
  await page.getByRole("button", { name: "Register" }).click();
  await expect(page.getByRole("heading", { name })).toBeVisible();
  await page.evaluate(() => {
    const stored = JSON.parse(localStorage.getItem("menagerie.credentials")!);
    Object.assign(stored, { access_token: "gone", refresh_token: "gone", expires_at: 0 });
    localStorage.setItem("menagerie.credentials", JSON.stringify(stored));
  });
  await page.goto("/decks");
  await expect(page.getByText(`Your session has expired, ${name}`).first()).toBeVisible();
  const stored = (): Promise<string | null> => page.evaluate(() => localStorage.getItem("menagerie.credentials"));
  expect(await stored()).toBeNull();
  // The next page finds no credentials at all: that the session has expired was noticed by the page before.
  await page.goto("/lobby");
  await expect(page.getByText(`Your session has expired, ${name}`).first()).toBeVisible();
  expect(await stored()).toBeNull();
  await page.getByRole("link", { name: "Sign in" }).first().click();
  await expect(page.getByLabel("Name")).toHaveValue(name);
  await page.getByLabel("Password").fill("correct horse battery");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByRole("heading", { name })).toBeVisible();
});

test("an expired session that another tab has noticed makes no new guest here", async ({ browser }) => {
  const { page } = await newUser(browser);
  const name = `Tab${Date.now() % 1_000_000}`;
  await page.goto("/account");
  await page.getByRole("radio", { name: "Register" }).check();
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Password").fill("correct horse battery");
  await page.getByRole("button", { name: "Register" }).click();
  await expect(page.getByRole("heading", { name })).toBeVisible();
  const other = await page.context().newPage();
  await other.goto("/rulebook");
  await other.evaluate(() => localStorage.removeItem("menagerie.credentials"));
  await expect(page.getByRole("alert").filter({ hasText: `Your session has expired, ${name}` })).toBeVisible();
  await page.getByRole("radio", { name: "Continue as a guest" }).check();
  await page.getByLabel("Name").fill("");
  await page.getByRole("button", { name: "Continue as a guest" }).click();
  await expect(page.getByRole("button", { name: "Sign out" })).toBeVisible();
  await page.evaluate(() => localStorage.removeItem("menagerie.credentials"));
  await page.goto("/decks");
  await expect(page.getByText("Your session has expired")).toHaveCount(0);
  await expect(page.getByRole("heading", { name: "Your decks" })).toBeVisible();
});

test("the coach explains a first game, can be skipped and repeated", async ({ browser }) => {
  const { page } = await newUser(browser);
  await page.goto("/");
  await page.getByRole("button", { name: /Learn as you play/ }).click();
  await atTable(page);
  const coach = page.getByRole("region", { name: "Coach" });
  await expect(coach).toContainText("The first player with 3 points wins.");
  await shot(page, "coach");
  await coach.getByRole("button", { name: "Got it" }).click();
  await expect(coach).toContainText("Set up", { timeout: 30_000 });
  // The move before may still be on its way, and what it leads to may end the moment of a step.
  await expect(async () => {
    await playUntil(
      page,
      async () => (await coach.isVisible()) && /Energy|Attack|grayed/.test(await coach.innerText()),
    );
    await coach.getByRole("button", { name: "Skip the coach" }).click({ timeout: 800 });
  }).toPass({ timeout: 60_000 });
  await expect(coach).toHaveCount(0);
  await page.getByRole("button", { name: "Settings", exact: true }).click();
  await page.getByRole("button", { name: "Start the coach" }).click();
  await expect(coach).toContainText("The goal");
});

test("sound is off until it is turned on, and the choice is kept", async ({ browser }) => {
  const { page } = await newUser(browser);
  await quickGame(page, "Loud");
  await page.getByRole("button", { name: "Settings", exact: true }).click();
  const sound = page.getByRole("checkbox", { name: "Sound" });
  await expect(sound).not.toBeChecked();
  await sound.check();
  await page.getByLabel("Volume").fill("0.2");
  expect(await page.evaluate(() => localStorage.getItem("menagerie.sound"))).toBe('{"on":true,"volume":0.2}');
  await shot(page, "settings");
});

test("the history has date, turns and duration; the seed is folded away", async ({ browser }) => {
  const { page } = await newUser(browser);
  await seat(page, "Historian", "pocket");
  await playUntil(page, async () => (await turnOf(page)) >= 2 || (await isOver(page)));
  if (!(await isOver(page))) await resign(page);
  const result = page.getByRole("dialog", { name: "Result" });
  await expect(result).toBeVisible();
  await expect(result.locator("code")).toBeHidden();
  await page.goto("/history");
  const row = page.getByRole("listitem").first();
  await expect(row).toContainText(new RegExp(String(new Date().getFullYear())));
  await expect(row).toContainText(/\d+ turns?/);
  await expect(row).toContainText(/minute/);
});

import type { GameState, Menagerie } from "@menagerie/client";
import { expect, type Page } from "@playwright/test";
import { readFileSync } from "node:fs";
import { barriers } from "../axe.js";
import {
  atTable,
  baseUrl,
  gameOf,
  gameWhen,
  guest,
  newUser,
  operator,
  PHONE,
  shot,
  signIn,
  SHORT,
  starter,
  test,
} from "../player.js";

test.describe.configure({ mode: "parallel" });

/** A page and a program of the same guest. */
interface Visitor {
  page: Page;
  client: Menagerie;
}

/** Every page of the app by the key of its title, with what opens on it after a colon. */
const PAGES: Record<string, (visitor: Visitor) => Promise<void>> = {
  home: at("/"),
  new: at("/play"),
  table: atTurn,
  "table: result": async ({ page, client }) => {
    await page.goto(`/play/${await newGame(client)}`);
    await atTable(page);
    await client.resign(gameOf(page));
    await page.getByRole("dialog").waitFor();
  },
  "table: choice": async ({ page, client }) => {
    const game = await gameWhen(client, "pocket", ({ pending }) => (pending?.options?.length ?? 0) > 1);
    await page.goto(`/play/${game}`);
    await page.locator(".choice").waitFor();
  },
  "table: card": async ({ page, client }) => {
    await atTurn({ page, client });
    await page.locator(".held").first().click();
    await page.locator(".inspector").waitFor();
  },
  "table: card, read": async ({ page, client }) => {
    await atTurn({ page, client });
    await page.locator(".held").first().focus();
    await page.keyboard.press("z");
    await page.getByRole("dialog").waitFor();
  },
  "table: shortcuts": async ({ page, client }) => {
    await atTurn({ page, client });
    await page.keyboard.press("?");
    await page.getByRole("dialog").waitFor();
  },
  spectate: async ({ page }) => {
    const { client: player } = await guest("Watched Walt");
    await page.goto(`/watch/${await newGame(player)}`);
    await atTable(page);
  },
  lobby: at("/lobby"),
  ladder: at("/ladder"),
  players: at("/players"),
  campaign: at("/campaign"),
  puzzle: at("/puzzle"),
  tournaments: at("/tournaments"),
  tournament: async ({ page, client }) => {
    const path = "/admin/tournaments?name=Cup&preset=pocket&starts_in=60&rounds=1";
    const { tournament_id: id } = await operator<{ tournament_id: string }>(path);
    await client.tournaments.register(id, await starter(client));
    await page.goto(`/tournaments/${id}`);
  },
  join: async ({ page }) => {
    const { client: host } = await guest("Host Hilda");
    const opponent = { kind: "open" as const, listed: false };
    const game = await host.createGame({ deck_id: await starter(host), rules_config: "pocket", opponent });
    await page.goto(`/join/${game.game_id}?code=${game.invite_code}`);
  },
  "join: wrong": at("/join/nowhere?code=x"),
  watch: at("/watch"),
  decks: at("/decks"),
  deck: at("/decks/new"),
  "deck: starter": async ({ page, client }) => void (await page.goto(`/decks/${await starter(client)}`)),
  history: async ({ page, client }) => {
    await finished(client);
    await page.goto("/history");
    await expect(page.getByRole("listitem")).not.toHaveCount(0);
  },
  statistics: async ({ page, client }) => {
    await finished(client);
    await page.goto("/statistics");
  },
  replay: async ({ page, client }) => {
    await page.goto(`/replay/${await finished(client)}?at=1`);
    await atTable(page);
  },
  embed: async ({ page, client }) => {
    await page.goto(`/embed/replays/${await finished(client)}`);
    await atTable(page);
  },
  account: at("/account"),
  signed_in: at("/signed-in"),
  rules: at("/rulebook"),
  missing: at("/nowhere"),
};

function at(path: string): (visitor: Visitor) => Promise<void> {
  return async ({ page }) => {
    await page.goto(path);
    await page.locator("h1").first().waitFor();
  };
}

/** To the table when it is one's own turn; a program has played until then. */
async function atTurn({ page, client }: Visitor): Promise<void> {
  const filled = ({ players }: GameState): boolean => players.every((side) => side?.active?.energy.length);
  await page.goto(`/play/${await gameWhen(client, "pocket", (state) => !state.pending && filled(state))}`);
  await page.locator(".held").first().waitFor();
}

async function newGame(client: Menagerie): Promise<string> {
  const opponent = { kind: "bot" as const, bot: "random" };
  const game = await client.createGame({ deck_id: await starter(client), rules_config: SHORT, opponent });
  return game.game_id;
}

async function finished(client: Menagerie): Promise<string> {
  const game = await newGame(client);
  await client.resign(game);
  await expect.poll(async () => (await client.history()).items.length, { timeout: 20_000 }).toBe(1);
  return game;
}

test("every page of the app is checked for barriers", () => {
  const texts = JSON.parse(readFileSync(new URL("../../app/src/messages/en.json", import.meta.url), "utf8")) as object;
  const titles = Object.keys(texts).filter((key) => key.startsWith("title."));
  const checked = new Set(Object.keys(PAGES).map((name) => name.split(":")[0]));
  expect([...checked].sort()).toEqual(["home", ...titles.map((key) => key.replace("title.", ""))].sort());
});

for (const [device, options] of [
  ["desktop", {}],
  ["phone in German", { ...PHONE, locale: "de-DE" }],
] as const) {
  for (const [name, go] of Object.entries(PAGES)) {
    test(`no barriers: ${name} (${device})`, async ({ browser }) => {
      const { page, complaints } = await newUser(browser, options);
      const { client, store } = await guest("Everywhere");
      await signIn(page, store);
      await go({ page, client });
      await page.waitForLoadState("networkidle");
      await expect(page.locator("[aria-busy=true]")).toHaveCount(0);
      for (const scheme of ["light", "dark"] as const) {
        expect(await barriers(page, scheme), scheme).toEqual([]);
        await shot(page, `${device}-${scheme}-${name}`.replaceAll(/[^a-z]+/gi, "-"));
      }
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wide, "pixels wider than the screen").toBeLessThanOrEqual(0);
      expect(complaints).toEqual([]);
    });
  }
}

for (const path of ["/docs", "/try-it.html"]) {
  test(`no barriers for developers: ${path}`, async ({ browser }) => {
    const { page } = await newUser(browser);
    await page.goto(path, { waitUntil: "networkidle" });
    for (const scheme of ["light", "dark"] as const) expect(await barriers(page, scheme), scheme).toEqual([]);
    await shot(page, `developers-${path.replaceAll(/\W+/g, "-")}`);
  });
}

test("no barriers in the console of operators", async ({ browser }) => {
  const consoleUrl = process.env["MENAGERIE_CONSOLE"] ?? "";
  test.skip(consoleUrl === "", "the server of MENAGERIE_URL shows its management address to nobody");
  const { client } = await guest("Looked Up");
  const game = await newGame(client);
  const { page } = await newUser(browser, { baseURL: baseUrl() });
  await page.goto(consoleUrl);
  for (const scheme of ["light", "dark"] as const) expect(await barriers(page, scheme), scheme).toEqual([]);
  await page.getByLabel("Management token").fill(process.env["MENAGERIE_MANAGEMENT_TOKEN"] ?? "");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("local (operator)")).toBeVisible();
  const links = await page.getByRole("navigation").getByRole("link").all();
  const paths = await Promise.all(links.map((link) => link.getAttribute("href")));
  expect(paths.length).toBeGreaterThan(5);
  for (const path of [...paths, `#/game/${game}`, `#/develop/${game}`, `#/user/${client.user!.id}`]) {
    await page.evaluate((hash) => (location.hash = hash ?? ""), path);
    await page.waitForLoadState("networkidle");
    for (const scheme of ["light", "dark"] as const)
      expect(await barriers(page, scheme), `${path}, ${scheme}`).toEqual([]);
    await shot(page, `console-dark${path?.replaceAll(/\W+/g, "-")}`);
  }
});

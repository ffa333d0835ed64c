import { Menagerie, memoryStore, type NewGame } from "@menagerie/client";
import { expect, type Page } from "@playwright/test";
import { barriers } from "../axe.js";
import { atTable, baseUrl, gameOf, guest, newUser, PHONE, shot, signIn, starter, test } from "../player.js";

/** A page of a new guest, at an address. */
async function visitor(page: Page, name: string, path: string): Promise<Menagerie> {
  const { client, store } = await guest(name);
  await signIn(page, store);
  await page.goto(path);
  await expect(page.getByRole("link", { name })).toBeVisible();
  return client;
}

async function invite(client: Menagerie, userId: string): Promise<string> {
  const opponent: NewGame["opponent"] = { kind: "user", user_id: userId };
  const created = await client.createGame({ deck_id: await starter(client), rules_config: "pocket", opponent });
  return created.game_id;
}

test("the lobby shows open games as they come and go, and who is there", async ({ browser }) => {
  const { page, complaints } = await newUser(browser);
  const name = `Lobbyist ${Date.now() % 100_000}`;
  await visitor(page, name, "/lobby");
  const members = page.getByRole("region", { name: "In the lobby" });
  await expect(members.getByText(name)).toBeVisible();
  await expect(page.getByText(/online, .* being played/)).toBeVisible();

  const { client } = await guest("Opener Olga");
  const watching = client.lobby();
  const { game_id } = await client.createGame({
    deck_id: await starter(client),
    rules_config: "pocket",
    opponent: { kind: "open", listed: true },
  });
  const row = page.getByRole("listitem").filter({ has: page.locator(`a[href$="${game_id}"]`) });
  await expect(row).toContainText("Opener Olga");
  await expect(row).toContainText("Pocket");
  await expect(members.getByText("Opener Olga").first()).toBeVisible();
  await shot(page, "lobby");
  await client.cancelGame(game_id);
  await expect(row).toHaveCount(0);
  watching.close();
  expect(complaints).toEqual([]);
});

test("an invitation is shown on every page, declined and accepted", async ({ browser }) => {
  const { page, complaints } = await newUser(browser, PHONE);
  const invited = await visitor(page, "Guestina", "/rulebook");
  const { client: host } = await guest("Host Hugo");
  const told: string[] = [];
  const lobby = host.lobby();
  lobby.on("invitation", ({ status }) => told.push(status));
  await lobby.once("state");

  await invite(host, invited.user!.id);
  const notices = page.getByRole("region", { name: "Notices" });
  await expect(notices).toContainText("Host Hugo invites you to a game (Pocket).");
  expect(await barriers(page, "light")).toEqual([]);
  await shot(page, "phone-invitation");
  await notices.getByRole("button", { name: "Decline" }).click();
  await expect(notices.getByRole("button")).toHaveCount(0);
  await expect.poll(() => told).toContain("declined");

  // One that came while the page was closed is there on the next visit.
  await page.goto("/health/ready");
  const game = await invite(host, invited.user!.id);
  await page.goto("/ladder");
  await notices.getByRole("button", { name: "Accept" }).click();
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await atTable(page);
  expect(gameOf(page)).toBe(game);
  await expect.poll(() => told).toContain("accepted");

  await host.resign(game);
  await expect(page.getByRole("dialog", { name: "Result" })).toBeVisible();
  await host.rematch(game);
  await expect(notices).toContainText("Host Hugo would like a rematch (Pocket).");
  await shot(page, "phone-rematch");
  await notices.getByRole("button", { name: "Accept" }).click();
  await expect.poll(() => gameOf(page)).not.toBe(game);
  await atTable(page);

  const next = gameOf(page);
  await host.resign(next);
  await page.getByRole("button", { name: "Rematch" }).click();
  await expect.poll(async () => (await host.invitations()).length).toBe(1);
  await host.declineGame((await host.invitations())[0]!.game_id);
  await expect(page.getByText("The other player does not want a rematch.")).toBeVisible();
  lobby.close();
  expect(complaints).toEqual([]);
});

test("the answer to a rematch is found although its message is lost", async ({ browser }) => {
  const { page, complaints } = await newUser(browser);
  const answers = /"status":"(accepted|declined|expired)"/;
  await page.routeWebSocket(/socket\.io/, (page) => {
    const server = page.connectToServer();
    server.onMessage((message) => {
      const lost = String(message).includes("user:invitation") && answers.test(String(message));
      if (!lost) page.send(message);
    });
  });
  const invited = await visitor(page, "Lost Lotte", "/rulebook");
  const { client: host } = await guest("Host Hanne");
  const game = await invite(host, invited.user!.id);
  await page.goto(`/join/${game}`);
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await atTable(page);
  await host.resign(game);
  await page.getByRole("button", { name: "Rematch" }).click();
  await expect.poll(async () => (await host.invitations()).length).toBe(1);
  await host.declineGame((await host.invitations())[0]!.game_id);
  await expect(page.getByText("The other player does not want a rematch.")).toBeVisible();

  await page.getByRole("button", { name: "Rematch" }).click();
  await expect.poll(async () => (await host.invitations()).length).toBe(1);
  await host.rematch(game);
  await expect.poll(() => gameOf(page)).not.toBe(game);
  await atTable(page);
  expect(complaints).toEqual([]);
});

test("quick match: a queue that can be left, and a game for two who wait", async ({ browser }) => {
  const { page: one, complaints } = await newUser(browser);
  const { page: two, complaints: others } = await newUser(browser, PHONE);
  await visitor(one, "Quick Quinn", "/lobby");
  await visitor(two, "Quick Quentin", "/lobby");
  // Other tests may wait for the same rules: this pair has its own queue.
  await one.getByLabel("Rules").selectOption("standard");
  await two.getByLabel("Rules").selectOption("standard");
  await one.getByRole("button", { name: "Find an opponent" }).click();
  const bar = one.getByRole("region", { name: "Queue" });
  await expect(bar).toContainText("Looking for an opponent (Standard, Casual).");
  await bar.getByRole("button", { name: "Stop waiting" }).click();
  await expect(bar).toHaveCount(0);

  await one.getByRole("button", { name: "Find an opponent" }).click();
  await expect(bar).toBeVisible();
  await shot(one, "queue");
  await one.getByRole("link", { name: "Rules" }).click();
  await expect(bar).toBeVisible();
  await one.reload();
  await expect(bar).toBeVisible();
  await two.getByRole("button", { name: "Find an opponent" }).click();
  await atTable(one);
  await atTable(two);
  expect(gameOf(one)).toBe(gameOf(two));
  expect([...complaints, ...others]).toEqual([]);
});

test("a guest becomes an account, changes name and password, and ends a session elsewhere", async ({ browser }) => {
  const { page, complaints } = await newUser(browser);
  const client = await visitor(page, "Temporary", "/account");
  const name = `Anna ${Date.now()}`;
  const upgrade = page.getByRole("form", { name: "Make it an account" });
  await upgrade.getByLabel("Name").fill(name);
  await upgrade.getByLabel("Password").fill("a long passphrase 7");
  await upgrade.getByRole("button", { name: "Make it an account" }).click();
  await expect(page.getByText(`You have an account now, ${name}.`)).toBeVisible();
  await expect(page.getByRole("heading", { name, level: 1 })).toBeVisible();

  const elsewhere = new Menagerie(baseUrl(), { store: memoryStore() });
  expect((await elsewhere.login(name, "a long passphrase 7")).id).toBe(client.user!.id);
  await page.reload();
  const sessions = page.getByRole("region", { name: "Where you are signed in" });
  await expect(sessions).toContainText("This device");
  await shot(page, "account");
  await sessions.getByRole("button", { name: "Sign out there" }).first().click();
  await expect(sessions.getByRole("button")).toHaveCount(0);
  await expect(elsewhere.renew()).rejects.toThrow();

  const rename = page.getByRole("form", { name: "Change your name" });
  await rename.getByLabel("New name").fill(`${name} B`);
  await rename.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { name: `${name} B`, level: 1 })).toBeVisible();

  const change = page.getByRole("form", { name: "Change your password" });
  await change.getByLabel("Current password").fill("not this one");
  await change.getByLabel("New password").fill("another passphrase 8");
  await change.getByRole("button", { name: "Change your password" }).click();
  await expect(page.getByText("The current password is wrong.")).toBeVisible();
  await change.getByLabel("Current password").fill("a long passphrase 7");
  await change.getByRole("button", { name: "Change your password" }).click();
  await expect(page.getByText("Your password is changed.", { exact: false })).toBeVisible();
  expect((await elsewhere.login(`${name} B`, "another passphrase 8")).guest).toBe(false);
  expect(await barriers(page, "light")).toEqual([]);

  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download as JSON" }).click(),
  ]);
  expect(file.suggestedFilename()).toBe("menagerie-data.json");

  const removal = page.getByRole("form", { name: "Delete the account" });
  await removal.getByLabel("Current password").fill("another passphrase 8");
  await removal.getByLabel("I want this").check();
  await removal.getByRole("button", { name: "Delete the account" }).click();
  await expect(page.getByRole("heading", { name: "Sign in", level: 1 })).toBeVisible();
  await expect(elsewhere.login(`${name} B`, "another passphrase 8")).rejects.toThrow();
  expect(complaints).toEqual([]);
});

test("players are found, become friends, are invited, and blocked", async ({ browser }) => {
  const { page, complaints } = await newUser(browser);
  const { client: other } = await guest("Somebody");
  const name = `Zoe ${Date.now()}`;
  await other.upgradeGuest(name, "a long passphrase 7");
  const asker = `Asker ${Date.now() % 100_000}`;
  await visitor(page, asker, "/players");
  await page.getByLabel("Find a registered player by name").fill(name.slice(0, 14));
  await page.getByRole("button", { name: "Search" }).click();
  const result = page.getByRole("search").getByRole("listitem").filter({ hasText: name });
  await result.getByRole("button", { name: "Add as a friend" }).click();
  const friends = page.getByRole("region", { name: "Friends" });
  await expect(friends.getByText("Waiting for an answer")).toBeVisible();
  const asking = await other.players.friends();
  expect(asking.map((one) => [one.name, one.status])).toEqual([[asker, "asking"]]);
  const lobby = other.lobby();
  await lobby.once("state");
  await other.players.befriend(asking[0]!.user_id);
  const friend = friends.getByRole("listitem").filter({ hasText: name });
  await expect(friend.getByRole("button", { name: "Remove" })).toBeVisible();
  await expect(friend).toContainText("online", { timeout: 40_000 });
  expect(await barriers(page, "light")).toEqual([]);
  await shot(page, "players");

  await friend.getByRole("link", { name: "Invite" }).click();
  await page.getByRole("button", { name: "Open the game" }).click();
  await expect.poll(async () => (await other.invitations()).map((one) => one.from.name)).toEqual([asker]);
  await page.goto("/players");
  await friend.getByRole("button", { name: "Remove" }).click();
  await expect(friend).toHaveCount(0);

  // Asked by the other one, who is then blocked.
  await other.players.befriend(asking[0]!.user_id);
  const notices = page.getByRole("region", { name: "Notices" });
  await expect(notices).toContainText(`${name} would like to be your friend.`);
  await notices.getByRole("button", { name: "Decline" }).click();
  await expect(notices.getByRole("button")).toHaveCount(0);
  await page.getByLabel("Find a registered player by name").fill(name);
  await page.getByRole("button", { name: "Search" }).click();
  await result.getByRole("button", { name: "Block" }).click();
  await expect(page.getByRole("region", { name: "Privacy" })).toContainText(name);
  await expect(other.players.befriend(asking[0]!.user_id)).rejects.toThrow(/blocked/);
  await page.getByRole("button", { name: "Unblock" }).click();
  await expect(page.getByRole("region", { name: "Privacy" }).getByText(name)).toHaveCount(0);
  lobby.close();
  expect(complaints).toEqual([]);
});

test("the new pages fit a phone and speak German", async ({ browser }) => {
  const { page } = await newUser(browser, { ...PHONE, locale: "de-DE" });
  const { store } = await guest("Telefonistin");
  await signIn(page, store);
  for (const [path, heading] of [
    ["/lobby", "Lobby"],
    ["/ladder", "Rangliste"],
    ["/players", "Mitspieler"],
    ["/account", "Telefonistin"],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: heading, level: 1 })).toBeVisible();
    await shot(page, `phone-german${path.replace("/", "-")}`);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide, `pixels wider than the screen: ${path}`).toBeLessThanOrEqual(0);
    expect(await barriers(page, "light"), path).toEqual([]);
  }
  await expect(page.getByText("Konto anlegen").first()).toBeVisible();
});

import type { Menagerie } from "@menagerie/client";
import type { Page } from "@playwright/test";
import { expect } from "@playwright/test";
import { barriers } from "../axe.js";
import { atTable, guest, newUser, operator, PHONE, shot, signIn, starter, test } from "../player.js";

interface Opened {
  tournament_id: string;
}

async function visit(page: Page, name: string, path: string): Promise<Menagerie> {
  const { client, store } = await guest(name);
  await signIn(page, store);
  await page.goto(path);
  return client;
}

test("a player registers, checks in, plays, and sees the standings", async ({ browser }) => {
  const name = `Friday ${Date.now() % 100_000}`;
  const { tournament_id: id } = await operator<Opened>(
    `/admin/tournaments?name=${encodeURIComponent(name)}&preset=pocket&starts_in=60&check_in_minutes=60&rounds=1`,
  );
  const { page, complaints } = await newUser(browser);
  const own = await visit(page, "Tessa Turnier", "/tournaments");
  await page.getByRole("link", { name }).click();
  await expect(page.getByRole("heading", { name })).toBeVisible();
  await expect(page.getByText("Check-in is open.")).toBeVisible();
  await page.getByRole("button", { name: "Register" }).click();
  await expect(page.getByText("You are checked in.")).toBeVisible();
  await page.getByRole("button", { name: "Drop out" }).click();
  await expect(page.getByText("Nobody has registered yet.")).toBeVisible();
  await page.getByRole("button", { name: "Register" }).click();
  await expect(page.getByRole("region", { name: "Taking part" })).toContainText("You play with");
  expect(await barriers(page, "light")).toEqual([]);

  // Another player's registration is seen without a reload.
  const { client: rival } = await guest("Rival Ruth");
  await rival.tournaments.register(id, await starter(rival));
  await expect(page.getByText("Rival Ruth")).toBeVisible();
  await operator(`/admin/tournaments/${id}/start`);
  await page.getByRole("link", { name: "To your game" }).click();
  await atTable(page);
  const match = (await rival.tournaments.show(id)).you?.match;
  await rival.resign(match?.games[0]?.game_id ?? "");
  await expect(page.getByRole("dialog", { name: "Result" })).toBeVisible();
  await page.goto(`/tournaments/${id}`);
  await expect(page.getByText("Finished.")).toBeVisible();
  const row = page.getByRole("row").filter({ hasText: "Tessa Turnier" });
  await expect(row).toContainText("1 – 0 – 0");
  expect((await own.tournaments.results(id)).matches).toHaveLength(1);
  await shot(page, "tournament");
  expect(complaints).toEqual([]);
});

test("a bracket is read on a phone, in German and in the dark", async ({ browser }) => {
  const { tournament_id: id } = await operator<Opened>(
    "/admin/tournaments?name=Pokal&preset=pocket&format=elimination&best_of=3&starts_in=60",
  );
  for (const name of ["Anna", "Bert", "Cora"]) {
    const { client } = await guest(name);
    await client.tournaments.register(id, await starter(client));
  }
  await operator(`/admin/tournaments/${id}/start`);
  const { page, complaints } = await newUser(browser, { ...PHONE, locale: "de-DE", colorScheme: "dark" });
  await visit(page, "Zuschauer", `/tournaments/${id}`);
  await expect(page.getByRole("heading", { name: "Turnierbaum" })).toBeVisible();
  await expect(page.getByText("Freilos")).toBeVisible();
  await expect(page.getByText("Runde 1 von 2.")).toBeVisible();
  expect(await barriers(page, "dark")).toEqual([]);
  await shot(page, "phone-tournament");
  await operator(`/admin/tournaments/${id}/cancel`);
  await expect(page.getByText("Abgesagt.")).toBeVisible();
  expect(complaints).toEqual([]);
});

test("the campaign opens with its first opponent", async ({ browser }) => {
  const { page, complaints } = await newUser(browser);
  await visit(page, "Climber Kim", "/play");
  await page.getByRole("link", { name: "Campaign" }).click();
  await expect(page.getByRole("heading", { name: "Pip of the Lane" })).toBeVisible();
  await expect(page.getByText("Beat the one before first.").first()).toBeVisible();
  await expect(page.locator(".cover .art svg").first(), "the decks show their cards").toBeVisible();
  expect(await barriers(page, "light")).toEqual([]);
  await shot(page, "campaign");
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await atTable(page);
  expect(complaints).toEqual([]);
});

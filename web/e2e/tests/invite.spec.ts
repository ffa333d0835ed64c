import { expect, type Page } from "@playwright/test";
import { atTable, firstPlayable, isOver, playBoth, resign, seat, shot, newUser, test, turnOf } from "../player.js";

async function openGame(page: Page, name: string): Promise<string> {
  await page.goto("/");
  await page.getByLabel("Your name").fill(name);
  await page.getByRole("link", { name: /Invite a friend/ }).click();
  await page.getByRole("button", { name: "Open the game" }).click();
  return page.getByLabel("Invite link").inputValue();
}

async function accept(page: Page, link: string, name: string): Promise<void> {
  await page.goto(link);
  await page.getByLabel("Your name").fill(name);
  await page.getByRole("button", { name: "Continue", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Hostess invites you to a duel" })).toBeVisible();
  await expect(page.getByText("The game uses Pocket rules.")).toBeVisible();
  await page.getByRole("button", { name: "Join", exact: true }).click();
  await atTable(page);
}

/** What both see of the public table. */
async function publicTable(page: Page): Promise<string[]> {
  const labels = await page
    .locator(".pokemon")
    .evaluateAll((pokemon) => pokemon.map((pokemon) => pokemon.getAttribute("aria-label") ?? ""));
  return labels.map((label) => label.replace(/^(Your|Opposing) /, "").replace(/, can .*$/, "")).sort();
}

test("two people play by an invite link, one reloads, the other goes offline in the middle of a turn", async ({
  browser,
}) => {
  const { page: host, complaints } = await newUser(browser);
  const { page: guest, complaints: guestComplaints } = await newUser(browser);
  const link = await openGame(host, "Hostess");
  await host.getByText("Show a QR code").click();
  await expect(host.getByRole("img", { name: "QR code of the link" })).toBeVisible();
  await shot(host, "invite");
  await accept(guest, link, "Visitor");
  await atTable(host);
  await playBoth(host, guest, async () => (await turnOf(host)) >= 2 || (await isOver(host)));

  await host.reload();
  await atTable(host);
  await expect.poll(() => publicTable(host)).toEqual(await publicTable(guest));

  await playBoth(host, guest, async () => (await turnOf(guest)) >= 3 || (await isOver(guest)));
  await guest.context().setOffline(true);
  await expect(guest.getByText("The connection is lost", { exact: false })).toBeVisible({ timeout: 30_000 });
  await shot(guest, "reconnecting");
  await expect(host.getByText("away")).toBeVisible({ timeout: 60_000 });
  await guest.context().setOffline(false);
  await expect(guest.getByText("The connection is lost", { exact: false })).toBeHidden({ timeout: 20_000 });
  await expect(host.getByText("away")).toBeHidden({ timeout: 20_000 });

  await playBoth(host, guest, async () => (await turnOf(guest)) >= 4 || (await isOver(guest)));
  if (!(await isOver(guest))) await resign(host);
  await expect(host.getByRole("dialog", { name: "Result" })).toBeVisible();
  await expect(guest.getByRole("dialog", { name: "Result" })).toBeVisible();

  await host.getByRole("button", { name: "Rematch" }).click();
  await guest.getByRole("button", { name: "Rematch" }).click();
  await expect(host.getByRole("dialog", { name: "Result" })).toBeHidden({ timeout: 20_000 });
  await expect(guest.getByRole("dialog", { name: "Result" })).toBeHidden({ timeout: 20_000 });
  await expect.poll(() => host.url()).toBe(guest.url());
  expect([...complaints, ...guestComplaints]).toEqual([]);
});

test("a move made while offline is sent when the connection is back, once", async ({ browser }) => {
  const { page } = await newUser(browser);
  await seat(page, "Tunnel", "pocket");
  const card = await firstPlayable(page);
  await page.context().setOffline(true);
  await expect(page.getByText("The connection is lost", { exact: false })).toBeVisible({ timeout: 30_000 });
  await card.click();
  await page.locator(".place.lit").first().click();
  await expect(page.getByText("your move is stored", { exact: false })).toBeVisible();
  await shot(page, "offline-move");
  await page.context().setOffline(false);
  await expect(page.locator(".mine-active .pokemon")).toHaveCount(1, { timeout: 20_000 });
  await expect(page.getByText("The connection is lost", { exact: false })).toBeHidden();
});

test("a wrong code is refused, and a taken seat", async ({ browser }) => {
  const { page: host } = await newUser(browser);
  const { page: guest } = await newUser(browser);
  const { page: late } = await newUser(browser);
  const link = await openGame(host, "Hostess");
  const wrong = new URL(link);
  wrong.searchParams.set("code", "not-the-code");
  await late.goto(wrong.href);
  await late.getByLabel("Your name").fill("Late");
  await late.getByRole("button", { name: "Continue", exact: true }).click();
  await late.getByRole("button", { name: "Join", exact: true }).click();
  await expect(late.getByRole("alert")).toBeVisible();
  await accept(guest, link, "Visitor");
  await late.goto(link);
  await expect(late.getByRole("alert")).toContainText(/already joined|seat|does not exist/);
});

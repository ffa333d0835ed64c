import { expect, type Page } from "@playwright/test";
import { barriers } from "../axe.js";
import { atTable, guest, newUser, PHONE, quickGame, shot, signIn, test } from "../player.js";

const consoleUrl = process.env["MENAGERIE_CONSOLE"] ?? "";
const token = process.env["MENAGERIE_MANAGEMENT_TOKEN"] ?? "";

test.skip(consoleUrl === "", "the server of MENAGERIE_URL shows its management address to nobody");

async function act(operator: Page, name: string): Promise<void> {
  await operator.getByRole("button", { name, exact: true }).click();
  await operator.getByRole("dialog").getByRole("button", { name: "Confirm" }).click();
  await expect(operator.getByRole("status")).toHaveText(/^Done/);
}

test("a maintenance is announced on every page with a countdown, until it is withdrawn", async ({ browser }) => {
  const { page: table, complaints } = await newUser(browser, PHONE);
  await quickGame(table, "Seated Sam");
  const { page: reading } = await newUser(browser, { locale: "de-DE" });
  const reader = await guest("Reading Rita");
  await signIn(reading, reader.store);
  await reading.goto("/rulebook");

  const { page: operator } = await newUser(browser);
  await operator.goto(consoleUrl);
  await operator.getByLabel("Management token").fill(token);
  await operator.getByRole("button", { name: "Sign in" }).click();
  await operator.getByRole("link", { name: "Node" }).click();
  await operator.getByLabel("Text").fill("We move to a larger server.");
  await operator.getByLabel("Maintenance in minutes").fill("30");
  await act(operator, "Announce");

  const notice = table.getByRole("region", { name: "Notices" });
  await expect(notice).toContainText("We move to a larger server.", { timeout: 15_000 });
  const countdown = notice.getByRole("timer");
  await expect(countdown).toHaveText(/^Maintenance in (30:00|29:\d\d)$/);
  const first = await countdown.textContent();
  await expect(countdown).not.toHaveText(first ?? "");
  await shot(table, "phone-maintenance");
  expect(await barriers(table, "light")).toEqual([]);
  const fits = await table.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth);
  expect(fits).toBe(true);
  const german = reading.getByRole("region", { name: "Hinweise" });
  await expect(german.getByRole("timer")).toHaveText(/^Wartung in (30:00|29:\d\d)$/, { timeout: 15_000 });

  // A device whose clock is ten minutes fast counts down by the server's.
  for (const sits of [true, false]) {
    const { page: fast } = await newUser(browser);
    await fast.addInitScript(() => {
      const real = Date.now.bind(Date);
      Date.now = () => real() + 10 * 60_000;
    });
    if (sits) await quickGame(fast, "Fast Fay");
    else {
      await signIn(fast, (await guest("Fast Fred")).store);
      await fast.goto("/rulebook");
    }
    await expect(fast.getByRole("region", { name: "Notices" }).getByRole("timer")).toHaveText(
      /^Maintenance in (30:00|29:\d\d|28:\d\d)$/,
      { timeout: 15_000 },
    );
  }

  // Who comes later sees it, and who has read it may put it away.
  const { page: late } = await newUser(browser);
  await quickGame(late, "Late Lou");
  const lateNotice = late.getByRole("region", { name: "Notices" });
  await expect(lateNotice.getByRole("timer")).toBeVisible();
  await lateNotice.getByRole("button", { name: "Dismiss" }).click();
  await expect(lateNotice.getByRole("timer")).toHaveCount(0);
  await atTable(late);

  await act(operator, "Clear announcements");
  await expect(notice.getByRole("timer")).toHaveCount(0, { timeout: 15_000 });
  await expect(german.getByRole("timer")).toHaveCount(0, { timeout: 15_000 });
  expect(complaints).toEqual([]);
});

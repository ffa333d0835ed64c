import { expect } from "@playwright/test";
import { readFileSync } from "node:fs";
import { isOver, playUntil, resign, seat, shot, newUser, test, turnOf } from "../player.js";

test("a finished game is watched again, verified, shared and kept", async ({ browser }) => {
  const { page, complaints } = await newUser(browser);
  await seat(page, "Archivist", "pocket");
  await playUntil(page, async () => (await turnOf(page)) >= 3 || (await isOver(page)));
  if (!(await isOver(page))) await resign(page);
  await expect(page.getByRole("dialog", { name: "Result" })).toBeVisible();

  await page.goto("/history");
  await shot(page, "history");
  await page.getByRole("link", { name: "Replay" }).first().click();
  const where = page.locator(".where");
  await expect(where).toContainText("1/");
  await page.getByRole("button", { name: "Next action" }).click();
  await expect(where).toContainText("2/");
  await page.getByRole("button", { name: "Next turn" }).click();
  await page.getByRole("button", { name: "Next turn" }).click();
  await expect(where).toContainText(/Turn [1-9]/);
  await expect(page.getByRole("group", { name: /^Hand of/ })).toHaveCount(2);
  await shot(page, "replay");

  const shared = page.url();
  expect(shared).toContain("?at=");
  const position = await where.textContent();
  const { page: other } = await newUser(browser);
  await other.goto(shared);
  await expect(other.locator(".where")).toHaveText(position ?? "");

  await page.getByLabel("Position").fill("0");
  await expect(where).toContainText("1/");
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await expect(where).not.toContainText("· 1/");
  await page.getByRole("button", { name: "Pause" }).click();

  await page.getByRole("button", { name: "Verify" }).click();
  await expect(page.getByRole("status").filter({ hasText: "Verified" })).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download" }).click(),
  ]);
  const kept = JSON.parse(readFileSync(await download.path(), "utf8")) as { rng_seed: string; actions: unknown[] };
  expect(kept.rng_seed).toMatch(/^[0-9a-f]+$/);
  expect(kept.actions.length).toBeGreaterThan(3);
  expect(complaints).toEqual([]);
});

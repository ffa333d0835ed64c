import { expect } from "@playwright/test";
import { isOver, move, playUntil, seat, SHORT, shot, somebody, test, turnOf } from "../player.js";

/** A game long enough to see everything in it. */
const LONG = { preset: "pocket", prizes: { count: 12 } };

test("what a card can do is lit, taken back, and attacks show their cost and words", async ({ browser }) => {
  const { page, complaints } = await somebody(browser);
  await seat(page, "Looker", LONG);
  const zone = page.locator(".energy.lit");
  await playUntil(page, () => zone.isVisible());
  await zone.click();
  await expect(page.locator(".spot.lit").first()).toBeVisible();
  await shot(page, "targets-lit");
  await page.keyboard.press("Escape");
  await expect(page.locator(".spot.lit")).toHaveCount(0);
  await expect(zone, "nothing was sent").toBeVisible();

  const active = page.locator(".mine-active .spot");
  const attack = page.locator(".inspector .attack:enabled").last();
  await playUntil(page, async () => {
    if (!(await page.locator(".prompt.acting").isVisible()) || !(await active.isVisible())) return false;
    await active.click();
    if (await attack.isVisible()) return true;
    await page.keyboard.press("Escape");
    return false;
  });
  await expect(attack.locator(".cost svg").first()).toBeVisible();
  await expect(page.locator(".inspector .picture")).toContainText(/weak/);
  await shot(page, "attack-menu");
  await page.getByRole("button", { name: /Never mind/ }).click();
  await expect(page.locator(".inspector")).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test("a place for a Pokémon is lit while its card is in hand", async ({ browser }) => {
  const { page } = await somebody(browser);
  await seat(page, "Placer", LONG);
  await playUntil(page, async () => (await page.locator(".held.playable").count()) > 0);
  await page.locator(".held.playable").first().click();
  await shot(page, "place-lit");
  await page.getByRole("button", { name: /Put it here, as your active/ }).click();
  await expect(page.locator(".mine-active .spot")).toBeVisible();
});

test("blows are seen, the discard pile opens, and what is asked is a clear panel", async ({ browser }) => {
  const { page } = await somebody(browser, { reducedMotion: "no-preference" }, "quick");
  await seat(page, "Watcher of blows", LONG);
  const seen = new Set<string>();
  const look = async (what: string, selector: string): Promise<void> => {
    if (seen.has(what) || !(await page.locator(selector).first().isVisible())) return;
    seen.add(what);
    await shot(page, `seen-${what}`);
  };
  await playUntil(page, async () => {
    await look("blow", ".float.hurt");
    await look("words", ".flash .shout");
    await look("panel", ".choice .option");
    return (seen.has("blow") && seen.has("words") && seen.has("panel")) || (await isOver(page));
  }, 100_000);
  expect([...seen]).toEqual(expect.arrayContaining(["blow", "words"]));
  await page.keyboard.press("Escape");
  const pile = page.getByRole("button", { name: /^Your discard pile/ });
  if ((await pile.isEnabled()) && !(await isOver(page)) && !(await page.locator(".choice").isVisible())) {
    await pile.click();
    await expect(page.getByRole("dialog", { name: "Discard pile" })).toBeVisible();
    await shot(page, "discard-pile");
  }
});

test("the clock warns before a turn runs out, and then acts", async ({ browser }) => {
  const { page } = await somebody(browser);
  await seat(page, "Slow", { ...SHORT, timer: { turn_ms: 6_000, warning_ms: 4_000, grace_ms: 0, choice_ms: 6_000, timeouts_before_loss: 1 } });
  for (let i = 0; i < 200 && (await turnOf(page)) < 1; i++) await move(page);
  await expect(page.locator(".clock.warning")).toBeVisible({ timeout: 20_000 });
  await shot(page, "clock-warning");
  await expect(page.getByRole("dialog", { name: "Result" })).toContainText(/time ran out/i, { timeout: 30_000 });
});

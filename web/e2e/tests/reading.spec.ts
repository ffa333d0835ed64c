import { expect, type Page } from "@playwright/test";
import type { Source } from "@menagerie/client";
import { arriveWhen, click, firstPlayable, newUser, PHONE, playUntil, seat, shot, test, turnOf } from "../player.js";

const LONG = { preset: "pocket", prizes: { count: 12 } };

/** Every text and label of the page that a person or a screen reader gets. */
async function labels(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll("button, a, label, option, h1, h2, p, [aria-label], [title]")].flatMap((element) => [
      element.getAttribute("aria-label") ?? "",
      element.getAttribute("title") ?? "",
      element.textContent ?? "",
    ]),
  );
}

test("the choice of the first player is in words, and no label is a word of the wire", async ({ browser }) => {
  const { page } = await newUser(browser);
  await arriveWhen(page, "First", "pocket", ({ pending, viewer, players }) => {
    const own = viewer.seat === null ? undefined : players[viewer.seat]?.player_id;
    return pending?.kind === "go_first" && pending.player_id === own;
  });
  const choice = page.getByRole("dialog", { name: "Choice" });
  await expect(choice.getByRole("button", { name: "Go first" })).toBeVisible();
  await expect(choice).toContainText("In the first turn of the game you cannot draw a card, play a supporter, attack.");
  await shot(page, "first-player");
  expect((await labels(page)).filter((text) => text.includes("_"))).toEqual([]);
  await playUntil(page, async () => (await turnOf(page)) >= 3, 60_000);
  expect((await labels(page)).filter((text) => text.includes("_"))).toEqual([]);
});

test("a choice says which card asks, with its text, and what happens then", async ({ browser }) => {
  const { page } = await newUser(browser);
  let source: Source | undefined;
  await arriveWhen(page, "Asked", "pocket", ({ pending }) => {
    source = pending?.source;
    return source?.text !== undefined && pending?.purpose !== undefined;
  });
  const choice = page.getByRole("dialog", { name: "Choice" });
  await expect(choice.locator(".source")).toContainText(source!.text!);
  await expect(choice.locator(".source .muted")).toContainText(/[a-z]{3}/);
  await shot(page, "choice-source");
  await choice.getByRole("button", { name: new RegExp(`${source!.name}.*read the card`) }).click();
  await expect(page.getByRole("dialog", { name: /^Card: / })).toBeVisible();
});

test("a grayed card and a grayed attack say why", async ({ browser }) => {
  const { page } = await newUser(browser);
  await seat(page, "Why", LONG);
  const grayed = page.locator(".held:not(.playable)").first();
  await playUntil(page, async () => (await page.locator(".prompt.acting").isVisible()) && grayed.isVisible());
  await grayed.click();
  await expect(page.locator(".inspector p.reason")).toContainText(/[a-z]{3}/);
  await shot(page, "reason-card");
  await page.keyboard.press("Escape");
  const attack = page.locator(".inspector .attack:disabled .reason").first();
  await playUntil(page, async () => {
    if (!(await page.locator(".prompt.acting").isVisible())) return false;
    await click(page.locator(".mine-active .pokemon"));
    if (await attack.isVisible()) return true;
    await page.keyboard.press("Escape");
    return false;
  });
  await expect(attack).toContainText(/needs|cannot|not/);
  await shot(page, "reason-attack");
});

test("hovering over a card and Z show it large", async ({ browser }) => {
  const { page } = await newUser(browser);
  await seat(page, "Reader", LONG);
  const card = await firstPlayable(page);
  await card.hover();
  await expect(page.locator(".hovered")).toContainText(/weak|Supporter|Item/i);
  await page.mouse.move(2, 2);
  await expect(page.locator(".hovered")).toHaveCount(0);
  await card.focus();
  await page.keyboard.press("z");
  await expect(page.getByRole("dialog", { name: /^Card: / })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog", { name: /^Card: / })).toHaveCount(0);
});

test("on a phone a card that needs a target can be read, and a long press shows any card", async ({ browser }) => {
  const { page } = await newUser(browser, PHONE);
  let aimed = "";
  await arriveWhen(page, "Thumb", "standard", (state) => {
    const aiming = state.legal_actions.find((action) => action.type === "attach_energy" || action.type === "evolve");
    aimed = aiming && "card_id" in aiming ? (aiming.card_id ?? "") : "";
    return aimed !== "";
  });
  const read = page.getByRole("button", { name: "Read the card" });
  await page.locator(`.held[data-card="${aimed}"]`).tap();
  await expect(page.locator(".inspector .target").first()).toBeVisible();
  await shot(page, "phone-aiming");
  await read.tap();
  await expect(page.getByRole("dialog", { name: /^Card: / })).toBeVisible();
  await page.getByRole("button", { name: "Close", exact: true }).tap();

  const held = page.locator(".held").first();
  const box = (await held.boundingBox())!;
  const touch = { bubbles: true, pointerType: "touch", pointerId: 7, clientX: box.x + 20, clientY: box.y + 20 };
  await held.dispatchEvent("pointerdown", touch);
  await expect(page.getByRole("dialog", { name: /^Card: / })).toBeVisible();
  await held.dispatchEvent("pointerup", touch);
  await shot(page, "phone-long-press");
});

test("on a phone held sideways the hand and the end of the turn are on the screen", async ({ browser }) => {
  const { page } = await newUser(browser, { ...PHONE, viewport: { width: 844, height: 390 } });
  await seat(page, "Sideways", LONG);
  const end = page.getByRole("button", { name: /End turn/ });
  await playUntil(page, async () => (await turnOf(page)) >= 2 && end.isVisible());
  await shot(page, "landscape");
  for (const part of [page.locator(".hand"), end, page.locator(".mine-active")]) {
    const box = (await part.boundingBox())!;
    expect(box.y).toBeGreaterThanOrEqual(0);
    expect(box.y + box.height).toBeLessThanOrEqual(391);
  }
  const tools = await Promise.all(
    ["Settings", "Resign", "Leave"].map((name) =>
      page
        .getByRole("button", { name, exact: true })
        .or(page.getByRole("link", { name, exact: true }))
        .boundingBox(),
    ),
  );
  expect(new Set(tools.map((box) => Math.round(box!.y))).size, "the tools are in one row").toBe(1);
  const beyond = await page.evaluate(() => [
    document.documentElement.scrollWidth - innerWidth,
    document.documentElement.scrollHeight - innerHeight,
  ]);
  expect(Math.max(...beyond)).toBeLessThanOrEqual(0);
});

test("the energy of the zone is dragged to a Pokémon, and only legal targets are highlighted", async ({ browser }) => {
  const { page } = await newUser(browser);
  await seat(page, "Charger", LONG);
  const zone = page.locator(".energy.lit");
  const own = page.locator(".mine-active .pokemon, .own .bench .pokemon");
  const lit = page.locator(".pokemon.lit");
  // The move before may still be on its way, and may have been the one that attaches: then again.
  await expect(async () => {
    await page.mouse.up();
    await playUntil(page, async () => (await zone.isVisible()) && (await page.locator(".prompt.acting").isVisible()));
    await zone.hover({ timeout: 800 });
    await page.mouse.down();
    const to = (await page.locator(".mine-active .pokemon").boundingBox())!;
    await page.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 8 });
    await expect(page.locator(".ghost")).toBeVisible({ timeout: 2_000 });
    await expect(lit.first()).toBeVisible({ timeout: 2_000 });
    expect(await lit.count()).toBe(await own.count());
    expect(await page.locator(".their-active .pokemon.lit").count()).toBe(0);
    const before = await page.locator(".mine-active .pip").count();
    await page.mouse.up();
    await expect(page.locator(".mine-active .pip")).toHaveCount(before + 1, { timeout: 5_000 });
  }).toPass({ timeout: 100_000 });
});

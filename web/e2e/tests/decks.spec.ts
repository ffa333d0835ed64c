import { expect } from "@playwright/test";
import { atTable, newUser, PHONE, shot, test } from "../player.js";

test("a deck is judged while it is built, saved and played", async ({ browser }) => {
  const { page, complaints } = await newUser(browser);
  const refused: string[] = [];
  page.on("response", (answer) => answer.status() >= 400 && refused.push(`${answer.status()} ${answer.url()}`));
  await page.goto("/decks");
  await shot(page, "decks");
  const first = page
    .getByRole("region", { name: "Starter decks" })
    .getByRole("link")
    .filter({ hasText: "Pocket" })
    .first();
  await expect(first, "every starter deck says what it is about").toContainText(/[a-z]\.\s*$/);
  const about = (await first.innerText()).trim().split("\n").at(-1)!;
  await first.click();
  await expect(page.getByRole("region", { name: "Deck list" })).toContainText(about);
  await page.getByRole("button", { name: "Copy and edit" }).click();
  const verdict = page.getByRole("status").filter({ hasText: /playable|played|Checking/ });
  await expect(verdict).toContainText("can be played");

  await page
    .getByRole("button", { name: /^Remove one /, disabled: false })
    .first()
    .click();
  await expect(verdict).toContainText("Not playable yet");
  await expect(verdict.locator("li").first()).toContainText(/20|19/);
  await expect(page.getByRole("button", { name: "Save" })).toBeDisabled();
  await page.getByLabel("Search cards").fill("a");
  const more = page.getByRole("region", { name: "Cards", exact: true }).getByRole("button", { name: /^Add one / });
  for (let i = 0; i < 3; i++) await more.first().click();
  await expect(verdict).toContainText("Not playable yet");
  await shot(page, "deck-errors");

  await page.goBack();
  await page.goForward();
  await page.getByRole("button", { name: "Copy and edit" }).click();
  await page.getByLabel("Name").fill("My own twenty");
  await expect(verdict).toContainText("can be played");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page).not.toHaveURL(/starter|pocket-/);
  await page.goto("/decks");
  await expect(page.getByRole("region", { name: "Your decks" })).toContainText("My own twenty");
  await shot(page, "decks-own");

  await page.goto("/decks");
  await page.getByRole("region", { name: "Your decks" }).getByRole("link").first().click();
  await page.getByRole("button", { name: "Draw a sample hand" }).click();
  await expect(page.getByRole("list", { name: "Sample hand" }).getByRole("listitem")).toHaveCount(5);
  await page.getByText("Text", { exact: true }).click();
  const text = page.getByLabel("Deck as text");
  await expect(text).toHaveValue(/^Deck: My own twenty\nRules: pocket\n/);
  const written = await text.inputValue();
  await text.fill(`${written}\n2 Nobody At All`);
  await page.getByRole("button", { name: "Use this text" }).click();
  await expect(page.getByRole("alert")).toContainText("Nobody At All");
  await text.fill(written);
  await page.getByRole("button", { name: "Use this text" }).click();
  await expect(page.getByRole("alert")).toHaveCount(0);
  await page.getByLabel("Stage").selectOption("stage_2");
  await expect(page.getByRole("status").filter({ hasText: /^\d+ cards?$/ })).toBeVisible();
  await shot(page, "deck-tools");

  await page.goto("/play");
  await page.locator("section").getByText("My own twenty").click();
  await expect(page.getByRole("radio", { name: /My own twenty/ })).toBeChecked();
  await shot(page, "new-game");
  await page.getByRole("button", { name: "Play", exact: true }).click();
  await atTable(page);

  await page.goto("/decks");
  await page.getByRole("button", { name: "Delete My own twenty" }).click();
  await page.getByRole("button", { name: "Really delete" }).click();
  await expect(page.getByText("My own twenty")).toHaveCount(0);
  expect(complaints).toEqual([]);
  expect(refused, "an incomplete deck is no error in the console").toEqual([]);
});

for (const [device, options] of [
  ["desktop", {}],
  ["phone", PHONE],
] as const) {
  test(`no name is cut on the cards of the starter decks (${device})`, async ({ browser }) => {
    const { page } = await newUser(browser, options);
    await page.goto("/decks");
    const links = page.getByRole("region", { name: "Starter decks" }).getByRole("link");
    await expect(links.first()).toBeVisible();
    const decks = await links.evaluateAll((all) => all.map((link) => link.getAttribute("href")!));
    expect(decks.length).toBeGreaterThan(10);
    for (const deck of decks) {
      await page.goto(deck);
      const names = page.getByRole("region", { name: "Cards of the deck" }).locator(".face .name");
      await expect(names.first()).toBeVisible();
      const cut = await names.evaluateAll((all) =>
        all.filter((name) => name.scrollWidth > name.clientWidth).map((name) => name.textContent),
      );
      expect(cut, deck).toEqual([]);
    }
  });
}

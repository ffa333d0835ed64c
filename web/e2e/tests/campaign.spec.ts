import type { Menagerie } from "@menagerie/client";
import { expect, type Page } from "@playwright/test";
import { atTable, guest, newUser, operator, shot, signIn, starter, test } from "../player.js";

/** Wins against an opponent of the campaign: an operator ends the game with the opponent as the loser. */
async function beat(client: Menagerie, opponent: string): Promise<void> {
  const { game_id } = await client.playCampaign(opponent, await starter(client));
  await operator(`/admin/games/${game_id}/end?loser=1`);
  const status = async (): Promise<string | undefined> =>
    (await client.campaign()).opponents.find((one) => one.id === opponent)?.status;
  await expect.poll(status).toBe("beaten");
}

/** The color of the first player's cards that lie face down in the deck. */
function backOf(page: Page): Promise<string> {
  const card = page.locator('.rows[data-seat="0"] .back').first();
  return card.evaluate((element) => getComputedStyle(element).backgroundColor);
}

test("a title and a card back that were won are worn in the profile and on the table, for everybody", async ({
  browser,
}) => {
  const { client, store } = await guest("Winner Wanda");
  const { page, complaints } = await newUser(browser);
  await signIn(page, store);
  await page.goto("/account");
  await expect(page.getByRole("heading", { name: "Winner Wanda" })).toBeVisible();
  await expect(page.getByText("Lane Walker")).toHaveCount(0);

  await beat(client, "pip");
  await beat(client, "marla");
  await page.goto("/campaign");
  await page.getByLabel("Worn title").selectOption("Lane Walker");
  await expect(page.getByText("Others see it from now on.")).toBeVisible();
  await page.getByLabel("Card back").selectOption("Lantern");
  await expect.poll(async () => (await client.wornRewards(client.user!.id)).card_back?.id).toBe("lantern");
  await page.goto("/account");
  await expect(page.getByText("Lane Walker")).toBeVisible();

  const opponent = { kind: "bot" as const, bot: "random" };
  const game = await client.createGame({ deck_id: await starter(client), rules_config: "pocket", opponent });
  const { page: watcher } = await newUser(browser);
  await signIn(watcher, (await guest("Onlooker Otto")).store);
  for (const [viewer, path] of [
    [page, "play"],
    [watcher, "watch"],
  ] as const) {
    await viewer.goto(`/${path}/${game.game_id}`);
    await atTable(viewer);
    await expect(viewer.getByText("Lane Walker")).toBeVisible();
    await expect.poll(() => backOf(viewer)).toBe("rgb(122, 74, 30)");
  }
  await shot(page, "worn");
  expect(complaints).toEqual([]);
});

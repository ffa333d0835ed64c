import type { Menagerie } from "@menagerie/client";
import { expect, type Browser, type Page } from "@playwright/test";
import { barriers } from "../axe.js";
import { guest, newUser, playUntil, shot, sit, starter, test } from "../player.js";

/** A page at the table of a game against a person with a program. */
async function duel(
  browser: Browser,
  name: string,
  timer: object,
): Promise<{ page: Page; other: Menagerie; game: string }> {
  const { page } = await newUser(browser);
  const { client, store } = await guest(name);
  const { client: other } = await guest("Rival Ruth");
  const rules = { preset: "pocket", timer };
  const created = await client.createGame({ deck_id: await starter(client), rules_config: rules });
  await other.joinGame(created.game_id, await starter(other), created.invite_code);
  await sit(page, store, created.game_id);
  return { page, other, game: created.game_id };
}

test("an opponent who leaves has a countdown, and then the game can be claimed", async ({ browser }) => {
  const timer = { turn_ms: 600_000, absence_ms: 4_000, grace_ms: 0, timeouts_before_loss: 0 };
  const { page, other, game } = await duel(browser, "Waiting Wanda", timer);
  const session = other.play(game, { transports: ["websocket"] });
  await session.ready();
  session.close();

  const countdown = page.getByText("Rival Ruth has left and has this long to come back:");
  await playUntil(page, () => countdown.isVisible());
  await expect(page.getByText("Rival Ruth is gone. You may claim the game, or wait.")).toBeVisible({ timeout: 30_000 });
  expect(await barriers(page, "light")).toEqual([]);
  await shot(page, "claim");
  await page.getByRole("button", { name: "Claim the win" }).click();

  await expect(page.getByRole("dialog", { name: "Result" })).toContainText("A player left");
});

test("players say fixed things, mute and report each other", async ({ browser }) => {
  const { page, other, game } = await duel(browser, "Talking Tom", {});
  const session = other.play(game, { transports: ["websocket"] });
  await session.ready();
  const heard: string[] = [];
  session.on("emote", ({ emote }) => heard.push(emote));

  await page.getByRole("button", { name: "Say …" }).click();
  const dialog = page.getByRole("dialog", { name: "Say something" });
  expect(await barriers(page, "light")).toEqual([]);
  await shot(page, "emotes");
  await dialog.getByRole("button", { name: "Nice move!" }).click();
  await expect.poll(() => heard).toEqual(["nice_move"]);

  await session.emote("thanks");
  await expect(page.getByText("Rival Ruth: “Thank you!”")).toBeVisible();

  await page.getByRole("button", { name: "Say …" }).click();
  const mute = dialog.getByLabel("Mute Rival Ruth");
  await mute.check();
  await expect(mute).toBeEnabled();
  await dialog.getByText("Report Rival Ruth").click();
  await dialog.getByLabel("Reason").selectOption("abuse");
  await dialog.getByLabel("What happened (optional)").fill("Much too friendly.");
  await dialog.getByRole("button", { name: "Send the report" }).click();
  await expect(dialog.getByText("The operators will look at it.")).toBeVisible();
  await dialog.getByRole("button", { name: "Close" }).click();
  await session.emote("oops");
  await session.emote("good_game");
  await expect(page.getByText("Rival Ruth: “Thank you!”")).toBeHidden({ timeout: 10_000 });
  await expect(page.getByText(/Oops|Good game/)).toHaveCount(0);
  session.close();
});

test("players write to each other where the house has chat", async ({ browser }) => {
  const { page, other, game } = await duel(browser, "Writing Wim", {});
  const session = other.play(game, { transports: ["websocket"] });
  await session.ready();
  const heard: string[] = [];
  session.on("chat", ({ text }) => heard.push(text));

  await page.getByRole("button", { name: "Say …" }).click();
  const dialog = page.getByRole("dialog", { name: "Say something" });
  const line = dialog.getByLabel("Write something");
  await line.fill("  Have fun,   <b>Ruth</b>! 🦊");
  await line.press("Enter");
  await expect.poll(() => heard).toEqual(["Have fun, <b>Ruth</b>! 🦊"]);
  await expect(dialog.getByRole("log")).toContainText("Have fun, <b>Ruth</b>! 🦊");
  await expect(line).toHaveValue("");
  await session.say("You too!");
  await expect(dialog.getByRole("log")).toContainText("You too!");
  expect(await barriers(page, "light")).toEqual([]);
  await shot(page, "chat");
  await dialog.getByRole("button", { name: "Close" }).click();
  await session.say("A fine move.");
  await expect(page.getByText("Rival Ruth: “A fine move.”")).toBeVisible();

  await page.reload();
  await page.getByRole("button", { name: "Say …" }).click();
  await expect(dialog.getByRole("listitem")).toHaveText([/Have fun/, /You too!/, /A fine move\./]);
  session.close();
});

test("a player in two games is told of the other one", async ({ browser }) => {
  const { page, other, game } = await duel(browser, "Busy Bea", {});
  const second = await duel(browser, "Bystander", {});
  await page.goto("/rulebook");
  // The same user in the lobby: whichever player acts first in setup, it becomes Bea's turn when the rival has placed.
  const session = other.play(game, { transports: ["websocket"] });
  const state = await session.ready();
  if (state.legal_actions.length > 0) {
    for await (const turn of session.turns()) {
      await session.act(turn.legal_actions.at(-1)!);
      if ((session.state?.legal_actions.length ?? 0) === 0) break;
    }
    await expect(page.getByText(/It is your turn in another game/)).toBeVisible();
  }
  await page.goto("/");
  await expect(page.getByRole("link", { name: "Continue" })).toBeVisible();
  session.close();
  await second.page.close();
});

import { fileURLToPath } from "node:url";
import { expect } from "@playwright/test";
import { arriveWhen, newUser, shot, test } from "../player.js";

/** The picture of the README; `MENAGERIE_README=1 npm run e2e -- readme.spec.ts` renews it. */
const PICTURE = fileURLToPath(new URL("../../../docs/images/table.jpg", import.meta.url));

test("a table in the middle of a game looks as the README shows it", async ({ browser }) => {
  const { page, complaints } = await newUser(browser);
  await page.setViewportSize({ width: 1120, height: 700 });
  await arriveWhen(
    page,
    "Ada",
    "standard",
    (state) => (state.turn?.number ?? 0) >= 7 && state.players.every((player) => (player?.bench.length ?? 0) >= 2),
  );
  await expect(page.locator(".held").first()).toBeVisible();
  await shot(page, "table");
  if (process.env["MENAGERIE_README"]) {
    await page.screenshot({ path: PICTURE, type: "jpeg", quality: 80 });
  }
  expect(complaints).toEqual([]);
});

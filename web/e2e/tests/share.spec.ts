import { expect, type Page } from "@playwright/test";
import { isOver, newUser, playUntil, resign, seat, test, turnOf } from "../player.js";

interface Sheet {
  shared: ShareData[];
}

/** A system with a share sheet, which keeps what it is given; the person closes it if `closed`. */
async function withSheet(page: Page, closed = false): Promise<void> {
  await page.addInitScript((refuse) => {
    const sheet = window as unknown as Sheet;
    sheet.shared = [];
    Object.defineProperty(navigator, "share", {
      value: (data: ShareData) => {
        sheet.shared.push(data);
        return refuse ? Promise.reject(new DOMException("closed", "AbortError")) : Promise.resolve();
      },
    });
  }, closed);
}

function shared(page: Page): Promise<ShareData[]> {
  return page.evaluate(() => (window as unknown as Sheet).shared);
}

test("an invitation is shared by the system's sheet, and closing the sheet is no failure", async ({ browser }) => {
  const { page, complaints } = await newUser(browser);
  await withSheet(page, true);
  await page.goto("/");
  await page.getByLabel("Your name").fill("Sharer Sam");
  await page.getByRole("link", { name: /Invite a friend/ }).click();
  await page.getByRole("button", { name: "Open the game" }).click();
  const link = page.getByLabel("Invite link");
  await expect(link).toHaveValue(/\/join\//);
  await page.getByRole("button", { name: /^Share/ }).click();
  await expect
    .poll(() => shared(page))
    .toEqual([
      { title: "Menagerie", text: expect.stringMatching(/\S/) as unknown as string, url: await link.inputValue() },
    ]);
  await expect(page.getByRole("alert")).toHaveCount(0);
  expect(complaints).toEqual([]);
});

test("a replay is shared by the system's sheet where it stands", async ({ browser }) => {
  const { page, complaints } = await newUser(browser);
  await withSheet(page);
  await seat(page, "Sharer Sue", "pocket");
  await playUntil(page, async () => (await turnOf(page)) >= 1 || (await isOver(page)));
  if (!(await isOver(page))) await resign(page);
  await page.goto("/history");
  await page.getByRole("link", { name: "Replay" }).first().click();
  await page.getByRole("button", { name: "Next action" }).click();
  await page.getByRole("button", { name: /^Share/ }).click();
  await expect.poll(() => shared(page)).toHaveLength(1);
  expect((await shared(page))[0]?.url).toBe(page.url());
  expect(page.url()).toContain("?at=");
  expect(complaints).toEqual([]);
});

import { expect } from "@playwright/test";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { barriers } from "../axe.js";
import { atTable, baseUrl, newUser, resign, seat, shot, test } from "../player.js";

/** A page of another origin with a frame. */
function pageWithFrame(source: string): Promise<Server> {
  const html = `<!doctype html><html lang="en"><title>A blog</title><h1>A blog</h1>
    <iframe title="Replay" width="1000" height="680" src="${source}"></iframe></html>`;
  const server = createServer((_, response) => response.setHeader("content-type", "text/html").end(html));
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

test("a page of another origin shows a replay in a frame, and no other page", async ({ browser, request }) => {
  const { page } = await newUser(browser);
  const client = await seat(page, "Shown elsewhere", "pocket");
  await atTable(page);
  await resign(page);
  await expect(page.getByRole("dialog", { name: "Result" })).toBeVisible();
  const game = (await client.history()).items[0]!.game_id;

  const policyOf = async (path: string): Promise<string> => {
    const answer = await request.get(baseUrl() + path, { headers: { accept: "text/html" } });
    return answer.headers()["content-security-policy"] ?? "";
  };
  test.skip((await policyOf("/embed/replays/x")).endsWith("'none'"), "the server of MENAGERIE_URL allows no frames");
  expect(await policyOf("/embed/replays/x")).toContain("frame-ancestors *");
  expect(await policyOf(`/replay/${game}`)).toContain("frame-ancestors 'none'");

  const blog = await pageWithFrame(`${baseUrl()}/embed/replays/${game}?at=2`);
  const { page: reader } = await newUser(browser);
  await reader.goto(`http://127.0.0.1:${(blog.address() as AddressInfo).port}/`);
  const frame = reader.frameLocator("iframe");
  await expect(frame.getByRole("region", { name: "Table" })).toBeVisible();
  await expect(frame.getByRole("navigation")).toHaveCount(0);
  await expect(frame.getByRole("button", { name: "Play", exact: true })).toBeVisible();
  const next = frame.getByRole("button", { name: "Previous action" });
  if (await next.isEnabled()) await next.click();
  await expect(frame.getByRole("link", { name: "Open in Menagerie" })).toHaveAttribute(
    "href",
    new RegExp(`/replay/${game}`),
  );
  await shot(reader, "embedded-replay");
  blog.closeAllConnections();
  blog.close();

  // Nothing of the viewer stays on the device, and the page itself has no barriers.
  await reader.goto(`${baseUrl()}/embed/replays/${game}`);
  await expect(reader.getByRole("region", { name: "Table" })).toBeVisible();
  expect(await reader.evaluate(() => localStorage.getItem("menagerie.credentials"))).toBeNull();
  expect(await barriers(reader, "light")).toEqual([]);
});

import { expect } from "@playwright/test";
import { Menagerie } from "@menagerie/client";
import { spawn, type ChildProcess } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { newUser, shot, test } from "../player.js";
import { freePort, startServer } from "../server.js";

const NGINX = ["/usr/sbin/nginx", "/usr/bin/nginx", "/opt/homebrew/bin/nginx"].find((path) => existsSync(path));

test.skip(NGINX === undefined && process.env["CI"] !== "true", "there is no nginx");

/** An nginx that serves the server below a path and removes the path, as docs/page.md describes it. */
async function nginx(folder: string, port: number, prefix: string, server: string): Promise<ChildProcess> {
  const file = join(folder, "nginx.conf");
  writeFileSync(
    file,
    `daemon off; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
events {}
http {
  access_log off;
  client_body_temp_path ${folder}/body; proxy_temp_path ${folder}/proxy; fastcgi_temp_path ${folder}/fastcgi;
  uwsgi_temp_path ${folder}/uwsgi; scgi_temp_path ${folder}/scgi;
  map $http_upgrade $connection_upgrade { default upgrade; '' close; }
  server {
    listen 127.0.0.1:${port};
    location = /favicon.ico { return 204; }
    location ${prefix}/ {
      proxy_pass ${server}/;
      proxy_http_version 1.1;
      proxy_set_header Host $http_host;
      proxy_set_header Upgrade $http_upgrade;
      proxy_set_header Connection $connection_upgrade;
    }
  }
}`,
  );
  const child = spawn(NGINX ?? "nginx", ["-e", `${folder}/error.log`, "-p", folder, "-c", file], { stdio: "inherit" });
  await expect(async () => {
    expect((await fetch(`http://127.0.0.1:${port}${prefix}/health/ready`)).status).toBe(200);
  }).toPass({ timeout: 30_000 });
  return child;
}

test("behind nginx the page and the client work below a path", async ({ browser }) => {
  test.setTimeout(180_000);
  const folder = mkdtempSync(join(tmpdir(), "menagerie-nginx-"));
  const port = await freePort();
  const publicUrl = `http://127.0.0.1:${port}/cards/menagerie`;
  const server = await startServer("prefix.log", "--public-url", publicUrl);
  const proxy = await nginx(folder, port, "/cards/menagerie", server.url);
  try {
    const { page, complaints } = await newUser(browser, {}, "instant");
    await page.goto(`${publicUrl}/`);
    await page.getByRole("button", { name: "Play a quick game" }).click();
    await expect(page.getByRole("region", { name: "Table" })).toBeVisible();
    expect(page.url()).toContain(`${publicUrl}/play/`);
    await page.reload();
    await expect(page.getByRole("region", { name: "Table" })).toBeVisible();
    await shot(page, "below-a-path");
    for (const path of ["/lobby", "/decks", "/history"]) {
      const answer = await page.goto(publicUrl + path);
      expect(answer?.status(), path).toBe(200);
      await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
    }
    expect(complaints).toEqual([]);
    await page.goto(`${publicUrl}/docs`);
    await page.getByRole("link", { name: "Try the calls" }).click();
    await page.getByRole("button", { name: "Sign in as a guest" }).click();
    await expect(page.getByText(/^Signed in as /)).toBeVisible();

    const client = new Menagerie(publicUrl);
    await client.signInAsGuest("Below");
    const deck = (await client.decks()).find((one) => one.starter && one.rules === "pocket")!;
    const opponent = { kind: "bot", bot: "random" } as const;
    const { game_id } = await client.createGame({ deck_id: deck.id, rules_config: "pocket", opponent });
    const session = client.play(game_id, { transports: ["websocket"] });
    for await (const state of session.turns()) {
      await session.act(state.legal_actions[0]!);
      break;
    }
    session.close();
    expect((await fetch(`${publicUrl}/sdk/menagerie-client.tgz`)).status).toBe(200);
  } finally {
    proxy.kill();
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  }
});

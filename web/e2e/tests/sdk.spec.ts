import { expect, test } from "@playwright/test";
import { Menagerie, memoryStore, type GameSession, type GameState } from "@menagerie/client";
import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { exampleStateOf, typesOf } from "../../sdk/scripts/types.mjs";
import { baseUrl } from "../player.js";
import { Tunnel } from "../tunnel.js";

const here = dirname(fileURLToPath(import.meta.url));

async function guest(name: string): Promise<Menagerie> {
  const client = new Menagerie(baseUrl());
  await client.signInAsGuest(name);
  return client;
}

async function pocketDeck(client: Menagerie): Promise<string> {
  const deck = (await client.decks()).find((one) => one.starter && one.rules === "pocket");
  if (!deck) throw new Error("no pocket starter");
  return deck.id;
}

async function seated(): Promise<{ client: Menagerie; session: GameSession }> {
  const client = await guest("Seated");
  const { game_id } = await client.createGame({
    deck_id: await pocketDeck(client),
    rules_config: "pocket",
    opponent: { kind: "bot", bot: "random" },
  });
  const session = client.play(game_id);
  await session.ready();
  return { client, session };
}

test("the thirty lines of the readme play a whole game", async () => {
  const readme = readFileSync(join(here, "../../sdk/README.md"), "utf8");
  const code = /```js\n([\s\S]*?)```/.exec(readme)?.[1];
  if (!code) throw new Error("the readme has no program");
  expect(code.split("\n").filter((line) => line.trim()).length).toBeLessThanOrEqual(32);
  const folder = join(here, "../dist");
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "thirty-lines.mjs");
  writeFileSync(file, code);
  const run = spawnSync(process.execPath, [file], {
    env: { ...process.env, MENAGERIE_URL: baseUrl() },
    encoding: "utf8",
    timeout: 120_000,
  });
  expect(run.stderr).toBe("");
  expect(run.stdout).toMatch(/(won|lost) by \w+/);
  expect(run.status).toBe(0);
});

interface LockedPackage {
  version: string;
  dependencies?: Record<string, string>;
}

/** The lock of a project that has `name`, as `web/package-lock.json` pins it: npm then needs no answers of a registry. */
function lockOf(name: string): object {
  const lock = JSON.parse(readFileSync(join(here, "../../package-lock.json"), "utf8")) as {
    packages: Record<string, LockedPackage>;
  };
  const packages: Record<string, LockedPackage> = {};
  const add = (one: string): void => {
    const path = `node_modules/${one}`;
    const found = lock.packages[path];
    if (!found || packages[path]) return;
    packages[path] = found;
    Object.keys(found.dependencies ?? {}).forEach(add);
  };
  add(name);
  const dependencies = { [name]: packages[`node_modules/${name}`]!.version };
  return { lockfileVersion: 3, packages: { "": { dependencies }, ...packages } };
}

test("the package that the server offers installs as the readme says, and plays", async () => {
  const readme = readFileSync(join(here, "../../sdk/README.md"), "utf8");
  const command = /npm install http:\/\/\S+(\/sdk\/\S+)/.exec(readme)?.[1] ?? "the readme has no command";
  const folder = mkdtempSync(join(tmpdir(), "menagerie-install-"));
  const lock = lockOf("socket.io-client") as { packages: { "": object } };
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, ...lock.packages[""] }));
  writeFileSync(join(folder, "package-lock.json"), JSON.stringify(lock));
  const install = ["install", `${baseUrl()}${command}`, "--prefer-offline", "--no-audit", "--no-fund"];
  execFileSync("npm", install, { cwd: folder, stdio: "pipe" });
  const program = `
    import { Menagerie, Refused } from "@menagerie/client";
    import { FakeTable } from "@menagerie/client/testing";
    const client = new Menagerie(${JSON.stringify(baseUrl())});
    const { name } = await client.signInAsGuest("Installed");
    const table = new FakeTable();
    const session = table.session();
    await session.ready();
    table.refuseNext("busy");
    console.log([name, (await client.cards()).length > 0, session.status, typeof Refused].join(" "));
    session.close();`;
  const run = ["--input-type=module", "-e", program];
  expect(execFileSync(process.execPath, run, { cwd: folder, encoding: "utf8" }).trim()).toBe(
    "Installed true connected function",
  );
  rmSync(folder, { recursive: true, force: true });
});

test("patches lead to the same state as asking for it whole", async () => {
  const { client, session } = await seated();
  const first = session.state!.event_id;
  const told: number[] = [];
  session.on("commit", ({ commit }) => told.push(commit.event_id));
  let moves = 0;
  for await (const state of session.turns()) {
    await session.act(state.legal_actions[moves % state.legal_actions.length]!);
    if (++moves >= 25) break;
  }
  expect(told, "every commit was told, in order").toEqual(told.map((_, i) => first + 1 + i));
  await expect
    .poll(() => session.state?.status === "finished" || (session.state?.legal_actions.length ?? 0) > 0)
    .toBe(true);
  const followed = session.state;
  session.close();
  const fresh = client.play(followed!.game_id, { sync: "full" });
  const whole = await fresh.ready();
  fresh.close();
  expect(comparable(followed!)).toEqual(comparable(whole));
});

/** A rejoin may give the one who came back more time, which is a commit of its own. */
function comparable(state: GameState): unknown {
  return { ...state, event_id: 0, turn: state.turn && { ...state.turn, deadline: null } };
}

test("a client that wants no events and no legal actions gets none, and the same state", async () => {
  const { client, session } = await seated();
  const { value: turn } = await session.turns().next();
  const action = (turn as GameState).legal_actions[0]!;
  session.close();
  const plain = client.play(session.gameId, { events: false, legalActions: false });
  expect((await plain.ready()).legal_actions).toEqual([]);
  const acted = await plain.act(action);
  expect("events" in acted && acted.events).toEqual([]);
  plain.close();
});

test("full mode tells the same story", async () => {
  const client = await guest("Whole");
  const { game_id } = await client.createGame({
    deck_id: await pocketDeck(client),
    rules_config: "pocket",
    opponent: { kind: "bot", bot: "random" },
  });
  const session = client.play(game_id, { sync: "full", transports: ["websocket"] });
  const versions: number[] = [];
  session.on("commit", ({ commit }) => versions.push(commit.event_id));
  let moves = 0;
  for await (const state of session.turns()) {
    await session.act(state.legal_actions[0]!);
    if (++moves >= 15) break;
  }
  session.close();
  expect(versions.length).toBeGreaterThan(5);
  versions.forEach((version, i) => expect(version).toBe(versions[0]! + i));
});

test("the types are those of this server's documents", async () => {
  const kept = readFileSync(join(here, "../../sdk/src/wire.ts"), "utf8");
  expect(await typesOf(baseUrl()), "out of date: npm run types -w sdk -- URL").toBe(kept);
  const example = readFileSync(join(here, "../../sdk/src/example-state.ts"), "utf8");
  expect(await exampleStateOf(baseUrl()), "out of date: npm run types -w sdk -- URL").toBe(example);
});

test("a cut line is taken up again where it broke, and a lost answer is asked for again", async () => {
  const witness = await guest("Witness");
  const tunnel = await Tunnel.to(baseUrl());
  const client = new Menagerie(tunnel.url);
  await client.signInAsGuest("Cut off");
  const { game_id } = await client.createGame({
    deck_id: await pocketDeck(client),
    rules_config: "pocket",
    opponent: { kind: "bot", bot: "random" },
  });
  const session = client.play(game_id, { transports: ["websocket"] });
  const statuses: string[] = [];
  session.on("connection", (status) => statuses.push(status));
  const commits: number[] = [];
  session.on("commit", ({ commit }) => commits.push(commit.event_id));
  session.on("state", ({ missed, resync }) => {
    expect(resync).toBe(false);
    commits.push(...missed.map((commit) => commit.event_id));
  });
  const moments = session.turns();
  const first = (await moments.next()).value as GameState;
  tunnel.deaf = true;
  const acted = session.act(first.legal_actions[0]!, { expectedEventId: first.event_id });
  // The action takes effect, as another connection sees.
  await expect.poll(async () => (await witness.game(game_id)).event_id).toBeGreaterThan(first.event_id);
  tunnel.cut();
  tunnel.deaf = false;
  expect((await acted).event_id).toBe(first.event_id + 1);
  await moments.next();
  expect(statuses).toEqual(["connected", "reconnecting", "connected"]);
  expect(commits, "every commit once, in order").toEqual(commits.map((_, i) => first.event_id + 1 + i));
  session.close();
  tunnel.close();
});

test("a session goes on with a renewed token", async () => {
  const store = memoryStore();
  const client = new Menagerie(baseUrl(), { store });
  await client.signInAsGuest("Long evening");
  const { game_id } = await client.createGame({
    deck_id: await pocketDeck(client),
    rules_config: "pocket",
    opponent: { kind: "bot", bot: "random" },
  });
  const session = client.play(game_id);
  await session.ready();
  const before = store.load()?.refresh_token;
  await client.renew();
  expect(store.load()?.refresh_token).not.toBe(before);
  const { value } = await session.turns().next();
  await session.act((value as GameState).legal_actions[0]!);
  expect(session.status).toBe("connected");
  await expect.poll(() => session.quality.rtt_ms).toBeDefined();
  session.close();
});

test("two guests play by code, resign and replay", async () => {
  const [host, visitor] = [await guest("Host"), await guest("Visitor")];
  const created = await host.createGame({ deck_id: await pocketDeck(host), rules_config: "pocket" });
  expect(created).toMatchObject({ status: "waiting", invite_code: expect.any(String) });
  await expect(visitor.joinGame(created.game_id, await pocketDeck(visitor), "wrong")).rejects.toMatchObject({
    status: 404,
  });
  await visitor.joinGame(created.game_id, await pocketDeck(visitor), created.invite_code);
  const table = host.play(created.game_id);
  await table.ready();
  const over = table.once("game_over");
  await table.resign();
  expect((await over).end_reason).toBe("resigned");
  table.close();
  expect((await host.history()).items[0]).toMatchObject({ game_id: created.game_id, end_reason: "resigned" });
  expect(await host.verifyReplay(created.game_id)).toMatchObject({ ok: true, commitment_ok: true });
  const frames = [];
  for await (const frame of visitor.replayFrames(created.game_id)) frames.push(frame);
  expect(frames[0]?.state).toBeDefined();
});

test("refusals have codes", async () => {
  const { session } = await seated();
  await expect(session.act({ type: "attack", attack_index: 9 })).rejects.toMatchObject({ name: "Refused" });
  const stranger = await guest("Stranger");
  const door = stranger.play(session.gameId);
  await expect(door.ready()).rejects.toMatchObject({ name: "SessionClosed" });
  session.close();
});

test("a name is registered, signed out and in again", async () => {
  const client = new Menagerie(baseUrl());
  const name = `Reg${Date.now() % 1_000_000}`;
  await client.register(name, "correct horse battery");
  await client.renew();
  await client.logout();
  expect(client.user).toBeUndefined();
  await expect(client.login(name, "wrong wrong wrong")).rejects.toMatchObject({ status: 401 });
  expect((await client.login(name, "correct horse battery")).name).toBe(name);
});

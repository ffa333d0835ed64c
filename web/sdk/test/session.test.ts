import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Menagerie, memoryStore, Refused, SessionClosed, type GameSession, type SessionEvents } from "../src/index.js";
import { FakeServer, until } from "./fake-server.js";

let server: FakeServer;
let client: Menagerie;
let session: GameSession | undefined;

beforeEach(async () => {
  server = await FakeServer.open();
  client = new Menagerie(server.url);
  await client.signInAsGuest("Ada");
});

afterEach(async () => {
  session?.close();
  session = undefined;
  await server.close();
});

async function openTable(): Promise<GameSession> {
  session = client.play("g");
  await session.ready();
  return session;
}

describe("a session", () => {
  it("joins and has the state", async () => {
    const table = await openTable();
    expect(table.state?.event_id).toBe(0);
    expect(table.status).toBe("connected");
    expect(server.messages("game:join")[0]).toMatchObject({ game_id: "g", sync: "delta" });
  });

  it("gets all earlier commits with the first state when it asks for the history", async () => {
    server.commit("them");
    server.commit("me");
    session = client.play("g", { history: true });
    const { missed, resync } = await session.once("state");
    expect(missed.map((commit) => commit.event_id)).toEqual([1, 2]);
    expect(resync).toBe(false);
  });

  it("applies the commits of others from patches", async () => {
    const table = await openTable();
    const commits: SessionEvents["commit"][] = [];
    table.on("commit", (commit) => commits.push(commit));
    server.opponentActs();
    server.opponentActs();
    await until(() => commits.length === 2);
    expect(commits.map(({ commit }) => commit.player_id)).toEqual(["them", "them"]);
    expect(commits.map(({ state }) => state.players[0]?.points)).toEqual([1, 2]);
    expect(table.state?.event_id).toBe(2);
  });

  it("applies its own action before the promise resolves", async () => {
    const table = await openTable();
    const reply = await table.act({ type: "pass" });
    expect(reply.event_id).toBe(1);
    expect(table.state?.players[0]?.points).toBe(1);
    expect(table.unanswered).toBe(0);
  });

  it("joins again after a gap", async () => {
    const table = await openTable();
    server.commit("them");
    const replaced = table.once("state");
    server.opponentActs();
    const { missed, resync } = await replaced;
    expect(missed.map((commit) => commit.event_id)).toEqual([1, 2]);
    expect(resync).toBe(false);
    expect(server.messages("game:join").at(-1)).toMatchObject({ last_event_id: 0, epoch: 1 });
    expect(table.state?.event_id).toBe(2);
  });

  it("ignores a state it already has", async () => {
    const table = await openTable();
    let replaced = 0;
    table.on("state", () => replaced++);
    server.send("game:state", { kind: "full", state: server.state(), resync: true });
    server.opponentActs();
    await table.once("commit");
    expect(replaced).toBe(0);
  });

  it("reconnects after a break and receives the missed commits", async () => {
    const table = await openTable();
    const statuses: string[] = [];
    table.on("connection", (status) => statuses.push(status));
    const replaced = table.once("state");
    server.dropConnections();
    server.commit("them");
    const { missed } = await replaced;
    expect(missed.map((commit) => commit.event_id)).toEqual([1]);
    expect(statuses).toEqual(["reconnecting", "connected"]);
  });

  it("gets the state without missed commits after the game was restored", async () => {
    await openTable();
    const replaced = session!.once("state");
    server.epoch = 2;
    server.commit("them");
    server.dropConnections();
    expect(await replaced).toMatchObject({ resync: true, missed: [] });
    expect(session!.state?.epoch).toBe(2);
  });

  it.each(["drop", "commit-then-drop"] as const)(
    "sends an unanswered action again under the same id (%s)",
    async (behaviour) => {
      const table = await openTable();
      server.nextAction = behaviour;
      const reply = await table.act({ type: "pass" });
      expect(reply.event_id).toBe(1);
      const ids = server.messages("game:action").map((message) => message["message_id"]);
      expect(ids).toHaveLength(2);
      expect(new Set(ids).size).toBe(1);
      expect(server.version).toBe(1);
      expect(table.state?.event_id).toBe(1);
    },
  );

  it("tries again while the server is busy, under the same id", async () => {
    const table = await openTable();
    server.nextAction = "busy";
    await table.act({ type: "pass" });
    expect(new Set(server.messages("game:action").map((message) => message["message_id"])).size).toBe(1);
    expect(server.messages("game:action")).toHaveLength(2);
  });

  it("reports why an action was refused", async () => {
    const table = await openTable();
    server.nextAction = "refuse";
    const failure = await table.act({ type: "pass" }).catch((problem: unknown) => problem);
    expect(failure).toBeInstanceOf(Refused);
    expect(failure).toMatchObject({ code: "invalid_action", details: { rule: "energy" } });
    expect(table.state?.event_id).toBe(0);
  });

  it("has the newer state when it reports a stale version", async () => {
    const table = await openTable();
    server.nextAction = "overtaken";
    await expect(table.act({ type: "pass" }, { expectedEventId: 0 })).rejects.toMatchObject({ code: "stale_version" });
    expect(table.state?.event_id).toBe(1);
  });

  it("waits for a user who is not signed in yet", async () => {
    const visitor = new Menagerie(server.url, { store: memoryStore() });
    session = visitor.play("g");
    const closed: string[] = [];
    session.on("closed", ({ code }) => closed.push(code));
    await until(() => server.refusals === 1);
    await visitor.signInAsGuest("Eve");
    await session.ready();
    expect(closed).toEqual([]);
    expect(server.refusals).toBe(1);
  });

  it("renews a refused token although earlier attempts failed for another reason", async () => {
    server.failures = ["unavailable", "unavailable"];
    server.goodToken = "access-0";
    const table = await openTable();
    expect(table.status).toBe("connected");
    expect(server.renewals).toBe(1);
  });

  it("sends a new token before the old one expires", async () => {
    await openTable();
    server.send("auth:expiring", { expires_at: new Date().toISOString() });
    await until(() => server.messages("auth:refresh").length === 1);
    expect(server.messages("auth:refresh")[0]).toMatchObject({ token: "access-2" });
    expect(server.renewals).toBe(1);
  });

  it("renews a token that the handshake refuses", async () => {
    server.goodToken = "another";
    session = client.play("g");
    await session.ready();
    expect(server.renewals).toBe(1);
  });

  it("does not reconnect once it was replaced", async () => {
    const table = await openTable();
    const closed = table.once("closed");
    server.send("session:closed", { code: "replaced", message: "elsewhere" });
    expect(await closed).toMatchObject({ code: "replaced" });
    expect(table.status).toBe("closed");
    await expect(table.act({ type: "pass" })).rejects.toBeInstanceOf(SessionClosed);
  });

  it("reports a missing game", async () => {
    session = client.play("other");
    await expect(session.ready()).rejects.toMatchObject({ code: "game_not_found" });
  });

  it("does not retry on a server that lacks the cards of the game", async () => {
    session = client.play("cards");
    expect(await session.once("closed")).toEqual({ code: "unavailable", message: "no such cards here" });
    expect(server.messages("game:join")).toHaveLength(1);
  });

  it("measures the connection and the server's clock", async () => {
    const table = await openTable();
    await until(() => table.quality.rtt_ms !== undefined);
    expect(table.quality.level).toBe("good");
    const ahead = table.serverNow() - Date.now();
    expect(ahead).toBeGreaterThan(59_000);
    expect(ahead).toBeLessThan(61_000);
  });

  it("yields every turn once", async () => {
    const table = await openTable();
    const seen: number[] = [];
    for await (const state of table.turns()) {
      seen.push(state.event_id);
      if (seen.length === 3) break;
      await table.act(state.legal_actions[0]!);
    }
    expect(seen).toEqual([0, 1, 2]);
  });
});

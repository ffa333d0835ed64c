import { afterEach, describe, expect, expectTypeOf, it } from "vitest";
import { Refused, SessionClosed, type GameSession, type SessionOptions } from "../src/index.js";
import { exampleState, FakeTable, makePatch } from "../src/testing.js";
import { applyPatch } from "../src/patch.js";

let session: GameSession | undefined;

afterEach(() => {
  session?.close();
  session = undefined;
});

async function joined(table: FakeTable, options: SessionOptions = {}): Promise<GameSession> {
  session = table.session(options);
  await session.ready();
  return session;
}

describe("a table in memory", () => {
  it("has real sessions, which see the scripted state", async () => {
    const state = exampleState({ status: "setup", turn: null });
    const table = new FakeTable({ state });
    expect((await joined(table)).state).toEqual(state);
    expect(table.sent[0]).toMatchObject({ event: "game:join", message: { sync: "delta" } });
  });

  it.each(["delta", "full"] as const)("brings the opponent's commits, in %s mode", async (sync) => {
    const table = new FakeTable();
    const game = await joined(table, { sync });
    const told: unknown[] = [];
    game.on("commit", ({ commit, state }) => told.push([commit, state.players[1]!.points]));
    table.commit({
      action_type: "attack",
      events: [{ type: "points_scored", player: 1, points: 1 }],
      change: (state) => void (state.players[1]!.points = 1),
    });
    expect(told).toEqual([
      [
        {
          event_id: table.state.event_id,
          player_id: table.opponentId,
          action_type: "attack",
          events: [{ type: "points_scored", player: 1, points: 1 }],
        },
        1,
      ],
    ]);
    expect(game.state).toEqual(table.state);
  });

  it.each(["delta", "full"] as const)("answers the user's actions by its rules, in %s mode", async (sync) => {
    const table = new FakeTable({
      rules: (action) => {
        if (action.type === "attack")
          throw new Refused({
            code: "invalid_action",
            message: "no",
            details: { rule: "cost_not_paid", missing: ["fire"] },
          });
        return { change: { legal_actions: [] } };
      },
    });
    const game = await joined(table, { sync });
    const failure = await game.act({ type: "attack", attack_index: 0 }).catch((refused: unknown) => refused);
    expect(failure).toMatchObject({ code: "invalid_action", details: { rule: "cost_not_paid", missing: ["fire"] } });
    const acted = await game.act({ type: "pass" });
    expect(acted).toMatchObject({ event_id: table.state.event_id });
    expect(game.state).toEqual(table.state);
    expect(game.state?.legal_actions).toEqual([]);
  });

  it("refuses once when told to", async () => {
    const table = new FakeTable();
    const game = await joined(table);
    table.refuseNext("stale_version", { event_id: 99 });
    const failure = await game.act({ type: "pass" }).catch((refused: unknown) => refused as Refused);
    expect(failure).toBeInstanceOf(Refused);
    if (!(failure instanceof Refused) || !failure.is("stale_version")) throw new Error("another failure");
    expectTypeOf(failure.details.event_id).toBeNumber();
    expect(failure.details.event_id).toBe(99);
    await game.act({ type: "pass" });
  });

  it("repeats an action whose reply was lost, and it takes effect once", async () => {
    const table = new FakeTable();
    const game = await joined(table);
    const before = table.state.event_id;
    table.loseNextReply();
    expect((await game.act({ type: "pass" })).event_id).toBe(before + 1);
    expect(table.state.event_id).toBe(before + 1);
    const ids = table.sent.filter(({ event }) => event === "game:action").map(({ message }) => message.message_id);
    expect(ids).toEqual([ids[0], ids[0]]);
  });

  it("resumes with the missed commits after an interruption, and anew after a restore", async () => {
    const table = new FakeTable();
    const game = await joined(table);
    const statuses: string[] = [];
    const states: unknown[] = [];
    game.on("connection", (status) => statuses.push(status));
    game.on("state", ({ missed, resync }) => states.push({ missed: missed.length, resync }));
    table.disconnect();
    table.commit();
    table.commit();
    await table.reconnect();
    expect(states).toEqual([{ missed: 2, resync: false }]);
    await table.restore({ legal_actions: [] });
    expect(states.at(-1)).toEqual({ missed: 0, resync: true });
    expect(statuses).toEqual(["reconnecting", "connected", "reconnecting", "connected"]);
    expect(game.state).toEqual(table.state);
  });

  it("has turns, deadlines, timeouts, an end and other messages", async () => {
    const table = new FakeTable();
    const game = await joined(table);
    const told: string[] = [];
    game.on("turn_start", ({ player_id, time_limit_ms }) =>
      told.push(`${player_id === table.opponentId} ${time_limit_ms}`),
    );
    game.on("turn_timeout", ({ kind, remaining_ms }) => told.push(`${kind} ${remaining_ms}`));
    game.on("opponent", ({ status }) => told.push(status));
    game.on("game_over", ({ end_reason }) => told.push(end_reason));
    table.startTurn(table.opponentId, 30_000);
    expect(Date.parse(game.state?.turn?.deadline ?? "")).toBeGreaterThan(Date.now());
    table.turnTimeout({ kind: "warning", remaining_ms: 9_000 });
    table.send("game:opponent_connected", { player_id: table.opponentId, status: "disconnected" });
    table.end(table.userId ?? null, "prizes");
    expect(told).toEqual(["true 30000", "warning 9000", "disconnected", "prizes"]);
    expect(game.gameOver?.winner_id).toBe(table.userId);
  });

  it("leaves out events and legal actions for a client that does not want them", async () => {
    const table = new FakeTable();
    const game = await joined(table, { events: false, legalActions: false });
    expect(game.state?.legal_actions).toEqual([]);
    const next = game.once("commit");
    table.commit({ events: [{ type: "checkup_started" }] });
    expect((await next).commit.events).toEqual([]);
    expect((await game.act({ type: "pass" })) as object).toMatchObject({ events: [] });
  });

  it("yields the turns, resigns, and closes for good", async () => {
    const table = new FakeTable();
    const game = await joined(table);
    let turns = 0;
    for await (const state of game.turns()) {
      turns++;
      if (turns < 3) {
        await game.act(state.legal_actions.at(-1)!);
        table.commit({ change: { legal_actions: [{ type: "pass" }] } });
      } else await game.resign();
    }
    expect(turns).toBe(3);
    expect(game.gameOver?.end_reason).toBe("resigned");
    const closed = game.once("closed");
    session = table.session();
    expect(await closed).toMatchObject({ code: "replaced" });
    await expect(game.act({ type: "pass" })).rejects.toBeInstanceOf(SessionClosed);
  });

  it("watches as a spectator", async () => {
    const state = exampleState({ viewer: { seat: null }, legal_actions: [] });
    const table = new FakeTable({ state });
    expect((await joined(table)).mode).toBe("watch");
    expect(table.sent[0]?.event).toBe("game:spectate");
  });
});

it("a made patch leads from one document to the other", () => {
  const before = { a: [1, { b: 2 }], gone: 1, "x/y~": { z: null }, list: [1, 2] };
  const after = { a: [1, { b: 3 }], "x/y~": { z: [] }, list: [2], added: true };
  expect(applyPatch<unknown>(before, makePatch(before, after))).toEqual(after);
});

import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Menagerie, Refused, SessionClosed, type GameSession, type SessionEvents } from "../src/index.js";
import { House, until } from "./house.js";

let house: House;
let client: Menagerie;
let session: GameSession | undefined;

beforeEach(async () => {
  house = await House.open();
  client = new Menagerie(house.url);
  await client.signInAsGuest("Ada");
});

afterEach(async () => {
  session?.close();
  session = undefined;
  await house.close();
});

async function seated(): Promise<GameSession> {
  session = client.play("g");
  await session.ready();
  return session;
}

describe("a session", () => {
  it("joins and has the state", async () => {
    const table = await seated();
    expect(table.state?.event_id).toBe(0);
    expect(table.status).toBe("connected");
    expect(house.messages("game:join")[0]).toMatchObject({ game_id: "g", sync: "delta" });
  });

  it("follows what others do, by patches", async () => {
    const table = await seated();
    const commits: SessionEvents["commit"][] = [];
    table.on("commit", (commit) => commits.push(commit));
    house.opponentActs();
    house.opponentActs();
    await until(() => commits.length === 2);
    expect(commits.map(({ commit }) => commit.player_id)).toEqual(["them", "them"]);
    expect(commits.map(({ state }) => state.players[0]?.points)).toEqual([1, 2]);
    expect(table.state?.event_id).toBe(2);
  });

  it("applies its own action before the promise tells", async () => {
    const table = await seated();
    const reply = await table.act({ type: "pass" });
    expect(reply.event_id).toBe(1);
    expect(table.state?.players[0]?.points).toBe(1);
    expect(table.unanswered).toBe(0);
  });

  it("joins again when something is missing between", async () => {
    const table = await seated();
    house.commit("them");
    const replaced = table.once("state");
    house.opponentActs();
    const { missed, resync } = await replaced;
    expect(missed.map((commit) => commit.event_id)).toEqual([1, 2]);
    expect(resync).toBe(false);
    expect(house.messages("game:join").at(-1)).toMatchObject({ last_event_id: 0, epoch: 1 });
    expect(table.state?.event_id).toBe(2);
  });

  it("takes no notice of a state it has already", async () => {
    const table = await seated();
    let replaced = 0;
    table.on("state", () => replaced++);
    house.tell("game:state", { kind: "full", state: house.state(), resync: true });
    house.opponentActs();
    await table.once("commit");
    expect(replaced).toBe(0);
  });

  it("comes back after a break and hears what it missed", async () => {
    const table = await seated();
    const statuses: string[] = [];
    table.on("connection", (status) => statuses.push(status));
    const replaced = table.once("state");
    house.cut();
    house.commit("them");
    const { missed } = await replaced;
    expect(missed.map((commit) => commit.event_id)).toEqual([1]);
    expect(statuses).toEqual(["reconnecting", "connected"]);
  });

  it("takes the state alone when the game was restored", async () => {
    await seated();
    const replaced = session!.once("state");
    house.epoch = 2;
    house.commit("them");
    house.cut();
    expect(await replaced).toMatchObject({ resync: true, missed: [] });
    expect(session!.state?.epoch).toBe(2);
  });

  it.each(["drop", "commit-then-drop"] as const)("sends an unanswered action again under the same id (%s)", async (behaviour) => {
    const table = await seated();
    house.nextAction = behaviour;
    const reply = await table.act({ type: "pass" });
    expect(reply.event_id).toBe(1);
    const ids = house.messages("game:action").map((message) => message["message_id"]);
    expect(ids).toHaveLength(2);
    expect(new Set(ids).size).toBe(1);
    expect(house.version).toBe(1);
    expect(table.state?.event_id).toBe(1);
  });

  it("tries again while the server is busy, under the same id", async () => {
    const table = await seated();
    house.nextAction = "busy";
    await table.act({ type: "pass" });
    expect(new Set(house.messages("game:action").map((message) => message["message_id"])).size).toBe(1);
    expect(house.messages("game:action")).toHaveLength(2);
  });

  it("tells why an action was refused", async () => {
    const table = await seated();
    house.nextAction = "refuse";
    const failure = await table.act({ type: "pass" }).catch((problem: unknown) => problem);
    expect(failure).toBeInstanceOf(Refused);
    expect(failure).toMatchObject({ code: "invalid_action", details: { rule: "energy" } });
    expect(table.state?.event_id).toBe(0);
  });

  it("has the newer state when it tells that the table had changed", async () => {
    const table = await seated();
    house.nextAction = "overtaken";
    await expect(table.act({ type: "pass" }, { expectedEventId: 0 })).rejects.toMatchObject({ code: "stale_version" });
    expect(table.state?.event_id).toBe(1);
  });

  it("gives the server a new token before the old one runs out", async () => {
    await seated();
    house.tell("auth:expiring", { expires_at: new Date().toISOString() });
    await until(() => house.messages("auth:refresh").length === 1);
    expect(house.messages("auth:refresh")[0]).toMatchObject({ token: "access-2" });
    expect(house.renewals).toBe(1);
  });

  it("renews a token that is refused at the door", async () => {
    house.goodToken = "another";
    session = client.play("g");
    await session.ready();
    expect(house.renewals).toBe(1);
  });

  it("stays away once it was replaced", async () => {
    const table = await seated();
    const closed = table.once("closed");
    house.tell("session:closed", { code: "replaced", message: "elsewhere" });
    expect(await closed).toMatchObject({ code: "replaced" });
    expect(table.status).toBe("closed");
    await expect(table.act({ type: "pass" })).rejects.toBeInstanceOf(SessionClosed);
  });

  it("says so when the game is not there", async () => {
    session = client.play("other");
    await expect(session.ready()).rejects.toMatchObject({ code: "game_not_found" });
  });

  it("does not go on asking a server that lacks the cards of the game", async () => {
    session = client.play("cards");
    expect(await session.once("closed")).toEqual({ code: "unavailable", message: "no such cards here" });
    expect(house.messages("game:join")).toHaveLength(1);
  });

  it("measures the connection and the server's clock", async () => {
    const table = await seated();
    await until(() => table.quality.rtt_ms !== undefined);
    expect(table.quality.level).toBe("good");
    const ahead = table.serverNow() - Date.now();
    expect(ahead).toBeGreaterThan(59_000);
    expect(ahead).toBeLessThan(61_000);
  });

  it("offers every moment to act once", async () => {
    const table = await seated();
    const seen: number[] = [];
    for await (const state of table.moments()) {
      seen.push(state.event_id);
      if (seen.length === 3) break;
      await table.act(state.legal_actions[0]!);
    }
    expect(seen).toEqual([0, 1, 2]);
  });
});

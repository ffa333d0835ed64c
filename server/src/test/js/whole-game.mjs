// Two official clients play one game to its end, choosing from what the server lists as legal.
// Usage: node whole-game.mjs ORIGIN websocket|polling. Prints what they saw as one line of JSON.
// A store may stall for seconds on a busy machine. Then it does what every client must: it sends
// the same message again, and comes back by itself.
import assert from "node:assert/strict";
import { setTimeout as after } from "node:timers/promises";
import { io } from "socket.io-client";

const [origin, transport] = process.argv.slice(2);
const transports = transport === "polling" ? ["polling"] : ["polling", "websocket"];
const TEMPORARY = ["busy", "unavailable"];
const UNANSWERED = { ok: false, error: { code: "unavailable", message: "no answer in time" } };

async function again(send, refused) {
  for (;;) {
    const answer = await send();
    if (!refused(answer)) return answer;
    console.error("for now:", JSON.stringify(answer.error ?? answer.status));
    await after(200);
  }
}

async function call(method, path, token, body) {
  const send = () => fetch(origin + path, {
    method,
    headers: {
      "content-type": "application/json",
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: body && JSON.stringify(body),
  });
  const response = await again(send, ({ status }) => status === 503);
  const answer = await response.json();
  assert.ok(response.ok, `${method} ${path}: ${JSON.stringify(answer)}`);
  return answer;
}

// A small generator of our own, so that a failure can be run again.
function dice(seed) {
  let x = seed | 1;
  return (n) => {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    return (x >>> 0) % n;
  };
}

class Seat {
  constructor(guest, seed) {
    this.guest = guest;
    this.roll = dice(seed);
    this.heard = [];
    this.sent = 0;
    this.socket = io(`${origin}/game`, {
      auth: { token: guest.access_token },
      transports,
      forceNew: true,
    });
    this.over = new Promise((resolve, reject) => {
      this.fail = reject;
      this.socket.on("game:game_over", resolve);
      this.socket.on("connect_error", (error) => {
        console.error("not connected:", error.message, JSON.stringify(error.data));
        if (error.data && !TEMPORARY.includes(error.data.code)) reject(error);
      });
      this.socket.on("game:error", (what) => reject(new Error(JSON.stringify(what))));
      this.socket.on("session:closed", (what) => {
        if (!TEMPORARY.includes(what.code)) reject(new Error(JSON.stringify(what)));
      });
      this.socket.on("disconnect", () => this.heard.push({ event: "disconnect" }));
    });
    this.socket.onAny((event, message) => {
      this.heard.push({ event, message });
      if (event === "game:state") this.act(message.state).catch(this.fail);
    });
  }

  async join(game) {
    this.game = game;
    const reply = await this.ask("game:join", { game_id: game });
    assert.equal(reply.ok, true, JSON.stringify(reply));
  }

  ask(event, message) {
    const request = { message_id: `js-${this.sent++}`, ...message };
    const send = () =>
      this.socket
        .timeout(10_000)
        .emitWithAck(event, request)
        .catch(() => UNANSWERED);
    return again(send, (reply) => TEMPORARY.includes(reply.error?.code));
  }

  async act(state) {
    if (state.legal_actions.length === 0 || state.event_id === this.actedAt) return;
    this.actedAt = state.event_id;
    const action = this.choose(state.legal_actions);
    const expected_event_id = state.event_id;
    const reply = await this.ask("game:action", { game_id: state.game_id, action, expected_event_id });
    // The clock made a version of its own meanwhile: the state that tells of it comes by itself.
    if (reply.error?.code === "stale_version") return;
    assert.equal(reply.ok, true, JSON.stringify([action, reply]));
    assert.equal(reply.event_id, expected_event_id + 1);
  }

  choose(legal) {
    const first = legal[this.roll(legal.length)];
    return ["pass", "attack"].includes(first.type) ? legal[this.roll(legal.length)] : first;
  }

  // Messages of a game come in the order of its versions; within a connection without a gap.
  check() {
    let version = null;
    let connected = false;
    for (const { event, message } of this.heard) {
      if (event === "disconnect") connected = false;
      if (event !== "game:state") continue;
      const step = message.event_id - version;
      assert.ok(version === null || step === 0 || step === 1 || (!connected && step > 0), "a gap");
      version = message.event_id;
      connected = true;
    }
    return version;
  }
}

const guests = [await call("POST", "/auth/guest", null, {}), await call("POST", "/auth/guest", null, {})];
const deck = (await call("GET", "/decks", guests[0].access_token)).items.find(
  (d) => d.starter && d.rules === "standard",
);
const created = await call("POST", "/games", guests[0].access_token, { deck_id: deck.id });
await call("POST", `/games/${created.game_id}/join`, guests[1].access_token, {
  deck_id: deck.id,
  invite_code: created.invite_code,
});
const seats = guests.map((guest, i) => new Seat(guest, 7 + i));
await Promise.all(seats.map((seat) => seat.join(created.game_id)));
const [over, other] = await Promise.all(seats.map((seat) => seat.over));
assert.equal(over.winner_id, other.winner_id);
assert.equal(over.event_id, other.event_id);
for (const seat of seats) assert.equal(seat.check(), over.event_id);
const used = seats.map((seat) => seat.socket.io.engine.transport.name);
seats.forEach((seat) => seat.socket.off("disconnect").close());
console.log(JSON.stringify({ game_id: created.game_id, game_over: over, transports: used }));
process.exit(0);

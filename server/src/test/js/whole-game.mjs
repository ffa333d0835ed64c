// Two official clients play one game to its end, choosing from what the server lists as legal.
// Usage: node whole-game.mjs ORIGIN websocket|polling. Prints what they saw as one line of JSON.
import assert from "node:assert/strict";
import { io } from "socket.io-client";

const [origin, transport] = process.argv.slice(2);
const transports = transport === "polling" ? ["polling"] : ["polling", "websocket"];

async function call(method, path, token, body) {
  const response = await fetch(origin + path, {
    method,
    headers: {
      "content-type": "application/json",
      ...(token && { authorization: `Bearer ${token}` }),
    },
    body: body && JSON.stringify(body),
  });
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
      this.socket.on("game:game_over", resolve);
      for (const bad of ["connect_error", "game:error", "session:closed", "disconnect"]) {
        this.socket.on(bad, (what) => reject(new Error(`${bad} ${JSON.stringify(what)}`)));
      }
    });
    this.socket.onAny((event, message) => {
      this.heard.push({ event, message });
      if (event === "game:state") this.act(message.state).catch((e) => this.socket.emit("x", e));
    });
  }

  async join(game) {
    this.game = game;
    const reply = await this.ask("game:join", { game_id: game });
    assert.equal(reply.ok, true, JSON.stringify(reply));
  }

  ask(event, message) {
    return this.socket
      .timeout(10_000)
      .emitWithAck(event, { message_id: `js-${this.sent++}`, ...message });
  }

  async act(state) {
    if (state.legal_actions.length === 0 || state.event_id === this.actedAt) return;
    this.actedAt = state.event_id;
    const action = this.choose(state.legal_actions);
    const expected_event_id = state.event_id;
    const reply = await this.ask("game:action", { game_id: state.game_id, action, expected_event_id });
    assert.equal(reply.ok, true, JSON.stringify([action, reply]));
    assert.equal(reply.event_id, expected_event_id + 1);
  }

  choose(legal) {
    const first = legal[this.roll(legal.length)];
    return ["pass", "attack"].includes(first.type) ? legal[this.roll(legal.length)] : first;
  }

  // Messages of a game come in the order of its versions, without a gap.
  check() {
    const states = this.heard.filter(({ event }) => event === "game:state");
    let version = states[0].message.event_id;
    for (const { message } of states) {
      assert.ok(message.event_id === version || message.event_id === version + 1, "a gap");
      version = message.event_id;
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

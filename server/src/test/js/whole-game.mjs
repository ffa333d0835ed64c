// Two official clients play one game to its end, choosing from what the server lists as legal.
// Usage: node whole-game.mjs ORIGIN websocket|polling. Prints what they saw as one line of JSON.
// On a busy machine a store may stall for seconds. Each player then does what every client must:
// it sends a refused message again, and reconnects after the server has closed the session.
import assert from "node:assert/strict";
import { setTimeout as delay } from "node:timers/promises";
import { io } from "socket.io-client";

const [origin, transport] = process.argv.slice(2);
const transports = transport === "polling" ? ["polling"] : ["polling", "websocket"];
const TEMPORARY = ["busy", "unavailable"];
const UNANSWERED = { ok: false, error: { code: "unavailable", message: "no answer in time" } };

// The test that runs this script bounds its time, and prints what it wrote.
async function retry(send, isTemporary) {
  for (;;) {
    const answer = await send();
    if (!isTemporary(answer)) return answer;
    console.error("temporary refusal:", JSON.stringify(answer.error ?? answer.status));
    await delay(200);
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
  const response = await retry(send, ({ status }) => status === 503);
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
    this.staleVersions = [];
    this.sent = 0;
    this.socket = io(`${origin}/game`, {
      auth: { token: guest.access_token },
      transports,
      forceNew: true,
    });
    this.over = new Promise((resolve, reject) => {
      this.fail = reject;
      this.socket.on("game:game_over", resolve);
      // The server announces that it closes a session; any other disconnection is a failure.
      let closed = false;
      this.socket.on("connect", () => (closed = false));
      this.socket.on("connect_error", (error) => {
        if (!closed && !TEMPORARY.includes(error.data?.code)) reject(error);
      });
      this.socket.on("game:error", (error) => reject(new Error(JSON.stringify(error))));
      this.socket.on("session:closed", (reason) => {
        closed = true;
        if (!TEMPORARY.includes(reason.code)) reject(new Error(JSON.stringify(reason)));
      });
      this.socket.on("disconnect", (reason) => {
        this.heard.push({ event: "disconnect" });
        if (!closed) reject(new Error(`disconnected: ${reason}`));
      });
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
    return retry(send, (reply) => TEMPORARY.includes(reply.error?.code));
  }

  async act(state) {
    if (state.legal_actions.length === 0 || state.event_id === this.actedAt) return;
    this.actedAt = state.event_id;
    const action = this.choose(state.legal_actions);
    const expected_event_id = state.event_id;
    const reply = await this.ask("game:action", { game_id: state.game_id, action, expected_event_id });
    // The turn timer has changed the game since; the newer state follows, and check() asks for it.
    if (reply.error?.code === "stale_version") {
      this.staleVersions.push(expected_event_id);
      return;
    }
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
    for (const stale of this.staleVersions) assert.ok(this.timerMade(stale + 1), `stale ${stale}`);
    return version;
  }

  timerMade(version) {
    return this.heard.some(
      ({ event, message }) => event === "game:turn_timeout" && message.event_id === version,
    );
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

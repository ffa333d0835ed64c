// Closed loops of two players a game, by the official clients: each acts as soon as it may.
import { Client } from '@colyseus/sdk';
import { io } from 'socket.io-client';

/** Counts what all players do; bytes are what their sockets received. */
export class Tally {
  actions = 0;
  bytes = 0;
  errors = 0;
  delays = [];
  clear() {
    this.actions = this.bytes = this.errors = 0;
    this.delays = [];
  }
}

export async function socketIoGame(url, game, tally) {
  const sockets = [0, 1].map((seat) => player(url, game, seat, tally));
  await Promise.all(sockets.map((each) => each.joined));
  return () => sockets.forEach((each) => each.socket.close());
}

function player(url, game, seat, tally) {
  const socket = io(url, { transports: ['websocket'], forceNew: true });
  let acting = false;
  function see(state) {
    if (state.to_act !== seat || acting) return;
    acting = true;
    const sent = performance.now();
    socket.emit('action', { card: state.players[seat].hand[0].id }, (answer) => {
      acting = false;
      if (answer.ok) {
        tally.actions++;
        tally.delays.push(performance.now() - sent);
      } else {
        tally.errors++;
        setTimeout(() => see(state), 5);
      }
    });
  }
  socket.on('state', see);
  socket.on('connect', () =>
    socket.io.engine.transport.ws.addEventListener('message', (m) => (tally.bytes += m.data.length)),
  );
  const joined = new Promise((resolve) => {
    socket.on('connect', () =>
      socket.emit('join', { game, seat }, (state) => {
        resolve();
        see(state);
      }),
    );
  });
  return { socket, joined };
}

export async function colyseusGame(url, tally) {
  const client = new Client(url);
  const first = await client.create('duel');
  const second = await client.joinById(first.roomId);
  [first, second].forEach((room, seat) => {
    let acted = -1;
    let sent = 0;
    let mine = false;
    function look(state) {
      if (state.version === undefined) return;
      if (mine && state.version > acted) {
        mine = false;
        tally.actions++;
        tally.delays.push(performance.now() - sent);
      }
      const hand = state.sides[seat]?.hand;
      if (state.toAct !== seat || mine || !hand?.length) return;
      mine = true;
      acted = state.version;
      sent = performance.now();
      room.send('action', { card: hand[0].id });
    }
    room.onStateChange(look);
    room.onError(() => tally.errors++);
    const socket = room.connection.transport.ws;
    socket.addEventListener?.('message', (m) => (tally.bytes += m.data.byteLength ?? m.data.length));
    if (room.state) look(room.state);
  });
  return () => [first, second].forEach((room) => room.leave());
}

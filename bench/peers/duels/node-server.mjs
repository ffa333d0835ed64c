// A plain port of a game service: socket.io, a Redis lock, the state as JSON, whole filtered states.
import { createServer } from 'node:http';
import { createClient } from 'redis';
import { Server } from 'socket.io';
import { act, newGame, view } from './toy.mjs';

const [, , port, redisUrl] = process.argv;
const redis = createClient({ url: redisUrl });
await redis.connect();
const http = createServer();
const io = new Server(http, { transports: ['websocket'] });

io.on('connection', (socket) => {
  let game;
  let seat;
  socket.on('join', async (wish, ack) => {
    ({ game, seat } = wish);
    await redis.set(`game:${game}`, JSON.stringify(newGame()), { condition: 'NX' });
    socket.join(`${game}:${seat}`);
    ack(view(JSON.parse(await redis.get(`game:${game}`)), seat));
  });
  socket.on('action', async (action, ack) => {
    const lock = `lock:${game}`;
    if (!(await redis.set(lock, socket.id, { condition: 'NX', expiration: { type: 'PX', value: 2000 } }))) {
      ack({ ok: false, error: 'busy' });
      return;
    }
    try {
      const state = JSON.parse(await redis.get(`game:${game}`));
      const events = act(state, seat, action.card);
      await redis
        .multi()
        .set(`game:${game}`, JSON.stringify(state))
        .rPush(`events:${game}`, JSON.stringify({ version: state.version, events }))
        .lTrim(`events:${game}`, -200, -1)
        .zAdd('deadlines', { score: Date.now() + 90_000, value: game })
        .exec();
      ack({ ok: true, version: state.version });
      for (const each of [0, 1]) io.to(`${game}:${each}`).emit('state', view(state, each));
    } catch (refused) {
      ack({ ok: false, error: refused.message });
    } finally {
      await redis.del(lock);
    }
  });
});
http.listen(Number(port), '127.0.0.1', () => console.log('listening'));

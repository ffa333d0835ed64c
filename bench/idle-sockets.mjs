// Clients that connect and then do nothing: WebSockets of Engine.IO written by hand, as a client of Socket.IO for each
// would take more memory than the server that is measured.
import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';

const AT_A_TIME = 8;
const PING = '2';
const PONG = '3';
const OPENED = '0';
const NAMESPACE = '/game';
const CONNECTED = '40';
const REFUSED = '44';

/** A masked text frame (RFC 6455, section 5.2) of at most 65,535 bytes. */
function frame(text) {
  const payload = Buffer.from(text);
  const mask = randomBytes(4);
  const head = payload.length < 126 ? Buffer.from([0x81, 0x80 | payload.length]) : Buffer.from([0x81, 0xfe, payload.length >> 8, payload.length & 255]);
  return Buffer.concat([head, mask, payload.map((byte, i) => byte ^ mask[i % 4])]);
}

/** The texts of the whole frames in front of these bytes, and the bytes after them. */
function texts(bytes) {
  const all = [];
  while (bytes.length >= 4) {
    const short = bytes[1] & 127;
    const start = short < 126 ? 2 : 4;
    const end = start + (short < 126 ? short : bytes.readUInt16BE(2));
    if (bytes.length < end) break;
    all.push(bytes.subarray(start, end).toString());
    bytes = bytes.subarray(end);
  }
  return [all, bytes];
}

/** Sockets that stay open and answer pings. */
export class IdleSockets {
  #port;
  #sockets = [];

  constructor(port) {
    this.#port = port;
  }

  /** Opens more of them, until there are so many; each as a user of its own. Returns how many there are. */
  async open(count, signIn) {
    const missing = count - this.#sockets.length;
    let begun = 0;
    await Promise.all(Array.from({ length: AT_A_TIME }, async () => {
      while (begun++ < missing) this.#sockets.push(await this.#connected((await signIn()).access_token));
    }));
    return this.#sockets.length;
  }

  #connected(token) {
    return new Promise((done, failed) => {
      const socket = connect(this.#port, '127.0.0.1');
      let left = Buffer.alloc(0);
      let upgraded = false;
      socket.on('error', failed);
      socket.on('close', () => failed(new Error('the server closed a socket')));
      socket.on('data', (bytes) => {
        left = Buffer.concat([left, bytes]);
        if (!upgraded) {
          const end = left.indexOf('\r\n\r\n');
          if (end < 0) return;
          left = left.subarray(end + 4);
          upgraded = true;
        }
        const [packets, rest] = texts(left);
        left = rest;
        for (const packet of packets) {
          if (packet === PING) socket.write(frame(PONG));
          else if (packet.startsWith(REFUSED)) failed(new Error(packet));
          else if (packet.startsWith(CONNECTED)) done(socket);
          else if (packet.startsWith(OPENED)) socket.write(frame(`40${NAMESPACE},${JSON.stringify({ token })}`));
        }
      });
      socket.write(
        `GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: 127.0.0.1:${this.#port}\r\nUpgrade: websocket\r\n` +
          `Connection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n\r\n`,
      );
    });
  }

  close() {
    for (const socket of this.#sockets) socket.removeAllListeners('close').destroy();
  }
}

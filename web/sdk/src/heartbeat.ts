import type { Connection } from "./connection.js";

/** Frequent enough for a useful figure, and well under the server's idle limit of 60 s. */
const INTERVAL_MS = 10_000;

/** Upper bounds of round trips that feel immediate, and acceptable. */
const GOOD_RTT_MS = 150;
const FAIR_RTT_MS = 500;

/** How many heartbeats may stay unanswered before the connection is dropped. */
const MISSED_HEARTBEATS = 1;

/** How good a connection is. */
export interface Quality {
  /** `good`: feels immediate; `fair`: can be felt; `poor`: slow, or heartbeats are missed; `offline`: none. */
  level: "good" | "fair" | "poor" | "offline";
  /** The round trip of the last heartbeat in milliseconds. Undefined until the first heartbeat is answered, and while there is no connection. */
  rtt_ms: number | undefined;
}

/** Measures a connection: round-trip time, the server's clock, and whether the server still answers. */
export class Heartbeat {
  readonly #connection: Connection;
  readonly #onChange: (quality: Quality) => void;
  #timer: ReturnType<typeof setInterval> | undefined;
  #missed = 0;
  #quality: Quality = { level: "offline", rtt_ms: undefined };
  #clockOffsetMs = 0;

  constructor(connection: Connection, onChange: (quality: Quality) => void) {
    this.#connection = connection;
    this.#onChange = onChange;
    connection.on("session:ready", ({ server_time }) => this.#setClock(server_time, 0));
  }

  get quality(): Quality {
    return this.#quality;
  }

  /** The server's clock in milliseconds; deadlines are compared with it. */
  serverNow(): number {
    return Date.now() + this.#clockOffsetMs;
  }

  start(): void {
    clearInterval(this.#timer);
    this.#missed = 0;
    this.#timer = setInterval(() => void this.#beat(), INTERVAL_MS);
    void this.#beat();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#setQuality({ level: "offline", rtt_ms: undefined });
  }

  async #beat(): Promise<void> {
    const sentAt = Date.now();
    const reply = await this.#connection.request("game:heartbeat", {}).catch(() => undefined);
    if (!this.#connection.connected) return;
    if (!reply) {
      this.#setQuality({ level: "poor", rtt_ms: this.#quality.rtt_ms });
      // The transport notices a half-open connection only after much longer.
      if (++this.#missed > MISSED_HEARTBEATS) this.#connection.drop();
      return;
    }
    this.#missed = 0;
    const rtt = Date.now() - sentAt;
    if ("server_time" in reply) this.#setClock(reply.server_time, rtt);
    this.#setQuality({ level: rtt <= GOOD_RTT_MS ? "good" : rtt <= FAIR_RTT_MS ? "fair" : "poor", rtt_ms: rtt });
  }

  #setClock(serverTime: string, rttMs: number): void {
    const server = Date.parse(serverTime);
    if (Number.isFinite(server)) this.#clockOffsetMs = server + rttMs / 2 - Date.now();
  }

  #setQuality(quality: Quality): void {
    this.#quality = quality;
    this.#onChange(quality);
  }
}

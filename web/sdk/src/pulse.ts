import type { Line } from "./line.js";

/** Often enough for a useful figure, and well under the server's 60 s of silence. */
const HEARTBEAT_MS = 10_000;

/** Round trips up to these feel immediate, or acceptable. */
const GOOD_RTT_MS = 150;
const FAIR_RTT_MS = 500;

export interface Quality {
  level: "good" | "fair" | "poor" | "offline";
  /** Undefined until the first heartbeat is answered, and while there is no connection. */
  rtt_ms: number | undefined;
}

/** How good a line is: its round trips, the server's clock, and whether anybody is there at all. */
export class Pulse {
  readonly #line: Line;
  readonly #changed: (quality: Quality) => void;
  #timer: ReturnType<typeof setInterval> | undefined;
  #silent = 0;
  #quality: Quality = { level: "offline", rtt_ms: undefined };
  #clockOffsetMs = 0;

  constructor(line: Line, changed: (quality: Quality) => void) {
    this.#line = line;
    this.#changed = changed;
    line.hear("session:ready", ({ server_time }) => this.#setClock(server_time, 0));
  }

  get quality(): Quality {
    return this.#quality;
  }

  /** The server's clock, which deadlines are measured by, in milliseconds. */
  serverNow(): number {
    return Date.now() + this.#clockOffsetMs;
  }

  start(): void {
    clearInterval(this.#timer);
    this.#silent = 0;
    this.#timer = setInterval(() => void this.#beat(), HEARTBEAT_MS);
    void this.#beat();
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#set({ level: "offline", rtt_ms: undefined });
  }

  async #beat(): Promise<void> {
    const sentAt = Date.now();
    const reply = await this.#line.ask("game:heartbeat", {}).catch(() => undefined);
    if (!this.#line.connected) return;
    if (!reply) {
      this.#set({ level: "poor", rtt_ms: this.#quality.rtt_ms });
      // A half-open connection looks alive to the transport for much longer.
      if (++this.#silent > 1) this.#line.cut();
      return;
    }
    this.#silent = 0;
    const rtt = Date.now() - sentAt;
    if ("server_time" in reply) this.#setClock(reply.server_time, rtt);
    this.#set({ level: rtt <= GOOD_RTT_MS ? "good" : rtt <= FAIR_RTT_MS ? "fair" : "poor", rtt_ms: rtt });
  }

  #setClock(serverTime: string, rttMs: number): void {
    const server = Date.parse(serverTime);
    if (Number.isFinite(server)) this.#clockOffsetMs = server + rttMs / 2 - Date.now();
  }

  #set(quality: Quality): void {
    this.#quality = quality;
    this.#changed(quality);
  }
}

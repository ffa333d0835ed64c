import { connect, createServer, type AddressInfo, type Socket } from "node:net";

/** A way to the server that can be cut, and on which answers can get lost. */
export class Tunnel {
  readonly #server = createServer((near) => this.#join(near));
  readonly #far: URL;
  readonly #ends = new Set<Socket>();
  /** The server's messages do not arrive. */
  deaf = false;

  private constructor(far: URL) {
    this.#far = far;
  }

  static async to(url: string): Promise<Tunnel> {
    const tunnel = new Tunnel(new URL(url));
    await new Promise<void>((done) => tunnel.#server.listen(0, "127.0.0.1", done));
    return tunnel;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  cut(): void {
    for (const end of this.#ends) end.destroy();
    this.#ends.clear();
  }

  close(): void {
    this.cut();
    this.#server.close();
  }

  #join(near: Socket): void {
    const far = connect(Number(this.#far.port), this.#far.hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      this.#ends.add(from);
      from.on("data", (bytes) => {
        if (from === near || !this.deaf) to.write(bytes);
      });
      from.on("close", () => {
        to.destroy();
        this.#ends.delete(from);
      });
      // A cut line is what this is for.
      from.on("error", () => undefined);
    }
  }
}

import { spawn, type ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));

/** Generous: a first start builds the server, too. */
const START_MS = 300_000;

/** Every test signs guests in from one address, many in a minute. */
const UNHURRIED = ["--guests-per-minute", "10000", "--games-per-minute", "10000"];

/** A server of its own, with an empty data directory. */
export interface OwnServer {
  url: string;
  consoleUrl: string;
  managementToken: string;
  stop: () => Promise<void>;
}

/** The tests' server: the one of `MENAGERIE_URL`, else one of their own. */
export default async function start(): Promise<() => Promise<void>> {
  if (process.env["MENAGERIE_URL"]) return async () => undefined;
  const server = await startServer("server.log", "--embed-origins", "*", "--chat");
  process.env["MENAGERIE_URL"] = server.url;
  process.env["MENAGERIE_CONSOLE"] = server.consoleUrl;
  process.env["MENAGERIE_MANAGEMENT_TOKEN"] = server.managementToken;
  return server.stop;
}

/** Starts a server with more options. */
export async function startServer(logFile: string, ...options: string[]): Promise<OwnServer> {
  const port = await freePort();
  const management = await freePort();
  const data = mkdtempSync(join(tmpdir(), "menagerie-e2e-"));
  mkdirSync(join(here, "dist"), { recursive: true });
  const log = openSync(join(here, `dist/${logFile}`), "w");
  const places = ["--port", String(port), "--management-port", String(management), "--data-dir", data];
  // Under this name the tests reach it, whatever its public address is.
  places.push("--allowed-hosts", `127.0.0.1:${port}`);
  const server = spawn(resolve(here, "../../menagerie"), ["serve", ...places, ...UNHURRIED, ...options], {
    stdio: ["ignore", log, log],
    detached: true,
  });
  const url = `http://127.0.0.1:${port}`;
  await ready(url, server);
  return {
    url,
    consoleUrl: `http://127.0.0.1:${management}/console`,
    managementToken: readFileSync(join(data, "secrets/management"), "utf8").trim(),
    stop: async () => {
      await stopped(server);
      rmSync(data, { recursive: true, force: true });
    },
  };
}

async function ready(url: string, server: ChildProcess): Promise<void> {
  const end = Date.now() + START_MS;
  while (Date.now() < end) {
    if (server.exitCode !== null) throw new Error("The server stopped; see dist/server.log.");
    const answer = await fetch(`${url}/health/ready`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((next) => setTimeout(next, 250));
  }
  throw new Error("The server did not become ready; see dist/server.log.");
}

function stopped(server: ChildProcess): Promise<void> {
  return new Promise((done) => {
    if (server.exitCode !== null || server.pid === undefined) return done();
    const group = -server.pid;
    const hard = setTimeout(() => process.kill(group, "SIGKILL"), 15_000);
    server.once("exit", () => {
      clearTimeout(hard);
      done();
    });
    process.kill(group, "SIGTERM");
  });
}

/** A port without a listener. */
export function freePort(): Promise<number> {
  return new Promise((done) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });
}

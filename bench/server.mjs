// A packaged server as a process of its own, and what can be read of it. Needs Linux and a JDK 25.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const HOME = resolve(import.meta.dirname, '..');
export const MANAGEMENT = 19090;
export const PORT = 18080;
export const ORIGIN = `http://127.0.0.1:${PORT}`;

/** Where data of servers goes; it is deleted at the end. */
export const work = mkdtempSync(join(tmpdir(), 'menagerie-operator-'));
process.on('exit', () => rmSync(work, { recursive: true, force: true }));

function packaged() {
  execFileSync('./mvnw', ['-q', '-Dmaven.test.skip=true', '-Dfast', '-Pdist', 'package'], { cwd: HOME, stdio: 'inherit' });
  const target = join(HOME, 'server/target');
  const archive = readdirSync(target).find((file) => file.endsWith('-dist.tar.gz'));
  execFileSync('tar', ['xzf', join(target, archive), '-C', work, '--no-same-owner']);
  const folder = readdirSync(work).find((file) => existsSync(join(work, file, 'bin/menagerie')));
  return join(work, folder, 'bin/menagerie');
}

/** The program of a package: one that is there already, or of this source. */
export const menagerie = process.env.PACKAGED_SERVER ?? packaged();

/** Processes of servers that run. */
const running = new Set();

/** Ends what a failed run has left: servers, and the stores that a killed server leaves running. */
export async function endAll() {
  for (const child of running) await stopped({ child });
  for (const folder of readdirSync(work)) {
    if (existsSync(join(work, folder, 'postgres/cluster/postmaster.pid'))) await stopped(await started(join(work, folder)));
  }
}

/** Starts a server; the result has its process, and how long it took until it was ready. */
export async function started(data, ...more) {
  const began = performance.now();
  const words = ['serve', '--port', PORT, '--data-dir', data, '--management-port', MANAGEMENT,
    '--guests-per-minute', 1e6, '--games-per-minute', 1e6, '--max-connections-per-address', 1e6, ...more].map(String);
  const child = spawn(menagerie, words, { stdio: ['ignore', 'pipe', 'pipe'] });
  let said = '';
  const ready = new Promise((done, failed) => {
    child.stdout.on('data', (text) => {
      said += text;
      if (said.includes('Menagerie is ready')) done(performance.now() - began);
    });
    child.stderr.on('data', (text) => (said += text));
    child.on('exit', (code) => failed(new Error(`the server ended with ${code}:\n${said}`)));
  });
  running.add(child);
  const millis = await ready;
  return { child, data, millis, processor: processorMillis(child.pid) };
}

export const ended = (child) => new Promise((done) => child.on('exit', done));

export async function stopped(server, signal = 'SIGTERM') {
  server.child.removeAllListeners('exit');
  const end = ended(server.child);
  server.child.kill(signal);
  await end;
  running.delete(server.child);
}

export const killed = (server) => stopped(server, 'SIGKILL');

export function processorMillis(pid) {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
}

export const resident = (pid) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) * 1024;

export const median = (numbers) => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)];
export const seconds = (millis) => `${(millis / 1000).toFixed(1)} s`;
export const milliseconds = (millis) => `${millis.toFixed(1)} ms`;
export const kilobytes = (bytes) => `${(bytes / 1000).toFixed(1)} KB`;
export const megabytes = (bytes) => `${Math.round(bytes / 1e6)} MB`;

/** The addresses of the stores that a killed server has left running. */
export function storesOf(data) {
  const secret = (name) => readFileSync(join(data, 'secrets', name), 'utf8').trim();
  const postgres = readFileSync(join(data, 'postgres/cluster/postmaster.pid'), 'utf8').split('\n')[3];
  const redis = /^port (\d+)/m.exec(readFileSync(join(data, 'redis/redis.conf'), 'utf8'))[1];
  return [
    `--postgres-url=postgresql://menagerie_owner:${secret('postgres-owner')}@127.0.0.1:${postgres}/menagerie`,
    `--redis-url=redis://menagerie:${secret('redis')}@127.0.0.1:${redis}`,
  ];
}

export async function call(path, method = 'GET', token = undefined, body = undefined, port = PORT) {
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
    method,
    headers: { connection: 'close', ...(token && { authorization: `Bearer ${token}` }), ...(body && { 'content-type': 'application/json' }) },
    body: body && JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.headers.get('content-type')?.includes('json') ? answer.json() : answer.text();
}

/** Bytes that the heap holds after a collection. */
export function heap(server) {
  const jcmd = (...words) => execFileSync(join(javaHome(server.child.pid), 'bin/jcmd'), [String(server.child.pid), ...words]);
  jcmd('GC.run');
  return Number(/used (\d+)K/.exec(jcmd('GC.heap_info').toString())[1]) * 1024;
}

const javaHome = (pid) => dirname(dirname(execFileSync('readlink', [`/proc/${pid}/exe`]).toString().trim()));

/** Bytes that Redis holds. */
export function redisBytes(data) {
  const [, url] = storesOf(data);
  const { port, username, password } = new URL(url.replace('--redis-url=', ''));
  return new Promise((done, failed) => {
    const socket = connect(Number(port), '127.0.0.1');
    let said = '';
    socket.on('error', failed);
    socket.on('data', (text) => {
      said += text;
      const used = /used_memory:(\d+)/.exec(said);
      if (used) {
        socket.end();
        done(Number(used[1]));
      }
    });
    socket.write(`AUTH ${username} ${password}\r\nINFO memory\r\n`);
  });
}

export async function metric(name) {
  const text = await call('/metrics', 'GET', undefined, undefined, MANAGEMENT);
  return text.split('\n').filter((line) => line.startsWith(name)).reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
}

export const guest = () => call('/auth/guest', 'POST');

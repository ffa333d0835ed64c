// Starts each server in turn, plays many games at once on it, and prints what an action costs.
//   node run.mjs [--games 100] [--seconds 20] [--warm-up 20] [--only ours,node,colyseus]
//                [--server ../../../menagerie] [--redis /usr/bin/redis-server] [--profile FILE.svg]
import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Tally, colyseusGame, socketIoGame } from './players.mjs';
import { flameGraph, stacks, table } from './profile.mjs';

const here = dirname(fileURLToPath(import.meta.url));
const root = join(here, '../../..');
const { values: options } = parseArgs({
  options: {
    games: { type: 'string', default: '100' },
    seconds: { type: 'string', default: '20' },
    'warm-up': { type: 'string', default: '20' },
    only: { type: 'string', default: 'ours,node,colyseus' },
    load: { type: 'string', default: '' },
    server: { type: 'string', default: join(root, 'menagerie') },
    redis: { type: 'string' },
    profile: { type: 'string' },
  },
});
/** The caller's folder, which files in options are relative to. */
const from = process.env.DUELS_FROM ?? process.cwd();
const menagerie = resolve(from, options.server);
const games = Number(options.games);
const TICKS = Number(execFileSync('getconf', ['CLK_TCK']));
const scratch = mkdtempSync(join(tmpdir(), 'duels-'));
const sleep = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

/** What the kernel says of a process or thread: its name, and the fields after it (proc(5)). */
function stat(path) {
  const [, name, rest] = /\((.*)\) (.*)$/s.exec(readFileSync(path, 'utf8'));
  return { name, fields: rest.split(' ') };
}

/** Processor seconds of a process and of its children that have ended. */
function used(pid) {
  const { fields } = stat(`/proc/${pid}/stat`);
  return (Number(fields[11]) + Number(fields[12]) + Number(fields[13]) + Number(fields[14])) / TICKS;
}

/** How often the threads of a process have been switched away from, since they began. */
function switches(pid) {
  return readdirSync(`/proc/${pid}/task`).reduce((sum, thread) => {
    try {
      const status = readFileSync(`/proc/${pid}/task/${thread}/status`, 'utf8');
      return sum + [...status.matchAll(/ctxt_switches:\s+(\d+)/g)].reduce((all, count) => all + Number(count[1]), 0);
    } catch {
      return sum; // it has ended
    }
  }, 0);
}

/** Processor seconds of a process by its threads, those of one pool together. */
function usedByThreads(pid) {
  const seconds = new Map();
  for (const thread of readdirSync(`/proc/${pid}/task`)) {
    try {
      const { name, fields } = stat(`/proc/${pid}/task/${thread}/stat`);
      const pool = name.replace(/[-# ]*\d*$/, '');
      seconds.set(pool, (seconds.get(pool) ?? 0) + (Number(fields[11]) + Number(fields[12])) / TICKS);
    } catch {
      // it has ended
    }
  }
  return seconds;
}

function usedBy(pids) {
  return pids.reduce((sum, pid) => {
    try {
      return sum + used(pid);
    } catch {
      return sum; // it has ended
    }
  }, 0);
}

/** A process and everything it started, by the program's name. */
function descendants(pid, name) {
  const found = [];
  for (const entry of readdirSync('/proc').filter((each) => /^\d+$/.test(each))) {
    try {
      const child = stat(`/proc/${entry}/stat`);
      if (Number(child.fields[1]) !== pid) continue;
      if (child.name.startsWith(name)) found.push(Number(entry));
      found.push(...descendants(Number(entry), name));
    } catch {
      // it has ended
    }
  }
  return found;
}

async function start(command, args, env = {}) {
  const child = spawn(command, args, { env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${command} ended with ${code}`)));
    child.stdout.on('data', (text) => /listening|http:\/\//.test(text) && resolve());
  });
  return child;
}

async function stop(child) {
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
}

function jcmd(pid, ...args) {
  execFileSync(process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin/jcmd') : 'jcmd', [String(pid), ...args]);
}

function percentile(delays, share) {
  const sorted = delays.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length * share)] ?? 0;
}

async function playToys(name, server, stores, newGame) {
  const tally = new Tally();
  const stops = [];
  for (let i = 0; i < games; i++) stops.push(await newGame(i, tally));
  await sleep(Number(options['warm-up']));
  tally.clear();
  const before = [used(server.pid), usedBy(stores), switches(server.pid)];
  await sleep(Number(options.seconds));
  const cost = [used(server.pid) - before[0], usedBy(stores) - before[1], switches(server.pid) - before[2]];
  const row = {
    server: name,
    'actions/s': Math.round(tally.actions / Number(options.seconds)),
    'actions/server CPU s': Math.round(tally.actions / cost[0]),
    'server µs': Math.round((cost[0] / tally.actions) * 1e6),
    'Redis µs': stores.length ? Math.round((cost[1] / tally.actions) * 1e6) : '-',
    'Postgres µs': '-',
    switches: (cost[2] / tally.actions).toFixed(1),
    bytes: Math.round(tally.bytes / tally.actions),
    'p50 ms': percentile(tally.delays, 0.5).toFixed(1),
    'p99 ms': percentile(tally.delays, 0.99).toFixed(1),
    errors: tally.errors,
  };
  stops.forEach((each) => each());
  await sleep(1);
  return row;
}

async function node() {
  const programs = join(homedir(), '.cache/menagerie');
  const unpacked = () => join(programs, readdirSync(programs).find((each) => each.startsWith('redis-')), 'redis-server');
  const program = options.redis ?? unpacked();
  const redis = spawn(program, ['--port', '17379', '--save', '', '--dir', scratch]);
  await sleep(1);
  const server = await start('node', [join(here, 'node-server.mjs'), '17001', 'redis://127.0.0.1:17379']);
  try {
    return await playToys('Node socket.io, Redis lock, JSON (toy rules)', server, [redis.pid], (i, tally) =>
      socketIoGame('http://127.0.0.1:17001', `g${i}`, tally),
    );
  } finally {
    await stop(server);
    await stop(redis);
  }
}

async function colyseus() {
  const server = await start('node', [join(here, 'colyseus-server.mjs'), '17002']);
  try {
    return await playToys('Colyseus, patch at once (memory, toy rules)', server, [], (_, tally) =>
      colyseusGame('http://127.0.0.1:17002', tally),
    );
  } finally {
    await stop(server);
  }
}

async function ours() {
  const limits = ['--guests-per-minute', '1000000', '--games-per-minute', '1000000', '--messages-per-second', '1000000'];
  const data = ['--data-dir', join(scratch, 'data')];
  if (options.redis) data.push('--redis-program', options.redis);
  const server = await start(menagerie, ['serve', '--port', '17003', ...data, ...limits]);
  const load = (...args) =>
    new Promise((resolve, reject) => {
      const child = spawn(menagerie, ['load', '--url', 'http://127.0.0.1:17003', '--json', ...args], {
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      let out = '';
      child.stdout.on('data', (text) => (out += text));
      child.once('exit', () => {
        try {
          resolve(JSON.parse(out));
        } catch (broken) {
          reject(broken);
        }
      });
    });
  const common = ['--games', String(games), ...options.load.split(' ').filter(Boolean)];
  try {
    await load(...common, '--warm-up', '1', '--seconds', options['warm-up']);
    const stores = [descendants(server.pid, 'redis-server'), descendants(server.pid, 'postgres')];
    const before = stores.map(usedBy);
    const switched = switches(server.pid);
    const threads = usedByThreads(server.pid);
    const recording = join(scratch, 'duel.jfr');
    if (options.profile) jcmd(server.pid, 'JFR.start', 'name=duel', `settings=${join(here, 'profile.jfc')}`);
    const report = await load(...common, '--warm-up', '0', '--seconds', options.seconds, '--pid', String(server.pid));
    if (options.profile) {
      jcmd(server.pid, 'JFR.stop', 'name=duel', `filename=${recording}`);
      const samples = stacks(recording);
      writeFileSync(resolve(from, options.profile), flameGraph(samples));
      console.log(`${table(samples)}\n`);
    }
    const cost = stores.map((pids, i) => (usedBy(pids) - before[i]) / report.actions);
    const byThread = [...usedByThreads(server.pid)]
      .map(([pool, seconds]) => [pool, Math.round(((seconds - (threads.get(pool) ?? 0)) / report.actions) * 1e6)])
      .filter(([, micros]) => micros > 0)
      .sort((a, b) => b[1] - a[1]);
    console.log(`Menagerie by thread, µs an action: ${byThread.map((each) => each.join(' ')).join(', ')}\n`);
    return {
      server: 'Menagerie (standard rules, durable)',
      'actions/s': Math.round(report.actions_per_second),
      'actions/server CPU s': Math.round(report.actions_per_server_second),
      'server µs': Math.round(report.server_micros_per_action),
      'Redis µs': Math.round(cost[0] * 1e6),
      'Postgres µs': Math.round(cost[1] * 1e6),
      switches: ((switches(server.pid) - switched) / report.actions).toFixed(1),
      bytes: Math.round(report.bytes_per_action),
      'p50 ms': report.acknowledged.p50.toFixed(1),
      'p99 ms': report.acknowledged.p99.toFixed(1),
      errors: Object.values(report.errors ?? {}).reduce((sum, count) => sum + count, 0),
    };
  } finally {
    await stop(server);
  }
}

const peers = { ours, node, colyseus };
const rows = [];
for (const name of options.only.split(',')) rows.push(await peers[name]());
rmSync(scratch, { recursive: true, force: true });
const columns = Object.keys(rows[0]);
console.log(`| ${columns.join(' | ')} |\n|${'---|'.repeat(columns.length)}`);
for (const row of rows) console.log(`| ${columns.map((each) => row[each]).join(' | ')} |`);
process.exit(0);

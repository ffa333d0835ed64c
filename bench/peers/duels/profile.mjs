// Reads a recording of a JVM (jdk.CPUTimeSample): a table of the parts of the server, and a flame graph.
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';

/** The parts of the server; a sample belongs to the first part that one of its frames is in. */
const PARTS = [
  ['checkpoint', 'EntryBuilder.checkpoint'],
  ['digest of the state', 'StateDigest'],
  ['record and reply', 'EntryBuilder'],
  ['rules', 'RulesCall'],
  ['which action it is', 'view.Actions'],
  ['views', 'GameMessages.seen'],
  ['patch', 'StatePatch'],
  ['events', 'GameMessages.events'],
  ['rest of the broadcast', 'CommitBroadcast'],
  ['group commit: call', 'GroupCommit.send'],
  ['journal', 'server.journal'],
  ['REST: guests and new games', 'server.http'],
  ['metrics', 'server.metrics'],
  ['Socket.IO: writing', 'EngineSession.flush'],
  ['Socket.IO: reading', 'socketio'],
  ['client of Redis', 'lettuce'],
  ['Netty', 'netty'],
];

const WIDTH = 1200;
const ROW = 17;
const SMALLEST = 0.004;

/** The stacks of all samples, each from the thread's first frame to the last. */
export function stacks(recording) {
  const jfr = process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin/jfr') : 'jfr';
  const args = ['print', '--json', '--stack-depth', '64', '--events', 'jdk.CPUTimeSample', recording];
  const { events } = JSON.parse(execFileSync(jfr, args, { maxBuffer: 1 << 30 })).recording;
  return events
    .map(({ values }) => (values.stackTrace?.frames ?? []).map(({ method }) => `${method.type.name}.${method.name}`.replaceAll('/', '.')))
    .filter((frames) => frames.length > 0)
    .map((frames) => frames.reverse());
}

/** The share of each part, as a table in Markdown. */
export function table(samples) {
  const counts = new Map();
  for (const frames of samples) {
    const part = PARTS.find(([, word]) => frames.some((frame) => frame.includes(word)))?.[0] ?? 'everything else';
    counts.set(part, (counts.get(part) ?? 0) + 1);
  }
  const rows = [...counts].sort((a, b) => b[1] - a[1]).map(([part, count]) => `| ${part} | ${percent(count / samples.length)} |`);
  return ['| part of the Java code | share |', '|---|---|', ...rows].join('\n');
}

/** A flame graph: the width of a frame is its share, its callees stand above it. */
export function flameGraph(samples) {
  const root = { name: 'all', count: 0, children: new Map() };
  for (const frames of samples) {
    let node = root;
    node.count++;
    for (const frame of frames) {
      const name = short(frame);
      if (!node.children.has(name)) node.children.set(name, { name, count: 0, children: new Map() });
      node = node.children.get(name);
      node.count++;
    }
  }
  const boxes = [];
  let depth = 0;
  const draw = (node, x, level) => {
    const share = node.count / root.count;
    if (share < SMALLEST) return;
    depth = Math.max(depth, level);
    boxes.push({ name: node.name, share, x, level });
    for (const child of [...node.children.values()].sort((a, b) => b.count - a.count)) {
      draw(child, x, level + 1);
      x += (child.count / root.count) * WIDTH;
    }
  };
  draw(root, 0, 0);
  const height = (depth + 1) * ROW;
  const drawn = boxes.map(({ name, share, x, level }) => {
    const width = share * WIDTH;
    const y = height - (level + 1) * ROW;
    const text = name.slice(0, Math.max(0, Math.floor(width / 6.2) - 1));
    return (
      `<g><title>${escape(name)}: ${percent(share)}</title>` +
      `<rect x="${x.toFixed(1)}" y="${y}" width="${Math.max(0.5, width - 0.5).toFixed(1)}" height="${ROW - 1}" fill="${color(name)}"/>` +
      (text.length > 2 ? `<text x="${(x + 3).toFixed(1)}" y="${y + 12}">${escape(text)}</text>` : '') +
      '</g>'
    );
  });
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}" ` +
    `font-family="monospace" font-size="10.5"><rect width="100%" height="100%" fill="#fff"/>\n${drawn.join('\n')}\n</svg>\n`
  );
}

const short = (frame) => {
  const name = frame.replace(/^dev\.menagerie\./, 'm.').replace(/\$\$Lambda\.0x[0-9a-f]+/, '$$λ');
  return name.replace(/^(?:[a-z0-9_]+\.)+(?=[A-Z])/, (packages) => packages.replace(/([a-z])[a-z0-9_]*\./g, '$1.'));
};

const color = (name) => (name.startsWith('m.') ? '#ffb26b' : name.startsWith('i.n.') || name.startsWith('i.l.') ? '#a8cdf0' : '#dcdcdc');

const percent = (share) => `${(share * 100).toFixed(1)} %`;

const escape = (text) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

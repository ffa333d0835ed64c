// Checks times that must fit those of the server: how long a platform waits before it kills, and how long a proxy lets a
// quiet connection live.

const HEARTBEAT = "socketio/src/main/java/dev/menagerie/socketio/engineio/EngineSettings.java";
const CLOSING = "server/src/main/java/dev/menagerie/server/commandline/ServeCommand.java";

/** Where each proxy says how long a connection may be quiet, and those settings that have to be there. */
const IDLE = {
  "deploy/proxies/nginx.conf": [/^\s*(proxy_read_timeout|proxy_send_timeout|send_timeout)\s+(\w+);/gm, 2],
  "deploy/proxies/haproxy.cfg": [/^\s*timeout\s+(client|server|tunnel)\s+(\w+)/gm, 3],
  "deploy/proxies/Caddyfile": [/^\s*(read_timeout|write_timeout|stream_timeout|idle|idle_timeout)\s+(\w+)/gm, 0],
  "deploy/kubernetes/menagerie.yaml": [/ingress\.kubernetes\.io\/(proxy-(?:read|send)-timeout): "(\w+)"/gm, 2],
};

/** Seconds of a time such as 75s, 2m, 500ms or 75. */
export function seconds(text) {
  const [, number, unit] = /^(\d+)\s*(ms|s|min|m|h|)$/.exec(String(text).trim()) ?? [];
  return Number(number) * { ms: 0.001, s: 1, "": 1, m: 60, min: 60, h: 3600 }[unit];
}

function only(read, file, pattern) {
  const found = [...read(file).matchAll(pattern)];
  if (found.length !== 1) throw new Error(`${file}: ${found.length} times ${pattern}`);
  return Number(found[0][1]);
}

/** How long a server takes to stop, beside its drain. */
export const closing = (read) => only(read, CLOSING, /CLOSING = Duration\.ofSeconds\((\d+)\)/g);

/** Every idle time is longer than the heartbeat. */
export function checkIdleTimes(read, expect) {
  const heartbeat = only(read, HEARTBEAT, /^\s*Duration\.ofSeconds\((\d+)\),\n\s*Duration\.ofSeconds\(\d+\),/gm);
  for (const [file, [pattern, wanted]] of Object.entries(IDLE)) {
    const found = [...read(file).matchAll(pattern)];
    expect(found.length >= wanted, `${file}: ${found.length} idle times, expected ${wanted}`);
    for (const [, name, time] of found) {
      expect(seconds(time) > heartbeat, `${file}: ${name} ${time} is not longer than the heartbeat of ${heartbeat} s`);
    }
  }
}

/** A platform waits at least for the drain and the end of the server. */
export function checkStopTime(read, expect, where, waits, drain) {
  const needed = Number(drain) + closing(read);
  expect(seconds(waits) >= needed, `${where}: waits ${waits}, a server takes up to ${needed} s to stop`);
}

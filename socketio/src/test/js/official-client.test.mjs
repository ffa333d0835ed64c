// The official JavaScript client, unmodified, against a server at $PORT (see TestServer).
import assert from "node:assert/strict";
import { test } from "node:test";
import { io } from "socket.io-client";

const url = `http://127.0.0.1:${process.env.PORT}/game`;
const next = (emitter, event) =>
  new Promise((resolve) => emitter.once(event, (...args) => resolve(args)));

async function joined(options = {}) {
  const socket = io(url, {
    auth: { token: "good" },
    forceNew: true,
    reconnectionDelay: 50,
    ...options,
  });
  const [transport] = await next(socket, "welcome");
  return Object.assign(socket, { greetedOver: transport });
}

for (const transports of [["websocket"], ["polling"], ["polling", "websocket"]]) {
  test(`talks over ${transports}`, async () => {
    const socket = await joined({ transports });
    const echo = next(socket, "echo");
    socket.emit("echo", 1, "zwölf", { a: [null, true] }, Buffer.from([1, 2, 3]));
    assert.deepEqual(await echo, [1, "zwölf", { a: [null, true] }, Buffer.from([1, 2, 3])]);
    assert.deepEqual(await socket.emitWithAck("ask", { b: Buffer.from([9]) }), { b: Buffer.from([9]) });
    socket.close();
  });
}

if (process.env.COMPRESSED) {
  test("messages are compressed both ways", async () => {
    const socket = await joined({ transports: ["websocket"], perMessageDeflate: { threshold: 0 } });
    const { extensions } = socket.io.engine.transport.ws;
    assert.match(extensions, /permessage-deflate/);
    for (let i = 0; i < 200; i++) {
      const message = { i, text: "what was told before is told again ".repeat(1 + (i % 40)) };
      assert.deepEqual(await socket.emitWithAck("ask", message), message);
    }
    socket.close();
  });
}

test("polling stays polling when it is the only transport", async () => {
  const socket = await joined({ transports: ["polling"] });
  for (let i = 0; i < 20; i++) assert.equal(await socket.emitWithAck("ask", i), i);
  assert.equal(await socket.emitWithAck("transport"), "polling");
  socket.close();
});

test("upgrades, and loses nothing on the way", async () => {
  const socket = await joined();
  const heard = [];
  const all = new Promise((resolve) =>
    socket.on("echo", (n) => heard.push(n) === 500 && resolve()),
  );
  for (let i = 0; i < 500; i++) {
    socket.emit("echo", i);
    if (i % 50 === 0) await new Promise((resolve) => setImmediate(resolve));
  }
  await all;
  assert.deepEqual(heard, [...Array(500).keys()]);
  while ((await socket.emitWithAck("transport")) !== "websocket");
  socket.close();
});

test("is told why it is refused", async () => {
  const socket = io(url, { auth: { token: "bad" }, forceNew: true });
  const [error] = await next(socket, "connect_error");
  assert.equal(error.message, "unauthenticated");
  assert.deepEqual(error.data, { code: "unauthenticated" });
  socket.close();
});

test("is refused an unknown namespace", async () => {
  const socket = io(url.replace("/game", "/nowhere"), { forceNew: true });
  const [error] = await next(socket, "connect_error");
  assert.equal(error.message, "Invalid namespace");
  socket.close();
});

test("hears its room but not itself", async () => {
  const [first, second] = await Promise.all([joined(), joined({ transports: ["polling"] })]);
  await first.emitWithAck("join", "js table");
  await second.emitWithAck("join", "js table");
  first.on("told", () => assert.fail("heard itself"));
  const told = next(second, "told");
  first.emit("tell", "js table", { x: 1 });
  assert.deepEqual(await told, [{ x: 1 }]);
  assert.equal(await first.emitWithAck("ask", 1), 1);
  first.close();
  second.close();
});

test("answers the server's questions", async () => {
  const socket = await joined();
  socket.on("question", (a, b, answer) => answer(a * b));
  const said = next(socket, "so you say");
  socket.emit("question me");
  assert.deepEqual(await said, [42]);
  socket.close();
});

test("stays away when it is put out", async () => {
  const socket = await joined();
  socket.emit("put me out");
  assert.deepEqual((await next(socket, "disconnect"))[0], "io server disconnect");
  assert.equal(socket.active, false);
  socket.close();
});

for (const transports of [["websocket"], ["polling"], ["polling", "websocket"]]) {
  test(`comes back when it is cut off from ${transports}`, async () => {
    const socket = await joined({ transports });
    const gone = next(socket, "disconnect");
    const back = next(socket, "welcome");
    socket.emit("cut me off");
    assert.equal((await gone)[0], "transport close");
    await back;
    socket.close();
  });
}

test("lives through heartbeats", async () => {
  const socket = await joined();
  socket.on("disconnect", () => assert.fail("disconnected"));
  for (let pings = 0; pings < 3; pings++) await next(socket.io, "ping");
  socket.off("disconnect");
  socket.close();
});

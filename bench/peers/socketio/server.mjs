// Node's own socket.io as a peer: what EchoServer does, in its language. Prints its port when it is ready.
import { createServer } from "node:http";
import { Server } from "socket.io";

const http = createServer();
const io = new Server(http, { transports: ["websocket", "polling"], perMessageDeflate: false });

io.on("connection", (socket) => {
  socket.join("all");
  socket.on("echo", (message, ack) => ack(message));
  socket.on("cast", (message) => io.to("all").emit("told", message));
});

http.listen(0, "127.0.0.1", () => console.log(http.address().port));

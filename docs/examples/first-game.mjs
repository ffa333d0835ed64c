// A whole client: plays one game against a bot of the house, always the first legal action.
import { io } from "socket.io-client";

const url = process.argv[2] ?? "http://127.0.0.1:8080";
const post = async (path, body, token) => {
  const headers = { "content-type": "application/json", ...(token && { authorization: `Bearer ${token}` }) };
  const response = await fetch(url + path, { method: "POST", headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${path}: ${await response.text()}`);
  return response.json();
};

const { access_token: token, user } = await post("/auth/guest", { name: "First Game" });
const { game_id } = await post(
  "/games",
  { deck_id: "pocket-embers", rules_config: "pocket", opponent: { kind: "bot", bot: "random" } },
  token,
);

const socket = io(`${url}/game`, { auth: { token } });
let message = 0;
socket.on("game:state", async ({ state, event_id }) => {
  const [action] = state.legal_actions;
  if (!action) return; // it is for the other one to act
  const reply = await socket.emitWithAck("game:action", { message_id: `${event_id}-${message++}`, game_id, action });
  console.log(event_id, action.type, reply.ok ? "" : reply.error.code);
});
socket.on("game:game_over", ({ winner_id, end_reason }) => {
  console.log(winner_id === user.id ? "won" : "lost", "by", end_reason);
  socket.close();
});

import { mount } from "svelte";
import Table from "../src/components/Table.svelte";
import { catalogue } from "../src/lib/here.svelte.js";
import { TableModel } from "../src/lib/table.svelte.js";
import "../src/styles/base.css";
import { CARDS, choosing, midgame, pocket } from "./fixtures.js";

catalogue.use(CARDS);
const query = new URLSearchParams(location.search);
const states = { midgame, choosing, pocket };
const state = states[(query.get("state") ?? "midgame") as keyof typeof states]();
const model = new TableModel({ act: () => Promise.resolve() });
model.reset(state, [
  { event_id: 40, player_id: "u1", action_type: "x", events: [{ type: "turn_started", player: 0, turn_number: 7 }, { type: "card_drawn", player: 0, count: 1, cards: [{ id: "a", card: "e-fire" }] }, { type: "coin_flipped", player: 1, heads: false }, { type: "damage_dealt", pokemon_id: state.players[0]!.active!.id, amount: 30, attack: true }] },
]);
const select = query.get("select");
const own = state.players[0]!;
if (select === "energy") model.touch(own.hand![4]!.id, own.hand![4]!.card);
if (select === "active") model.touch(own.active!.id, own.active!.card);
if (query.has("coin")) model.stage.flash = { kind: "coin", heads: true, who: "Ada", key: 1 };
if (query.has("float")) model.stage.floats = [{ key: 1, target: state.players[1]!.active!.id, text: "−60", tone: "hurt" }];
mount(Table, { target: document.body, props: { model, presence: "connected" } });

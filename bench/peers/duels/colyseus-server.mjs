// The same toy game in a Colyseus room: memory only, the patch goes out at once.
import { Room, Server } from '@colyseus/core';
import { StateView, schema, t } from '@colyseus/schema';
import { WebSocketTransport } from '@colyseus/ws-transport';
import { act, newGame } from './toy.mjs';

const Card = schema({ id: t.string(), card: t.string() }, 'Card');
const Side = schema(
  {
    hand: t.array(Card).view(),
    handCount: t.number(),
    deckCount: t.number(),
    discard: t.array(Card),
    hp: t.number(),
  },
  'Side',
);
const Table = schema({ version: t.number(), toAct: t.number(), sides: t.array(Side) }, 'Table');

const card = (from) => new Card().assign(from);

class Duel extends Room {
  maxClients = 2;
  patchRate = null;

  onCreate() {
    this.game = newGame();
    this.state = new Table();
    this.state.version = 0;
    this.state.toAct = 0;
    for (const own of this.game.sides) {
      const side = new Side();
      own.hand.forEach((each) => side.hand.push(card(each)));
      side.handCount = own.hand.length;
      side.deckCount = own.deck.length;
      side.hp = own.hp;
      this.state.sides.push(side);
    }
    this.onMessage('action', (client, action) => {
      const seat = client.userData.seat;
      const index = this.game.sides[seat].hand.findIndex((each) => each.id === action.card);
      act(this.game, seat, action.card);
      const own = this.game.sides[seat];
      const side = this.state.sides[seat];
      const drawn = card(own.hand.at(-1));
      side.hand.push(drawn);
      client.view.add(drawn);
      side.discard.push(card(own.discard.at(-1)));
      side.hand.splice(index, 1);
      side.handCount = own.hand.length;
      side.deckCount = own.deck.length;
      this.state.toAct = this.game.toAct;
      this.state.version = this.game.version;
      this.broadcastPatch();
    });
  }

  onJoin(client) {
    client.userData = { seat: this.clients.length - 1 };
    client.view = new StateView();
    client.view.add(this.state.sides[client.userData.seat]);
  }
}

const server = new Server({ transport: new WebSocketTransport(), greet: false });
server.define('duel', Duel);
await server.listen(Number(process.argv[2]), '127.0.0.1');
console.log('listening');

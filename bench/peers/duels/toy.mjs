// A toy card game: two players, 60-card decks, hidden hands of seven; an action draws a card, plays
// one and passes the turn. The peers play it; what they do beside it is what is measured.
const DECK = 60;
const HAND = 7;

function shuffled() {
  const cards = Array.from({ length: DECK }, (_, i) => ({ id: `c${i}`, card: `card-${i % 20}` }));
  for (let i = cards.length - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1));
    [cards[i], cards[j]] = [cards[j], cards[i]];
  }
  return cards;
}

function side() {
  const deck = shuffled();
  return { hand: deck.splice(0, HAND), deck, discard: [], hp: 100 };
}

export function newGame() {
  return { version: 0, toAct: 0, sides: [side(), side()] };
}

/** Draws, plays the card with this id, passes. Throws when that is not allowed. */
export function act(state, seat, cardId) {
  if (state.toAct !== seat) throw new Error('not_your_turn');
  const own = state.sides[seat];
  const index = own.hand.findIndex((card) => card.id === cardId);
  if (index < 0) throw new Error('no_such_card');
  if (own.deck.length === 0) own.deck = own.discard.splice(0);
  own.hand.push(own.deck.pop());
  const [played] = own.hand.splice(index, 1);
  own.discard.push(played);
  state.toAct = 1 - seat;
  state.version++;
  return [
    { type: 'card_drawn', seat },
    { type: 'card_played', seat, card: played },
    { type: 'turn_passed', seat },
  ];
}

/** The whole state as one seat may see it. */
export function view(state, seat) {
  return {
    version: state.version,
    to_act: state.toAct,
    players: state.sides.map((own, i) => ({
      hand: i === seat ? own.hand : null,
      hand_count: own.hand.length,
      deck_count: own.deck.length,
      discard: own.discard,
      hp: own.hp,
    })),
  };
}

"""Made by scripts/make_types.py from a server's /asyncapi.json and /openapi.json. Not to be edited."""

from __future__ import annotations

from typing import Any, Literal, NotRequired, TypedDict, Union


# An ability that its player uses.
AbilityActivated = TypedDict("AbilityActivated", {
    # Which kind of message, action, event or word this is.
    "type": "Literal['activated']",
    # The name, for people.
    "name": "str",
    # How often it may be used.
    "limit": "NotRequired[AbilityLimit]",
    # Where from.
    "from": "NotRequired[AbilityOrigin]",
    # The condition under which it holds.
    "when": "NotRequired[Condition]",
    # What happens, in order.
    "effects": "list[Effect]",
})


class AbilityContinuous(TypedDict):
    """An ability that always holds."""

    # Which kind of message, action, event or word this is.
    type: Literal['continuous']
    # The name, for people.
    name: str
    # Which Pokémon it holds for. Absent: the one that has it.
    affects: NotRequired[Scope]
    # The condition under which it holds.
    when: NotRequired[Condition]
    # What it gives.
    gives: list[Static]


class AbilityDefinition(TypedDict):
    """An ability: its kind, its text and its program."""

    # Whether it is activated, triggered or continuous.
    type: str
    # The name, for people.
    name: str
    # The text as it is read on the card.
    text: str
    # The ability as card files write it.
    program: Ability


class AbilityTriggered(TypedDict):
    """An ability that starts by itself when something happens."""

    # Which kind of message, action, event or word this is.
    type: Literal['triggered']
    # The name, for people.
    name: str
    # What it starts with, or the Pokémon that is counted.
    on: Trigger
    # Whether its player may decline.
    optional: NotRequired[bool]
    # The condition under which it holds.
    when: NotRequired[Condition]
    # What happens, in order.
    effects: list[Effect]


class AbilityUsedEvent(TypedDict):
    """An ability was used."""

    # Which kind of message, action, event or word this is.
    type: Literal['ability_used']
    # The seat of the player, or whose it is.
    player: Seat
    # The id of a Pokémon in play.
    pokemon_id: str
    # The name of the ability.
    ability: str


class AccountDeletion(TypedDict):
    """Confirms that the account is to be deleted."""

    # The password of a user who has one.
    password: NotRequired[str]


class ActionAttachEnergy(TypedDict):
    """Attaches an energy from hand, or from the energy zone."""

    # Which kind of message, action, event or word this is.
    type: Literal['attach_energy']
    # The id of a card in your hand, as the state shows it.
    card_id: NotRequired[str]
    # Where it comes from.
    source: NotRequired[ActionEnergyOrigin]
    # The id of the Pokémon that is meant.
    target_id: str


class ActionAttack(TypedDict):
    """Attacks with the active Pokémon and ends the turn."""

    # Which kind of message, action, event or word this is.
    type: Literal['attack']
    # Which attack of the card, from 0.
    attack_index: int


class ActionClaimDraw(TypedDict):
    """Claims a tie, as `claim_win` claims the win."""

    # Which kind of message, action, event or word this is.
    type: Literal['claim_draw']


class ActionClaimWin(TypedDict):
    """Claims the win: the opponent's `absence` is `gone`. Possible in either player's turn, and not listed in `legal_actions`, as resigning is not."""

    # Which kind of message, action, event or word this is.
    type: Literal['claim_win']


class ActionEvolve(TypedDict):
    """Puts a card from hand on a Pokémon that it evolves."""

    # Which kind of message, action, event or word this is.
    type: Literal['evolve']
    # The id of a card in your hand, as the state shows it.
    card_id: str
    # The id of the Pokémon that is meant.
    target_id: str


class ActionPass(TypedDict):
    """Ends the turn, or finishes the setup."""

    # Which kind of message, action, event or word this is.
    type: Literal['pass']


class ActionPlayPokemon(TypedDict):
    """Puts a Basic Pokémon from hand into play."""

    # Which kind of message, action, event or word this is.
    type: Literal['play_pokemon']
    # The id of a card in your hand, as the state shows it.
    card_id: str


class ActionPlayTrainer(TypedDict):
    """Plays a trainer card from hand."""

    # Which kind of message, action, event or word this is.
    type: Literal['play_trainer']
    # The id of a card in your hand, as the state shows it.
    card_id: str
    # The id of the Pokémon that is meant.
    target_id: NotRequired[str]


class ActionRetreat(TypedDict):
    """Swaps the active Pokémon with one of the bench for its retreat cost."""

    # Which kind of message, action, event or word this is.
    type: Literal['retreat']
    # The id of the benched Pokémon that becomes active.
    bench_id: str
    # The ids of the energy that pays the retreat cost. Absent: the server asks where there is a choice.
    energy_ids: NotRequired[list[str]]


class ActionSelect(TypedDict):
    """Answers the pending choice."""

    # Which kind of message, action, event or word this is.
    type: Literal['select']
    # The id of the pending choice.
    choice_id: str
    # The ids of the chosen options, in order.
    selected: list[str]


class ActionSelectActive(TypedDict):
    """Chooses the active Pokémon."""

    # Which kind of message, action, event or word this is.
    type: Literal['select_active']
    # The id of a Pokémon in play.
    pokemon_id: str


class ActionSelectPrize(TypedDict):
    """Takes a prize card."""

    # Which kind of message, action, event or word this is.
    type: Literal['select_prize']
    # The place in its list, from 0.
    index: int


class ActionUseAbility(TypedDict):
    """Uses an ability of a Pokémon or a stadium."""

    # Which kind of message, action, event or word this is.
    type: Literal['use_ability']
    # The id of a Pokémon in play.
    pokemon_id: str
    # Which ability of the card, from 0.
    ability_index: int


class ActiveChangedEvent(TypedDict):
    """Another Pokémon is active now."""

    # Which kind of message, action, event or word this is.
    type: Literal['active_changed']
    # The seat of the player, or whose it is.
    player: Seat
    # The id of a Pokémon in play.
    pokemon_id: str
    # The id of the Pokémon that was active before.
    former_id: NotRequired[str]


class AmountCardsIn(TypedDict):
    """How many cards are in a pile."""

    # Which kind of message, action, event or word this is.
    type: Literal['cards_in']
    # The pile of cards.
    zone: Zone
    # Whose, or of what.
    of: NotRequired[Player]
    # Which ones count. Absent: all.
    where: NotRequired[Filter]


class AmountChosen(TypedDict):
    """How many were chosen before."""

    # Which kind of message, action, event or word this is.
    type: Literal['chosen']
    # The name, for people.
    name: str


class AmountChosenThat(TypedDict):
    """How many of those chosen before match a filter."""

    # Which kind of message, action, event or word this is.
    type: Literal['chosen_that']
    # The name, for people.
    name: str
    # Which ones count. Absent: all.
    where: Filter


class AmountCountersOn(TypedDict):
    """How many damage counters are on Pokémon."""

    # Which kind of message, action, event or word this is.
    type: Literal['counters_on']
    # What it starts with, or the Pokémon that is counted.
    on: Target


class AmountDamageDone(TypedDict):
    """The damage that the attack did."""

    # Which kind of message, action, event or word this is.
    type: Literal['damage_done']


# One amount less another, 0 at least.
AmountDifference = TypedDict("AmountDifference", {
    # Which kind of message, action, event or word this is.
    "type": "Literal['difference']",
    # Where from.
    "from": "Amount",
    # What is subtracted, or how many are taken.
    "take": "Amount",
})


class AmountEither(TypedDict):
    """One amount or another, by a condition."""

    # Which kind of message, action, event or word this is.
    type: Literal['either']
    # The condition under which it holds.
    when: Condition
    # What happens if so.
    then: Amount
    # What happens if not.
    otherwise: NotRequired[Amount]


class AmountEnergyOn(TypedDict):
    """How much energy is attached to Pokémon."""

    # Which kind of message, action, event or word this is.
    type: Literal['energy_on']
    # What it starts with, or the Pokémon that is counted.
    on: Target
    # The energy.
    energy: NotRequired[EnergyType]


class AmountFixed(TypedDict):
    """A number."""

    # Which kind of message, action, event or word this is.
    type: Literal['fixed']
    # The value.
    value: int


class AmountHalfOf(TypedDict):
    """Half of an amount, rounded down to a multiple of 10."""

    # Which kind of message, action, event or word this is.
    type: Literal['half_of']
    # The amount that is halved, rounded down.
    whole: Amount


class AmountHeads(TypedDict):
    """How many heads were flipped."""

    # Which kind of message, action, event or word this is.
    type: Literal['heads']
    # Whose, or of what.
    of: NotRequired[str]


class AmountHpLeft(TypedDict):
    """The hit points that a Pokémon has left."""

    # Which kind of message, action, event or word this is.
    type: Literal['hp_left']
    # Whose, or of what.
    of: Target


class AmountHpOf(TypedDict):
    """The hit points of a Pokémon."""

    # Which kind of message, action, event or word this is.
    type: Literal['hp_of']
    # Whose, or of what.
    of: Target


class AmountKept(TypedDict):
    """A number that was kept under a name."""

    # Which kind of message, action, event or word this is.
    type: Literal['kept']
    # The name, for people.
    name: str


class AmountLarger(TypedDict):
    """The larger of two amounts."""

    # Which kind of message, action, event or word this is.
    type: Literal['larger']
    # The first amount.
    left: Amount
    # The second amount.
    right: Amount


class AmountPokemonInPlay(TypedDict):
    """How many Pokémon are in play."""

    # Which kind of message, action, event or word this is.
    type: Literal['pokemon_in_play']
    # Whose, or of what.
    of: Player
    # Where in play, or when.
    at: NotRequired[Place]
    # Which ones count. Absent: all.
    where: NotRequired[Filter]


class AmountPrizesLeft(TypedDict):
    """How many prizes a player has left."""

    # Which kind of message, action, event or word this is.
    type: Literal['prizes_left']
    # Whose, or of what.
    of: Player


class AmountPrizesTaken(TypedDict):
    """How many prizes a player has taken."""

    # Which kind of message, action, event or word this is.
    type: Literal['prizes_taken']
    # Whose, or of what.
    of: Player


class AmountRetreatCost(TypedDict):
    """The retreat cost of a Pokémon."""

    # Which kind of message, action, event or word this is.
    type: Literal['retreat_cost']
    # Whose, or of what.
    of: Target


class AmountSmaller(TypedDict):
    """The smaller of two amounts."""

    # Which kind of message, action, event or word this is.
    type: Literal['smaller']
    # The first amount.
    left: Amount
    # The second amount.
    right: Amount


class AmountSum(TypedDict):
    """The sum of amounts."""

    # Which kind of message, action, event or word this is.
    type: Literal['sum']
    # Whose, or of what.
    of: list[Amount]


class AmountTails(TypedDict):
    """How many tails were flipped."""

    # Which kind of message, action, event or word this is.
    type: Literal['tails']
    # Whose, or of what.
    of: NotRequired[str]


class AmountTimes(TypedDict):
    """One amount times another."""

    # Which kind of message, action, event or word this is.
    type: Literal['times']
    # The amount that is multiplied.
    each: Amount
    # Whose, or of what.
    of: Amount


class Announcement(TypedDict):
    """A text of the operators for everyone."""

    # The id.
    id: str
    # The text, plain.
    text: str
    # When it was made, ISO 8601 in UTC.
    created_at: str
    # When it is no longer shown, ISO 8601 in UTC.
    expires_at: str
    # The moment that it is about, such as the start of a maintenance: show a countdown. Absent: none.
    at: NotRequired[str]


class ArtHint(TypedDict):
    """How the author wants the card to be drawn; what is absent follows from its name and type."""

    # What is drawn. Absent: as the name and type say.
    shape: NotRequired[ArtShape]
    # What a creature has on its head. Absent: as the name says.
    ears: NotRequired[ArtEars]
    # At most two colors: of the whole, and of details.
    palette: list[str]
    # The type whose sign is in the background. Absent: its own.
    motif: NotRequired[EnergyType]


class AttackDefinition(TypedDict):
    """An attack: its cost, its text and its program."""

    # The name, for people.
    name: str
    # The energy that the attack needs.
    cost: list[EnergyType]
    # The text as it is read on the card.
    text: str
    # What happens before the damage.
    pre: list[Effect]
    # The damage it does. Absent: none.
    damage: NotRequired[Amount]
    # What happens after the damage.
    post: list[Effect]


class AttackFailedEvent(TypedDict):
    """An attack failed."""

    # Which kind of message, action, event or word this is.
    type: Literal['attack_failed']
    # The seat of the player, or whose it is.
    player: Seat
    # The id of a Pokémon in play.
    pokemon_id: str


class AttackUsedEvent(TypedDict):
    """A Pokémon attacked."""

    # Which kind of message, action, event or word this is.
    type: Literal['attack_used']
    # The seat of the player, or whose it is.
    player: Seat
    # The id of a Pokémon in play.
    pokemon_id: str
    # The name of the attack.
    attack: str


class AuthExpiringMessage(TypedDict):
    """The access token expires soon. Send `auth:refresh`."""

    # Which kind of message, action, event or word this is.
    type: Literal['auth:expiring']
    # Chosen by the sender. A client repeats a message under the same id; the server carries it out once.
    message_id: str
    # The time at which the server made the message, ISO 8601 in UTC.
    timestamp: str
    # The id of a game.
    game_id: NotRequired[str]
    # The version of the game: one more for each commit.
    event_id: NotRequired[int]
    # Rises when a game is restored after the store lost it. Ids and versions of another epoch are void.
    epoch: NotRequired[int]
    # When the token expires, ISO 8601 in UTC.
    expires_at: str


class AuthRefreshMessage(TypedDict):
    """Gives the connection a new access token, so that it stays open."""

    # Which kind of message, action, event or word this is.
    type: NotRequired[Literal['auth:refresh']]
    # Chosen by the sender. A client repeats a message under the same id; the server carries it out once.
    message_id: NotRequired[str]
    # A new access token of the same user.
    token: str


class BlockedUser(TypedDict):
    """A user that the user blocks."""

    # The id of a user.
    user_id: str
    # The name, for people.
    name: str


class BotOffer(TypedDict):
    """A bot to play against."""

    # The name of the bot.
    bot: str
    # The name, for people.
    name: str
    # How hard it is, from 1.
    level: int
    # What it does, for people.
    description: str


class BrokenRule(TypedDict):
    """One thing that is wrong."""

    # Where: a JSON Pointer in a patch, a JSONPath in a problem.
    path: str
    # What is wrong, in English.
    message: str


class Campaign(TypedDict):
    """The campaign as the user sees it."""

    # The house opponents, in the order in which they are unlocked.
    opponents: list[CampaignOpponent]
    # What the user has won.
    rewards: list[Reward]


class CampaignDeck(TypedDict):
    """The deck to play a house opponent with."""

    # The id of a deck.
    deck_id: str


class CampaignGame(TypedDict):
    """A game against a house opponent."""

    # The id of a game.
    game_id: str


class CampaignOpponent(TypedDict):
    """A house opponent."""

    # The opponent's id.
    id: str
    # The opponent's name.
    name: str
    # Who that is.
    about: str
    # The preset that is played.
    rules: str
    # How the opponent plays: the id of a bot.
    bot: str
    # The opponent's deck. Absent: it is not there any more, and the opponent cannot be played.
    deck_name: NotRequired[str]
    # What the first win brings.
    rewards: list[Reward]
    # Whether the user may play the opponent.
    status: CampaignStatus
    # When the user won for the first time. Absent: not yet.
    beaten_at: NotRequired[str]


class Card(TypedDict):
    """A card of this game. Its `id` is valid for this viewer only."""

    # The id.
    id: str
    # The id of its definition in the catalog, `GET /cards/{id}`.
    card: str


class CardDrawnEvent(TypedDict):
    """Cards were drawn."""

    # Which kind of message, action, event or word this is.
    type: Literal['card_drawn']
    # The seat of the player, or whose it is.
    player: Seat
    # How many.
    count: int
    # The cards. Absent: hidden from this viewer.
    cards: NotRequired[list[Card]]


class CardsLookedAtEvent(TypedDict):
    """A player looked at cards."""

    # Which kind of message, action, event or word this is.
    type: Literal['cards_looked_at']
    # The seat of the player, or whose it is.
    player: Seat
    # How many.
    count: int
    # The cards. Absent: hidden from this viewer.
    cards: NotRequired[list[Card]]


# Cards moved from one place to another.
CardsMovedEvent = TypedDict("CardsMovedEvent", {
    # Which kind of message, action, event or word this is.
    "type": "Literal['cards_moved']",
    # The seat of the player, or whose it is.
    "player": "Seat",
    # Where from.
    "from": "NotRequired[Zone]",
    # Where to.
    "to": "Destination",
    # How many.
    "count": "int",
    # The cards. Absent: hidden from this viewer.
    "cards": "NotRequired[list[Card]]",
})


# Cards were shown to both players.
CardsRevealedEvent = TypedDict("CardsRevealedEvent", {
    # Which kind of message, action, event or word this is.
    "type": "Literal['cards_revealed']",
    # The seat of the player, or whose it is.
    "player": "Seat",
    # Where from.
    "from": "NotRequired[Zone]",
    # The cards. Absent: hidden from this viewer.
    "cards": "list[Card]",
})


class ChatMessage(TypedDict):
    """What a player wrote in a game."""

    # Rises with every message.
    chat_id: str
    # Who wrote it.
    player_id: str
    # When it was written, ISO 8601 in UTC.
    said_at: str
    # What the player wrote, or what the house's filter made of it. Text, never markup.
    text: str


class CheckupStartedEvent(TypedDict):
    """The checkup between turns began."""

    # Which kind of message, action, event or word this is.
    type: Literal['checkup_started']


class ChoiceMadeEvent(TypedDict):
    """A choice was made."""

    # Which kind of message, action, event or word this is.
    type: Literal['choice_made']
    # The seat of the player, or whose it is.
    player: Seat


class ChoiceOption(TypedDict):
    """One thing that may be chosen; `id` is what an answer sends back."""

    # The id.
    id: str
    # A card: its id in the catalog, or the card itself. Absent or null: it is hidden.
    card: NotRequired[str]
    # A text for people.
    label: NotRequired[str]


class ChoiceRequestedEvent(TypedDict):
    """The game waits for a choice."""

    # Which kind of message, action, event or word this is.
    type: Literal['choice_requested']
    # The seat of the player, or whose it is.
    player: Seat


class ClaimOpenedEvent(TypedDict):
    """The time of a player who is away ran out. Until they return, the other player may claim the win or a tie."""

    # Which kind of message, action, event or word this is.
    type: Literal['claim_opened']
    # The seat of the player, or whose it is.
    player: Seat


class CoinFlippedEvent(TypedDict):
    """A coin was flipped."""

    # Which kind of message, action, event or word this is.
    type: Literal['coin_flipped']
    # The seat of the player, or whose it is.
    player: Seat
    # True for heads, false for tails.
    heads: bool


class Collection(TypedDict):
    """The cards that a user has."""

    # False: the house has no collections, and every card can be used.
    limited: bool
    # The cards, by id, and how many of each. Basic energy is not listed: everybody has enough of it.
    cards: list[DeckEntry]


class Commit(TypedDict):
    """One commit of a game: who acted and what happened."""

    # The version of the game: one more for each commit.
    event_id: int
    # The id of a user who plays. Null: the server acted by itself.
    player_id: Union[str, None]
    # The type of the action or of the server's own step.
    action_type: str
    # What happened, in order.
    events: list[GameEvent]


class ConditionAllOf(TypedDict):
    """All of these hold."""

    # Which kind of message, action, event or word this is.
    type: Literal['all_of']
    # The value.
    value: list[Condition]


class ConditionAnyChosen(TypedDict):
    """Something was chosen before."""

    # Which kind of message, action, event or word this is.
    type: Literal['any_chosen']
    # The name, for people.
    name: str


class ConditionAnyOf(TypedDict):
    """One of these holds."""

    # Which kind of message, action, event or word this is.
    type: Literal['any_of']
    # The value.
    value: list[Condition]


class ConditionAppliedEvent(TypedDict):
    """A Pokémon got a special condition."""

    # Which kind of message, action, event or word this is.
    type: Literal['condition_applied']
    # The id of a Pokémon in play.
    pokemon_id: str
    # The special condition.
    condition: SpecialCondition


class ConditionAtLeast(TypedDict):
    """The first amount is at least the second."""

    # Which kind of message, action, event or word this is.
    type: Literal['at_least']
    # The first amount.
    left: Amount
    # The second amount.
    right: Amount


class ConditionAtMost(TypedDict):
    """The first amount is at most the second."""

    # Which kind of message, action, event or word this is.
    type: Literal['at_most']
    # The first amount.
    left: Amount
    # The second amount.
    right: Amount


class ConditionEndedEvent(TypedDict):
    """A special condition ended."""

    # Which kind of message, action, event or word this is.
    type: Literal['condition_ended']
    # The id of a Pokémon in play.
    pokemon_id: str
    # The special condition.
    condition: SpecialCondition


class ConditionFirstTurn(TypedDict):
    """It is a player's first turn."""

    # Which kind of message, action, event or word this is.
    type: Literal['first_turn']
    # Whose, or of what.
    of: Player


# Something happened in this turn or the last.
ConditionHappened = TypedDict("ConditionHappened", {
    # Which kind of message, action, event or word this is.
    "type": "Literal['happened']",
    # What is meant.
    "what": "ConditionHappening",
    # Where to.
    "to": "Player",
    # In which turn, or for which Pokémon.
    "in": "NotRequired[ConditionWhen]",
})


class ConditionHeads(TypedDict):
    """The coin showed heads."""

    # Which kind of message, action, event or word this is.
    type: Literal['heads']
    # Whose, or of what.
    of: NotRequired[str]


class ConditionInPlay(TypedDict):
    """A Pokémon that matches is in play."""

    # Which kind of message, action, event or word this is.
    type: Literal['in_play']
    # Whose, or of what.
    of: Player
    # Where in play, or when.
    at: NotRequired[Place]
    # Which ones count. Absent: all.
    where: NotRequired[Filter]


class ConditionIs(TypedDict):
    """A Pokémon matches a filter."""

    # Which kind of message, action, event or word this is.
    type: Literal['is']
    # The Pokémon that is meant.
    target: Target
    # Which ones count. Absent: all.
    where: Filter


class ConditionNot(TypedDict):
    """This does not hold."""

    # Which kind of message, action, event or word this is.
    type: Literal['not']
    # The value.
    value: Condition


class ConditionSame(TypedDict):
    """Both amounts are the same."""

    # Which kind of message, action, event or word this is.
    type: Literal['same']
    # The first amount.
    left: Amount
    # The second amount.
    right: Amount


class ConditionStadiumInPlay(TypedDict):
    """A stadium is in play."""

    # Which kind of message, action, event or word this is.
    type: Literal['stadium_in_play']
    # Only this name counts.
    named: NotRequired[str]


class ConditionTails(TypedDict):
    """The coin showed tails."""

    # Which kind of message, action, event or word this is.
    type: Literal['tails']
    # Whose, or of what.
    of: NotRequired[str]


class ConditionTurnOf(TypedDict):
    """It is a player's turn."""

    # Which kind of message, action, event or word this is.
    type: Literal['turn_of']
    # Whose, or of what.
    of: Player


class CountersPlacedEvent(TypedDict):
    """Damage counters were put on a Pokémon."""

    # Which kind of message, action, event or word this is.
    type: Literal['counters_placed']
    # The id of a Pokémon in play.
    pokemon_id: str
    # How many damage counters of 10.
    counters: int


class CountersRemovedEvent(TypedDict):
    """Damage counters were taken off a Pokémon."""

    # Which kind of message, action, event or word this is.
    type: Literal['counters_removed']
    # The id of a Pokémon in play.
    pokemon_id: str
    # How many damage counters of 10.
    counters: int


class CreatedGame(TypedDict):
    """A game and how to reach it."""

    # The id of a game.
    game_id: str
    # The state of affairs in one word.
    status: str
    # Where the socket is, relative to the server.
    ws_url: str
    # The secret part of an invitation; who has it may take the seat.
    invite_code: NotRequired[str]


class DamageDealtEvent(TypedDict):
    """A Pokémon was damaged."""

    # Which kind of message, action, event or word this is.
    type: Literal['damage_dealt']
    # The id of a Pokémon in play.
    pokemon_id: str
    # How much.
    amount: int
    # Whether an attack did it.
    attack: bool


class DamageHealedEvent(TypedDict):
    """Damage was healed."""

    # Which kind of message, action, event or word this is.
    type: Literal['damage_healed']
    # The id of a Pokémon in play.
    pokemon_id: str
    # How much.
    amount: int


class Deck(TypedDict):
    """A starter deck, or one of the user's own."""

    # The id.
    id: str
    # The name, for people.
    name: str
    # The rules of the game, or the name of their preset.
    rules: str
    # A sentence about how a starter deck plays. Absent: the deck has none.
    about: NotRequired[str]
    # Whether it is a starter deck, which everyone has and no one can change.
    starter: bool
    # The cards. Absent: hidden from this viewer.
    cards: list[DeckEntry]
    # Cards of the energy deck; used only by rules that have one.
    energy_cards: list[DeckEntry]
    # The types that the energy zone produces; used only by rules that have one.
    energy_types: list[EnergyType]


class DeckDraft(TypedDict):
    """A deck as its player writes it."""

    # The name, for people.
    name: DeckName
    # The preset it is built for. Absent: `standard`.
    rules: NotRequired[str]
    # Not kept; it is taken so that a copy of a starter deck is written as it was read.
    about: NotRequired[str]
    # The cards. Absent: hidden from this viewer.
    cards: NotRequired[list[DeckEntry]]
    # Cards of the energy deck; used only by rules that have one.
    energy_cards: NotRequired[list[DeckEntry]]
    # The types that the energy zone produces; used only by rules that have one.
    energy_types: NotRequired[list[EnergyType]]
    # The cards as a list such as `4 Name SET 12`, instead of `cards`.
    text: NotRequired[str]


class DeckEntry(TypedDict):
    """A card and how often it is in the deck."""

    # A card: its id in the catalog, or the card itself. Absent or null: it is hidden.
    card: str
    # How many.
    count: int


class DeckList(TypedDict):
    """The cards of a deck."""

    # The cards. Absent: hidden from this viewer.
    cards: list[DeckEntry]
    # Cards of the energy deck; used only by rules that have one.
    energy_cards: list[DeckEntry]
    # The types that the energy zone produces; used only by rules that have one.
    energy_types: list[EnergyType]


class DeckListText(TypedDict):
    """A deck's list as people write it."""

    # One card a line: how many, the name, and the set.
    text: str


class DeckShuffledEvent(TypedDict):
    """A deck was shuffled."""

    # Which kind of message, action, event or word this is.
    type: Literal['deck_shuffled']
    # The seat of the player, or whose it is.
    player: Seat


class DeckVerdict(TypedDict):
    """What the check of a deck found, and the deck as it was read."""

    # Everything that is wrong; empty: nothing.
    errors: list[BrokenRule]
    # The cards. Absent: hidden from this viewer.
    cards: list[DeckEntry]
    # Cards of the energy deck; used only by rules that have one.
    energy_cards: list[DeckEntry]
    # The types that the energy zone produces; used only by rules that have one.
    energy_types: list[EnergyType]
    # The deck as a list that people read; `text` of a draft reads it back.
    text: str


class EffectApply(TypedDict):
    """Gives a Pokémon a special condition."""

    # Which kind of message, action, event or word this is.
    type: Literal['apply']
    # The special condition.
    condition: SpecialCondition
    # The Pokémon that is meant.
    target: Target
    # The damage of the condition, where it is not the usual one.
    strength: NotRequired[int]


class EffectAttachChosen(TypedDict):
    """Attaches cards that were chosen before."""

    # Which kind of message, action, event or word this is.
    type: Literal['attach_chosen']
    # The name under which something was chosen before.
    chosen: str
    # Where to.
    to: Target
    # Whether only some of them may be attached; absent: all are.
    up_to: NotRequired[bool]


# Attaches energy from a pile.
EffectAttachEnergy = TypedDict("EffectAttachEnergy", {
    # Which kind of message, action, event or word this is.
    "type": "Literal['attach_energy']",
    # Where from.
    "from": "Zone",
    # Which ones count. Absent: all.
    "where": "NotRequired[Filter]",
    # How many.
    "count": "Amount",
    # Where to.
    "to": "Target",
    # Whether fewer may be taken.
    "up_to": "NotRequired[bool]",
})


class EffectBeganEvent(TypedDict):
    """A lasting effect began."""

    # Which kind of message, action, event or word this is.
    type: Literal['effect_began']
    # The id of a Pokémon in play.
    pokemon_id: NotRequired[str]
    # The seat of the player, or whose it is.
    player: NotRequired[Seat]
    # The name of the effect.
    effect: str


class EffectBringUp(TypedDict):
    """Makes a benched Pokémon the active one."""

    # Which kind of message, action, event or word this is.
    type: Literal['bring_up']
    # The Pokémon that is meant.
    target: Target


# Lets a player choose cards of a pile.
EffectChooseCards = TypedDict("EffectChooseCards", {
    # Which kind of message, action, event or word this is.
    "type": "Literal['choose_cards']",
    # Where from.
    "from": "Zone",
    # Whose, or of what.
    "of": "NotRequired[Player]",
    # Who does it, or by how much.
    "by": "NotRequired[Player]",
    # Which ones count. Absent: all.
    "where": "NotRequired[Filter]",
    # The fewest that may be chosen.
    "min": "NotRequired[Amount]",
    # The most that may be chosen.
    "max": "Amount",
    # The name under which the result is kept for later effects.
    "as": "str",
})


class EffectChooseOne(TypedDict):
    """Lets a player choose one of several texts."""

    # Which kind of message, action, event or word this is.
    type: Literal['choose_one']
    # Whose. Absent: the player who uses it.
    who: NotRequired[Player]
    # What may be chosen.
    options: list[EffectOption]


class EffectCopyAttack(TypedDict):
    """Uses an attack of another Pokémon."""

    # Which kind of message, action, event or word this is.
    type: Literal['copy_attack']
    # Whose, or of what.
    of: Target


class EffectCure(TypedDict):
    """Ends special conditions."""

    # Which kind of message, action, event or word this is.
    type: Literal['cure']
    # The Pokémon that is meant.
    target: Target
    # The special condition.
    condition: NotRequired[SpecialCondition]


class EffectCustom(TypedDict):
    """An effect that is written in Java."""

    # Which kind of message, action, event or word this is.
    type: Literal['custom']
    # The id.
    id: str
    # The arguments, by name.
    args: dict[str, str]


class EffectDamage(TypedDict):
    """Damages Pokémon."""

    # Which kind of message, action, event or word this is.
    type: Literal['damage']
    # How much.
    amount: Amount
    # The Pokémon that is meant.
    target: Target
    # Whether weakness and resistance are left out.
    plain: NotRequired[bool]


class EffectDelay(TypedDict):
    """Does something later."""

    # Which kind of message, action, event or word this is.
    type: Literal['delay']
    # Where in play, or when.
    at: EffectMoment
    # What happens, in order.
    effects: list[Effect]


class EffectDevolve(TypedDict):
    """Takes the highest stage off a Pokémon."""

    # Which kind of message, action, event or word this is.
    type: Literal['devolve']
    # The Pokémon that is meant.
    target: Target
    # Where to.
    to: Destination


# Discards energy from Pokémon.
EffectDiscardEnergy = TypedDict("EffectDiscardEnergy", {
    # Which kind of message, action, event or word this is.
    "type": "Literal['discard_energy']",
    # Where from.
    "from": "Target",
    # Which ones count. Absent: all.
    "where": "NotRequired[Filter]",
    # How many.
    "count": "NotRequired[Amount]",
    # Who does it, or by how much.
    "by": "NotRequired[Player]",
    # The name under which the result is kept for later effects.
    "as": "NotRequired[str]",
    # Whether fewer may be taken.
    "up_to": "NotRequired[bool]",
})


class EffectDiscardHand(TypedDict):
    """Discards cards from hand."""

    # Which kind of message, action, event or word this is.
    type: Literal['discard_hand']
    # How many.
    count: Amount
    # Whose. Absent: the player who uses it.
    who: NotRequired[Player]
    # Who does it, or by how much.
    by: NotRequired[Player]
    # Which ones count. Absent: all.
    where: NotRequired[Filter]


class EffectDiscardStadium(TypedDict):
    """Discards the stadium."""

    # Which kind of message, action, event or word this is.
    type: Literal['discard_stadium']


# Discards tools.
EffectDiscardTools = TypedDict("EffectDiscardTools", {
    # Which kind of message, action, event or word this is.
    "type": "Literal['discard_tools']",
    # Where from.
    "from": "Target",
})


class EffectDraw(TypedDict):
    """Draws cards."""

    # Which kind of message, action, event or word this is.
    type: Literal['draw']
    # How many.
    count: Amount
    # Whose. Absent: the player who uses it.
    who: NotRequired[Player]


class EffectDrawUntil(TypedDict):
    """Draws until the hand has a size."""

    # Which kind of message, action, event or word this is.
    type: Literal['draw_until']
    # How many cards.
    size: Amount
    # Whose. Absent: the player who uses it.
    who: NotRequired[Player]


class EffectEndTurn(TypedDict):
    """Ends the turn."""

    # Which kind of message, action, event or word this is.
    type: Literal['end_turn']


# Evolves a Pokémon.
EffectEvolve = TypedDict("EffectEvolve", {
    # Which kind of message, action, event or word this is.
    "type": "Literal['evolve']",
    # The Pokémon that is meant.
    "target": "Target",
    # Where from.
    "from": "Zone",
    # Whether a stage may be skipped.
    "skip": "NotRequired[bool]",
    # Which ones count. Absent: all.
    "where": "NotRequired[Filter]",
})


class EffectExtraEnergy(TypedDict):
    """Allows more energy in this turn."""

    # Which kind of message, action, event or word this is.
    type: Literal['extra_energy']
    # How many.
    count: int


class EffectExtraSupporter(TypedDict):
    """Allows more Supporters in this turn."""

    # Which kind of message, action, event or word this is.
    type: Literal['extra_supporter']
    # How many.
    count: int


class EffectFail(TypedDict):
    """Makes the attack do nothing."""

    # Which kind of message, action, event or word this is.
    type: Literal['fail']


# Flips coins.
EffectFlip = TypedDict("EffectFlip", {
    # Which kind of message, action, event or word this is.
    "type": "Literal['flip']",
    # How many.
    "count": "NotRequired[Amount]",
    # The name under which the result is kept for later effects.
    "as": "NotRequired[str]",
})


# Flips coins until one shows tails.
EffectFlipUntilTails = TypedDict("EffectFlipUntilTails", {
    # Which kind of message, action, event or word this is.
    "type": "Literal['flip_until_tails']",
    # The name under which the result is kept for later effects.
    "as": "NotRequired[str]",
})


# Does something for each Pokémon.
EffectForEach = TypedDict("EffectForEach", {
    # Which kind of message, action, event or word this is.
    "type": "Literal['for_each']",
    # In which turn, or for which Pokémon.
    "in": "Target",
    # What happens, in order.
    "effects": "list[Effect]",
})


class EffectGenerateEnergy(TypedDict):
    """Attaches energy that comes from nowhere."""

    # Which kind of message, action, event or word this is.
    type: Literal['generate_energy']
    # The energy.
    energy: EnergyType
    # How many.
    count: Amount
    # Where to.
    to: Target


class EffectGrant(TypedDict):
    """Gives Pokémon a lasting effect."""

    # Which kind of message, action, event or word this is.
    type: Literal['grant']
    # What it gives.
    gives: Static
    # Where to.
    to: Target
    # How long it lasts.
    until: Span


class EffectGrantPlayer(TypedDict):
    """Gives a player a lasting effect."""

    # Which kind of message, action, event or word this is.
    type: Literal['grant_player']
    # What it gives.
    gives: Static
    # Where to.
    to: Player
    # How long it lasts.
    until: Span


class EffectGust(TypedDict):
    """Makes a benched Pokémon of the opponent the active one."""

    # Which kind of message, action, event or word this is.
    type: Literal['gust']
    # Who does it, or by how much.
    by: NotRequired[Player]


class EffectHeal(TypedDict):
    """Heals damage."""

    # Which kind of message, action, event or word this is.
    type: Literal['heal']
    # The Pokémon that is meant.
    target: Target
    # How much.
    amount: NotRequired[Amount]


class EffectIf(TypedDict):
    """Does something under a condition."""

    # Which kind of message, action, event or word this is.
    type: Literal['if']
    # The condition under which it holds.
    when: Condition
    # What happens if so.
    then: list[Effect]
    # What happens if not.
    otherwise: NotRequired[list[Effect]]


class EffectKnockOut(TypedDict):
    """Knocks a Pokémon out."""

    # Which kind of message, action, event or word this is.
    type: Literal['knock_out']
    # The Pokémon that is meant.
    target: Target


class EffectLeaveHp(TypedDict):
    """Damages a Pokémon until it has so many hit points left."""

    # Which kind of message, action, event or word this is.
    type: Literal['leave_hp']
    # The Pokémon that is meant.
    target: Target
    # What is left, in hit points.
    remaining: Amount


# Keeps a number under a name.
EffectLet = TypedDict("EffectLet", {
    # Which kind of message, action, event or word this is.
    "type": "Literal['let']",
    # The name under which the result is kept for later effects.
    "as": "str",
    # How much.
    "amount": "Amount",
})


class EffectLookAtTop(TypedDict):
    """Looks at the top cards of a deck."""

    # Which kind of message, action, event or word this is.
    type: Literal['look_at_top']
    # How many.
    count: Amount
    # Whose, or of what.
    of: NotRequired[Player]
    # Which ones count. Absent: all.
    where: NotRequired[Filter]
    # What is subtracted, or how many are taken.
    take: Amount
    # Where to.
    to: Destination
    # Where the others go.
    rest: Destination
    # Whether the player orders them.
    ordered: NotRequired[bool]


class EffectMay(TypedDict):
    """Lets a player decide whether it happens."""

    # Which kind of message, action, event or word this is.
    type: Literal['may']
    # Whose. Absent: the player who uses it.
    who: NotRequired[Player]
    # What happens if so.
    then: list[Effect]
    # What happens if not.
    otherwise: NotRequired[list[Effect]]


# Discards the top cards of a deck.
EffectMill = TypedDict("EffectMill", {
    # Which kind of message, action, event or word this is.
    "type": "Literal['mill']",
    # How many.
    "count": "Amount",
    # Whose. Absent: the player who uses it.
    "who": "NotRequired[Player]",
    # The name under which the result is kept for later effects.
    "as": "NotRequired[str]",
})


# Moves all cards of a pile.
EffectMoveAll = TypedDict("EffectMoveAll", {
    # Which kind of message, action, event or word this is.
    "type": "Literal['move_all']",
    # Where from.
    "from": "Zone",
    # Whose, or of what.
    "of": "NotRequired[Player]",
    # Which ones count. Absent: all.
    "where": "NotRequired[Filter]",
    # Where to.
    "to": "Destination",
})


class EffectMoveChosen(TypedDict):
    """Moves cards that were chosen before."""

    # Which kind of message, action, event or word this is.
    type: Literal['move_chosen']
    # The name under which something was chosen before.
    chosen: str
    # Where to.
    to: Destination


# Moves damage counters.
EffectMoveCounters = TypedDict("EffectMoveCounters", {
    # Which kind of message, action, event or word this is.
    "type": "Literal['move_counters']",
    # Where from.
    "from": "Target",
    # Where to.
    "to": "Target",
    # How many.
    "count": "NotRequired[Amount]",
})


# Moves energy between Pokémon.
EffectMoveEnergy = TypedDict("EffectMoveEnergy", {
    # Which kind of message, action, event or word this is.
    "type": "Literal['move_energy']",
    # Where from.
    "from": "Target",
    # Where to.
    "to": "Target",
    # Which ones count. Absent: all.
    "where": "NotRequired[Filter]",
    # How many.
    "count": "Amount",
    # Whether fewer may be taken.
    "up_to": "NotRequired[bool]",
})


class EffectOption(TypedDict):
    """One of several texts."""

    # A text for people.
    label: str
    # What happens, in order.
    effects: list[Effect]


# Keeps a Pokémon under a name.
EffectPick = TypedDict("EffectPick", {
    # Which kind of message, action, event or word this is.
    "type": "Literal['pick']",
    # The Pokémon that is meant.
    "target": "Target",
    # The name under which the result is kept for later effects.
    "as": "str",
})


class EffectPlaceCounters(TypedDict):
    """Puts damage counters on a Pokémon."""

    # Which kind of message, action, event or word this is.
    type: Literal['place_counters']
    # How many.
    count: Amount
    # The Pokémon that is meant.
    target: Target


class EffectRandomFromHand(TypedDict):
    """Takes random cards from a hand."""

    # Which kind of message, action, event or word this is.
    type: Literal['random_from_hand']
    # How many.
    count: Amount
    # Whose. Absent: the player who uses it.
    who: NotRequired[Player]
    # Where to.
    to: Destination


class EffectRecoil(TypedDict):
    """Damages the attacker."""

    # Which kind of message, action, event or word this is.
    type: Literal['recoil']
    # How much.
    amount: Amount


class EffectRepeat(TypedDict):
    """Does something several times."""

    # Which kind of message, action, event or word this is.
    type: Literal['repeat']
    # How often.
    times: Amount
    # What happens, in order.
    effects: list[Effect]


class EffectReturn(TypedDict):
    """Takes a Pokémon out of play."""

    # Which kind of message, action, event or word this is.
    type: Literal['return']
    # The Pokémon that is meant.
    target: Target
    # Where to.
    to: Destination
    # Where the attached cards go. Absent: the discard pile.
    attached: NotRequired[Destination]


# Takes energy off a Pokémon.
EffectReturnEnergy = TypedDict("EffectReturnEnergy", {
    # Which kind of message, action, event or word this is.
    "type": "Literal['return_energy']",
    # Where from.
    "from": "Target",
    # Which ones count. Absent: all.
    "where": "NotRequired[Filter]",
    # How many.
    "count": "NotRequired[Amount]",
    # Where to.
    "to": "NotRequired[Destination]",
})


class EffectRevealHand(TypedDict):
    """Shows a hand."""

    # Which kind of message, action, event or word this is.
    type: Literal['reveal_hand']
    # Whose. Absent: the player who uses it.
    who: Player


# Shows the top cards of a deck.
EffectRevealTop = TypedDict("EffectRevealTop", {
    # Which kind of message, action, event or word this is.
    "type": "Literal['reveal_top']",
    # How many.
    "count": "Amount",
    # Whose. Absent: the player who uses it.
    "who": "NotRequired[Player]",
    # Who sees them; absent: everyone.
    "to": "NotRequired[Player]",
    # The name under which the result is kept for later effects.
    "as": "NotRequired[str]",
})


# Searches the deck.
EffectSearch = TypedDict("EffectSearch", {
    # Which kind of message, action, event or word this is.
    "type": "Literal['search']",
    # Which ones count. Absent: all.
    "where": "NotRequired[Filter]",
    # How many.
    "count": "Amount",
    # Where to.
    "to": "Destination",
    # Whether the opponent sees it.
    "reveal": "NotRequired[bool]",
    # The name under which the result is kept for later effects.
    "as": "NotRequired[str]",
})


class EffectShuffle(TypedDict):
    """Shuffles a deck."""

    # Which kind of message, action, event or word this is.
    type: Literal['shuffle']
    # Whose. Absent: the player who uses it.
    who: NotRequired[Player]


class EffectSpreadCounters(TypedDict):
    """Lets a player spread damage counters."""

    # Which kind of message, action, event or word this is.
    type: Literal['spread_counters']
    # How many.
    count: Amount
    # Whose, or of what.
    of: Player
    # Where in play, or when.
    at: NotRequired[Place]
    # Which ones count. Absent: all.
    where: NotRequired[Filter]


class EffectSwitch(TypedDict):
    """Swaps the active Pokémon with a benched one."""

    # Which kind of message, action, event or word this is.
    type: Literal['switch']
    # Whose, or of what.
    of: NotRequired[Player]
    # Who does it, or by how much.
    by: NotRequired[Player]


class EffectTakePrizes(TypedDict):
    """Takes prizes."""

    # Which kind of message, action, event or word this is.
    type: Literal['take_prizes']
    # How many.
    count: Amount
    # Whose. Absent: the player who uses it.
    who: NotRequired[Player]


class EffectUnaffected(TypedDict):
    """Makes the attack ignore something."""

    # Which kind of message, action, event or word this is.
    type: Literal['unaffected']
    # Who does it, or by how much.
    by: EffectInfluence


class EffectUseAttackOf(TypedDict):
    """Uses an attack of a card that was chosen before."""

    # Which kind of message, action, event or word this is.
    type: Literal['use_attack_of']
    # The name under which something was chosen before.
    chosen: str


class EnergyAttachedEvent(TypedDict):
    """Energy was attached."""

    # Which kind of message, action, event or word this is.
    type: Literal['energy_attached']
    # The seat of the player, or whose it is.
    player: Seat
    # The energy.
    energy: Card
    # The id of the Pokémon that is meant.
    target_id: str


class EnergyDefinition(TypedDict):
    """An energy card."""

    # Which kind of message, action, event or word this is.
    type: Literal['energy']
    # The id.
    id: str
    # The name, for people.
    name: str
    # The id of the card set.
    set: str
    # Whether it is basic; in rules: the worth of a Pokémon without a rule box.
    basic: bool
    # The text as it is read on the card.
    text: str
    # What one card provides: a list of types for each unit, any of which it can be.
    provides: list[Provides]
    # Which Pokémon it may be attached to. Absent: any.
    attaches_to: NotRequired[Filter]
    # The abilities.
    abilities: list[AbilityDefinition]
    # Words that effects refer to.
    tags: list[str]
    # Hints for the picture. Absent: none.
    art: NotRequired[ArtHint]


class EnergyMovedEvent(TypedDict):
    """Energy moved to another Pokémon."""

    # Which kind of message, action, event or word this is.
    type: Literal['energy_moved']
    # The seat of the player, or whose it is.
    player: Seat
    # The energy.
    energy: Card
    # The id of the Pokémon that lost it.
    from_id: str
    # The id of the Pokémon that is meant.
    target_id: str


class EnergyZone(TypedDict):
    """The energy of this turn, and of the next."""

    # The energy that can be attached now. Null: none.
    current: Union[EnergyType, None]
    # The one of the next turn. Null: unknown or none.
    next: Union[EnergyType, None]


class EnergyZoneChangedEvent(TypedDict):
    """The energy zone produced energy, or lost it."""

    # Which kind of message, action, event or word this is.
    type: Literal['energy_zone_changed']
    # The seat of the player, or whose it is.
    player: Seat
    # The energy that can be attached now. Absent: none.
    current: NotRequired[EnergyType]
    # The one of the next turn. Null: unknown or none.
    next: NotRequired[EnergyType]


class FiledReport(TypedDict):
    """A report that operators see now."""

    # The id of the report.
    report_id: str


class FilterAllOf(TypedDict):
    """Matches what all of these match."""

    # Which kind of message, action, event or word this is.
    type: Literal['all_of']
    # The value.
    value: list[Filter]


class FilterAny(TypedDict):
    """Matches everything."""

    # Which kind of message, action, event or word this is.
    type: Literal['any']


class FilterAnyOf(TypedDict):
    """Matches what one of these matches."""

    # Which kind of message, action, event or word this is.
    type: Literal['any_of']
    # The value.
    value: list[Filter]


class FilterDamaged(TypedDict):
    """Matches damaged Pokémon."""

    # Which kind of message, action, event or word this is.
    type: Literal['damaged']


class FilterEvolution(TypedDict):
    """Matches evolved Pokémon."""

    # Which kind of message, action, event or word this is.
    type: Literal['evolution']


class FilterEvolvesFrom(TypedDict):
    """Matches what evolves from a name."""

    # Which kind of message, action, event or word this is.
    type: Literal['evolves_from']
    # The name.
    value: str


class FilterEvolvesFromChosen(TypedDict):
    """Matches what evolves from a card chosen before."""

    # Which kind of message, action, event or word this is.
    type: Literal['evolves_from_chosen']
    # The name under which it was chosen.
    value: str


class FilterHasAbility(TypedDict):
    """Matches Pokémon with an ability."""

    # Which kind of message, action, event or word this is.
    type: Literal['has_ability']


class FilterHasAttached(TypedDict):
    """Matches Pokémon with such cards attached."""

    # Which kind of message, action, event or word this is.
    type: Literal['has_attached']
    # Which ones count. Absent: all.
    where: Filter
    # How many.
    count: NotRequired[int]


class FilterHasCondition(TypedDict):
    """Matches Pokémon with a special condition."""

    # Which kind of message, action, event or word this is.
    type: Literal['has_condition']
    # The special condition.
    condition: NotRequired[SpecialCondition]


class FilterHasEnergy(TypedDict):
    """Matches Pokémon with energy."""

    # Which kind of message, action, event or word this is.
    type: Literal['has_energy']
    # The energy.
    energy: NotRequired[EnergyType]
    # How many.
    count: NotRequired[int]


class FilterHasRuleBox(TypedDict):
    """Matches Pokémon with a rule box."""

    # Which kind of message, action, event or word this is.
    type: Literal['has_rule_box']
    # The value.
    value: RuleBox


class FilterHasTool(TypedDict):
    """Matches Pokémon with a tool."""

    # Which kind of message, action, event or word this is.
    type: Literal['has_tool']


class FilterHpAtMost(TypedDict):
    """Matches Pokémon with so many hit points at most."""

    # Which kind of message, action, event or word this is.
    type: Literal['hp_at_most']
    # The value.
    value: int


class FilterIsActive(TypedDict):
    """Matches active Pokémon."""

    # Which kind of message, action, event or word this is.
    type: Literal['is_active']


class FilterIsBenched(TypedDict):
    """Matches benched Pokémon."""

    # Which kind of message, action, event or word this is.
    type: Literal['is_benched']


class FilterIsSelf(TypedDict):
    """Matches the Pokémon itself."""

    # Which kind of message, action, event or word this is.
    type: Literal['is_self']


class FilterKind(TypedDict):
    """Matches a kind of card."""

    # Which kind of message, action, event or word this is.
    type: Literal['kind']
    # The value.
    value: CardKind


class FilterMovedUpThisTurn(TypedDict):
    """Matches a Pokémon that became active in this turn."""

    # Which kind of message, action, event or word this is.
    type: Literal['moved_up_this_turn']


class FilterNamed(TypedDict):
    """Matches a name."""

    # Which kind of message, action, event or word this is.
    type: Literal['named']
    # The name.
    value: str


class FilterNewThisTurn(TypedDict):
    """Matches a Pokémon that came into play in this turn."""

    # Which kind of message, action, event or word this is.
    type: Literal['new_this_turn']


class FilterNot(TypedDict):
    """Matches what this does not match."""

    # Which kind of message, action, event or word this is.
    type: Literal['not']
    # The value.
    value: Filter


class FilterOfStage(TypedDict):
    """Matches a stage."""

    # Which kind of message, action, event or word this is.
    type: Literal['of_stage']
    # The value.
    value: Stage


class FilterOfType(TypedDict):
    """Matches a type."""

    # Which kind of message, action, event or word this is.
    type: Literal['of_type']
    # The value.
    value: EnergyType


class FilterRetreatAtLeast(TypedDict):
    """Matches Pokémon with at least this retreat cost."""

    # Which kind of message, action, event or word this is.
    type: Literal['retreat_at_least']
    # The value.
    value: int


class FilterRetreatAtMost(TypedDict):
    """Matches Pokémon with at most this retreat cost."""

    # Which kind of message, action, event or word this is.
    type: Literal['retreat_at_most']
    # The value.
    value: int


class FilterTagged(TypedDict):
    """Matches cards with a tag."""

    # Which kind of message, action, event or word this is.
    type: Literal['tagged']
    # The tag.
    value: str


class FirstPlayerChosenEvent(TypedDict):
    """The first player was chosen."""

    # Which kind of message, action, event or word this is.
    type: Literal['first_player_chosen']
    # The seat of the player, or whose it is.
    player: Seat


class FirstPlayerFlippedEvent(TypedDict):
    """The coin flip for the first turn was won."""

    # Which kind of message, action, event or word this is.
    type: Literal['first_player_flipped']
    # The seat of the player, or whose it is.
    player: Seat


class FoundUser(TypedDict):
    """A user who was found by name."""

    # The id of a user.
    user_id: str
    # The name, for people.
    name: str


class Friend(TypedDict):
    """A friend, or a user with an open friend request."""

    # The id of a user.
    user_id: str
    # The name, for people.
    name: str
    # `friends`, `asked` (the user waits for an answer) or `asking` (the other one does).
    status: str
    # Whether the friend is connected. Absent: no friend yet.
    online: NotRequired[bool]
    # Since when, ISO 8601 in UTC.
    since: str


class GameActionMessage(TypedDict):
    """Does one of the state's legal actions."""

    # Which kind of message, action, event or word this is.
    type: NotRequired[Literal['game:action']]
    # Chosen by the sender. A client repeats a message under the same id; the server carries it out once.
    message_id: str
    # The id of a game.
    game_id: str
    # The action to carry out, one of the state's `legal_actions`.
    action: Action
    # The version that the client saw; the server refuses with `stale_version` if it has changed.
    expected_event_id: NotRequired[int]
    # The client's span that the message belongs to, as W3C Trace Context writes it; the server's spans are below it.
    # One that cannot be read is ignored.
    traceparent: NotRequired[str]


class GameActionResultMessage(TypedDict):
    """What an action led to; the reply again for a client that missed it."""

    # Which kind of message, action, event or word this is.
    type: Literal['game:action_result']
    # Chosen by the sender. A client repeats a message under the same id; the server carries it out once.
    message_id: str
    # The time at which the server made the message, ISO 8601 in UTC.
    timestamp: str
    # The id of a game.
    game_id: NotRequired[str]
    # The version of the game: one more for each commit.
    event_id: NotRequired[int]
    # Rises when a game is restored after the store lost it. Ids and versions of another epoch are void.
    epoch: NotRequired[int]
    # The `message_id` of the request that this answers.
    request_id: NotRequired[str]
    # Whether the request was carried out.
    ok: bool
    # The type of the action or of the server's own step.
    action_type: str
    # What happened, in order.
    events: list[GameEvent]


class GameChatMessage(TypedDict):
    """Writes a line to the other player, where the house has chat (`session:ready` says so). `details.reason` of a refusal is `filtered` or `full`."""

    # Which kind of message, action, event or word this is.
    type: NotRequired[Literal['game:chat']]
    # Chosen by the sender. A client repeats a message under the same id; the server carries it out once.
    message_id: NotRequired[str]
    # The id of a game.
    game_id: str
    # From 1 to 200 printable characters; white space becomes single spaces.
    text: str


class GameEmoteMessage(TypedDict):
    """Says one of the fixed things to everyone who follows the game. Clients have the words."""

    # Which kind of message, action, event or word this is.
    type: NotRequired[Literal['game:emote']]
    # Chosen by the sender. A client repeats a message under the same id; the server carries it out once.
    message_id: NotRequired[str]
    # The id of a game.
    game_id: str
    # What the player says.
    emote: Emote


class GameEndedEvent(TypedDict):
    """The game ended."""

    # Which kind of message, action, event or word this is.
    type: Literal['game_ended']
    # The seat of the winner. Absent: a tie.
    winner: NotRequired[Seat]
    # Why.
    reason: EndOfPlay


class GameErrorMessage(TypedDict):
    """A message was refused that had no acknowledgement."""

    # Which kind of message, action, event or word this is.
    type: Literal['game:error']
    # Chosen by the sender. A client repeats a message under the same id; the server carries it out once.
    message_id: str
    # The time at which the server made the message, ISO 8601 in UTC.
    timestamp: str
    # The id of a game.
    game_id: NotRequired[str]
    # The version of the game: one more for each commit.
    event_id: NotRequired[int]
    # Rises when a game is restored after the store lost it. Ids and versions of another epoch are void.
    epoch: NotRequired[int]
    # The `message_id` of the request that this answers.
    request_id: NotRequired[str]
    # Why the request was refused.
    error: Refusal


class GameGameOverMessage(TypedDict):
    """The game is over."""

    # Which kind of message, action, event or word this is.
    type: Literal['game:game_over']
    # Chosen by the sender. A client repeats a message under the same id; the server carries it out once.
    message_id: str
    # The time at which the server made the message, ISO 8601 in UTC.
    timestamp: str
    # The id of a game.
    game_id: NotRequired[str]
    # The version of the game: one more for each commit.
    event_id: NotRequired[int]
    # Rises when a game is restored after the store lost it. Ids and versions of another epoch are void.
    epoch: NotRequired[int]
    # The id of the winner. Null: a draw, or the game goes on.
    winner_id: Union[str, None]
    # Why the game ended. Null: it goes on.
    end_reason: str
    # How long the game took, in milliseconds.
    duration_ms: int
    # The secret seed of the game's chance, 64 hexadecimal digits; known when the game is over.
    rng_seed: str
    # Where the replay is, relative to the server.
    replay_url: str


class GameHeartbeatMessage(TypedDict):
    """Measures the connection. The reply has the server's time."""

    # Which kind of message, action, event or word this is.
    type: NotRequired[Literal['game:heartbeat']]
    # Chosen by the sender. A client repeats a message under the same id; the server carries it out once.
    message_id: NotRequired[str]


class GameJoinMessage(TypedDict):
    """Sits down at a game as its player, or resumes after a lost connection."""

    # Which kind of message, action, event or word this is.
    type: NotRequired[Literal['game:join']]
    # Chosen by the sender. A client repeats a message under the same id; the server carries it out once.
    message_id: NotRequired[str]
    # The id of a game.
    game_id: str
    # The last version the client has; the server sends what it missed.
    last_event_id: NotRequired[int]
    # Rises when a game is restored after the store lost it. Ids and versions of another epoch are void.
    epoch: NotRequired[int]
    # Whether states come whole or as patches.
    sync: NotRequired[Sync]
    # Whether states list the legal actions. Absent: they do.
    legal_actions: NotRequired[bool]
    # Whether patches come with the events. Absent: they do.
    events: NotRequired[bool]


class GameLeaveMessage(TypedDict):
    """Stops following a game."""

    # Which kind of message, action, event or word this is.
    type: NotRequired[Literal['game:leave']]
    # Chosen by the sender. A client repeats a message under the same id; the server carries it out once.
    message_id: NotRequired[str]
    # The id of a game.
    game_id: str


class GameOpponentActionMessage(TypedDict):
    """What the opponent or the server did."""

    # Which kind of message, action, event or word this is.
    type: Literal['game:opponent_action']
    # Chosen by the sender. A client repeats a message under the same id; the server carries it out once.
    message_id: str
    # The time at which the server made the message, ISO 8601 in UTC.
    timestamp: str
    # The id of a game.
    game_id: NotRequired[str]
    # The version of the game: one more for each commit.
    event_id: NotRequired[int]
    # Rises when a game is restored after the store lost it. Ids and versions of another epoch are void.
    epoch: NotRequired[int]
    # The id of a user who plays. Null: the server acted by itself.
    player_id: Union[str, None]
    # The type of the action or of the server's own step.
    action_type: str
    # What happened, in order.
    events: list[GameEvent]


class GameOpponentConnectedMessage(TypedDict):
    """The opponent's connection came, went or came back."""

    # Which kind of message, action, event or word this is.
    type: Literal['game:opponent_connected']
    # Chosen by the sender. A client repeats a message under the same id; the server carries it out once.
    message_id: str
    # The time at which the server made the message, ISO 8601 in UTC.
    timestamp: str
    # The id of a game.
    game_id: NotRequired[str]
    # The version of the game: one more for each commit.
    event_id: NotRequired[int]
    # Rises when a game is restored after the store lost it. Ids and versions of another epoch are void.
    epoch: NotRequired[int]
    # The id of a user who plays. Null: the server acted by itself.
    player_id: str
    # What became of the connection.
    status: OpponentConnectedStatus


class GameOver(TypedDict):
    """The game ended."""

    # Which kind of message, action, event or word this is.
    type: Literal['game_over']
    # The id of the winner. Null: a draw, or the game goes on.
    winner_id: Union[str, None]
    # Why the game ended. Null: it goes on.
    end_reason: str
    # How long the game took, in milliseconds.
    duration_ms: int
    # The secret seed of the game's chance, 64 hexadecimal digits; known when the game is over.
    rng_seed: str
    # Where the replay is, relative to the server.
    replay_url: str


class GamePlayerChatMessage(TypedDict):
    """A player of this game has written something. It is sent to both players, except one who muted or blocked the writer; spectators do not see it. The house's filter may have changed it."""

    # Which kind of message, action, event or word this is.
    type: Literal['game:player_chat']
    # Chosen by the sender. A client repeats a message under the same id; the server carries it out once.
    message_id: str
    # The time at which the server made the message, ISO 8601 in UTC.
    timestamp: str
    # The id of a game.
    game_id: NotRequired[str]
    # The version of the game: one more for each commit.
    event_id: NotRequired[int]
    # Rises when a game is restored after the store lost it. Ids and versions of another epoch are void.
    epoch: NotRequired[int]
    # The id of a user who plays. Null: the server acted by itself.
    player_id: str
    # Rises with every message.
    chat_id: str
    # When it was written, ISO 8601 in UTC.
    said_at: str
    # What the player wrote, or what the house's filter made of it. Text, never markup.
    text: str


class GamePlayerEmoteMessage(TypedDict):
    """A player of this game says one of the fixed things. It is sent to the other player and to spectators, except those who muted or blocked the player."""

    # Which kind of message, action, event or word this is.
    type: Literal['game:player_emote']
    # Chosen by the sender. A client repeats a message under the same id; the server carries it out once.
    message_id: str
    # The time at which the server made the message, ISO 8601 in UTC.
    timestamp: str
    # The id of a game.
    game_id: NotRequired[str]
    # The version of the game: one more for each commit.
    event_id: NotRequired[int]
    # Rises when a game is restored after the store lost it. Ids and versions of another epoch are void.
    epoch: NotRequired[int]
    # The id of a user who plays. Null: the server acted by itself.
    player_id: str
    # What the player says.
    emote: Emote


class GameResignMessage(TypedDict):
    """Gives up a game."""

    # Which kind of message, action, event or word this is.
    type: NotRequired[Literal['game:resign']]
    # Chosen by the sender. A client repeats a message under the same id; the server carries it out once.
    message_id: str
    # The id of a game.
    game_id: str
    # The client's span that the message belongs to, as W3C Trace Context writes it; the server's spans are below it.
    # One that cannot be read is ignored.
    traceparent: NotRequired[str]


class GameSpectateMessage(TypedDict):
    """Watches a game."""

    # Which kind of message, action, event or word this is.
    type: NotRequired[Literal['game:spectate']]
    # Chosen by the sender. A client repeats a message under the same id; the server carries it out once.
    message_id: NotRequired[str]
    # The id of a game.
    game_id: str
    # The last version the client has; the server sends what it missed.
    last_event_id: NotRequired[int]
    # Rises when a game is restored after the store lost it. Ids and versions of another epoch are void.
    epoch: NotRequired[int]
    # Whether states come whole or as patches.
    sync: NotRequired[Sync]
    # Whether states list the legal actions. Absent: they do.
    legal_actions: NotRequired[bool]
    # Whether patches come with the events. Absent: they do.
    events: NotRequired[bool]


class GameSpectatorsMessage(TypedDict):
    """How many people watch."""

    # Which kind of message, action, event or word this is.
    type: Literal['game:spectators']
    # Chosen by the sender. A client repeats a message under the same id; the server carries it out once.
    message_id: str
    # The time at which the server made the message, ISO 8601 in UTC.
    timestamp: str
    # The id of a game.
    game_id: NotRequired[str]
    # The version of the game: one more for each commit.
    event_id: NotRequired[int]
    # Rises when a game is restored after the store lost it. Ids and versions of another epoch are void.
    epoch: NotRequired[int]
    # How many.
    count: int


class GameState(TypedDict):
    """A game as one viewer sees it. Hidden cards are left out."""

    # The id of a game.
    game_id: str
    # The version of the game: one more for each commit.
    event_id: int
    # Rises when a game is restored after the store lost it. Ids and versions of another epoch are void.
    epoch: int
    # The state of affairs in one word.
    status: GameStatus
    # The kind of game: `casual`, `ranked` or `campaign`.
    game_type: str
    # The rules of the game, or the name of their preset.
    rules: RulesConfig
    # Who sees this state.
    viewer: ViewerInfo
    # The SHA-256 of the seed, known from the start, so that the seed cannot be changed later.
    seed_commitment: str
    # The current turn.
    turn: Union[Turn, None]
    # When the clock of the setup runs out, ISO 8601 in UTC. Null: no clock runs.
    setup_deadline: Union[str, None]
    # Both players, by seat.
    players: list[Union[Side, None]]
    # The stadium in play. Null: none.
    stadium: Union[Card, None]
    # A choice that the game waits for. Null: none.
    pending: Union[Pending, None]
    # Every action that this viewer may send now; empty for others. Send one back unchanged.
    legal_actions: list[Action]
    # The attacks that the viewer may choose from, as `attack_index` counts them. Null: those printed on the card of
    # their Active, in that order.
    attacks: Union[list[UsableAttack], None]
    # The id of the winner. Null: a draw, or the game goes on.
    winner_id: Union[str, None]
    # Why the game ended. Null: it goes on.
    end_reason: Union[EndReason, None]


class GameStateMessage(TypedDict):
    """The whole state, after a join or when a patch is not possible."""

    # Which kind of message, action, event or word this is.
    type: Literal['game:state']
    # Chosen by the sender. A client repeats a message under the same id; the server carries it out once.
    message_id: str
    # The time at which the server made the message, ISO 8601 in UTC.
    timestamp: str
    # The id of a game.
    game_id: NotRequired[str]
    # The version of the game: one more for each commit.
    event_id: NotRequired[int]
    # Rises when a game is restored after the store lost it. Ids and versions of another epoch are void.
    epoch: NotRequired[int]
    # Which kind.
    kind: str
    # The whole state. Absent: a patch leads to it.
    state: GameState
    # The commits that the client missed, oldest first.
    missed_events: NotRequired[list[Commit]]
    # True: the missed commits are not kept any more; the state is all there is.
    resync: NotRequired[bool]


class GameSummary(TypedDict):
    """A game in a list."""

    # The id of a game.
    game_id: str
    # The state of affairs in one word.
    status: str
    # The kind of game: `casual`, `ranked` or `campaign`.
    game_type: str
    # The rules of the game, or the name of their preset.
    rules: str
    # Both players, by seat.
    players: list[SummaryPlayer]
    # The current turn.
    turn: int
    # The version of the game: one more for each commit.
    event_id: int
    # The id of the winner. Null: a draw, or the game goes on.
    winner_id: Union[str, None]
    # Why the game ended. Null: it goes on.
    end_reason: Union[str, None]
    # The player to act. Null: no player is, or a spectator delay hides it.
    to_act_id: Union[str, None]
    # When the clock of the player to act runs out. Null: none runs.
    deadline: Union[str, None]
    # The secret part of an invitation; who has it may take the seat.
    invite_code: NotRequired[str]
    # The id of the user who is invited.
    invited: NotRequired[str]


class GameTurnStartMessage(TypedDict):
    """A turn began."""

    # Which kind of message, action, event or word this is.
    type: Literal['game:turn_start']
    # Chosen by the sender. A client repeats a message under the same id; the server carries it out once.
    message_id: str
    # The time at which the server made the message, ISO 8601 in UTC.
    timestamp: str
    # The id of a game.
    game_id: NotRequired[str]
    # The version of the game: one more for each commit.
    event_id: NotRequired[int]
    # Rises when a game is restored after the store lost it. Ids and versions of another epoch are void.
    epoch: NotRequired[int]
    # The id of a user who plays. Null: the server acted by itself.
    player_id: str
    # The number of the turn, from 1.
    turn_number: int
    # When the clock of the acting player runs out, ISO 8601 in UTC. Null: no clock runs.
    deadline: Union[str, None]
    # The time for the turn in milliseconds. Null: no limit.
    time_limit_ms: Union[int, None]


class GameTurnTimeoutMessage(TypedDict):
    """The clock warns, has run out, or was extended."""

    # Which kind of message, action, event or word this is.
    type: Literal['game:turn_timeout']
    # Chosen by the sender. A client repeats a message under the same id; the server carries it out once.
    message_id: str
    # The time at which the server made the message, ISO 8601 in UTC.
    timestamp: str
    # The id of a game.
    game_id: NotRequired[str]
    # The version of the game: one more for each commit.
    event_id: NotRequired[int]
    # Rises when a game is restored after the store lost it. Ids and versions of another epoch are void.
    epoch: NotRequired[int]
    # The id of a user who plays. Null: the server acted by itself.
    player_id: str
    # Which kind.
    kind: TurnTimeoutKind
    # The time left, in milliseconds.
    remaining_ms: int
    # When the clock of the acting player runs out, ISO 8601 in UTC. Null: no clock runs.
    deadline: Union[str, None]
    # What happened because the clock ran out.
    consequence: NotRequired[TurnTimeoutConsequence]
    # Why the clock was extended.
    reason: NotRequired[str]
    # How often this player's clock has run out.
    timeouts_used: int
    # A player who ran out of time so often loses.
    timeouts_before_loss: int


class GameUpdateMessage(TypedDict):
    """A commit, with the patch that leads to the state after it."""

    # Which kind of message, action, event or word this is.
    type: Literal['game:update']
    # Chosen by the sender. A client repeats a message under the same id; the server carries it out once.
    message_id: str
    # The time at which the server made the message, ISO 8601 in UTC.
    timestamp: str
    # The id of a game.
    game_id: NotRequired[str]
    # The version of the game: one more for each commit.
    event_id: NotRequired[int]
    # Rises when a game is restored after the store lost it. Ids and versions of another epoch are void.
    epoch: NotRequired[int]
    # The id of a user who plays. Null: the server acted by itself.
    player_id: Union[str, None]
    # The type of the action or of the server's own step.
    action_type: str
    # What happened, in order.
    events: list[GameEvent]
    # RFC 6902 operations that turn the state before into the state after.
    patch: list[PatchOperation]
    # Set when a turn began with this commit.
    turn_start: NotRequired[TurnStart]
    # Set when the game ended with this commit.
    game_over: NotRequired[GameOver]


class GraceGrantedEvent(TypedDict):
    """A player who came back got extra time."""

    # Which kind of message, action, event or word this is.
    type: Literal['grace_granted']
    # The seat of the player, or whose it is.
    player: Seat


class GuestSignIn(TypedDict):
    """A name for a guest."""

    # The name, for people.
    name: NotRequired[PlayerName]


class Health(TypedDict):
    """Whether the process is alive."""

    # The state of affairs in one word.
    status: str


class InPlay(TypedDict):
    """A Pokémon in play with everything attached to it."""

    # The id.
    id: str
    # The id of its definition in the catalog.
    card: str
    # The damage it has.
    damage: int
    # Its hit points with every effect; it is knocked out when damage reaches them.
    hp: int
    # The energy attached to it.
    energy: list[Card]
    # Tools attached to it.
    tools: list[Card]
    # The cards under it, the lowest first.
    evolved_from: list[Card]
    # The special conditions of the Pokémon.
    conditions: list[SpecialCondition]
    # Whether it may evolve in this turn by the rule of the turn it came into play.
    can_evolve: bool


class JoinGame(TypedDict):
    """Which deck takes the seat, and the invite code if one is needed."""

    # The id of a deck.
    deck_id: str
    # The secret part of an invitation; who has it may take the seat.
    invite_code: NotRequired[str]


class KnockedOutEvent(TypedDict):
    """A Pokémon was knocked out."""

    # Which kind of message, action, event or word this is.
    type: Literal['knocked_out']
    # The seat of the player, or whose it is.
    player: Seat
    # The id of a Pokémon in play.
    pokemon_id: str


class LadderRow(TypedDict):
    """A player on a ladder."""

    # The place on the ladder, from 1.
    rank: int
    # The id of a user.
    user_id: str
    # The name, for people.
    name: str
    # The rating; 1500 at the start.
    rating: float
    # How uncertain the rating is.
    deviation: float
    # The games, or how many.
    games: int
    # Games won.
    wins: int
    # Games lost.
    losses: int
    # Drawn games.
    ties: int


class LinkedIdentity(TypedDict):
    """A person at a provider who is this user."""

    # The provider's identifier.
    issuer: str
    # When they were linked.
    linked_at: str


class LobbyAnnouncementsMessage(TypedDict):
    """The announcements have changed."""

    # Which kind of message, action, event or word this is.
    type: Literal['lobby:announcements']
    # Chosen by the sender. A client repeats a message under the same id; the server carries it out once.
    message_id: str
    # The time at which the server made the message, ISO 8601 in UTC.
    timestamp: str
    # Texts of the operators.
    announcements: list[Announcement]


class LobbyCounts(TypedDict):
    """How busy the server is."""

    # How many users are connected.
    online: int
    # The users in the lobby, or how many.
    members: int
    # How many games wait for a second player.
    open_games: int
    # How many games are being played.
    live_games: int


class LobbyCountsMessage(TypedDict):
    """The counts have changed."""

    # Which kind of message, action, event or word this is.
    type: Literal['lobby:counts']
    # Chosen by the sender. A client repeats a message under the same id; the server carries it out once.
    message_id: str
    # The time at which the server made the message, ISO 8601 in UTC.
    timestamp: str
    # How busy the server is.
    counts: LobbyCounts


class LobbyGamesMessage(TypedDict):
    """Games came to the list, changed, or left it."""

    # Which kind of message, action, event or word this is.
    type: Literal['lobby:games']
    # Chosen by the sender. A client repeats a message under the same id; the server carries it out once.
    message_id: str
    # The time at which the server made the message, ISO 8601 in UTC.
    timestamp: str
    # Games that came to the list.
    added: list[OpenGame]
    # Games that are different now.
    changed: list[OpenGame]
    # The ids of games that left the list.
    removed: list[str]


class LobbyMember(TypedDict):
    """A user in the lobby."""

    # The id of a user.
    user_id: str
    # The name, for people.
    name: str


class LobbyMembersMessage(TypedDict):
    """Users came or left."""

    # Which kind of message, action, event or word this is.
    type: Literal['lobby:members']
    # Chosen by the sender. A client repeats a message under the same id; the server carries it out once.
    message_id: str
    # The time at which the server made the message, ISO 8601 in UTC.
    timestamp: str
    # Users who came.
    joined: list[LobbyMember]
    # The ids of users who left.
    left: list[str]


class LobbyReadyMessage(TypedDict):
    """The first message of the lobby: its games, its members and the announcements."""

    # Which kind of message, action, event or word this is.
    type: Literal['lobby:ready']
    # Chosen by the sender. A client repeats a message under the same id; the server carries it out once.
    message_id: str
    # The time at which the server made the message, ISO 8601 in UTC.
    timestamp: str
    # The id of a user.
    user_id: str
    # The server's clock, ISO 8601 in UTC.
    server_time: str
    # The games, or how many.
    games: list[OpenGame]
    # The users in the lobby, or how many.
    members: list[LobbyMember]
    # How busy the server is.
    counts: LobbyCounts
    # Texts of the operators.
    announcements: list[Announcement]
    # Tournaments that are not over, or have just ended.
    tournaments: list[TournamentEntry]


class LobbyTournamentsMessage(TypedDict):
    """Tournaments were announced, have changed, or are over for some time."""

    # Which kind of message, action, event or word this is.
    type: Literal['lobby:tournaments']
    # Chosen by the sender. A client repeats a message under the same id; the server carries it out once.
    message_id: str
    # The time at which the server made the message, ISO 8601 in UTC.
    timestamp: str
    # Tournaments that are new or different.
    changed: list[TournamentEntry]
    # Ids of tournaments that are no longer listed.
    removed: list[str]


class Login(TypedDict):
    """A name and its password."""

    # The name, for people.
    name: str
    # The password.
    password: str


class Logout(TypedDict):
    """Which sessions end."""

    # The token that gets new tokens.
    refresh_token: NotRequired[str]
    # Whether all sessions of the user end.
    all: NotRequired[bool]


class MulliganTakenEvent(TypedDict):
    """A hand without a Basic Pokémon was shown and replaced."""

    # Which kind of message, action, event or word this is.
    type: Literal['mulligan_taken']
    # The seat of the player, or whose it is.
    player: Seat
    # The cards in hand. Null: hidden from this viewer.
    hand: list[Card]


class NewGame(TypedDict):
    """What a new game is made of."""

    # The id of a deck.
    deck_id: str
    # The name of a preset, or an object with `preset` and the fields that differ.
    rules_config: NotRequired[Any]
    # The kind of game: `casual`, `ranked` or `campaign`.
    game_type: NotRequired[GameType]
    # Who takes the other seat. Absent: the holder of the invite code.
    opponent: NotRequired[Opponent]
    # Who may watch.
    spectators: NotRequired[Audience]
    # By how much spectators lag behind, in milliseconds.
    spectator_delay_ms: NotRequired[DelayMs]


class NewReport(TypedDict):
    """A report about a user."""

    # The user who is reported.
    user_id: str
    # Why.
    reason: ReportReason
    # The game in which it happened, if it was in one.
    game_id: NotRequired[str]
    # In the reporter's words, 500 characters at most.
    details: NotRequired[str]


class NewTicket(TypedDict):
    """What game the user waits for."""

    # The id of a deck.
    deck_id: str
    # The name of the preset these rules come from.
    preset: str
    # The kind of game: `casual`, `ranked` or `campaign`.
    game_type: NotRequired[GameType]
    # After how long a bot takes the other seat. Absent: never.
    bot_after_ms: NotRequired[BotAfterMs]


class OpenGame(TypedDict):
    """A game that waits for a second player."""

    # The id of a game.
    game_id: str
    # The kind of game: `casual`, `ranked` or `campaign`.
    game_type: str
    # The rules of the game, or the name of their preset.
    rules: str
    # The id of the user who made the game.
    creator_id: str
    # The name of the user who made the game.
    creator_name: str
    # Whether that user is connected.
    creator_online: bool
    # When it was made, ISO 8601 in UTC.
    created_at: str


class Opponent(TypedDict):
    """Who takes the other seat."""

    # Which kind.
    kind: OpponentKind
    # Whether strangers see it in the list of open games.
    listed: NotRequired[bool]
    # The id of a user.
    user_id: NotRequired[str]
    # The name of the bot.
    bot: NotRequired[str]
    # The starter deck that a bot plays. Absent: a random one.
    deck_id: NotRequired[str]


class Participation(TypedDict):
    """What a tournament is for the user."""

    # The deck that the user plays with.
    deck_name: NotRequired[str]
    # Whether the user is there.
    checked_in: bool
    # Whether the user plays no further round.
    dropped: bool
    # The user's match of this round. Absent: none.
    match: NotRequired[TournamentMatch]


class PasswordChange(TypedDict):
    """A new password, and the one before."""

    # The password until now. Absent: the user has none yet.
    current_password: NotRequired[str]
    # The password from now on.
    new_password: NewPassword


class PastGame(TypedDict):
    """A finished game."""

    # The id of a game.
    game_id: str
    # The state of affairs in one word.
    status: str
    # The kind of game: `casual`, `ranked` or `campaign`.
    game_type: str
    # The rules of the game, or the name of their preset.
    rules: str
    # Both players, by seat.
    players: list[SummaryPlayer]
    # The current turn.
    turn: int
    # The version of the game: one more for each commit.
    event_id: int
    # The id of the winner. Null: a draw, or the game goes on.
    winner_id: Union[str, None]
    # Why the game ended. Null: it goes on.
    end_reason: str
    # When it began, ISO 8601 in UTC.
    started_at: str
    # When it ended, ISO 8601 in UTC.
    ended_at: str
    # How long the game took, in milliseconds.
    duration_ms: int
    # Where the replay is, relative to the server.
    replay_url: str
    # How it ended.
    result: NotRequired[GameResult]
    # The user's deck.
    deck: NotRequired[PlayedDeck]
    # The opponent's deck.
    opponent_deck: NotRequired[PlayedDeck]


class PatchOperation(TypedDict):
    """One operation of RFC 6902."""

    # What is done.
    op: PatchOp
    # Where: a JSON Pointer in a patch, a JSONPath in a problem.
    path: str
    # The value.
    value: NotRequired[Any]


class Pending(TypedDict):
    """A choice that the game waits for. All but `player_id` only for the player who must choose."""

    # The id of a user who plays. Null: the server acted by itself.
    player_id: str
    # The id of the pending choice.
    choice_id: NotRequired[str]
    # Which kind of choice.
    kind: NotRequired[ChoiceKind]
    # The fewest that may be chosen.
    min: NotRequired[int]
    # The most that may be chosen.
    max: NotRequired[int]
    # What may be chosen.
    options: NotRequired[list[ChoiceOption]]
    # The question in English.
    prompt: NotRequired[str]
    # What the choice is for: the word of the effect that asks, or `retreat`, `promote`, `take_prize`, `go_first`,
    # `extra_cards`, `order`, `use_ability`.
    purpose: NotRequired[str]
    # The card's text that asks. Absent: the rules of the game ask.
    source: NotRequired[Source]


class PersonalBlock(TypedDict):
    """A user that is blocked."""

    # The id of a user.
    user_id: str
    # The name, for people.
    name: str


class PersonalCampaign(TypedDict):
    """What the user has won in the campaign."""

    # The house opponents that the user has beaten, the first one first.
    wins: list[PersonalWin]
    # The id of the title that others see; absent: none.
    title: NotRequired[str]
    # The id of the card back that others see; absent: the usual one.
    card_back: NotRequired[str]


class PersonalData(TypedDict):
    """A user's own data."""

    # The id of a user.
    user_id: str
    # The name, for people.
    name: str
    # Whether the user has no account.
    guest: bool
    # Whether others find the user by name.
    findable_by_name: bool
    # Where the user is signed in.
    sessions: list[PersonalSession]
    # Who the user is at sign-in providers.
    identities: list[PersonalIdentity]
    # The user's own decks.
    decks: list[PersonalDeck]
    # Finished games, the latest first.
    games: list[PersonalGame]
    # Ratings of this season.
    ratings: list[PersonalRating]
    # What the user has won in the campaign, and shows of it.
    campaign: PersonalCampaign
    # Tournaments that the user has registered for, the latest first.
    tournaments: list[PersonalTournament]
    # Daily puzzles that the user has solved, the latest first.
    puzzles: list[PersonalPuzzle]
    # Friends and open questions.
    friends: list[PersonalFriend]
    # Users that are blocked.
    blocks: list[PersonalBlock]
    # Users whose emotes and chat the user does not see.
    mutes: list[PersonalBlock]
    # What the user has reported to the operators.
    reports: list[PersonalReport]
    # What the user wrote in games, the latest first; 1,000 messages at most.
    chat: list[PersonalMessage]


class PersonalDeck(TypedDict):
    """A deck of the user's own."""

    # The id.
    id: str
    # The name, for people.
    name: str
    # The rules of the game, or the name of their preset.
    rules: str
    # The cards. Absent: hidden from this viewer.
    cards: list[DeckEntry]
    # Cards of the energy deck; used only by rules that have one.
    energy_cards: list[DeckEntry]
    # The types that the energy zone produces; used only by rules that have one.
    energy_types: list[EnergyType]


class PersonalFriend(TypedDict):
    """A friend, or a user with an open friend request."""

    # The id of a user.
    user_id: str
    # The name, for people.
    name: str
    # `friends`, `asked` or `asking`.
    status: str
    # Since when, ISO 8601 in UTC.
    since: str


class PersonalGame(TypedDict):
    """A finished game of the user."""

    # The id of a game.
    game_id: str
    # The kind of game: `casual`, `ranked` or `campaign`.
    game_type: str
    # The rules of the game, or the name of their preset.
    rules: str
    # When it began, ISO 8601 in UTC.
    started_at: str
    # When it ended, ISO 8601 in UTC.
    ended_at: str
    # Why the game ended. Null: it goes on.
    end_reason: str
    # Whether the user won; absent when the game had no winner.
    won: NotRequired[bool]


class PersonalIdentity(TypedDict):
    """Who the user is at a sign-in provider."""

    # The provider's identifier.
    issuer: str
    # The provider's id of the person.
    subject: str
    # When they were linked.
    linked_at: str


class PersonalMessage(TypedDict):
    """What the user wrote in a game."""

    # The id of a game.
    game_id: str
    # When it was written, ISO 8601 in UTC.
    said_at: str
    # What the user wrote.
    text: str


class PersonalPuzzle(TypedDict):
    """A daily puzzle that the user has solved."""

    # The day of the puzzle.
    day: str
    # When the user solved it, ISO 8601 in UTC.
    solved_at: str


class PersonalRating(TypedDict):
    """A rating in this season."""

    # The name of the preset these rules come from.
    preset: str
    # The id of a season.
    season: str
    # The rating; 1500 at the start.
    rating: float
    # How uncertain the rating is.
    deviation: float
    # The games, or how many.
    games: int


class PersonalReport(TypedDict):
    """A report by the user."""

    # The user who was reported.
    user_id: str
    # Why.
    reason: str
    # In the user's words.
    details: str
    # When it was made, ISO 8601 in UTC.
    created_at: str


class PersonalSession(TypedDict):
    """A place where the user is signed in."""

    # When it began, ISO 8601 in UTC.
    started_at: str
    # When it was last used, ISO 8601 in UTC.
    last_used_at: str


class PersonalTournament(TypedDict):
    """A tournament that the user has registered for, and the name of the deck."""

    # The tournament.
    tournament_id: str
    # The name, for people.
    name: str
    # When the season starts, ISO 8601 in UTC.
    starts_at: str
    # The name of the deck that the user registered with.
    deck_name: str


class PersonalWin(TypedDict):
    """A house opponent that the user has beaten."""

    # The opponent's id.
    opponent: str
    # When the user won for the first time, ISO 8601 in UTC.
    beaten_at: str


class PlayedCard(TypedDict):
    """A card and the digest of its definition when the game was played."""

    # A card: its id in the catalog, or the card itself. Absent or null: it is hidden.
    card: str
    # The digest of the card's definition when the game was played.
    print: str


class PlayedDeck(TypedDict):
    """A deck of a finished game."""

    # The print of its cards: decks with the same cards have the same id.
    deck_id: str
    # As its player had called it. Absent for games of older builds.
    name: NotRequired[str]


class PlayerLeftEvent(TypedDict):
    """A player left the game and did not come back within some seconds. Their clock is shorter now."""

    # Which kind of message, action, event or word this is.
    type: Literal['player_left']
    # The seat of the player, or whose it is.
    player: Seat


class PlayerReturnedEvent(TypedDict):
    """A player who had left is back."""

    # Which kind of message, action, event or word this is.
    type: Literal['player_returned']
    # The seat of the player, or whose it is.
    player: Seat


class PointsScoredEvent(TypedDict):
    """Points were scored."""

    # Which kind of message, action, event or word this is.
    type: Literal['points_scored']
    # The seat of the player, or whose it is.
    player: Seat
    # Points scored.
    points: int


class PokemonBenchedEvent(TypedDict):
    """A Pokémon was put on the bench by an effect."""

    # Which kind of message, action, event or word this is.
    type: Literal['pokemon_benched']
    # The seat of the player, or whose it is.
    player: Seat
    # The Pokémon's card.
    pokemon: Card


class PokemonDefinition(TypedDict):
    """A Pokémon card."""

    # Which kind of message, action, event or word this is.
    type: Literal['pokemon']
    # The id.
    id: str
    # The name, for people.
    name: str
    # The id of the card set.
    set: str
    # The stage.
    stage: Stage
    # The rule box. Absent: none.
    rule_box: NotRequired[RuleBox]
    # The name of the Pokémon it evolves from.
    evolves_from: NotRequired[str]
    # The hit points.
    hp: int
    # The types.
    types: list[EnergyType]
    # Its weakness. Absent: none.
    weakness: NotRequired[Weakness]
    # Its resistance. Absent: none.
    resistance: NotRequired[Resistance]
    # The retreat cost: so many energies.
    retreat: int
    # The text as it is read on the card.
    text: NotRequired[str]
    # The abilities.
    abilities: list[AbilityDefinition]
    # The attacks.
    attacks: list[AttackDefinition]
    # Words that effects refer to.
    tags: list[str]
    # Hints for the picture. Absent: none.
    art: NotRequired[ArtHint]


class PokemonDevolvedEvent(TypedDict):
    """A Pokémon lost its highest stage."""

    # Which kind of message, action, event or word this is.
    type: Literal['pokemon_devolved']
    # The seat of the player, or whose it is.
    player: Seat
    # The id of the Pokémon that is meant.
    target_id: str
    # The Pokémon's card.
    pokemon: Card


class PokemonEvolvedEvent(TypedDict):
    """A Pokémon evolved."""

    # Which kind of message, action, event or word this is.
    type: Literal['pokemon_evolved']
    # The seat of the player, or whose it is.
    player: Seat
    # The id of the Pokémon that is meant.
    target_id: str
    # The Pokémon's card.
    pokemon: Card


class PokemonPlacedEvent(TypedDict):
    """A Pokémon was placed face down during the setup."""

    # Which kind of message, action, event or word this is.
    type: Literal['pokemon_placed']
    # The seat of the player, or whose it is.
    player: Seat
    # A card: its id in the catalog, or the card itself. Absent or null: it is hidden.
    card: NotRequired[Card]
    # Whether it is the active one.
    active: bool


class PokemonPlayedEvent(TypedDict):
    """A Pokémon was played from hand."""

    # Which kind of message, action, event or word this is.
    type: Literal['pokemon_played']
    # The seat of the player, or whose it is.
    player: Seat
    # The Pokémon's card.
    pokemon: Card


class PokemonRevealedEvent(TypedDict):
    """The Pokémon placed face down were turned over."""

    # Which kind of message, action, event or word this is.
    type: Literal['pokemon_revealed']
    # The seat of the player, or whose it is.
    player: Seat
    # The active Pokémon. Null: none.
    active: Card
    # The benched Pokémon, in order.
    bench: list[Card]


class Privacy(TypedDict):
    """What others may learn of the user."""

    # Whether others find the user by name.
    findable_by_name: bool


class PrizeTakenEvent(TypedDict):
    """A prize card was taken."""

    # Which kind of message, action, event or word this is.
    type: Literal['prize_taken']
    # The seat of the player, or whose it is.
    player: Seat
    # The place in its list, from 0.
    index: int
    # A card: its id in the catalog, or the card itself. Absent or null: it is hidden.
    card: NotRequired[Card]


class PrizesSetEvent(TypedDict):
    """Prize cards were laid out."""

    # Which kind of message, action, event or word this is.
    type: Literal['prizes_set']
    # The seat of the player, or whose it is.
    player: Seat
    # How many.
    count: int


class Problem(TypedDict):
    """Why a call was refused, RFC 9457."""

    # Always `about:blank`; `code` tells problems apart.
    type: str
    # What kind of problem it is, for people.
    title: str
    # The HTTP status.
    status: int
    # What happened this time, for people.
    detail: str
    # A stable word for the reason; programs compare this.
    code: Literal['invalid_message', 'unauthenticated', 'forbidden', 'banned', 'not_found', 'game_not_found', 'deck_not_found', 'method_not_allowed', 'not_participant', 'request_timeout', 'game_full', 'name_taken', 'identity_taken', 'limit_reached', 'not_your_turn', 'locked', 'wrong_phase', 'stale_version', 'message_id_reused', 'in_progress', 'game_over', 'payload_too_large', 'target_too_long', 'unsupported_media_type', 'expectation_failed', 'misdirected_request', 'deck_invalid', 'invalid_action', 'rate_limited', 'headers_too_large', 'internal', 'transfer_coding_unknown', 'busy', 'unavailable', 'provider_unavailable', 'http_version_unknown']
    # Everything that is wrong; empty: nothing.
    errors: NotRequired[list[BrokenRule]]
    # Facts that a program can show, such as `rule`, `needed` or `current_event_id`.
    details: NotRequired[Any]


class Profile(TypedDict):
    """What everyone may know of a user's games."""

    # The id of a user.
    user_id: str
    # How many games.
    games: int
    # Games that were won.
    won: int
    # Games that were lost.
    lost: int
    # Games without a winner.
    tied: int
    # By preset, the most games first.
    presets: list[ResultGroup]


class ProviderReturn(TypedDict):
    """What a browser brings back from the provider."""

    # What the browser kept when it began.
    sign_in: str
    # `state` of the address that the provider sent the browser to.
    state: str
    # `code` of that address.
    code: str
    # `iss` of that address, if it has one.
    iss: NotRequired[str]


class ProviderSignIn(TypedDict):
    """A sign-in at the provider that has begun."""

    # Where the browser goes.
    authorization_url: str
    # What the browser keeps until it comes back. The sign-in cannot be finished without it.
    sign_in: str
    # Until when it can be finished.
    expires_at: str


class Puzzle(TypedDict):
    """The puzzle of a day as the user sees it."""

    # The day in UTC.
    day: str
    # How many actions the shortest solution has, answers to choices included.
    moves: int
    # The ids of the cards in the user's deck, sorted. Their order decides nothing.
    deck: list[str]
    # When the user first solved it, ISO 8601 in UTC. Absent: not yet.
    solved_at: NotRequired[str]
    # When the user first looked at the solution, ISO 8601 in UTC. Absent: not yet.
    solution_seen_at: NotRequired[str]
    # How many days in a row, up to now, the user solved the puzzle on its day, before any look at its solution.
    streak: int
    # The position, as the user's seat sees it.
    state: GameState


class PuzzleCommit(TypedDict):
    """What one action of a puzzle did, or an answer of the opponent."""

    # The version of the game: one more for each commit.
    event_id: int
    # The id of the user, or `puzzle` for the opponent.
    player_id: str
    # The type of the action.
    action_type: str
    # What happened, in order.
    events: list[GameEvent]


class PuzzleLine(TypedDict):
    """A line of a puzzle."""

    # All actions so far, from the start of the puzzle; 60 at most.
    actions: NotRequired[list[Action]]


class PuzzleSolution(TypedDict):
    """The shortest line that wins."""

    # Its actions, in order, and what each does.
    steps: list[PuzzleStep]


class PuzzleStep(TypedDict):
    """One action of a puzzle's solution."""

    # The action.
    action: Action
    # What it does, and after it the opponent's answers.
    commits: list[PuzzleCommit]
    # The position after it.
    state: GameState


class PuzzleTry(TypedDict):
    """Where a line of a puzzle leads."""

    # Whether the line goes on, has won, or has failed.
    status: PuzzleStatus
    # What the last action did, and after it the opponent's answers.
    commits: list[PuzzleCommit]
    # The position after the line.
    state: GameState
    # How many days in a row, up to now, the user solved the puzzle on its day, before any look at its solution.
    streak: int


class RatedGame(TypedDict):
    """A ranked game and what it did to a rating."""

    # The id of a game.
    game_id: str
    # The name of the preset these rules come from.
    preset: str
    # The id of a season.
    season: str
    # The id of the opponent.
    opponent_id: str
    # What the game was for the user.
    result: str
    # Why the game did not change the rating. Absent: it did.
    not_counted: NotRequired[str]
    # The rating before the game.
    rating_before: NotRequired[float]
    # The rating after the game.
    rating_after: NotRequired[float]
    # When it ended, ISO 8601 in UTC.
    ended_at: str


class Rating(TypedDict):
    """A user's rating in a season."""

    # The name of the preset these rules come from.
    preset: str
    # The id of a season.
    season: str
    # The rating; 1500 at the start.
    rating: float
    # How uncertain the rating is.
    deviation: float
    # Whether the rating is still too uncertain for the ladder.
    provisional: bool
    # The place on the ladder, from 1.
    rank: NotRequired[int]
    # The games, or how many.
    games: int
    # Games won.
    wins: int
    # Games lost.
    losses: int
    # Drawn games.
    ties: int


class Readiness(TypedDict):
    """Whether the server and its stores can do their work."""

    # The state of affairs in one word.
    status: str
    # The state of each store.
    stores: dict[str, str]
    # What an operator should look at.
    warnings: list[str]
    # How far a recovery of Redis has come, while one is under way.
    recovering: NotRequired[Recovering]


# An invitation to a game.
ReceivedInvitation = TypedDict("ReceivedInvitation", {
    # The id of a game.
    "game_id": "str",
    # The kind of game: `casual`, `ranked` or `campaign`.
    "game_type": "str",
    # The rules of the game, or the name of their preset.
    "rules": "str",
    # Where from.
    "from": "SummaryPlayer",
    # The id of the game that this is a rematch of.
    "rematch_of": "NotRequired[str]",
    # When it was made, ISO 8601 in UTC.
    "created_at": "str",
    # When the token expires, ISO 8601 in UTC.
    "expires_at": "str",
})


class RecentOpponent(TypedDict):
    """An opponent of the user."""

    # The id of a user.
    user_id: str
    # The name, for people.
    name: str
    # How many of the user's last games were against them.
    games: int
    # When the last of these games ended, ISO 8601 in UTC.
    last_played_at: str


class Recovering(TypedDict):
    """A recovery of Redis that is under way. Games that are open are played meanwhile."""

    # How many of the 64 partitions are not open yet.
    partitions: int
    # How many unfinished games are not open yet.
    games: int


class Refresh(TypedDict):
    """A refresh token to be exchanged."""

    # The token that gets new tokens.
    refresh_token: str


class Refusal(TypedDict):
    """Why a message was refused."""

    # A stable word for the reason; programs compare this.
    code: ErrorCode
    # The reason in English, for people.
    message: str
    # Facts that a program can show, such as `rule`, `needed` or `current_event_id`.
    details: Any


class RefusedReply(TypedDict):
    """The reply to a refused message. Nothing was changed."""

    # Whether the request was carried out.
    ok: Literal[False]
    # The `message_id` of the request that this answers.
    request_id: NotRequired[str]
    # Why the request was refused.
    error: Refusal


class Registration(TypedDict):
    """A new account."""

    # The name, for people.
    name: PlayerName
    # The password.
    password: NewPassword


class Rename(TypedDict):
    """A new name."""

    # The name, for people.
    name: PlayerName


class Replay(TypedDict):
    """A finished game: everything that is needed to play it again."""

    # The id of a game.
    game_id: str
    # The rules of the game.
    rules: RulesConfig
    # Both players, by seat.
    players: list[ReplayPlayer]
    # The decks of both players, by seat.
    decks: list[DeckList]
    # The secret seed of the game's chance, 64 hexadecimal digits; known when the game is over.
    rng_seed: str
    # The SHA-256 of the seed, known from the start, so that the seed cannot be changed later.
    seed_commitment: str
    # Every step, oldest first.
    actions: list[ReplayStep]
    # The digest of the state after each step.
    digests: list[str]
    # How it ended.
    result: ReplayResult
    # The version of the rules that played it.
    engine_version: str
    # The digest of all cards that the server knew.
    cards_version: str
    # The cards. Absent: hidden from this viewer.
    cards: list[PlayedCard]


class ReplayFrame(TypedDict):
    """One step of a replay: what happened, and the state after it."""

    # The version of the game: one more for each commit.
    event_id: int
    # The id of a user who plays. Null: the server acted by itself.
    player_id: Union[str, None]
    # The type of the action or of the server's own step.
    action_type: str
    # When it happened, ISO 8601 in UTC.
    at: str
    # The events, as on the socket.
    events: Any
    # The whole state, at the first frame of a page.
    state: NotRequired[Any]
    # RFC 6902 operations from the frame before.
    patch: NotRequired[Any]


class ReplayPlayer(TypedDict):
    """A player of a finished game."""

    # The id of a user who plays. Null: the server acted by itself.
    player_id: str
    # The name, for people.
    name: str
    # The seat of a player: 0 or 1. Null: a spectator.
    seat: int


class ReplayResult(TypedDict):
    """How a game ended."""

    # The id of the winner. Null: a draw, or the game goes on.
    winner_id: Union[str, None]
    # Why the game ended. Null: it goes on.
    end_reason: str


class ReplayStep(TypedDict):
    """One step of a finished game."""

    # The version of the game: one more for each commit.
    event_id: int
    # Rises when a game is restored after the store lost it. Ids and versions of another epoch are void.
    epoch: int
    # The id of a user who plays. Null: the server acted by itself.
    player_id: Union[str, None]
    # The action, as card ids of the game's own numbering.
    action: Any
    # When it happened, ISO 8601 in UTC.
    at: str


class ReplyActed(TypedDict):
    """The reply to an accepted action."""

    # Whether the request was carried out.
    ok: Literal[True]
    # The `message_id` of the request that this answers.
    request_id: NotRequired[str]
    # The version of the game: one more for each commit.
    event_id: int
    # The type of the action or of the server's own step.
    action_type: str
    # What happened, in order.
    events: list[GameEvent]


class ReplyActedDelta(TypedDict):
    """The reply to an accepted action for a client that gets patches."""

    # Whether the request was carried out.
    ok: Literal[True]
    # The `message_id` of the request that this answers.
    request_id: NotRequired[str]
    # The version of the game: one more for each commit.
    event_id: int
    # The type of the action or of the server's own step.
    action_type: str
    # What happened, in order.
    events: list[GameEvent]
    # RFC 6902 operations that turn the state before into the state after.
    patch: list[PatchOperation]
    # Set when a turn began with this commit.
    turn_start: NotRequired[TurnStart]
    # Set when the game ended with this commit.
    game_over: NotRequired[GameOver]


class ReplyAlive(TypedDict):
    """The reply to a heartbeat."""

    # Whether the request was carried out.
    ok: Literal[True]
    # The server's clock, ISO 8601 in UTC.
    server_time: str


class ReplyDone(TypedDict):
    """The reply to a message that needs no more than this."""

    # Whether the request was carried out.
    ok: Literal[True]


class ReplyJoined(TypedDict):
    """The reply to an accepted `game:join` or `game:spectate`."""

    # Whether the request was carried out.
    ok: Literal[True]
    # The id of a game.
    game_id: str
    # The state of affairs in one word.
    status: str
    # The version of the game: one more for each commit.
    event_id: int
    # Rises when a game is restored after the store lost it. Ids and versions of another epoch are void.
    epoch: int


class ReplyReplayed(TypedDict):
    """The reply to an action that had been carried out before."""

    # Whether the request was carried out.
    ok: Literal[True]
    # The `message_id` of the request that this answers.
    request_id: NotRequired[str]
    # The version of the game: one more for each commit.
    event_id: int
    # True: the action had been carried out before, and this is a repeated reply.
    replayed: bool


class Report(TypedDict):
    """A report of the user."""

    # The id of the report.
    report_id: str
    # The user who was reported.
    user_id: str
    # The name of the user who was reported.
    name: str
    # Why.
    reason: ReportReason
    # The id of a game.
    game_id: NotRequired[str]
    # When it was made, ISO 8601 in UTC.
    created_at: str
    # When an operator closed it. Absent: it waits.
    closed_at: NotRequired[str]


class Resigned(TypedDict):
    """The game was given up."""

    # Whether the request was carried out.
    ok: bool
    # The version of the game: one more for each commit.
    event_id: int
    # The type of the action or of the server's own step.
    action_type: str
    # The events, as on the socket.
    events: Any


class Resistance(TypedDict):
    """A resistance to a type."""

    # Which kind of message, action, event or word this is.
    type: EnergyType


class ResultGroup(TypedDict):
    """Results by preset, deck or month."""

    # A preset, the id of a deck, or a month.
    key: str
    # Of a deck, as it was called last.
    name: NotRequired[str]
    # How many games.
    games: int
    # Games that were won.
    won: int
    # Games that were lost.
    lost: int
    # Games without a winner.
    tied: int


class RetreatedEvent(TypedDict):
    """A Pokémon retreated."""

    # Which kind of message, action, event or word this is.
    type: Literal['retreated']
    # The seat of the player, or whose it is.
    player: Seat
    # The id of a Pokémon in play.
    pokemon_id: str


class Reward(TypedDict):
    """Something to show for a win, or to play with."""

    # What it is.
    kind: RewardKind
    # The reward's id, for clients that draw it; of a card, the card's id.
    id: str
    # Its name.
    name: str
    # Copies of a card; absent: one.
    count: NotRequired[int]


class RewardChoice(TypedDict):
    """The rewards to wear, by id."""

    # A title that was won; absent: none.
    title: NotRequired[str]
    # A card back that was won; absent: the usual one.
    card_back: NotRequired[str]


class RulesConfig(TypedDict):
    """All rules of a game, every one a field."""

    # The name of the preset these rules come from.
    preset: str
    # What a deck must be.
    deck: RulesConfigDeck
    # How a game begins.
    opening: RulesConfigOpening
    # The benched Pokémon, in order.
    bench: RulesConfigBench
    # The energy.
    energy: RulesConfigEnergy
    # Prize cards.
    prizes: RulesConfigPrizes
    # What the player who goes first may do in the first turn.
    first_turn: RulesConfigFirstTurn
    # How many trainer cards may be played.
    trainers: RulesConfigTrainers
    # When a Pokémon may evolve.
    evolution: RulesConfigEvolution
    # The retreat cost: so many energies.
    retreat: RulesConfigRetreat
    # The special conditions of the Pokémon.
    conditions: RulesConfigConditions
    # The damage it has, or does.
    damage: RulesConfigDamage
    # What happens between turns.
    checkup: RulesConfigCheckup
    # How searches work.
    search: RulesConfigSearch
    # How a game is won.
    win: RulesConfigWin
    # Bounds that end every game.
    limits: RulesConfigLimits
    # The clocks.
    timer: RulesConfigTimer


class RulesConfigBench(TypedDict):
    """The bench."""

    # How many Pokémon it holds.
    max: int


class RulesConfigCheckup(TypedDict):
    """What happens between turns."""

    # Whether the checkup begins with the player whose turn is next.
    next_player_first: bool


class RulesConfigConditions(TypedDict):
    """What special conditions do."""

    # Damage of poison in a checkup.
    poison: int
    # Damage of a burn in a checkup.
    burn: int
    # Whether heads cures a burn.
    burn_cure: bool
    # What tails does to an attack of a confused Pokémon.
    confusion_tails: RulesConfigConfusionTails
    # Damage that a confused Pokémon does to itself.
    confusion_damage: int


class RulesConfigDamage(TypedDict):
    """How weakness and resistance change damage."""

    # How weakness changes damage.
    weakness_mode: RulesConfigWeaknessMode
    # The number that is added or multiplied by.
    weakness: int
    # The number that is subtracted.
    resistance: int


class RulesConfigDeck(TypedDict):
    """What a deck must be."""

    # How many cards a deck has.
    size: int
    # How many cards of one name a deck may have; basic energy does not count.
    copies_per_name: int
    # How many Basic Pokémon a deck needs at least.
    min_basics: int
    # Whether the deck may contain energy cards.
    energy_cards: bool
    # How many cards the energy deck has.
    energy_deck_size: int
    # How many types the energy zone may have.
    energy_types: int


class RulesConfigEnergy(TypedDict):
    """Where energy comes from, and how much may be attached."""

    # How often in a turn.
    per_turn: int
    # Where it comes from.
    source: RulesConfigEnergySource


class RulesConfigEvolution(TypedDict):
    """When a Pokémon may evolve."""

    # Whether a Pokémon may evolve in the turn it came into play.
    same_turn: bool


class RulesConfigFirstTurn(TypedDict):
    """What the player who goes first may do in the first turn."""

    # Whether a card is drawn.
    draw: bool
    # Whether it may attack.
    attack: bool
    # Whether a Supporter may be played.
    supporter: bool
    # Whether energy may be attached.
    energy: bool
    # Whether a Pokémon may evolve.
    evolve: bool
    # Cards that the player who goes second draws at the start of their first turn.
    second_draws: int


class RulesConfigLimits(TypedDict):
    """Bounds that end every game."""

    # The game ends after so many turns.
    turns: int
    # A hand has so many cards at most.
    hand: int
    # The game ends after so many actions.
    commands: int
    # A bound of what effects may create.
    instances: int
    # The game ends after so many turns in which nothing happened.
    idle_turns: int


class RulesConfigOpening(TypedDict):
    """How a game begins."""

    # How many cards are drawn at the start.
    hand_size: int
    # What happens to an opening hand without a Basic Pokémon.
    no_basic: RulesConfigNoBasic
    # Whether the opponent of a mulligan may draw extra cards.
    extra_cards: bool


class RulesConfigPrizes(TypedDict):
    """How the game is won by knock-outs."""

    # How winning is counted.
    mode: RulesConfigPrizeMode
    # How many prizes or points win.
    count: int
    # The worth of a Pokémon without a rule box.
    basic: int
    # The worth of a Pokémon ex.
    ex: int
    # The worth of a Mega Pokémon.
    mega: int


class RulesConfigRetreat(TypedDict):
    """How often one may retreat, and how it is paid."""

    # How often in a turn.
    per_turn: int
    # Whether more energy may be discarded than the retreat costs.
    overpay: bool


class RulesConfigSearch(TypedDict):
    """How searches work."""

    # Whether every search may find nothing on purpose.
    any_may_fail: bool


class RulesConfigTimer(TypedDict):
    """The clocks of a game."""

    # The time for a turn, in milliseconds; 0: no clock.
    turn_ms: int
    # How long before the end a warning comes, in milliseconds.
    warning_ms: int
    # Extra time after a lost connection came back, in milliseconds.
    grace_ms: int
    # The time for a choice in the opponent's turn, in milliseconds.
    choice_ms: int
    # A player who ran out of time so often loses.
    timeouts_before_loss: int
    # The most that the clock of a player who has left may run, in milliseconds; 0: leaving changes nothing.
    absence_ms: int


class RulesConfigTrainers(TypedDict):
    """How many trainer cards may be played."""

    # How many Supporters a turn.
    supporters: int
    # How many stadiums a turn.
    stadiums: int
    # How many items a turn; 0: any number.
    items: int
    # How many tools a Pokémon may hold.
    tools_per_pokemon: int


class RulesConfigWin(TypedDict):
    """How a game is won."""

    # What happens to a player who cannot draw.
    empty_deck: RulesConfigEmptyDeck
    # What happens when both players win at once.
    both_win: RulesConfigBothWin
    # How many prizes a sudden death is played for.
    sudden_death_prizes: int
    # Whether a player without a Pokémon in play loses.
    no_pokemon_loses: bool


class Scope(TypedDict):
    """Which Pokémon an ability holds for."""

    # Whose, or of what.
    of: Player
    # Where in play, or when.
    at: NotRequired[Place]
    # Which ones count. Absent: all.
    where: NotRequired[Filter]


class Season(TypedDict):
    """A season of ranked games."""

    # The id.
    id: str
    # When the season starts, ISO 8601 in UTC.
    starts_at: str
    # When the season ends, ISO 8601 in UTC.
    ends_at: str
    # The one of now.
    current: bool


class SessionClosedMessage(TypedDict):
    """The server closes the connection, and why."""

    # Which kind of message, action, event or word this is.
    type: Literal['session:closed']
    # Chosen by the sender. A client repeats a message under the same id; the server carries it out once.
    message_id: str
    # The time at which the server made the message, ISO 8601 in UTC.
    timestamp: str
    # The id of a game.
    game_id: NotRequired[str]
    # The version of the game: one more for each commit.
    event_id: NotRequired[int]
    # Rises when a game is restored after the store lost it. Ids and versions of another epoch are void.
    epoch: NotRequired[int]
    # Why, as a stable word.
    code: str
    # The reason in English, for people.
    message: str


class SessionReadyMessage(TypedDict):
    """The first message of a connection: who is signed in, and which games are unfinished."""

    # Which kind of message, action, event or word this is.
    type: Literal['session:ready']
    # Chosen by the sender. A client repeats a message under the same id; the server carries it out once.
    message_id: str
    # The time at which the server made the message, ISO 8601 in UTC.
    timestamp: str
    # The id of a game.
    game_id: NotRequired[str]
    # The version of the game: one more for each commit.
    event_id: NotRequired[int]
    # Rises when a game is restored after the store lost it. Ids and versions of another epoch are void.
    epoch: NotRequired[int]
    # The id of a user.
    user_id: str
    # The server's clock, ISO 8601 in UTC.
    server_time: str
    # The version of this protocol.
    protocol_version: int
    # The ids of the user's unfinished games.
    active_games: list[str]
    # Whether the house has chat (`game:chat`).
    chat: bool
    # Texts of the operators.
    announcements: list[Announcement]


class Side(TypedDict):
    """A player and everything on their side of the table."""

    # The id of a user who plays. Null: the server acted by itself.
    player_id: str
    # The name, for people.
    name: str
    # The seat of a player: 0 or 1. Null: a spectator.
    seat: Seat
    # How often this player's clock has run out.
    timeouts_used: int
    # `away`: the player has left, and their clock is shorter. `gone`: it ran out, and the other player may claim the
    # game. Null: neither.
    absence: Union[Absence, None]
    # Points scored.
    points: int
    # Prize cards or points that are still to be taken.
    prizes_remaining: int
    # The cards in hand. Null: hidden from this viewer.
    hand: Union[list[Card], None]
    # How many cards are in hand.
    hand_count: int
    # How many cards are in the deck.
    deck_count: int
    # The discard pile, the last card at the end.
    discard: list[Card]
    # Prize cards.
    prizes: list[Union[Card, None]]
    # The energy zone, in rules that have one.
    energy_zone: NotRequired[EnergyZone]
    # The active Pokémon. Null: none.
    active: Union[InPlay, None]
    # The benched Pokémon, in order.
    bench: list[InPlay]


class SignInMethods(TypedDict):
    """How a user can sign in."""

    # Whether with name and password.
    password: bool
    # Who the user is at which provider.
    identities: list[LinkedIdentity]


class SignInProvider(TypedDict):
    """The provider that users may sign in through."""

    # What players know it by; absent: there is no provider.
    name: NotRequired[str]


class SignedInSession(TypedDict):
    """A place where the user is signed in."""

    # The id.
    id: str
    # When it began, ISO 8601 in UTC.
    started_at: str
    # When it was last used, ISO 8601 in UTC.
    last_used_at: str
    # Whether it is the session of this request.
    current: bool


class Source(TypedDict):
    """The part of a card that asks."""

    # Whether an attack, an ability or the card itself asks.
    kind: SourceKind
    # A card: its id in the catalog, or the card itself. Absent or null: it is hidden.
    card: str
    # Which of the card's attacks or abilities, from 0.
    index: int
    # The name, for people.
    name: str
    # The text as it is read on the card.
    text: NotRequired[str]


class StadiumPlayedEvent(TypedDict):
    """A stadium came into play."""

    # Which kind of message, action, event or word this is.
    type: Literal['stadium_played']
    # The seat of the player, or whose it is.
    player: Seat
    # The stadium in play. Null: none.
    stadium: Card


class StaticAttackCost(TypedDict):
    """Attacks cost more or less."""

    # Which kind of message, action, event or word this is.
    type: Literal['attack_cost']
    # Who does it, or by how much.
    by: int
    # The energy.
    energy: NotRequired[EnergyType]


class StaticAttackCostIs(TypedDict):
    """An attack costs just this."""

    # Which kind of message, action, event or word this is.
    type: Literal['attack_cost_is']
    # How many.
    count: int
    # The energy.
    energy: EnergyType
    # The name, for people.
    name: NotRequired[str]


class StaticAttacksFailOnTails(TypedDict):
    """Attacks need heads."""

    # Which kind of message, action, event or word this is.
    type: Literal['attacks_fail_on_tails']


class StaticAttacksFromBench(TypedDict):
    """May attack from the bench."""

    # Which kind of message, action, event or word this is.
    type: Literal['attacks_from_bench']


class StaticAttacksInFirstTurn(TypedDict):
    """May attack in the first turn."""

    # Which kind of message, action, event or word this is.
    type: Literal['attacks_in_first_turn']


class StaticBenchSize(TypedDict):
    """Holds more or fewer Pokémon on the bench."""

    # Which kind of message, action, event or word this is.
    type: Literal['bench_size']
    # Who does it, or by how much.
    by: int


class StaticCannotAttachEnergy(TypedDict):
    """No energy can be attached from hand."""

    # Which kind of message, action, event or word this is.
    type: Literal['cannot_attach_energy']


class StaticCannotAttack(TypedDict):
    """Cannot attack."""

    # Which kind of message, action, event or word this is.
    type: Literal['cannot_attack']


class StaticCannotBeHealed(TypedDict):
    """Cannot be healed."""

    # Which kind of message, action, event or word this is.
    type: Literal['cannot_be_healed']


class StaticCannotEvolve(TypedDict):
    """Cannot evolve."""

    # Which kind of message, action, event or word this is.
    type: Literal['cannot_evolve']


class StaticCannotPlay(TypedDict):
    """Such cards cannot be played."""

    # Which kind of message, action, event or word this is.
    type: Literal['cannot_play']
    # What is meant.
    what: Filter


class StaticCannotRetreat(TypedDict):
    """Cannot retreat."""

    # Which kind of message, action, event or word this is.
    type: Literal['cannot_retreat']


class StaticCannotUseAbility(TypedDict):
    """Abilities of a name cannot be used."""

    # Which kind of message, action, event or word this is.
    type: Literal['cannot_use_ability']
    # The name, for people.
    name: str


class StaticCannotUseAttack(TypedDict):
    """Cannot use an attack."""

    # Which kind of message, action, event or word this is.
    type: Literal['cannot_use_attack']
    # The name, for people.
    name: str


class StaticDamageDealt(TypedDict):
    """Attacks do more or less damage."""

    # Which kind of message, action, event or word this is.
    type: Literal['damage_dealt']
    # Who does it, or by how much.
    by: Amount
    # Against which Pokémon.
    against: NotRequired[Filter]


# Takes more or less damage from attacks.
StaticDamageTaken = TypedDict("StaticDamageTaken", {
    # Which kind of message, action, event or word this is.
    "type": "Literal['damage_taken']",
    # Who does it, or by how much.
    "by": "Amount",
    # Where from.
    "from": "NotRequired[Filter]",
})


class StaticEndures(TypedDict):
    """Stays in play with so many hit points left."""

    # Which kind of message, action, event or word this is.
    type: Literal['endures']
    # What is left, in hit points.
    remaining: int


class StaticEnduresOnHeads(TypedDict):
    """Stays in play if a coin shows heads."""

    # Which kind of message, action, event or word this is.
    type: Literal['endures_on_heads']
    # What is left, in hit points.
    remaining: int


class StaticEnergyProvides(TypedDict):
    """Energy provides something else."""

    # Which kind of message, action, event or word this is.
    type: Literal['energy_provides']
    # What it provides.
    units: list[Provides]
    # Which ones count. Absent: all.
    where: NotRequired[Filter]


class StaticEvolvesAtOnce(TypedDict):
    """May evolve in the turn it came into play."""

    # Which kind of message, action, event or word this is.
    type: Literal['evolves_at_once']


class StaticExtraEnergy(TypedDict):
    """More energy may be attached in a turn."""

    # Which kind of message, action, event or word this is.
    type: Literal['extra_energy']
    # Who does it, or by how much.
    by: int


class StaticExtraSupporters(TypedDict):
    """More Supporters may be played in a turn."""

    # Which kind of message, action, event or word this is.
    type: Literal['extra_supporters']
    # Who does it, or by how much.
    by: int


class StaticFreeRetreat(TypedDict):
    """Retreats for nothing."""

    # Which kind of message, action, event or word this is.
    type: Literal['free_retreat']


class StaticHpBonus(TypedDict):
    """Has more hit points."""

    # Which kind of message, action, event or word this is.
    type: Literal['hp_bonus']
    # Who does it, or by how much.
    by: int


class StaticNoAbilities(TypedDict):
    """Has no abilities."""

    # Which kind of message, action, event or word this is.
    type: Literal['no_abilities']


class StaticNoTools(TypedDict):
    """Tools do nothing."""

    # Which kind of message, action, event or word this is.
    type: Literal['no_tools']


class StaticPoisonDamage(TypedDict):
    """Poison does more damage."""

    # Which kind of message, action, event or word this is.
    type: Literal['poison_damage']
    # Who does it, or by how much.
    by: int


class StaticPreventConditions(TypedDict):
    """Gets no special conditions."""

    # Which kind of message, action, event or word this is.
    type: Literal['prevent_conditions']
    # The special condition.
    condition: NotRequired[SpecialCondition]


# Takes no damage from attacks.
StaticPreventDamage = TypedDict("StaticPreventDamage", {
    # Which kind of message, action, event or word this is.
    "type": "Literal['prevent_damage']",
    # Where from.
    "from": "NotRequired[Filter]",
})


# Attacks have no effects on it.
StaticPreventEffects = TypedDict("StaticPreventEffects", {
    # Which kind of message, action, event or word this is.
    "type": "Literal['prevent_effects']",
    # Where from.
    "from": "NotRequired[Filter]",
})


class StaticPrizeWorth(TypedDict):
    """Is worth more or fewer prizes."""

    # Which kind of message, action, event or word this is.
    type: Literal['prize_worth']
    # Who does it, or by how much.
    by: int


class StaticResistanceIs(TypedDict):
    """Has this resistance."""

    # Which kind of message, action, event or word this is.
    type: Literal['resistance_is']
    # The energy.
    energy: NotRequired[EnergyType]


class StaticRetreatCost(TypedDict):
    """Retreats for more or less."""

    # Which kind of message, action, event or word this is.
    type: Literal['retreat_cost']
    # Who does it, or by how much.
    by: int


class StaticTypeIs(TypedDict):
    """Is of this type."""

    # Which kind of message, action, event or word this is.
    type: Literal['type_is']
    # The energy.
    energy: EnergyType


class StaticUsesEarlierAttacks(TypedDict):
    """May use the attacks of its earlier stages."""

    # Which kind of message, action, event or word this is.
    type: Literal['uses_earlier_attacks']


class StaticWeaknessIs(TypedDict):
    """Has this weakness."""

    # Which kind of message, action, event or word this is.
    type: Literal['weakness_is']
    # The energy.
    energy: NotRequired[EnergyType]


class Statistics(TypedDict):
    """What the user's games add up to."""

    # How many games.
    games: int
    # Games that were won.
    won: int
    # Games that were lost.
    lost: int
    # Games without a winner.
    tied: int
    # Turns of a game on average; 0 without games.
    average_turns: float
    # How long a game takes on average, in milliseconds; 0 without games.
    average_duration_ms: int
    # By preset, the most games first.
    presets: list[ResultGroup]
    # By the user's deck, the most games first.
    decks: list[ResultGroup]
    # By the opponent's deck, the most games first.
    opponent_decks: list[ResultGroup]
    # By month (UTC), the latest first.
    months: list[ResultGroup]


class SuddenDeathStartedEvent(TypedDict):
    """A sudden death began."""

    # Which kind of message, action, event or word this is.
    type: Literal['sudden_death_started']
    # The number of the game in this sudden death.
    game: int


class SummaryPlayer(TypedDict):
    """A player of a game in a list."""

    # The id of a user who plays. Null: the server acted by itself.
    player_id: UserId
    # The name, for people.
    name: str
    # The seat of a player: 0 or 1. Null: a spectator.
    seat: int
    # The name of the bot.
    bot: NotRequired[str]


class TargetActive(TypedDict):
    """The active Pokémon of a player."""

    # Which kind of message, action, event or word this is.
    type: Literal['active']
    # Whose, or of what.
    of: Player


# Pokémon that a player chooses.
TargetChoose = TypedDict("TargetChoose", {
    # Which kind of message, action, event or word this is.
    "type": "Literal['choose']",
    # Whose, or of what.
    "of": "Player",
    # Where in play, or when.
    "at": "NotRequired[Place]",
    # Which ones count. Absent: all.
    "where": "NotRequired[Filter]",
    # The fewest that may be chosen.
    "min": "NotRequired[Amount]",
    # The most that may be chosen.
    "max": "NotRequired[Amount]",
    # Who does it, or by how much.
    "by": "NotRequired[Player]",
    # The name under which the result is kept for later effects.
    "as": "NotRequired[str]",
})


class TargetChosen(TypedDict):
    """Pokémon that were chosen before."""

    # Which kind of message, action, event or word this is.
    type: Literal['chosen']
    # The name, for people.
    name: str


class TargetEvery(TypedDict):
    """Every Pokémon that matches."""

    # Which kind of message, action, event or word this is.
    type: Literal['every']
    # Whose, or of what.
    of: Player
    # Where in play, or when.
    at: NotRequired[Place]
    # Which ones count. Absent: all.
    where: NotRequired[Filter]


class TargetOther(TypedDict):
    """The other Pokémon of what happened, such as the attacker."""

    # Which kind of message, action, event or word this is.
    type: Literal['other']


class TargetSelf(TypedDict):
    """The Pokémon itself."""

    # Which kind of message, action, event or word this is.
    type: Literal['self']


class Ticket(TypedDict):
    """The state of the user's ticket in the queue."""

    # The state of affairs in one word.
    status: str
    # The name of the preset these rules come from.
    preset: str
    # The kind of game: `casual`, `ranked` or `campaign`.
    game_type: str
    # Since when the user waits, ISO 8601 in UTC.
    since: NotRequired[str]
    # How long the wait will probably be, in milliseconds.
    estimated_wait_ms: NotRequired[int]
    # The id of a game.
    game_id: NotRequired[str]


class TimedOutEvent(TypedDict):
    """A player's clock ran out."""

    # Which kind of message, action, event or word this is.
    type: Literal['timed_out']
    # The seat of the player, or whose it is.
    player: Seat
    # How often this player's clock has run out.
    timeouts_used: int


class Tokens(TypedDict):
    """Tokens of a signed-in user."""

    # The token for `Authorization: Bearer` and for the socket's `auth`.
    access_token: str
    # The token that gets new tokens.
    refresh_token: str
    # How the token is sent.
    token_type: str
    # The seconds until the access token expires.
    expires_in: int
    # The signed-in user.
    user: User


class ToolAttachedEvent(TypedDict):
    """A tool was attached."""

    # Which kind of message, action, event or word this is.
    type: Literal['tool_attached']
    # The seat of the player, or whose it is.
    player: Seat
    # The tool.
    tool: Card
    # The id of the Pokémon that is meant.
    target_id: str


class TournamentDeck(TypedDict):
    """The deck to play a tournament with."""

    # The id of a deck.
    deck_id: str


class TournamentDetails(TypedDict):
    """A tournament with its standings."""

    # The tournament.
    tournament: TournamentSummary
    # What the tournament is for the user. Absent: not registered.
    you: NotRequired[Participation]
    # The players, the best first.
    standings: list[TournamentStanding]


class TournamentEntry(TypedDict):
    """A tournament."""

    # Its id.
    tournament_id: str
    # Its name.
    name: str
    # `swiss` or `elimination`.
    format: str
    # The name of the preset these rules come from.
    preset: str
    # `registration`, `check_in`, `running`, `finished` or `cancelled`.
    phase: str
    # The round that is played, from 1; 0 before the start.
    round: int
    # Rounds in all; 0 before the start.
    rounds: int
    # Users who are registered; from the start those who came.
    players: int
    # Users who may register.
    max_players: int
    # When the check-in opens.
    check_in_at: str
    # When the first round is paired.
    starts_at: str
    # When the clock of the round runs out. Absent: no round is played.
    round_ends_at: NotRequired[str]
    # Rises with every change: read the standings again.
    revision: int


class TournamentGame(TypedDict):
    """A game of a match."""

    # The id of a game.
    game_id: str
    # The user who won. Absent: no user has, or the game is being played.
    winner_id: NotRequired[str]
    # How it ended. Absent: it is being played.
    end_reason: NotRequired[str]


class TournamentMatch(TypedDict):
    """A match."""

    # Its round, from 1.
    round: int
    # Its place in the round, from 1; in a bracket the winners of the tables 1 and 2 meet at table 1 of the next round.
    table: int
    # The first player.
    first: TournamentPlayer
    # The second player. Absent: the first one has a bye.
    second: NotRequired[TournamentPlayer]
    # `first`, `second`, `tie` or `both_lose`. Absent: the match is being played.
    result: NotRequired[str]
    # `played`, `bye`, `no_show`, `dropped`, `time` or `judge`. Absent: the match is being played.
    why: NotRequired[str]
    # The games, in the order in which they are played.
    games: list[TournamentGame]


class TournamentPlayer(TypedDict):
    """A user who plays."""

    # The id of a user.
    user_id: str
    # The name, for people.
    name: str


class TournamentResults(TypedDict):
    """Everything about a tournament."""

    # The tournament.
    tournament: TournamentSummary
    # The players, the best first.
    standings: list[TournamentStanding]
    # All matches, by round and table.
    matches: list[TournamentMatch]


class TournamentStanding(TypedDict):
    """A place in the standings."""

    # The place, from 1. In a bracket those who lost in the same round share one.
    rank: int
    # The id of a user.
    user_id: str
    # The name, for people.
    name: str
    # Three for a match won, one for a tie.
    points: int
    # Matches won, with byes.
    wins: int
    # Matches lost.
    losses: int
    # Matches tied.
    ties: int
    # Rounds without an opponent, which count as won.
    byes: int
    # The opponents' share of match points, 0 to 1: the first tie-break.
    opponents_rate: float
    # The player's share of game points, 0 to 1: the second tie-break.
    game_rate: float
    # The opponents' share of game points, 0 to 1: the third tie-break.
    opponents_game_rate: float
    # Whether the player plays no further round.
    dropped: bool


class TournamentSummary(TypedDict):
    """A tournament."""

    # Its id.
    tournament_id: str
    # Its name.
    name: str
    # How winners are found.
    format: TournamentFormat
    # The name of the preset these rules come from.
    preset: str
    # Games of a match.
    best_of: int
    # How far it has come.
    phase: TournamentPhase
    # The round that is played, from 1; 0 before the start.
    round: int
    # Rounds in all; 0 before the start.
    rounds: int
    # Users who are registered; from the start those who came.
    players: int
    # Users who may register.
    max_players: int
    # When the check-in opens.
    check_in_at: str
    # When the first round is paired.
    starts_at: str
    # When the clock of the round runs out. Absent: no round is played.
    round_ends_at: NotRequired[str]
    # When it ended. Absent: not yet.
    ended_at: NotRequired[str]
    # Rises with every change.
    revision: int


class TrainerDefinition(TypedDict):
    """A trainer card."""

    # Which kind of message, action, event or word this is.
    type: Literal['trainer']
    # The id.
    id: str
    # The name, for people.
    name: str
    # The id of the card set.
    set: str
    # Which kind.
    kind: TrainerKind
    # The text as it is read on the card.
    text: str
    # The condition under which it may be played.
    playable: NotRequired[Condition]
    # What happens, in order.
    effects: list[Effect]
    # The abilities.
    abilities: list[AbilityDefinition]
    # The attacks that a tool gives to the Pokémon that holds it.
    attacks: list[AttackDefinition]
    # Words that effects refer to.
    tags: list[str]
    # Hints for the picture. Absent: none.
    art: NotRequired[ArtHint]


class TrainerPlayedEvent(TypedDict):
    """A trainer card was played."""

    # Which kind of message, action, event or word this is.
    type: Literal['trainer_played']
    # The seat of the player, or whose it is.
    player: Seat
    # The trainer card.
    trainer: Card


class TriggerAttacked(TypedDict):
    """The Pokémon attacked."""

    # Which kind of message, action, event or word this is.
    type: Literal['attacked']


class TriggerBecomesActive(TypedDict):
    """The Pokémon became active."""

    # Which kind of message, action, event or word this is.
    type: Literal['becomes_active']


class TriggerCheckup(TypedDict):
    """A checkup began."""

    # Which kind of message, action, event or word this is.
    type: Literal['checkup']


class TriggerDamaged(TypedDict):
    """The Pokémon was damaged by an attack."""

    # Which kind of message, action, event or word this is.
    type: Literal['damaged']
    # Where in play, or when.
    at: NotRequired[Place]


class TriggerEnergyAttached(TypedDict):
    """Energy was attached to the Pokémon."""

    # Which kind of message, action, event or word this is.
    type: Literal['energy_attached']
    # Which ones count. Absent: all.
    where: NotRequired[Filter]
    # Whether only energy from hand counts.
    from_hand: NotRequired[bool]


class TriggerEvolves(TypedDict):
    """The Pokémon evolved."""

    # Which kind of message, action, event or word this is.
    type: Literal['evolves']


class TriggerKnockedOut(TypedDict):
    """The Pokémon was knocked out by an attack."""

    # Which kind of message, action, event or word this is.
    type: Literal['knocked_out']
    # Where in play, or when.
    at: NotRequired[Place]


class TriggerPlayedToBench(TypedDict):
    """The Pokémon was played to the bench."""

    # Which kind of message, action, event or word this is.
    type: Literal['played_to_bench']


class TriggerSomeAttached(TypedDict):
    """Energy was attached to some Pokémon."""

    # Which kind of message, action, event or word this is.
    type: Literal['some_attached']
    # Whose, or of what.
    of: Player
    # Which ones count. Absent: all.
    where: NotRequired[Filter]


class TriggerSomeBenched(TypedDict):
    """Some Pokémon was played to the bench."""

    # Which kind of message, action, event or word this is.
    type: Literal['some_benched']
    # Whose, or of what.
    of: Player
    # Which ones count. Absent: all.
    where: NotRequired[Filter]


class TriggerSomeEvolved(TypedDict):
    """Some Pokémon evolved."""

    # Which kind of message, action, event or word this is.
    type: Literal['some_evolved']
    # Whose, or of what.
    of: Player
    # Which ones count. Absent: all.
    where: NotRequired[Filter]


class TriggerSomeKnockedOut(TypedDict):
    """Some Pokémon was knocked out."""

    # Which kind of message, action, event or word this is.
    type: Literal['some_knocked_out']
    # Whose, or of what.
    of: Player
    # Which ones count. Absent: all.
    where: NotRequired[Filter]


class TriggerSomePlayed(TypedDict):
    """Some card was played."""

    # Which kind of message, action, event or word this is.
    type: Literal['some_played']
    # Whose, or of what.
    of: Player
    # Which ones count. Absent: all.
    where: NotRequired[Filter]


class TriggerTurnEnd(TypedDict):
    """A turn ended."""

    # Which kind of message, action, event or word this is.
    type: Literal['turn_end']
    # Whose, or of what.
    of: Player


class TriggerTurnStart(TypedDict):
    """A turn began."""

    # Which kind of message, action, event or word this is.
    type: Literal['turn_start']
    # Whose, or of what.
    of: Player


class Turn(TypedDict):
    """The current turn, and what was done in it."""

    # The number of the turn, from 1.
    number: int
    # The id of a user who plays. Null: the server acted by itself.
    player_id: str
    # The part of the turn.
    phase: TurnPhase
    # When the clock of the acting player runs out, ISO 8601 in UTC. Null: no clock runs.
    deadline: Union[str, None]
    # Energy attached from hand or zone in this turn.
    energy_attached: int
    # Supporters played in this turn.
    supporters_played: int
    # Stadiums played in this turn.
    stadiums_played: int
    # Retreats in this turn.
    retreats: int


class TurnEndedEvent(TypedDict):
    """A turn ended."""

    # Which kind of message, action, event or word this is.
    type: Literal['turn_ended']
    # The seat of the player, or whose it is.
    player: Seat
    # The number of the turn, from 1.
    turn_number: int


class TurnStart(TypedDict):
    """A turn began."""

    # Which kind of message, action, event or word this is.
    type: Literal['turn_start']
    # The id of a user who plays. Null: the server acted by itself.
    player_id: str
    # The number of the turn, from 1.
    turn_number: int
    # When the clock of the acting player runs out, ISO 8601 in UTC. Null: no clock runs.
    deadline: Union[str, None]
    # The time for the turn in milliseconds. Null: no limit.
    time_limit_ms: Union[int, None]


class TurnStartedEvent(TypedDict):
    """A turn began."""

    # Which kind of message, action, event or word this is.
    type: Literal['turn_started']
    # The seat of the player, or whose it is.
    player: Seat
    # The number of the turn, from 1.
    turn_number: int


class Upgrade(TypedDict):
    """The name and password of the account that a guest becomes."""

    # The name, for people.
    name: PlayerName
    # The password.
    password: NewPassword


class UsableAttack(TypedDict):
    """An attack that the viewer may choose from: of the Active's card, of an earlier stage, of a tool, or of a benched Pokémon."""

    # The id of the definition that the attack is printed on.
    card: str
    # Which of that card's attacks, from 0.
    index: int
    # The Pokémon that uses it.
    pokemon_id: str


class User(TypedDict):
    """A user."""

    # The id.
    id: str
    # The name, for people.
    name: str
    # Whether the user has no account.
    guest: bool


class UserAnnouncementsMessage(TypedDict):
    """The announcements have changed."""

    # Which kind of message, action, event or word this is.
    type: Literal['user:announcements']
    # Chosen by the sender. A client repeats a message under the same id; the server carries it out once.
    message_id: str
    # The time at which the server made the message, ISO 8601 in UTC.
    timestamp: str
    # The id of a game.
    game_id: NotRequired[str]
    # The version of the game: one more for each commit.
    event_id: NotRequired[int]
    # Rises when a game is restored after the store lost it. Ids and versions of another epoch are void.
    epoch: NotRequired[int]
    # Texts of the operators.
    announcements: list[Announcement]


class UserFriendMessage(TypedDict):
    """A user asked another one to be a friend, accepted, or ended it."""

    # Which kind of message, action, event or word this is.
    type: Literal['user:friend']
    # Chosen by the sender. A client repeats a message under the same id; the server carries it out once.
    message_id: str
    # The time at which the server made the message, ISO 8601 in UTC.
    timestamp: str
    # The id of a game.
    game_id: NotRequired[str]
    # The version of the game: one more for each commit.
    event_id: NotRequired[int]
    # Rises when a game is restored after the store lost it. Ids and versions of another epoch are void.
    epoch: NotRequired[int]
    # The state of affairs in one word.
    status: FriendStatus
    # The id of the user who made the change.
    from_id: str
    # The name of that user.
    from_name: str
    # The id of the other user.
    to_id: str


class UserInvitationMessage(TypedDict):
    """An invitation to a game came, or changed."""

    # Which kind of message, action, event or word this is.
    type: Literal['user:invitation']
    # Chosen by the sender. A client repeats a message under the same id; the server carries it out once.
    message_id: str
    # The time at which the server made the message, ISO 8601 in UTC.
    timestamp: str
    # The id of a game.
    game_id: NotRequired[str]
    # The version of the game: one more for each commit.
    event_id: NotRequired[int]
    # Rises when a game is restored after the store lost it. Ids and versions of another epoch are void.
    epoch: NotRequired[int]
    # The state of affairs in one word.
    status: InvitationStatus
    # The id of the Pokémon that lost it.
    from_id: str
    # The name of the user who invites.
    from_name: str
    # The id of the user who is invited.
    to_id: str
    # The kind of game: `casual`, `ranked` or `campaign`.
    game_type: str
    # The rules of the game, or the name of their preset.
    rules: str
    # The id of the game that this is a rematch of.
    rematch_of: NotRequired[str]
    # When the token expires, ISO 8601 in UTC.
    expires_at: str


class UserMatchMessage(TypedDict):
    """The queue or a tournament has an opponent; the game waits at `game_id`."""

    # Which kind of message, action, event or word this is.
    type: Literal['user:match']
    # Chosen by the sender. A client repeats a message under the same id; the server carries it out once.
    message_id: str
    # The time at which the server made the message, ISO 8601 in UTC.
    timestamp: str
    # The id of a game.
    game_id: NotRequired[str]
    # The version of the game: one more for each commit.
    event_id: NotRequired[int]
    # Rises when a game is restored after the store lost it. Ids and versions of another epoch are void.
    epoch: NotRequired[int]
    # The name of the preset these rules come from.
    preset: str
    # The kind of game: `casual`, `ranked` or `campaign`.
    game_type: str
    # The id of the opponent.
    opponent_id: str
    # The name of the opponent.
    opponent_name: str
    # How long the user waited, in milliseconds.
    waited_ms: int
    # The tournament that the game belongs to. Absent: none.
    tournament_id: NotRequired[str]


class UserTurnMessage(TypedDict):
    """It is another player's turn to act in a game of the user that this connection has not open, or that game is over. The envelope names the game."""

    # Which kind of message, action, event or word this is.
    type: Literal['user:turn']
    # Chosen by the sender. A client repeats a message under the same id; the server carries it out once.
    message_id: str
    # The time at which the server made the message, ISO 8601 in UTC.
    timestamp: str
    # The id of a game.
    game_id: NotRequired[str]
    # The version of the game: one more for each commit.
    event_id: NotRequired[int]
    # Rises when a game is restored after the store lost it. Ids and versions of another epoch are void.
    epoch: NotRequired[int]
    # Who is to act. Null: the game is over.
    player_id: Union[str, None]
    # The number of the turn, from 1.
    turn_number: int
    # When that player's clock runs out. Null: none runs.
    deadline: Union[str, None]


class Verification(TypedDict):
    """What playing a game again showed."""

    # Whether the request was carried out.
    ok: bool
    # Whether the seed fits its commitment.
    commitment_ok: bool
    # How many digests were compared.
    digests_checked: int
    # The first version whose digest differs. Absent: none.
    first_difference: NotRequired[int]


class ViewerInfo(TypedDict):
    """Who sees a state: a seat, or a spectator."""

    # The seat of a player: 0 or 1. Null: a spectator.
    seat: Union[Seat, None]


class Weakness(TypedDict):
    """A weakness to a type."""

    # Which kind of message, action, event or word this is.
    type: EnergyType


class WornRewards(TypedDict):
    """Rewards of the campaign that a user shows to others."""

    # Words beside the name; absent: none.
    title: NotRequired[Reward]
    # The picture on the back of the user's cards; absent: the usual one.
    card_back: NotRequired[Reward]


# An ability as card files write it.
Ability = Union["AbilityActivated", "AbilityTriggered", "AbilityContinuous"]

# How often an ability may be used.
AbilityLimit = Literal['once_per_turn', 'once_per_turn_by_name', 'once_per_game', 'unlimited']

# A place outside play from which an ability is used.
AbilityOrigin = Literal['hand', 'discard']

# `away`: the player has left and their clock is shorter. `gone`: it ran out, and the other player may claim the game.
Absence = Literal['away', 'gone']

# What a player may do. Send one of the state's `legal_actions` back unchanged.
Action = Union["ActionPlayPokemon", "ActionEvolve", "ActionAttachEnergy", "ActionPlayTrainer", "ActionUseAbility", "ActionRetreat", "ActionAttack", "ActionPass", "ActionClaimWin", "ActionClaimDraw", "ActionSelectActive", "ActionSelectPrize", "ActionSelect"]

# Where the energy comes from, if not from hand.
ActionEnergyOrigin = Literal['zone']

# A number that a card computes. A bare number is short for `fixed`.
Amount = Union["AmountFixed", "AmountSum", "AmountTimes", "AmountDifference", "AmountSmaller", "AmountLarger", "AmountHeads", "AmountTails", "AmountEnergyOn", "AmountCountersOn", "AmountPokemonInPlay", "AmountCardsIn", "AmountPrizesTaken", "AmountPrizesLeft", "AmountChosen", "AmountRetreatCost", "AmountHpOf", "AmountHpLeft", "AmountHalfOf", "AmountChosenThat", "AmountDamageDone", "AmountKept", "AmountEither"]

# What a creature has on its head.
ArtEars = Literal['pointed', 'round', 'long', 'horns', 'antennae', 'tuft']

# What is drawn: the build of a creature, or a thing.
ArtShape = Literal['round', 'walker', 'bird', 'serpent', 'swimmer', 'upright', 'bug', 'flask', 'satchel', 'lantern', 'map', 'bell', 'key', 'compass', 'scarf', 'charm', 'bandage', 'whistle']

# Who may watch a game: everyone, or only its players.
Audience = Literal['public', 'private']

# After how long a bot takes the other seat, in milliseconds.
BotAfterMs = int

# Whether an opponent is open to the user: `locked` until the one before is beaten.
CampaignStatus = Literal['locked', 'open', 'beaten']

# A card of the catalog.
CardDefinition = Union["PokemonDefinition", "TrainerDefinition", "EnergyDefinition"]

# The kinds of cards that effects distinguish.
CardKind = Literal['pokemon', 'trainer', 'item', 'supporter', 'stadium', 'tool', 'energy', 'basic_energy', 'special_energy']

# What is chosen.
ChoiceKind = Literal['go_first', 'extra_cards', 'select_active', 'select_prize', 'cards', 'pokemon', 'energy', 'yes_no', 'option', 'attack', 'trigger']

# A question that a card asks about the game.
Condition = Union["ConditionHeads", "ConditionTails", "ConditionAtLeast", "ConditionAtMost", "ConditionSame", "ConditionInPlay", "ConditionIs", "ConditionAnyChosen", "ConditionStadiumInPlay", "ConditionTurnOf", "ConditionFirstTurn", "ConditionHappened", "ConditionAllOf", "ConditionAnyOf", "ConditionNot"]

# What can have happened.
ConditionHappening = Literal['knocked_out', 'knocked_out_by_attack', 'played_supporter', 'played_item', 'played_stadium', 'attached_energy', 'evolved', 'retreated', 'took_prize']

# Which turn is meant.
ConditionWhen = Literal['this_turn', 'last_turn']

# The name of a deck: 1 to 40 characters.
DeckName = str

# A delay in milliseconds: 0 to 300000.
DelayMs = int

# Where cards can go.
Destination = Literal['hand', 'deck', 'deck_top', 'deck_bottom', 'discard', 'bench']

# What a card does, one step of its program.
Effect = Union["EffectDraw", "EffectDrawUntil", "EffectShuffle", "EffectSearch", "EffectLookAtTop", "EffectChooseCards", "EffectMoveChosen", "EffectMoveAll", "EffectDiscardHand", "EffectRandomFromHand", "EffectMill", "EffectRevealHand", "EffectRevealTop", "EffectTakePrizes", "EffectAttachEnergy", "EffectGenerateEnergy", "EffectMoveEnergy", "EffectDiscardEnergy", "EffectReturnEnergy", "EffectAttachChosen", "EffectDiscardTools", "EffectDiscardStadium", "EffectExtraEnergy", "EffectExtraSupporter", "EffectSwitch", "EffectGust", "EffectReturn", "EffectEvolve", "EffectDevolve", "EffectBringUp", "EffectKnockOut", "EffectDamage", "EffectRecoil", "EffectPlaceCounters", "EffectSpreadCounters", "EffectMoveCounters", "EffectLeaveHp", "EffectUnaffected", "EffectHeal", "EffectApply", "EffectCure", "EffectFlip", "EffectFlipUntilTails", "EffectIf", "EffectMay", "EffectChooseOne", "EffectForEach", "EffectRepeat", "EffectLet", "EffectPick", "EffectFail", "EffectCopyAttack", "EffectUseAttackOf", "EffectGrant", "EffectGrantPlayer", "EffectDelay", "EffectEndTurn", "EffectCustom"]

# What an attack may ignore.
EffectInfluence = Literal['weakness', 'resistance', 'effects']

# When something happens later.
EffectMoment = Literal['end_of_this_turn', 'next_checkup', 'end_of_opponents_next_turn', 'start_of_your_next_turn', 'end_of_your_next_turn']

# The things that players say to each other; clients have the words.
Emote = Literal['hello', 'good_luck', 'nice_move', 'thanks', 'thinking', 'oops', 'wow', 'good_game']

# Why the rules ended a game.
EndOfPlay = Literal['prizes', 'points', 'no_pokemon', 'deck_out', 'resigned', 'timeout', 'turn_limit', 'sudden_death', 'abandoned', 'game_limit', 'voided', 'left']

# Why a game ended, or was given up before it began.
EndReason = Literal['prizes', 'points', 'no_pokemon', 'deck_out', 'resigned', 'timeout', 'turn_limit', 'sudden_death', 'abandoned', 'game_limit', 'voided', 'left', 'expired', 'cancelled', 'declined', 'creator_left']

# The types of energy and Pokémon.
EnergyType = Literal['grass', 'fire', 'water', 'lightning', 'psychic', 'fighting', 'darkness', 'metal', 'fairy', 'dragon', 'colorless']

# The stable words for the reasons of refusals.
ErrorCode = Literal['unauthenticated', 'forbidden', 'invalid_message', 'game_not_found', 'not_participant', 'game_full', 'deck_not_found', 'deck_invalid', 'not_your_turn', 'invalid_action', 'stale_version', 'message_id_reused', 'game_over', 'rate_limited', 'busy', 'unavailable', 'payload_too_large', 'internal']

# Which cards or Pokémon match.
Filter = Union["FilterAny", "FilterKind", "FilterOfStage", "FilterEvolution", "FilterOfType", "FilterNamed", "FilterTagged", "FilterHasRuleBox", "FilterEvolvesFrom", "FilterEvolvesFromChosen", "FilterHpAtMost", "FilterRetreatAtMost", "FilterRetreatAtLeast", "FilterHasAbility", "FilterDamaged", "FilterHasEnergy", "FilterHasTool", "FilterHasAttached", "FilterMovedUpThisTurn", "FilterHasCondition", "FilterIsActive", "FilterIsBenched", "FilterNewThisTurn", "FilterIsSelf", "FilterAllOf", "FilterAnyOf", "FilterNot"]

# What happened between two users.
FriendStatus = Literal['asked', 'accepted', 'removed']

# One thing that happened. Events of a commit are in order.
GameEvent = Union["FirstPlayerFlippedEvent", "FirstPlayerChosenEvent", "MulliganTakenEvent", "PokemonPlacedEvent", "PokemonRevealedEvent", "PrizesSetEvent", "TurnStartedEvent", "TurnEndedEvent", "CheckupStartedEvent", "CardDrawnEvent", "DeckShuffledEvent", "PokemonPlayedEvent", "PokemonBenchedEvent", "PokemonEvolvedEvent", "PokemonDevolvedEvent", "EnergyAttachedEvent", "EnergyMovedEvent", "EnergyZoneChangedEvent", "ToolAttachedEvent", "TrainerPlayedEvent", "StadiumPlayedEvent", "AbilityUsedEvent", "AttackUsedEvent", "AttackFailedEvent", "CoinFlippedEvent", "DamageDealtEvent", "CountersPlacedEvent", "CountersRemovedEvent", "DamageHealedEvent", "ConditionAppliedEvent", "ConditionEndedEvent", "ActiveChangedEvent", "RetreatedEvent", "KnockedOutEvent", "CardsMovedEvent", "CardsRevealedEvent", "CardsLookedAtEvent", "PrizeTakenEvent", "PointsScoredEvent", "EffectBeganEvent", "ChoiceRequestedEvent", "ChoiceMadeEvent", "TimedOutEvent", "GraceGrantedEvent", "PlayerLeftEvent", "PlayerReturnedEvent", "ClaimOpenedEvent", "SuddenDeathStartedEvent", "GameEndedEvent"]

# How a game ended for a user; `none`: it never began, or an operator ended it.
GameResult = Literal['won', 'lost', 'tied', 'none']

# Whether the game waits for players, is being set up, is played, or is over.
GameStatus = Literal['waiting', 'setup', 'active', 'finished']

# The kind of game.
GameType = Literal['casual', 'ranked', 'campaign']

# What became of an invitation.
InvitationStatus = Literal['offered', 'accepted', 'declined', 'withdrawn', 'expired']

# A password: at least 8 characters, and not a common one.
NewPassword = str

# What became of the other player's connection.
OpponentConnectedStatus = Literal['connected', 'disconnected', 'reconnected']

# Whether anyone, one user or a bot takes the other seat.
OpponentKind = Literal['open', 'user', 'bot']

# The operations that patches use.
PatchOp = Literal['add', 'remove', 'replace']

# Where in play.
Place = Literal['active', 'bench', 'anywhere']

# Whose.
Player = Literal['you', 'opponent', 'both']

# A name: up to 24 letters, digits and a few marks.
PlayerName = str

# The types that one unit of energy can be.
Provides = list["EnergyType"]

# How a line of a puzzle ends: `open` as long as the turn goes on, `solved` by a win, else `failed`.
PuzzleStatus = Literal['open', 'solved', 'failed']

# Why a user is reported: `stalling` (leaves games or lets the clock run), `cheating`, `name` (a name that insults),
# `abuse`, `other`.
ReportReason = Literal['stalling', 'cheating', 'name', 'abuse', 'other']

# What a reward is: words beside a name, a picture on the back of cards, or, in houses that have collections, copies of
# a card.
RewardKind = Literal['title', 'card_back', 'card']

# The rule box of a card.
RuleBox = Literal['none', 'ex', 'mega']

# What happens when both players win at once.
RulesConfigBothWin = Literal['sudden_death', 'tie']

# What tails does to the attack of a confused Pokémon.
RulesConfigConfusionTails = Literal['damages_itself', 'fails']

# What happens to a player who cannot draw at the start of a turn.
RulesConfigEmptyDeck = Literal['loses', 'goes_on']

# Where energy comes from: cards in hand, a deck of its own, or a zone that produces it.
RulesConfigEnergySource = Literal['hand', 'energy_deck', 'zone']

# What happens to an opening hand without a Basic Pokémon: another hand, or it cannot happen.
RulesConfigNoBasic = Literal['mulligan', 'guaranteed']

# Whether prize cards are taken or points are counted.
RulesConfigPrizeMode = Literal['cards', 'points']

# Whether weakness multiplies or adds.
RulesConfigWeaknessMode = Literal['times', 'plus']

# One of the two places at the table.
Seat = Literal[0, 1]

# The part of a card.
SourceKind = Literal['attack', 'ability', 'card']

# How long an effect lasts.
Span = Literal['this_turn', 'opponents_next_turn', 'your_next_turn', 'while_active', 'while_in_play']

# The special conditions of a Pokémon.
SpecialCondition = Literal['asleep', 'confused', 'paralyzed', 'poisoned', 'burned']

# The stage of a Pokémon.
Stage = Literal['basic', 'stage_1', 'stage_2']

# A lasting effect on a Pokémon or a player.
Static = Union["StaticHpBonus", "StaticRetreatCost", "StaticFreeRetreat", "StaticAttackCost", "StaticDamageDealt", "StaticDamageTaken", "StaticPreventDamage", "StaticPreventEffects", "StaticPreventConditions", "StaticEndures", "StaticEnduresOnHeads", "StaticAttacksFailOnTails", "StaticAttackCostIs", "StaticAttacksInFirstTurn", "StaticAttacksFromBench", "StaticTypeIs", "StaticWeaknessIs", "StaticResistanceIs", "StaticEnergyProvides", "StaticCannotAttack", "StaticCannotUseAttack", "StaticCannotRetreat", "StaticCannotEvolve", "StaticCannotBeHealed", "StaticEvolvesAtOnce", "StaticNoAbilities", "StaticNoTools", "StaticUsesEarlierAttacks", "StaticPrizeWorth", "StaticPoisonDamage", "StaticCannotPlay", "StaticCannotUseAbility", "StaticCannotAttachEnergy", "StaticExtraEnergy", "StaticExtraSupporters", "StaticBenchSize"]

# How a client gets states: `full` sends them whole, `delta` sends patches.
Sync = Literal['full', 'delta']

# Which Pokémon are meant.
Target = Union["TargetSelf", "TargetActive", "TargetEvery", "TargetChoose", "TargetChosen", "TargetOther"]

# How winners are found: by a fixed number of rounds, or by losing once.
TournamentFormat = Literal['swiss', 'elimination']

# How far a tournament has come.
TournamentPhase = Literal['registration', 'check_in', 'running', 'finished', 'cancelled']

# The kinds of trainer cards.
TrainerKind = Literal['item', 'supporter', 'stadium', 'tool']

# What starts an ability.
Trigger = Union["TriggerPlayedToBench", "TriggerEvolves", "TriggerEnergyAttached", "TriggerBecomesActive", "TriggerDamaged", "TriggerKnockedOut", "TriggerSomeKnockedOut", "TriggerSomeAttached", "TriggerSomeBenched", "TriggerSomeEvolved", "TriggerSomePlayed", "TriggerCheckup", "TriggerTurnStart", "TriggerTurnEnd", "TriggerAttacked"]

# The part of a turn.
TurnPhase = Literal['main', 'attack', 'checkup']

# What an expired clock leads to.
TurnTimeoutConsequence = Literal['auto_pass', 'loss']

# What the clock did: `warning` before the end, `expired` at it, `extended` after a reconnect or return, `shortened`
# while the player is away.
TurnTimeoutKind = Literal['warning', 'expired', 'extended', 'shortened']

# The id of a user.
UserId = str

# A pile of cards.
Zone = Literal['deck', 'hand', 'discard', 'prizes', 'energy_deck']

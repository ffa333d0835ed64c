package dev.menagerie.rules.game;

import dev.menagerie.rules.card.Condition;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.Player;
import dev.menagerie.rules.card.Target;
import dev.menagerie.rules.card.Zone;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.List;
import java.util.Optional;

/**
 * Whether a program could do anything at all, as far as its player can know: a card that obviously
 * can do nothing may not be played. What it asks of its own player first must be there.
 */
final class Usefulness {
  private Usefulness() {}

  static boolean of(Table t, Fr f, List<Effect> effects) {
    boolean useful = false;
    boolean onlyCosts = true;
    for (Effect effect : effects) {
      if (isCost(effect)) {
        if (!isPayable(t, f, effect)) {
          return false;
        }
        continue;
      }
      onlyCosts = false;
      useful |= isUseful(t, f, effect);
    }
    return useful || onlyCosts;
  }

  /** What a player gives up for the rest. */
  private static boolean isCost(Effect effect) {
    return effect instanceof Effect.DiscardHand discard
        && discard.who().orElse(Player.YOU) == Player.YOU
        && discard.by().orElse(Player.YOU) == Player.YOU;
  }

  private static boolean isPayable(Table t, Fr f, Effect effect) {
    Effect.DiscardHand discard = (Effect.DiscardHand) effect;
    int wanted = Questions.amount(t, f, discard.count());
    int there = 0;
    for (int i = 0; i < t.count(f.seat, Pile.HAND); i++) {
      int card = t.card(f.seat, Pile.HAND, i);
      if (card != f.source
          && (discard.where().isEmpty()
              || Filters.matches(t, f, discard.where().get(), t.face(card)))) {
        there++;
      }
    }
    return there >= wanted;
  }

  private static boolean anyUseful(Table t, Fr f, List<Effect> effects) {
    for (Effect effect : effects) {
      if (isUseful(t, f, effect)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isUseful(Table t, Fr f, Effect effect) {
    return switch (effect) {
      case Effect.Draw draw -> hasDeck(t, f, draw.who()) && hasRoom(t, f, draw.who());
      case Effect.DrawUntil draw -> canDrawUntil(t, f, draw);
      case Effect.Search search -> canSearch(t, f, search);
      case Effect.LookAtTop look -> hasDeck(t, f, look.of());
      case Effect.ChooseCards choose -> canChoose(t, f, choose);
      case Effect.MoveAll move -> hasCards(t, f, move.from(), move.of());
      case Effect.DiscardHand discard -> hasCards(t, f, Zone.HAND, discard.who());
      case Effect.RandomFromHand random -> hasCards(t, f, Zone.HAND, random.who());
      case Effect.Mill mill -> hasDeck(t, f, mill.who());
      case Effect.RevealHand reveal -> hasCards(t, f, Zone.HAND, Optional.of(reveal.who()));
      case Effect.RevealTop reveal -> hasDeck(t, f, reveal.who());
      case Effect.AttachEnergy attach -> canAttach(t, f, attach);
      case Effect.GenerateEnergy generate -> any(t, f, generate.to());
      case Effect.MoveEnergy move -> canMoveEnergy(t, f, move);
      case Effect.DiscardEnergy discard -> withEnergy(t, f, discard.from(), discard.where());
      case Effect.ReturnEnergy giveBack -> withEnergy(t, f, giveBack.from(), giveBack.where());
      case Effect.DiscardTools discard -> withTool(t, f, discard.from());
      case Effect.DiscardStadium _ -> t.stadium() >= 0;
      case Effect.Switch change ->
          t.benchCount(change.of().map(of -> Questions.seat(f, of)).orElse(f.seat)) > 0;
      case Effect.Gust _ -> t.benchCount(f.seat.other()) > 0;
      case Effect.Return leave -> any(t, f, leave.target());
      case Effect.Evolve evolve -> canEvolve(t, f, evolve);
      case Effect.Devolve devolve -> canDevolve(t, f, devolve.target());
      case Effect.KnockOut knockOut -> any(t, f, knockOut.target());
      case Effect.Damage damage -> any(t, f, damage.target());
      case Effect.PlaceCounters place -> any(t, f, place.target());
      case Effect.SpreadCounters spread ->
          Questions.pokemon(t, f, spread.of(), spread.at(), spread.where()).length > 0;
      case Effect.MoveCounters move -> damaged(t, f, move.from()) && any(t, f, move.to());
      case Effect.Heal heal -> damaged(t, f, heal.target());
      case Effect.Apply apply -> any(t, f, apply.target());
      case Effect.Cure cure -> ill(t, f, cure);
      case Effect.If branch -> canBranch(t, f, branch);
      case Effect.May may ->
          anyUseful(t, f, may.then())
              || may.otherwise().map(other -> anyUseful(t, f, other)).orElse(false);
      case Effect.ChooseOne choose -> canChooseOne(t, f, choose);
      case Effect.ForEach each -> any(t, f, each.in());
      case Effect.Repeat repeat -> anyUseful(t, f, repeat.effects());
      case Effect.CopyAttack copy -> any(t, f, copy.of());
      case Effect.Grant grant -> any(t, f, grant.to());
      case Effect.MoveChosen _, Effect.Flip _, Effect.FlipUntilTails _ -> false;
      case Effect.Let _, Effect.Pick _, Effect.Fail _, Effect.Shuffle _ -> false;
      case Effect.TakePrizes _,
          Effect.ExtraEnergy _,
          Effect.ExtraSupporter _,
          Effect.Recoil _,
          Effect.GrantPlayer _,
          Effect.Delay _,
          Effect.EndTurn _,
          Effect.Custom _ ->
          true;
    };
  }

  // Cards

  private static boolean hasDeck(Table t, Fr f, Optional<Player> who) {
    return hasCards(t, f, Zone.DECK, who);
  }

  private static boolean hasRoom(Table t, Fr f, Optional<Player> who) {
    int cap = t.rules().limits().hand();
    for (Seat seat : Questions.seats(f, who.orElse(Player.YOU))) {
      if (cap == 0 || handWithout(t, f, seat) < cap) {
        return true;
      }
    }
    return false;
  }

  /** The card itself does not count: it has left the hand when its effect comes. */
  private static int handWithout(Table t, Fr f, Seat seat) {
    int hand = t.count(seat, Pile.HAND);
    return f.source >= 0 && t.holds(seat, Pile.HAND, f.source) ? hand - 1 : hand;
  }

  private static boolean hasCards(Table t, Fr f, Zone zone, Optional<Player> who) {
    for (Seat seat : Questions.seats(f, who.orElse(Player.YOU))) {
      int count = zone == Zone.HAND ? handWithout(t, f, seat) : t.count(seat, Pile.of(zone));
      if (count > 0) {
        return true;
      }
    }
    return false;
  }

  private static boolean canDrawUntil(Table t, Fr f, Effect.DrawUntil draw) {
    int size = Questions.amount(t, f, draw.size());
    for (Seat seat : Questions.seats(f, draw.who().orElse(Player.YOU))) {
      if (t.count(seat, Pile.DECK) > 0 && handWithout(t, f, seat) < size) {
        return true;
      }
    }
    return false;
  }

  private static boolean canSearch(Table t, Fr f, Effect.Search search) {
    boolean room =
        switch (search.to()) {
          case BENCH -> t.benchCount(f.seat) < t.rules().bench().max();
          case HAND, DECK, DECK_TOP, DECK_BOTTOM, DISCARD -> true;
        };
    return room && t.count(f.seat, Pile.DECK) > 0;
  }

  /**
   * Of what the player may look at, whether there is something; of the rest, whether there is a
   * card.
   */
  private static boolean canChoose(Table t, Fr f, Effect.ChooseCards choose) {
    Seat of = Questions.seat(f, choose.of().orElse(Player.YOU));
    boolean known = choose.from() == Zone.DISCARD || (choose.from() == Zone.HAND && of == f.seat);
    if (!known || choose.where().isEmpty()) {
      return hasCards(t, f, choose.from(), choose.of());
    }
    return holds(t, f, of, choose.from(), choose.where());
  }

  private static boolean holds(Table t, Fr f, Seat of, Zone zone, Optional<Filter> where) {
    Pile pile = Pile.of(zone);
    for (int i = 0; i < t.count(of, pile); i++) {
      int card = t.card(of, pile, i);
      if (card != f.source
          && (where.isEmpty() || Filters.matches(t, f, where.get(), t.face(card)))) {
        return true;
      }
    }
    return false;
  }

  private static boolean canAttach(Table t, Fr f, Effect.AttachEnergy attach) {
    if (!any(t, f, attach.to())) {
      return false;
    }
    if (attach.from() == Zone.DECK || attach.from() == Zone.ENERGY_DECK) {
      return t.count(f.seat, Pile.of(attach.from())) > 0;
    }
    Pile pile = Pile.of(attach.from());
    for (int i = 0; i < t.count(f.seat, pile); i++) {
      var face = t.face(t.card(f.seat, pile, i));
      if (face.isEnergy()
          && (attach.where().isEmpty() || Filters.matches(t, f, attach.where().get(), face))) {
        return true;
      }
    }
    return false;
  }

  // Pokémon

  private static boolean any(Table t, Fr f, Target target) {
    if (target instanceof Target.Chosen) {
      return true;
    }
    return Questions.targets(t, f, target).length > 0;
  }

  private interface Test {
    boolean passes(Pokemon pokemon);
  }

  private static boolean any(Table t, Fr f, Target target, Test test) {
    if (target instanceof Target.Chosen) {
      return true;
    }
    for (int serial : Questions.targets(t, f, target)) {
      Pokemon pokemon = t.find(serial);
      if (pokemon != null && test.passes(pokemon)) {
        return true;
      }
    }
    return false;
  }

  private static boolean withEnergy(Table t, Fr f, Target target, Optional<Filter> where) {
    return any(
        t,
        f,
        target,
        pokemon -> {
          for (int i = 0; i < pokemon.energyCount(); i++) {
            if (where.isEmpty() || Filters.matches(t, f, where.get(), t.face(pokemon.energy(i)))) {
              return true;
            }
          }
          return false;
        });
  }

  private static boolean canMoveEnergy(Table t, Fr f, Effect.MoveEnergy move) {
    return withEnergy(t, f, move.from(), move.where()) && any(t, f, move.to());
  }

  private static boolean withTool(Table t, Fr f, Target target) {
    return any(t, f, target, pokemon -> pokemon.toolCount() > 0);
  }

  private static boolean damaged(Table t, Fr f, Target target) {
    return any(t, f, target, pokemon -> pokemon.damage() > 0);
  }

  private static boolean ill(Table t, Fr f, Effect.Cure cure) {
    return any(
        t,
        f,
        cure.target(),
        pokemon ->
            cure.condition().isEmpty()
                ? pokemon.conditions() != 0
                : pokemon.has(cure.condition().get()));
  }

  private static boolean canDevolve(Table t, Fr f, Target target) {
    return any(t, f, target, pokemon -> pokemon.cardCount() > 1);
  }

  private static boolean canEvolve(Table t, Fr f, Effect.Evolve evolve) {
    Pile pile = Pile.of(evolve.from());
    boolean skip = evolve.skip().orElse(false);
    return any(
        t,
        f,
        evolve.target(),
        pokemon -> {
          if (evolve.from() == Zone.DECK) {
            return t.count(f.seat, pile) > 0 && hasEvolution(t, pokemon);
          }
          for (int i = 0; i < t.count(f.seat, pile); i++) {
            var face = t.face(t.card(f.seat, pile, i));
            if (PokemonOperations.fits(t, face, pokemon, skip)
                && (evolve.where().isEmpty()
                    || Filters.matches(t, f, evolve.where().get(), face))) {
              return true;
            }
          }
          return false;
        });
  }

  /** Whether any card at all evolves it; what skips a stage is above one that does not. */
  private static boolean hasEvolution(Table t, Pokemon pokemon) {
    return !t.catalog().evolutions(t.face(pokemon.top())).isEmpty();
  }

  // Flow

  private static boolean canBranch(Table t, Fr f, Effect.If branch) {
    List<Effect> otherwise = branch.otherwise().orElse(List.of());
    if (dependsOnWhatComes(branch.when())) {
      return anyUseful(t, f, branch.then()) || anyUseful(t, f, otherwise);
    }
    return Questions.holds(t, f, branch.when())
        ? anyUseful(t, f, branch.then())
        : anyUseful(t, f, otherwise);
  }

  /** Coins and choices are still to come when a card is played. */
  private static boolean dependsOnWhatComes(Condition condition) {
    return switch (condition) {
      case Condition.Heads _, Condition.Tails _, Condition.AnyChosen _ -> true;
      case Condition.AtLeast _, Condition.AtMost _, Condition.Same _, Condition.Is _ -> true;
      case Condition.InPlay _,
          Condition.StadiumInPlay _,
          Condition.TurnOf _,
          Condition.FirstTurn _,
          Condition.Happened _ ->
          false;
      case Condition.AllOf all -> all.value().stream().anyMatch(Usefulness::dependsOnWhatComes);
      case Condition.AnyOf any -> any.value().stream().anyMatch(Usefulness::dependsOnWhatComes);
      case Condition.Not not -> dependsOnWhatComes(not.value());
    };
  }

  private static boolean canChooseOne(Table t, Fr f, Effect.ChooseOne choose) {
    for (Effect.Option option : choose.options()) {
      if (anyUseful(t, f, option.effects())) {
        return true;
      }
    }
    return false;
  }
}

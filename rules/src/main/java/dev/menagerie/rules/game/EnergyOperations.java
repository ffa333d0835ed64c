package dev.menagerie.rules.game;

import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.card.Destination;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.Face;
import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.Player;
import dev.menagerie.rules.card.Target;
import dev.menagerie.rules.card.Trigger;
import dev.menagerie.rules.card.Zone;
import dev.menagerie.rules.state.ChoiceKind;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.Ints;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Ref;
import dev.menagerie.rules.state.Seat;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Operations on attached cards and the stadium. */
final class EnergyOperations {
  private EnergyOperations() {}

  static boolean attach(Engine e, Fr f, Effect.AttachEnergy attach) {
    int count = Questions.amount(e.t, f, attach.count());
    Pile pile = Pile.of(attach.from());
    int[] all = e.t.cards(f.seat, pile);
    List<Integer> chosen = energyOf(e, f, attach, all, count);
    if (chosen == null) {
      return false;
    }
    int[] cards = Ints.array(chosen);
    int[] targets = new int[cards.length];
    for (int i = 0; i < cards.length; i++) {
      int[] target = Operations.targets(e, f, attach.to(), "Choose who gets the energy.");
      if (target == null) {
        return false;
      }
      boolean each = attach.to() instanceof Target.Every;
      targets[i] = target.length == 0 || (each && i >= target.length) ? -1 : target[each ? i : 0];
    }
    for (int i = 0; i < cards.length; i++) {
      Pokemon target = e.t.find(targets[i]);
      if (target != null && mayHave(e, e.t.face(cards[i]), target)) {
        attach(e, f.seat, pile, cards[i], target, false);
      }
    }
    if (attach.from() == Zone.DECK && all.length > 0) {
      e.shuffle(f.seat);
    }
    return true;
  }

  private static @Nullable List<Integer> energyOf(
      Engine e, Fr f, Effect.AttachEnergy attach, int[] all, int count) {
    int[] energy = Ints.NONE;
    for (int card : CardOperations.matching(e, f, all, attach.where())) {
      energy = e.t.face(card).isEnergy() ? Ints.with(energy, card) : energy;
    }
    int[] options = CardOperations.sorted(e.t, energy);
    boolean upTo = attach.upTo().orElse(attach.from() == Zone.DECK);
    String prompt = "Choose energy to attach.";
    if (attach.from() == Zone.DISCARD) {
      int min = upTo ? 0 : count;
      return e.choose(f, f.seat, ChoiceKind.CARDS, min, count, options, prompt);
    }
    if (all.length == 0 || count <= 0) {
      return List.of();
    }
    int min = upTo ? 0 : Math.min(count, options.length);
    return e.ask(f, f.seat, ChoiceKind.CARDS, min, count, Ints.list(options), List.of(), prompt);
  }

  static boolean mayHave(Engine e, Face energy, Pokemon target) {
    Optional<Filter> only = ((CardDefinition.Energy) energy.definition).attachesTo();
    return only.isEmpty()
        || Filters.matches(e.t, Fr.asking(target.seat(), target.serial(), -1), only.get(), target);
  }

  /** Attaches a card and fires what waits for it. */
  static void attach(Engine e, Seat seat, Pile from, int card, Pokemon target, boolean ofTurn) {
    e.emit(
        new Event.EnergyAttached(
            seat, from, e.t.ref(card), target.serial(), e.topRef(target), ofTurn));
    attached(e, target.serial(), card, ofTurn || from == Pile.HAND);
  }

  private static void attached(Engine e, int serial, int card, boolean played) {
    Pokemon holder = e.t.find(serial);
    if (holder == null || !played) {
      return;
    }
    Face energy = e.t.face(card);
    Fr asking = Fr.asking(holder.seat(), serial, card);
    Triggers.Match match =
        trigger ->
            trigger instanceof Trigger.EnergyAttached(Optional<Filter> where)
                && (where.isEmpty() || Filters.matches(e.t, asking, where.get(), energy));
    List<Fr> fired = new ArrayList<>(0);
    Triggers.collect(e.t, holder, match, -1, fired);
    // Another energy card that waits for its own attaching is not meant.
    fired.removeIf(fr -> e.t.face(fr.source).isEnergy() && fr.source != card);
    Triggers.push(e, fired);
  }

  static boolean generate(Engine e, Fr f, Effect.GenerateEnergy generate) {
    int count = Questions.amount(e.t, f, generate.count());
    int[] targets = Operations.targets(e, f, generate.to(), "Choose who gets the energy.");
    if (targets == null) {
      return false;
    }
    int definition = e.t.cards().zoneEnergy(generate.energy());
    for (int serial : targets) {
      for (int i = 0; i < count; i++) {
        Pokemon target = e.t.find(serial);
        if (target != null && definition >= 0) {
          generate(e, f.seat, definition, target, false);
        }
      }
    }
    return true;
  }

  /** Makes energy and attaches it, as long as there are names left for new cards. */
  static void generate(Engine e, Seat seat, int definition, Pokemon target, boolean ofTurn) {
    int instance = e.t.instances();
    if (instance >= Ref.INSTANCES) {
      return;
    }
    e.emit(
        new Event.EnergyGenerated(
            seat, instance, definition, target.serial(), e.topRef(target), ofTurn));
    attached(e, target.serial(), instance, ofTurn);
  }

  /** Attached energy of these Pokémon that matches. */
  private static int[] energyOn(Engine e, Fr f, int[] serials, Optional<Filter> where) {
    int[] found = Ints.NONE;
    for (int serial : serials) {
      Pokemon pokemon = e.t.find(serial);
      if (pokemon != null) {
        for (int card : CardOperations.matching(e, f, Energies.cards(pokemon), where)) {
          found = Ints.with(found, card);
        }
      }
    }
    return found;
  }

  private static @Nullable Pokemon holder(Engine e, int card) {
    for (Seat seat : Seat.values()) {
      Pokemon active = e.t.active(seat);
      if (active != null && active.holds(card)) {
        return active;
      }
      for (int i = 0; i < e.t.benchCount(seat); i++) {
        if (e.t.benched(seat, i).holds(card)) {
          return e.t.benched(seat, i);
        }
      }
    }
    return null;
  }

  static boolean move(Engine e, Fr f, Effect.MoveEnergy move) {
    int[] from = Operations.affected(e, f, move.from(), "Choose whose energy to move.");
    if (from == null) {
      return false;
    }
    int count = Questions.amount(e.t, f, move.count());
    int min = move.upTo().orElse(false) ? 0 : count;
    List<Integer> cards =
        e.choose(
            f,
            f.seat,
            ChoiceKind.ENERGY,
            min,
            count,
            energyOn(e, f, from, move.where()),
            "Choose energy to move.");
    if (cards == null) {
      return false;
    }
    if (cards.isEmpty()) {
      return true;
    }
    int[] to = Operations.targets(e, f, move.to(), "Choose who gets the energy.");
    if (to == null) {
      return false;
    }
    for (int card : cards) {
      Pokemon source = holder(e, card);
      Pokemon target = to.length == 0 ? null : e.t.find(to[0]);
      if (source != null && target != null && source.serial() != target.serial()) {
        e.emit(
            new Event.EnergyMoved(
                f.seat,
                e.t.ref(card),
                source.serial(),
                e.topRef(source),
                target.serial(),
                e.topRef(target)));
      }
    }
    return true;
  }

  static boolean discard(Engine e, Fr f, Effect.DiscardEnergy discard) {
    int[] from = Operations.affected(e, f, discard.from(), "Choose whose energy to discard.");
    if (from == null) {
      return false;
    }
    int[] options = energyOn(e, f, from, discard.where());
    int count =
        discard.count().map(amount -> Questions.amount(e.t, f, amount)).orElse(options.length);
    Seat by = Questions.seat(f, discard.by().orElse(Player.YOU));
    List<Integer> cards =
        e.choose(f, by, ChoiceKind.ENERGY, count, count, options, "Choose energy to discard.");
    if (cards == null) {
      return false;
    }
    discard.as().ifPresent(name -> f.set(name, cards));
    detach(e, cards, Destination.DISCARD);
    return true;
  }

  private static void detach(Engine e, List<Integer> cards, Destination to) {
    for (int card : cards) {
      Pokemon holder = holder(e, card);
      if (holder != null) {
        Operations.detach(e, holder, card, to);
      }
    }
  }

  static boolean giveBack(Engine e, Fr f, Effect.ReturnEnergy giveBack) {
    int[] from = Operations.affected(e, f, giveBack.from(), "Choose whose energy to return.");
    if (from == null) {
      return false;
    }
    int[] options = energyOn(e, f, from, giveBack.where());
    int count =
        giveBack.count().map(amount -> Questions.amount(e.t, f, amount)).orElse(options.length);
    List<Integer> cards =
        e.choose(f, f.seat, ChoiceKind.ENERGY, count, count, options, "Choose energy to return.");
    if (cards == null) {
      return false;
    }
    detach(e, cards, Destination.HAND);
    return true;
  }

  static boolean discardTools(Engine e, Fr f, Effect.DiscardTools discard) {
    int[] from = Operations.affected(e, f, discard.from(), "Choose whose tools to discard.");
    if (from == null) {
      return false;
    }
    for (int serial : from) {
      Pokemon holder = e.t.find(serial);
      while (holder != null && holder.toolCount() > 0) {
        Operations.detach(e, holder, holder.tool(0), Destination.DISCARD);
        holder = e.t.find(serial);
      }
    }
    return true;
  }

  static boolean discardStadium(Engine e) {
    int stadium = e.t.stadium();
    if (stadium >= 0) {
      e.emit(new Event.StadiumLeft(e.t.owner(stadium), e.t.ref(stadium)));
    }
    return true;
  }
}

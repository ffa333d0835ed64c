package dev.menagerie.rules.game;

import dev.menagerie.rules.card.Destination;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.Player;
import dev.menagerie.rules.card.Target;
import dev.menagerie.rules.card.Zone;
import dev.menagerie.rules.query.Amounts;
import dev.menagerie.rules.query.Cards;
import dev.menagerie.rules.query.Energies;
import dev.menagerie.rules.query.Targets;
import dev.menagerie.rules.state.ChoiceKind;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.Ints;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Operations on energy: attaches, moves, discards and returns it. */
final class EnergyOperations {
  private EnergyOperations() {}

  static boolean attach(Execution execution, RunningFrame frame, Effect.AttachEnergy attach) {
    int count = Amounts.of(execution.table, frame, attach.count());
    Pile pile = Pile.of(attach.from());
    int[] all = execution.table.cards(frame.seat, pile);
    List<Integer> chosen = energyOf(execution, frame, attach, all, count);
    if (chosen == null) {
      return false;
    }
    int[] cards = Ints.array(chosen);
    int[] targets =
        cards.length == 0
            ? Ints.NONE
            : Targeting.targets(execution, frame, attach.to(), "Choose who gets the energy.");
    if (targets == null) {
      return false;
    }
    boolean each = attach.to() instanceof Target.Every;
    for (int i = 0; i < cards.length && targets.length > 0; i++) {
      if (each && i >= targets.length) {
        break;
      }
      Pokemon target = execution.table.find(targets[Math.min(i, targets.length - 1)]);
      if (target != null
          && Energies.mayHave(execution.table, execution.table.face(cards[i]), target)) {
        EnergyAttachment.attach(execution, frame.seat, pile, cards[i], target, false);
      }
    }
    if (attach.from() == Zone.DECK && all.length > 0) {
      execution.shuffle(frame.seat);
    }
    return true;
  }

  private static @Nullable List<Integer> energyOf(
      Execution execution, RunningFrame frame, Effect.AttachEnergy attach, int[] all, int count) {
    int[] energy = Ints.NONE;
    for (int card : Cards.matching(execution.table, frame, all, attach.where())) {
      energy = execution.table.face(card).isEnergy() ? Ints.with(energy, card) : energy;
    }
    int[] options = Cards.sorted(execution.table, energy);
    boolean upTo = attach.upTo().orElse(attach.from() == Zone.DECK);
    String prompt = "Choose energy to attach.";
    if (attach.from() == Zone.DISCARD) {
      int min = upTo ? execution.leastOf(frame, 0, count) : count;
      return execution.choose(frame, frame.seat, ChoiceKind.CARDS, min, count, options, prompt);
    }
    if (all.length == 0 || count <= 0) {
      return List.of();
    }
    int least = attach.from() == Zone.DECK ? 0 : execution.leastOf(frame, 0, count);
    int min = Math.min(upTo ? least : count, options.length);
    return execution.ask(
        frame, frame.seat, ChoiceKind.CARDS, min, count, Ints.list(options), List.of(), prompt);
  }

  static boolean generate(Execution execution, RunningFrame frame, Effect.GenerateEnergy generate) {
    int count = Amounts.of(execution.table, frame, generate.count());
    int[] targets =
        Targeting.targets(execution, frame, generate.to(), "Choose who gets the energy.");
    if (targets == null) {
      return false;
    }
    int definition = execution.table.cards().zoneEnergy(generate.energy());
    for (int serial : targets) {
      for (int i = 0; i < count; i++) {
        Pokemon target = execution.table.find(serial);
        if (target != null && definition >= 0) {
          EnergyAttachment.generate(execution, frame.seat, definition, target, false);
        }
      }
    }
    return true;
  }

  /** Attached energy of these Pokémon that matches. */
  private static int[] energyOn(
      Execution execution, RunningFrame frame, int[] serials, Optional<Filter> where) {
    int[] found = Ints.NONE;
    for (int serial : serials) {
      Pokemon pokemon = execution.table.find(serial);
      if (pokemon != null) {
        for (int card : Cards.matching(execution.table, frame, Energies.cards(pokemon), where)) {
          found = Ints.with(found, card);
        }
      }
    }
    return found;
  }

  static boolean move(Execution execution, RunningFrame frame, Effect.MoveEnergy move) {
    int[] from = Targeting.affected(execution, frame, move.from(), "Choose whose energy to move.");
    if (from == null) {
      return false;
    }
    int count = Amounts.of(execution.table, frame, move.count());
    int[] options = energyOn(execution, frame, from, move.where());
    String prompt = "Choose energy to move.";
    List<Integer> cards =
        move.upTo().orElse(false)
            ? execution.choose(
                frame,
                frame.seat,
                ChoiceKind.ENERGY,
                execution.leastOf(frame, 0, count),
                count,
                options,
                prompt)
            : Payments.choose(execution, frame, frame.seat, options, move.where(), count, prompt);
    if (cards == null) {
      return false;
    }
    if (cards.isEmpty()) {
      return true;
    }
    int[] to = Targeting.targets(execution, frame, move.to(), "Choose who gets the energy.");
    if (to == null) {
      return false;
    }
    for (int card : cards) {
      Pokemon source = Energies.holder(execution.table, card);
      Pokemon target = to.length == 0 ? null : execution.table.find(to[0]);
      if (source != null && target != null && source.serial() != target.serial()) {
        execution.emit(
            new Event.EnergyMoved(
                frame.seat,
                execution.table.ref(card),
                source.serial(),
                execution.topRef(source),
                target.serial(),
                execution.topRef(target)));
        BoardChanges.discardMisplaced(execution, target.serial());
      }
    }
    return true;
  }

  static boolean discard(Execution execution, RunningFrame frame, Effect.DiscardEnergy discard) {
    int[] from =
        Targeting.affected(execution, frame, discard.from(), "Choose whose energy to discard.");
    if (from == null) {
      return false;
    }
    int[] options = energyOn(execution, frame, from, discard.where());
    int count =
        discard
            .count()
            .map(amount -> Amounts.of(execution.table, frame, amount))
            .orElse(options.length);
    Seat by = Targets.seat(frame, discard.by().orElse(Player.YOU));
    String prompt = "Choose energy to discard.";
    List<Integer> cards =
        discard.upTo().orElse(false)
            ? execution.choose(
                frame,
                by,
                ChoiceKind.ENERGY,
                execution.leastOf(frame, 0, count),
                count,
                options,
                prompt)
            : Payments.choose(execution, frame, by, options, discard.where(), count, prompt);
    if (cards == null) {
      return false;
    }
    discard.as().ifPresent(name -> frame.set(name, cards));
    detach(execution, cards, Destination.DISCARD);
    return true;
  }

  private static void detach(Execution execution, List<Integer> cards, Destination to) {
    for (int card : cards) {
      Pokemon holder = Energies.holder(execution.table, card);
      if (holder != null) {
        BoardChanges.detach(execution, holder, card, to);
      }
    }
  }

  static boolean giveBack(Execution execution, RunningFrame frame, Effect.ReturnEnergy giveBack) {
    int[] from =
        Targeting.affected(execution, frame, giveBack.from(), "Choose whose energy to return.");
    if (from == null) {
      return false;
    }
    int[] options = energyOn(execution, frame, from, giveBack.where());
    int count =
        giveBack
            .count()
            .map(amount -> Amounts.of(execution.table, frame, amount))
            .orElse(options.length);
    List<Integer> cards =
        Payments.choose(
            execution,
            frame,
            frame.seat,
            options,
            giveBack.where(),
            count,
            "Choose energy to return.");
    if (cards == null) {
      return false;
    }
    Destination to = giveBack.to().orElse(Destination.HAND);
    Set<Seat> owners = EnumSet.noneOf(Seat.class);
    cards.forEach(card -> owners.add(execution.table.owner(card)));
    detach(execution, cards, to);
    if (to == Destination.DECK) {
      owners.forEach(execution::shuffle);
    }
    return true;
  }

  static boolean attachChosen(Execution execution, RunningFrame frame, Effect.AttachChosen attach) {
    int[] cards = Ints.NONE;
    for (int card : frame.kept(attach.chosen())) {
      boolean there = card < execution.table.instances() && pileOf(execution, frame, card) != null;
      cards = there && execution.table.face(card).isEnergy() ? Ints.with(cards, card) : cards;
    }
    if (attach.upTo().orElse(false) && cards.length > 0) {
      List<Integer> some =
          execution.ask(
              frame,
              frame.seat,
              ChoiceKind.CARDS,
              0,
              cards.length,
              Ints.list(Cards.sorted(execution.table, cards)),
              List.of(),
              "Choose energy to attach.");
      if (some == null) {
        return false;
      }
      cards = Ints.array(some);
    }
    int[] targets = new int[cards.length];
    for (int i = 0; i < cards.length; i++) {
      int[] target =
          Targeting.targets(execution, frame, attach.to(), "Choose who gets the energy.");
      if (target == null) {
        return false;
      }
      targets[i] = target.length == 0 ? -1 : target[0];
    }
    for (int i = 0; i < cards.length; i++) {
      Pokemon target = execution.table.find(targets[i]);
      Pile from = pileOf(execution, frame, cards[i]);
      if (target != null
          && from != null
          && Energies.mayHave(execution.table, execution.table.face(cards[i]), target)) {
        EnergyAttachment.attach(execution, frame.seat, from, cards[i], target, false);
      }
    }
    return true;
  }

  /** Which pile of the player's own a card lies in, or null. */
  private static @Nullable Pile pileOf(Execution execution, RunningFrame frame, int card) {
    for (Pile pile : Pile.values()) {
      if (execution.table.holds(frame.seat, pile, card)) {
        return pile;
      }
    }
    return null;
  }
}

package dev.menagerie.rules.view;

import dev.menagerie.rules.card.CompiledCard;
import dev.menagerie.rules.command.Command;
import dev.menagerie.rules.command.Rejection;
import dev.menagerie.rules.state.CardIds;
import dev.menagerie.rules.state.ChoiceKind;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.GameStatus;
import dev.menagerie.rules.state.PendingChoice;
import dev.menagerie.rules.state.Pile;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.state.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Resolves an action to a command. Looks an id up only where the action may find it, so that an
 * unknown id and a hidden card's id have the same result.
 */
public final class Actions {
  /** The command of an action, or the reason why it has none. */
  public sealed interface Resolution {
    record Resolved(Command command) implements Resolution {}

    record Refused(Rejection reason) implements Resolution {}
  }

  private final Table table;
  private final Seat seat;
  private final CardIds.OfViewer ids;

  private Actions(GameState state, Seat seat) {
    this.table = state.table();
    this.seat = seat;
    this.ids = Viewer.seat(seat).ids(state);
  }

  /** Resolves an action with a player's opaque ids to a command, or to the problem with it. */
  public static Resolution resolve(GameState state, Seat seat, Action action) {
    if (state.status() == GameStatus.FINISHED) {
      return refused(new Rejection.GameOver());
    }
    boolean isClaim = action instanceof Action.ClaimWin || action instanceof Action.ClaimDraw;
    if (state.table().toAct() != seat && !isClaim) {
      return refused(new Rejection.NotYourTurn());
    }
    return new Actions(state, seat).resolve(action);
  }

  private static Resolution refused(Rejection reason) {
    return new Resolution.Refused(reason);
  }

  private static Resolution resolved(Command command) {
    return new Resolution.Resolved(command);
  }

  private static final Resolution NO_CARD = refused(new Rejection.NoSuchCard());
  private static final Resolution NO_TARGET = refused(new Rejection.NoSuchTarget());
  private static final Resolution NO_CHOICE = refused(new Rejection.NoSuchChoice());

  private Resolution resolve(Action action) {
    return switch (action) {
      case Action.PlayPokemon play -> withCard(play.cardId(), this::playPokemon);
      case Action.Evolve evolve ->
          withCard(
              evolve.cardId(),
              card ->
                  withTarget(evolve.targetId(), target -> new Command.Evolve(seat, card, target)));
      case Action.AttachEnergy attach -> attach(attach);
      case Action.PlayTrainer play -> playTrainer(play);
      case Action.UseAbility use -> useAbility(use);
      case Action.Retreat retreat -> retreat(retreat);
      case Action.Attack attack -> resolved(new Command.Attack(seat, attack.attackIndex()));
      case Action.ClaimWin _ -> resolved(new Command.ClaimWin(seat));
      case Action.ClaimDraw _ -> resolved(new Command.ClaimDraw(seat));
      case Action.Pass _ -> resolved(new Command.Pass(seat));
      case Action.SelectActive select -> selectActive(select.pokemonId());
      case Action.SelectPrize select -> selectPrize(select.index());
      case Action.Select select -> select(select);
    };
  }

  private interface WithCard {
    Resolution with(int card);
  }

  private interface WithTarget {
    Command with(int target);
  }

  private Resolution playPokemon(int card) {
    return resolved(new Command.PlayPokemon(seat, card));
  }

  private Resolution withCard(String id, WithCard next) {
    for (int i = 0; i < table.count(seat, Pile.HAND); i++) {
      int card = table.card(seat, Pile.HAND, i);
      if (ids.card(table, card).equals(id)) {
        return next.with(card);
      }
    }
    return NO_CARD;
  }

  private Resolution withTarget(String id, WithTarget next) {
    Pokemon target = own(id);
    return target == null ? NO_TARGET : resolved(next.with(target.serial()));
  }

  private @Nullable Pokemon own(String id) {
    Pokemon active = table.active(seat);
    if (active != null && ids.card(table, active.top()).equals(id)) {
      return active;
    }
    for (int i = 0; i < table.benchCount(seat); i++) {
      Pokemon benched = table.benched(seat, i);
      if (ids.card(table, benched.top()).equals(id)) {
        return benched;
      }
    }
    return null;
  }

  private Resolution attach(Action.AttachEnergy attach) {
    if (attach.cardId().isPresent() == attach.source().isPresent()) {
      return refused(new Rejection.WrongEnergySource());
    }
    if (attach.source().isPresent()) {
      return withTarget(attach.targetId(), target -> new Command.AttachFromZone(seat, target));
    }
    return withCard(
        attach.cardId().get(),
        card ->
            withTarget(attach.targetId(), target -> new Command.AttachEnergy(seat, card, target)));
  }

  private Resolution playTrainer(Action.PlayTrainer play) {
    return withCard(
        play.cardId(),
        card -> {
          Optional<String> target = play.targetId();
          if (table.face(card).sort == CompiledCard.Sort.TOOL) {
            return target.isEmpty()
                ? NO_TARGET
                : withTarget(target.get(), holder -> new Command.PlayTool(seat, card, holder));
          }
          return target.isPresent() && table.face(card).sort != CompiledCard.Sort.POKEMON
              ? NO_TARGET
              : resolved(new Command.PlayTrainer(seat, card));
        });
  }

  private Resolution useAbility(Action.UseAbility use) {
    if (table.stadium() >= 0 && ids.card(table, table.stadium()).equals(use.pokemonId())) {
      return resolved(new Command.UseAbility(seat, Command.STADIUM, use.abilityIndex()));
    }
    for (Pile pile : List.of(Pile.HAND, Pile.DISCARD)) {
      for (int card : table.cards(seat, pile)) {
        if (ids.card(table, card).equals(use.pokemonId())) {
          return resolved(new Command.UseCardAbility(seat, card, use.abilityIndex()));
        }
      }
    }
    return withTarget(
        use.pokemonId(), user -> new Command.UseAbility(seat, user, use.abilityIndex()));
  }

  private Resolution retreat(Action.Retreat retreat) {
    if (retreat.energyIds().isEmpty()) {
      return withTarget(retreat.benchId(), bench -> new Command.Retreat(seat, bench));
    }
    Pokemon active = table.active(seat);
    List<Integer> paid = new ArrayList<>();
    for (String id : retreat.energyIds().get()) {
      int card = active == null ? -1 : attached(active, id);
      if (card < 0) {
        return NO_CARD;
      }
      paid.add(card);
    }
    return withTarget(retreat.benchId(), bench -> new Command.RetreatPaying(seat, bench, paid));
  }

  private int attached(Pokemon pokemon, String id) {
    for (int i = 0; i < pokemon.energyCount(); i++) {
      if (ids.card(table, pokemon.energy(i)).equals(id)) {
        return pokemon.energy(i);
      }
    }
    return -1;
  }

  // Choices

  private Resolution selectActive(String id) {
    PendingChoice pending = table.pending();
    if (pending == null || pending.kind() != ChoiceKind.SELECT_ACTIVE) {
      return NO_CHOICE;
    }
    int place = place(pending, id);
    return place < 0
        ? NO_TARGET
        : resolved(new Command.Select(seat, pending.number(), List.of(place)));
  }

  private Resolution selectPrize(int index) {
    PendingChoice pending = table.pending();
    if (pending == null || pending.kind() != ChoiceKind.SELECT_PRIZE) {
      return NO_CHOICE;
    }
    return resolved(new Command.Select(seat, pending.number(), List.of(index)));
  }

  private Resolution select(Action.Select select) {
    PendingChoice pending = table.pending();
    if (pending == null || !Questions.choiceId(pending).equals(select.choiceId())) {
      return NO_CHOICE;
    }
    if (pending.kind() == ChoiceKind.SELECT_ACTIVE || pending.kind() == ChoiceKind.SELECT_PRIZE) {
      return NO_CHOICE;
    }
    List<Integer> places = new ArrayList<>();
    for (String id : select.selected()) {
      int place = place(pending, id);
      if (place < 0) {
        return refused(new Rejection.BadSelection(pending.min(), pending.max()));
      }
      places.add(place);
    }
    return resolved(new Command.Select(seat, pending.number(), places));
  }

  private int place(PendingChoice pending, String id) {
    for (int i = 0; i < pending.options().size(); i++) {
      if (Questions.optionId(table, ids, pending, i).equals(id)) {
        return i;
      }
    }
    return -1;
  }
}

package dev.menagerie.rules.game;

import dev.menagerie.rules.card.Destination;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.Player;
import dev.menagerie.rules.card.Target;
import dev.menagerie.rules.card.Trigger;
import dev.menagerie.rules.state.ChoiceKind;
import dev.menagerie.rules.state.Event;
import dev.menagerie.rules.state.Ints;
import dev.menagerie.rules.state.Pokemon;
import dev.menagerie.rules.state.Seat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Does one operation of a program. Every answer false means: a choice has been asked for first. */
final class Operations {
  private Operations() {}

  static boolean run(Engine e, Fr f, Effect effect) {
    return switch (effect) {
      case Effect.Draw draw -> CardOperations.draw(e, f, draw);
      case Effect.DrawUntil draw -> CardOperations.drawUntil(e, f, draw);
      case Effect.Shuffle shuffle -> CardOperations.shuffle(e, f, shuffle);
      case Effect.Search search -> DeckOperations.search(e, f, search);
      case Effect.LookAtTop look -> DeckOperations.lookAtTop(e, f, look);
      case Effect.ChooseCards choose -> CardOperations.chooseCards(e, f, choose);
      case Effect.MoveChosen move -> CardOperations.moveChosen(e, f, move);
      case Effect.MoveAll move -> CardOperations.moveAll(e, f, move);
      case Effect.DiscardHand discard -> CardOperations.discardHand(e, f, discard);
      case Effect.RandomFromHand random -> CardOperations.randomFromHand(e, f, random);
      case Effect.Mill mill -> DeckOperations.mill(e, f, mill);
      case Effect.RevealHand reveal -> CardOperations.revealHand(e, f, reveal);
      case Effect.RevealTop reveal -> DeckOperations.revealTop(e, f, reveal);
      case Effect.TakePrizes take -> CardOperations.takePrizes(e, f, take);
      case Effect.AttachEnergy attach -> EnergyOperations.attach(e, f, attach);
      case Effect.GenerateEnergy generate -> EnergyOperations.generate(e, f, generate);
      case Effect.MoveEnergy move -> EnergyOperations.move(e, f, move);
      case Effect.DiscardEnergy discard -> EnergyOperations.discard(e, f, discard);
      case Effect.ReturnEnergy giveBack -> EnergyOperations.giveBack(e, f, giveBack);
      case Effect.DiscardTools discard -> EnergyOperations.discardTools(e, f, discard);
      case Effect.DiscardStadium _ -> EnergyOperations.discardStadium(e);
      case Effect.ExtraEnergy(int count) -> {
        e.emit(new Event.Allowed(f.seat, count, 0));
        yield true;
      }
      case Effect.ExtraSupporter(int count) -> {
        e.emit(new Event.Allowed(f.seat, 0, count));
        yield true;
      }
      case Effect.Switch change -> PokemonOperations.change(e, f, change);
      case Effect.Gust gust -> PokemonOperations.gust(e, f, gust);
      case Effect.Return leave -> PokemonOperations.leave(e, f, leave);
      case Effect.Evolve evolve -> PokemonOperations.evolve(e, f, evolve);
      case Effect.Devolve devolve -> PokemonOperations.devolve(e, f, devolve);
      case Effect.KnockOut knockOut -> PokemonOperations.knockOut(e, f, knockOut);
      case Effect.Damage damage -> DamageOperations.damage(e, f, damage);
      case Effect.Recoil recoil -> DamageOperations.recoil(e, f, recoil);
      case Effect.PlaceCounters place -> DamageOperations.place(e, f, place);
      case Effect.SpreadCounters spread -> DamageOperations.spread(e, f, spread);
      case Effect.MoveCounters move -> DamageOperations.move(e, f, move);
      case Effect.Heal heal -> DamageOperations.heal(e, f, heal);
      case Effect.Apply apply -> DamageOperations.apply(e, f, apply);
      case Effect.Cure cure -> DamageOperations.cure(e, f, cure);
      case Effect.Flip flip -> FlowOperations.flip(e, f, flip);
      case Effect.FlipUntilTails flip -> FlowOperations.flipUntilTails(e, f, flip);
      case Effect.Let let -> FlowOperations.let(e, f, let);
      case Effect.Pick pick -> FlowOperations.pick(e, f, pick);
      case Effect.Fail _ -> FlowOperations.fail(e, f);
      case Effect.CopyAttack copy -> FlowOperations.copyAttack(e, f, copy);
      case Effect.Grant grant -> FlowOperations.grant(e, f, grant);
      case Effect.GrantPlayer grant -> FlowOperations.grant(e, f, grant);
      case Effect.EndTurn _ -> {
        e.endTurn();
        yield true;
      }
      case Effect.Custom custom -> CustomOperations.run(e, f, custom);
      case Effect.If _,
          Effect.May _,
          Effect.ChooseOne _,
          Effect.ForEach _,
          Effect.Repeat _,
          Effect.Delay _ ->
          throw new IllegalStateException("flattened before: " + effect);
    };
  }

  /** Serials the operation is about, or null: somebody has to choose first. */
  static int @Nullable [] targets(Engine e, Fr f, Target target, String prompt) {
    if (!(target instanceof Target.Choose choose)) {
      return Questions.targets(e.t, f, target);
    }
    int[] options = Questions.targets(e.t, f, choose);
    int max = choose.max().map(most -> Questions.amount(e.t, f, most)).orElse(1);
    int min = choose.min().map(least -> Questions.amount(e.t, f, least)).orElse(max);
    Seat by = Questions.seat(f, choose.by().orElse(Player.YOU));
    List<Integer> chosen = e.choose(f, by, ChoiceKind.POKEMON, min, max, options, prompt);
    if (chosen == null) {
      return null;
    }
    choose.as().ifPresent(name -> f.set(name, chosen));
    return Ints.array(chosen);
  }

  /** Targets an effect of this program can do something to: those that no shield protects. */
  static int @Nullable [] affected(Engine e, Fr f, Target target, String prompt) {
    int[] targets = targets(e, f, target, prompt);
    if (targets == null || Statics.of(e.t).length == 0) {
      return targets;
    }
    int[] left = Ints.NONE;
    for (int serial : targets) {
      Pokemon pokemon = e.t.find(serial);
      if (pokemon != null && !Attacks.isShielded(e, f, pokemon)) {
        left = Ints.with(left, serial);
      }
    }
    return left;
  }

  // What several operations and the game's own procedures do

  /** The bench Pokémon becomes Active; the Active, if there is one, takes its place. */
  static void change(Engine e, Pokemon up) {
    Pokemon former = e.t.active(up.seat());
    e.emit(
        new Event.ActiveChanged(
            up.seat(),
            up.serial(),
            e.topRef(up),
            former == null ? -1 : former.serial(),
            former == null ? -1 : e.topRef(former)));
    Pokemon now = e.t.active(up.seat());
    if (now != null) {
      Triggers.fire(e, now, trigger -> trigger instanceof Trigger.BecomesActive, -1);
    }
  }

  static void detach(Engine e, Pokemon holder, int instance, Destination to) {
    e.emit(
        new Event.Detached(
            holder.seat(),
            holder.serial(),
            e.topRef(holder),
            e.t.ref(instance),
            to,
            e.refAt(instance, to)));
  }
}

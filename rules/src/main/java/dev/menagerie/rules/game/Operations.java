package dev.menagerie.rules.game;

import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.state.Event;

/** Runs one operation of a program. The result false means that a choice has to be made first. */
final class Operations {
  private Operations() {}

  static boolean run(Execution execution, RunningFrame frame, Effect effect) {
    return switch (effect) {
      case Effect.Draw draw -> CardOperations.draw(execution, frame, draw);
      case Effect.DrawUntil draw -> CardOperations.drawUntil(execution, frame, draw);
      case Effect.Shuffle shuffle -> CardOperations.shuffle(execution, frame, shuffle);
      case Effect.Search search -> DeckOperations.search(execution, frame, search);
      case Effect.LookAtTop look -> DeckOperations.lookAtTop(execution, frame, look);
      case Effect.ChooseCards choose -> CardOperations.chooseCards(execution, frame, choose);
      case Effect.MoveChosen move -> CardOperations.moveChosen(execution, frame, move);
      case Effect.MoveAll move -> CardOperations.moveAll(execution, frame, move);
      case Effect.DiscardHand discard -> CardOperations.discardHand(execution, frame, discard);
      case Effect.RandomFromHand random -> CardOperations.randomFromHand(execution, frame, random);
      case Effect.Mill mill -> DeckOperations.mill(execution, frame, mill);
      case Effect.RevealHand reveal -> CardOperations.revealHand(execution, frame, reveal);
      case Effect.RevealTop reveal -> DeckOperations.revealTop(execution, frame, reveal);
      case Effect.TakePrizes take -> CardOperations.takePrizes(execution, frame, take);
      case Effect.AttachEnergy attach -> EnergyOperations.attach(execution, frame, attach);
      case Effect.GenerateEnergy generate -> EnergyOperations.generate(execution, frame, generate);
      case Effect.MoveEnergy move -> EnergyOperations.move(execution, frame, move);
      case Effect.DiscardEnergy discard -> EnergyOperations.discard(execution, frame, discard);
      case Effect.ReturnEnergy giveBack -> EnergyOperations.giveBack(execution, frame, giveBack);
      case Effect.DiscardTools discard -> ToolOperations.discardTools(execution, frame, discard);
      case Effect.DiscardStadium _ -> ToolOperations.discardStadium(execution);
      case Effect.ExtraEnergy(int count) -> {
        execution.emit(new Event.Allowed(frame.seat, count, 0));
        yield true;
      }
      case Effect.ExtraSupporter(int count) -> {
        execution.emit(new Event.Allowed(frame.seat, 0, count));
        yield true;
      }
      case Effect.Switch change -> PokemonOperations.change(execution, frame, change);
      case Effect.Gust gust -> PokemonOperations.gust(execution, frame, gust);
      case Effect.Return leave -> PokemonOperations.leave(execution, frame, leave);
      case Effect.Evolve evolve -> PokemonOperations.evolve(execution, frame, evolve);
      case Effect.Devolve devolve -> PokemonOperations.devolve(execution, frame, devolve);
      case Effect.BringUp up -> PokemonOperations.bringUp(execution, frame, up);
      case Effect.LeaveHp leave -> DamageOperations.leaveHp(execution, frame, leave);
      case Effect.AttachChosen attach -> EnergyOperations.attachChosen(execution, frame, attach);
      case Effect.UseAttackOf use -> FlowOperations.useAttackOf(execution, frame, use);
      case Effect.Unaffected unaffected -> FlowOperations.unaffected(execution, unaffected);
      case Effect.KnockOut knockOut -> PokemonOperations.knockOut(execution, frame, knockOut);
      case Effect.Damage damage -> DamageOperations.damage(execution, frame, damage);
      case Effect.Recoil recoil -> DamageOperations.recoil(execution, frame, recoil);
      case Effect.PlaceCounters place -> DamageOperations.place(execution, frame, place);
      case Effect.SpreadCounters spread -> DamageOperations.spread(execution, frame, spread);
      case Effect.MoveCounters move -> DamageOperations.move(execution, frame, move);
      case Effect.Heal heal -> DamageOperations.heal(execution, frame, heal);
      case Effect.Apply apply -> DamageOperations.apply(execution, frame, apply);
      case Effect.Cure cure -> DamageOperations.cure(execution, frame, cure);
      case Effect.Flip flip -> FlowOperations.flip(execution, frame, flip);
      case Effect.FlipUntilTails flip -> FlowOperations.flipUntilTails(execution, frame, flip);
      case Effect.Let let -> FlowOperations.let(execution, frame, let);
      case Effect.Pick pick -> FlowOperations.pick(execution, frame, pick);
      case Effect.Fail _ -> FlowOperations.fail(execution, frame);
      case Effect.CopyAttack copy -> FlowOperations.copyAttack(execution, frame, copy);
      case Effect.Grant grant -> FlowOperations.grant(execution, frame, grant);
      case Effect.GrantPlayer grant -> FlowOperations.grant(execution, frame, grant);
      case Effect.EndTurn _ -> {
        execution.endTurn();
        yield true;
      }
      case Effect.Custom custom -> CustomOperations.run(execution, frame, custom);
      case Effect.If _,
          Effect.May _,
          Effect.ChooseOne _,
          Effect.ForEach _,
          Effect.Repeat _,
          Effect.Delay _ ->
          throw new IllegalStateException("flattened before: " + effect);
    };
  }
}

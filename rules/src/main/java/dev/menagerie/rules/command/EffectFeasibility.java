package dev.menagerie.rules.command;

import dev.menagerie.rules.card.Ability;
import dev.menagerie.rules.card.Condition;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.Player;
import dev.menagerie.rules.card.Zone;
import dev.menagerie.rules.query.Conditions;
import dev.menagerie.rules.query.Context;
import dev.menagerie.rules.query.Targets;
import dev.menagerie.rules.state.Table;
import java.util.List;
import java.util.Optional;

/**
 * Whether a program could have any effect, as far as its player can know: a card that visibly has
 * none cannot be played. The costs that it asks of its player must be payable.
 */
final class EffectFeasibility {
  private EffectFeasibility() {}

  static boolean of(Table table, Context context, List<Effect> effects) {
    boolean useful = false;
    boolean onlyCosts = true;
    for (Effect effect : effects) {
      if (isCost(effect)) {
        if (!CardFeasibility.isPayable(table, context, effect)) {
          return false;
        }
        continue;
      }
      onlyCosts = false;
      useful |= isUseful(table, context, effect);
    }
    return useful || onlyCosts;
  }

  /** Whether the effect is a cost that the player pays for the rest. */
  private static boolean isCost(Effect effect) {
    return effect instanceof Effect.DiscardHand discard
        && discard.who().orElse(Player.YOU) == Player.YOU
        && discard.by().orElse(Player.YOU) == Player.YOU;
  }

  private static boolean anyUseful(Table table, Context context, List<Effect> effects) {
    for (Effect effect : effects) {
      if (isUseful(table, context, effect)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isUseful(Table table, Context context, Effect effect) {
    return switch (effect) {
      case Effect.Draw draw ->
          CardFeasibility.hasDeck(table, context, draw.who())
              && CardFeasibility.hasRoom(table, context, draw.who());
      case Effect.DrawUntil draw -> CardFeasibility.canDrawUntil(table, context, draw);
      case Effect.Search search -> CardFeasibility.canSearch(table, context, search);
      case Effect.LookAtTop look -> CardFeasibility.hasDeck(table, context, look.of());
      case Effect.ChooseCards choose -> CardFeasibility.canChoose(table, context, choose);
      case Effect.MoveAll move -> CardFeasibility.hasCards(table, context, move.from(), move.of());
      case Effect.DiscardHand discard ->
          CardFeasibility.hasCards(table, context, Zone.HAND, discard.who());
      case Effect.RandomFromHand random ->
          CardFeasibility.hasCards(table, context, Zone.HAND, random.who());
      case Effect.Mill mill -> CardFeasibility.hasDeck(table, context, mill.who());
      case Effect.RevealHand reveal ->
          CardFeasibility.hasCards(table, context, Zone.HAND, Optional.of(reveal.who()));
      case Effect.RevealTop reveal -> CardFeasibility.hasDeck(table, context, reveal.who());
      case Effect.AttachEnergy attach -> CardFeasibility.canAttach(table, context, attach);
      case Effect.GenerateEnergy generate -> PokemonFeasibility.any(table, context, generate.to());
      case Effect.MoveEnergy move -> PokemonFeasibility.canMoveEnergy(table, context, move);
      case Effect.DiscardEnergy discard ->
          PokemonFeasibility.withEnergy(table, context, discard.from(), discard.where());
      case Effect.ReturnEnergy giveBack ->
          PokemonFeasibility.withEnergy(table, context, giveBack.from(), giveBack.where());
      case Effect.DiscardTools discard ->
          PokemonFeasibility.withTool(table, context, discard.from());
      case Effect.DiscardStadium _ -> table.stadium() >= 0;
      case Effect.Switch change ->
          table.benchCount(change.of().map(of -> Targets.seat(context, of)).orElse(context.seat()))
              > 0;
      case Effect.Gust _ -> table.benchCount(context.seat().other()) > 0;
      case Effect.Return leave -> PokemonFeasibility.any(table, context, leave.target());
      case Effect.Evolve evolve -> PokemonFeasibility.canEvolve(table, context, evolve);
      case Effect.Devolve devolve ->
          PokemonFeasibility.canDevolve(table, context, devolve.target());
      case Effect.KnockOut knockOut -> PokemonFeasibility.any(table, context, knockOut.target());
      case Effect.Damage damage -> PokemonFeasibility.any(table, context, damage.target());
      case Effect.PlaceCounters place -> PokemonFeasibility.any(table, context, place.target());
      case Effect.SpreadCounters spread ->
          Targets.pokemon(table, context, spread.of(), spread.at(), spread.where()).length > 0;
      case Effect.MoveCounters move ->
          PokemonFeasibility.damaged(table, context, move.from())
              && PokemonFeasibility.any(table, context, move.to());
      case Effect.Heal heal -> PokemonFeasibility.damaged(table, context, heal.target());
      case Effect.Apply apply -> PokemonFeasibility.any(table, context, apply.target());
      case Effect.Cure cure -> PokemonFeasibility.hasCondition(table, context, cure);
      case Effect.If branch -> canBranch(table, context, branch);
      case Effect.May may ->
          anyUseful(table, context, may.then())
              || may.otherwise().map(other -> anyUseful(table, context, other)).orElse(false);
      case Effect.ChooseOne choose -> canChooseOne(table, context, choose);
      case Effect.ForEach each -> PokemonFeasibility.any(table, context, each.in());
      case Effect.Repeat repeat -> anyUseful(table, context, repeat.effects());
      case Effect.CopyAttack copy -> PokemonFeasibility.any(table, context, copy.of());
      case Effect.Grant grant -> PokemonFeasibility.any(table, context, grant.to());
      case Effect.BringUp up -> PokemonFeasibility.any(table, context, up.target());
      case Effect.LeaveHp leave -> PokemonFeasibility.any(table, context, leave.target());
      case Effect.MoveChosen move -> CardFeasibility.canMoveItself(table, context, move);
      case Effect.AttachChosen attach ->
          attach.chosen().equals(Ability.THIS_CARD)
              && PokemonFeasibility.any(table, context, attach.to());
      case Effect.Flip _, Effect.FlipUntilTails _ -> false;
      case Effect.UseAttackOf _, Effect.Unaffected _ -> false;
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

  private static boolean canBranch(Table table, Context context, Effect.If branch) {
    List<Effect> otherwise = branch.otherwise().orElse(List.of());
    if (dependsOnWhatComes(branch.when())) {
      return anyUseful(table, context, branch.then()) || anyUseful(table, context, otherwise);
    }
    return Conditions.holds(table, context, branch.when())
        ? anyUseful(table, context, branch.then())
        : anyUseful(table, context, otherwise);
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
      case Condition.AllOf all ->
          all.value().stream().anyMatch(EffectFeasibility::dependsOnWhatComes);
      case Condition.AnyOf any ->
          any.value().stream().anyMatch(EffectFeasibility::dependsOnWhatComes);
      case Condition.Not not -> dependsOnWhatComes(not.value());
    };
  }

  private static boolean canChooseOne(Table table, Context context, Effect.ChooseOne choose) {
    for (Effect.Option option : choose.options()) {
      if (anyUseful(table, context, option.effects())) {
        return true;
      }
    }
    return false;
  }
}

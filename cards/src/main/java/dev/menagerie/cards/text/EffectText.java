package dev.menagerie.cards.text;

import dev.menagerie.rules.card.CustomEffects;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.Player;
import java.util.ArrayList;
import java.util.List;

/** Programs in words: one clause for each operation, in the imperative. */
final class EffectText {
  private final Words words;
  private final ZoneEffectText zones;
  private final TableEffectText table;

  EffectText(Words words) {
    this.words = words;
    this.zones = new ZoneEffectText(words);
    this.table = new TableEffectText(words);
  }

  /** A sentence for each effect. */
  String sentences(List<Effect> effects) {
    List<String> sentences = new ArrayList<>();
    for (Effect effect : effects) {
      String clause = clause(effect);
      if (!clause.isEmpty()) {
        sentences.add(Phrases.capitalized(clause) + ".");
      }
    }
    return String.join(" ", sentences);
  }

  /** All effects in one clause, as it follows "if heads,". */
  private String clauses(List<Effect> effects) {
    return clauses(effects, false);
  }

  /**
   * @param goesOn whether something is said behind it that could be taken for a part of the last
   *     one
   */
  private String clauses(List<Effect> effects, boolean goesOn) {
    List<String> clauses = new ArrayList<>();
    for (int i = 0; i < effects.size(); i++) {
      boolean isLast = i == effects.size() - 1;
      String clause = clause(effects.get(i));
      boolean isClosed = isOpen(effects.get(i)) && (!isLast || goesOn);
      clauses.add(isClosed ? "(" + clause + ")" : clause);
    }
    return String.join(", then ", clauses);
  }

  /** Whether the clause ends with clauses of its own. */
  private static boolean isOpen(Effect effect) {
    return effect instanceof Effect.If
        || effect instanceof Effect.May
        || effect instanceof Effect.ForEach
        || effect instanceof Effect.Repeat
        || effect instanceof Effect.Delay;
  }

  String clause(Effect effect) {
    return switch (effect) {
      case Effect.Flip(var count, _) ->
          count.map(n -> "flip " + AmountText.quantity(n, Noun.COIN, words)).orElse("flip a coin");
      case Effect.FlipUntilTails _ -> "flip a coin until you get tails";
      case Effect.If branch -> branch(branch);
      case Effect.May may -> may(may);
      case Effect.ChooseOne choose ->
          Phrases.does(choose.who(), "choose", "1: ") + options(choose.options());
      case Effect.ForEach each ->
          "for " + TargetText.of(each.in(), words) + ", " + clauses(each.effects());
      case Effect.Repeat repeat ->
          "do this "
              + AmountText.number(repeat.times(), words)
              + " times: "
              + clauses(repeat.effects());
      case Effect.Let let -> "take note of " + AmountText.number(let.amount(), words);
      case Effect.Pick(var target, _) -> "choose " + TargetText.of(target, words);
      case Effect.Fail() -> words.program() + " does nothing";
      case Effect.CopyAttack(var of) ->
          "choose an attack of " + TargetText.of(of, words) + " and use it as this attack";
      case Effect.UseAttackOf(var name) ->
          "choose an attack of a"
              + TextReferences.ordinal(name)
              + " chosen card and use it as this attack";
      case Effect.Unaffected(var by) ->
          "the damage of this attack is not changed by " + influence(by);
      case Effect.Grant(var gives, var to, var until) ->
          StaticText.of(gives, TargetText.of(to, words), words) + " " + StaticText.span(until);
      case Effect.GrantPlayer(var gives, var to, var until) ->
          StaticText.ofPlayer(gives, to, words) + " " + StaticText.span(until);
      case Effect.Delay delay -> moment(delay.at()) + ", " + clauses(delay.effects());
      case Effect.EndTurn() -> "your turn ends";
      case Effect.Custom(var id, _) -> custom(id);
      case Effect.Draw _,
          Effect.DrawUntil _,
          Effect.Shuffle _,
          Effect.Search _,
          Effect.LookAtTop _,
          Effect.ChooseCards _,
          Effect.MoveChosen _,
          Effect.MoveAll _,
          Effect.DiscardHand _,
          Effect.RandomFromHand _,
          Effect.Mill _,
          Effect.RevealHand _,
          Effect.RevealTop _,
          Effect.TakePrizes _ ->
          zones.clause(effect);
      case Effect.AttachEnergy _,
          Effect.GenerateEnergy _,
          Effect.MoveEnergy _,
          Effect.DiscardEnergy _,
          Effect.ReturnEnergy _,
          Effect.DiscardTools _,
          Effect.DiscardStadium _,
          Effect.ExtraEnergy _,
          Effect.ExtraSupporter _,
          Effect.Switch _,
          Effect.Gust _,
          Effect.Return _,
          Effect.Evolve _,
          Effect.Devolve _,
          Effect.KnockOut _,
          Effect.BringUp _,
          Effect.LeaveHp _,
          Effect.AttachChosen _,
          Effect.Damage _,
          Effect.Recoil _,
          Effect.PlaceCounters _,
          Effect.SpreadCounters _,
          Effect.MoveCounters _,
          Effect.Heal _,
          Effect.Apply _,
          Effect.Cure _ ->
          table.clause(effect);
    };
  }

  private static String influence(Effect.Influence by) {
    return switch (by) {
      case WEAKNESS -> "weakness";
      case RESISTANCE -> "resistance";
      case EFFECTS -> "effects on the defender";
    };
  }

  private String branch(Effect.If branch) {
    return "if "
        + ConditionText.of(branch.when(), words)
        + ", "
        + clauses(branch.then(), branch.otherwise().isPresent())
        + branch.otherwise().map(other -> "; otherwise, " + clauses(other)).orElse("");
  }

  private String may(Effect.May may) {
    String asked =
        switch (may.who().orElse(Player.YOU)) {
          case YOU -> "you may ";
          case OPPONENT -> "your opponent may choose this: ";
          case BOTH -> "either player may choose this: ";
        };
    return asked + clauses(may.then(), may.otherwise().isPresent()) + otherwise(may);
  }

  private String otherwise(Effect.May may) {
    return may.otherwise().map(other -> "; if not, " + clauses(other)).orElse("");
  }

  private String options(List<Effect.Option> options) {
    return Phrases.or(
        options.stream()
            .map(option -> option.label() + " (" + clauses(option.effects()) + ")")
            .toList());
  }

  private static String custom(String id) {
    return switch (id) {
      case CustomEffects.REDEAL_PRIZES ->
          "shuffle your prize cards into your deck and set aside as many new ones";
      default -> throw new IllegalArgumentException("no such custom effect: " + id);
    };
  }

  private static String moment(Effect.Moment moment) {
    return switch (moment) {
      case END_OF_THIS_TURN -> "at the end of this turn";
      case NEXT_CHECKUP -> "at the next checkup between turns";
      case END_OF_OPPONENTS_NEXT_TURN -> "at the end of your opponent's next turn";
      case START_OF_YOUR_NEXT_TURN -> "at the start of your next turn";
      case END_OF_YOUR_NEXT_TURN -> "at the end of your next turn";
    };
  }
}

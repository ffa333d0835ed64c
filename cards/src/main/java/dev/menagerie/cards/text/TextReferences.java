package dev.menagerie.cards.text;

import dev.menagerie.rules.card.Amount;
import dev.menagerie.rules.card.Condition;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Resolves references of a text: "the chosen Pokémon" is the last one chosen before it, "that
 * number" the last number noted.
 */
final class TextReferences {
  /** The placeholder of a name before it is resolved. */
  static final String UNNAMED = "?";

  /** The name of the current target of a for-each. */
  static final String CURRENT = "it";

  private int choices;
  private int numbers;
  private String lastChoice = UNNAMED;
  private String lastNumber = UNNAMED;

  private TextReferences() {}

  /** The program with all names given. */
  static <T> T named(T program) {
    TextReferences naming = new TextReferences();
    return RecordMap.map(program, naming::given);
  }

  /** Called for each record in the order of the text, parts first where they are said first. */
  private Object given(Object value) {
    return switch (value) {
      case Effect.ChooseCards it ->
          new Effect.ChooseCards(
              it.from(), it.of(), it.by(), it.where(), it.min(), it.max(), nextChoice());
      case Effect.Pick(var target, _) -> new Effect.Pick(target, nextChoice());
      case Effect.Search it when it.as().isEmpty() ->
          new Effect.Search(
              it.where(), it.count(), it.to(), it.reveal(), Optional.of(nextChoice()));
      case Target.Choose it ->
          new Target.Choose(
              it.of(), it.at(), it.where(), it.min(), it.max(), it.by(), Optional.of(nextChoice()));
      case Effect.DiscardEnergy it ->
          new Effect.DiscardEnergy(
              it.from(), it.where(), it.count(), it.by(), Optional.of(nextChoice()), it.upTo());
      case Effect.Mill it -> new Effect.Mill(it.count(), it.who(), Optional.of(nextChoice()));
      case Effect.RevealTop it ->
          new Effect.RevealTop(it.count(), it.who(), Optional.of(nextChoice()));
      case Effect.AttachChosen(_, var to) -> new Effect.AttachChosen(lastChoice, to);
      case Effect.UseAttackOf(_) -> new Effect.UseAttackOf(lastChoice);
      case Amount.ChosenThat(var name, var where) when name.equals(UNNAMED) ->
          new Amount.ChosenThat(lastChoice, where);
      case Effect.Let(_, var amount) -> {
        lastNumber = "number" + (numbers++ == 0 ? "" : numbers);
        yield new Effect.Let(lastNumber, amount);
      }
      case Effect.MoveChosen(_, var to) -> new Effect.MoveChosen(lastChoice, to);
      case Target.Chosen(var name) when name.equals(UNNAMED) -> new Target.Chosen(lastChoice);
      case Amount.Chosen(var name) when name.equals(UNNAMED) -> new Amount.Chosen(lastChoice);
      case Condition.AnyChosen(var name) when name.equals(UNNAMED) ->
          new Condition.AnyChosen(lastChoice);
      case Filter.EvolvesFromChosen(var name) when name.equals(UNNAMED) ->
          new Filter.EvolvesFromChosen(lastChoice);
      case Amount.Kept(var name) when name.equals(UNNAMED) -> new Amount.Kept(lastNumber);
      default -> value;
    };
  }

  private String nextChoice() {
    lastChoice = "chosen" + (choices++ == 0 ? "" : choices);
    return lastChoice;
  }

  /** Takes away the names that nothing asks for. */
  static <T> T withoutIdleNames(T program) {
    List<String> asked = new ArrayList<>();
    RecordMap.map(
        program,
        value -> {
          switch (value) {
            case Effect.MoveChosen move -> asked.add(move.chosen());
            case Effect.AttachChosen(var name, _) -> asked.add(name);
            case Effect.UseAttackOf(var name) -> asked.add(name);
            case Amount.ChosenThat(var name, _) -> asked.add(name);
            case Target.Chosen(var name) -> asked.add(name);
            case Amount.Chosen(var name) -> asked.add(name);
            case Condition.AnyChosen(var name) -> asked.add(name);
            case Filter.EvolvesFromChosen(var name) -> asked.add(name);
            default -> {} // asks for no name
          }
          return value;
        });
    return RecordMap.map(program, value -> withoutIdle(value, asked));
  }

  private static Object withoutIdle(Object value, List<String> asked) {
    return switch (value) {
      case Effect.Search it when it.as().filter(asked::contains).isEmpty() ->
          new Effect.Search(it.where(), it.count(), it.to(), it.reveal(), Optional.empty());
      case Target.Choose it when it.as().filter(asked::contains).isEmpty() ->
          new Target.Choose(
              it.of(), it.at(), it.where(), it.min(), it.max(), it.by(), Optional.empty());
      case Effect.DiscardEnergy it when it.as().filter(asked::contains).isEmpty() ->
          new Effect.DiscardEnergy(
              it.from(), it.where(), it.count(), it.by(), Optional.empty(), it.upTo());
      case Effect.Mill it when it.as().filter(asked::contains).isEmpty() ->
          new Effect.Mill(it.count(), it.who(), Optional.empty());
      case Effect.RevealTop it when it.as().filter(asked::contains).isEmpty() ->
          new Effect.RevealTop(it.count(), it.who(), Optional.empty());
      default -> value;
    };
  }
}

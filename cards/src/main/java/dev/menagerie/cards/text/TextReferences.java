package dev.menagerie.cards.text;

import dev.menagerie.rules.card.Amount;
import dev.menagerie.rules.card.Condition;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.Target;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Translates between the names of a program and what a text points at: "the chosen Pokémon" is what
 * was chosen last before it, "the second chosen Pokémon" what the program chose second. Numbers and
 * flips are counted in the same way, each of these kinds for itself.
 */
final class TextReferences {
  /** The reference to the last named value. */
  static final String UNNAMED = "?";

  /** The name of the current target of a for-each. */
  static final String CURRENT = "it";

  /** Begins a reference to an earlier name, by its number from the beginning. */
  private static final String NUMBER = "#";

  private static final List<String> ORDINALS =
      List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth");

  private final Kind choices = new Kind("chosen");
  private final Kind numbers = new Kind("number");
  private final Kind flips = new Kind("flip");

  private TextReferences() {}

  /** Things of one kind that get names, in the order of the text. */
  private static final class Kind {
    private final String word;
    private final Map<String, Integer> written = new HashMap<>();
    private int count;

    Kind(String word) {
      this.word = word;
    }

    /** Names the next one. */
    String next() {
      count++;
      return last();
    }

    String last() {
      return count == 0 ? UNNAMED : nameOf(count);
    }

    private String nameOf(int number) {
      return number == 1 ? word : word + number;
    }

    /** The name that a pointer means. */
    String named(String pointer) {
      if (pointer.equals(UNNAMED)) {
        return last();
      }
      int number = number(pointer);
      return number > 0 && number <= count ? nameOf(number) : pointer;
    }

    /** The next one has this name in the program. */
    void define(Optional<String> name) {
      count++;
      name.ifPresent(given -> written.put(given, count));
    }

    /** The one before has this name, too. */
    void rename(String name) {
      written.put(name, count);
    }

    /** The reference in the text for a name of the program. */
    String pointer(String name) {
      Integer number = written.get(name);
      if (number == null) {
        return name;
      }
      return number == count ? UNNAMED : NUMBER + number;
    }
  }

  /** Every reference that a text can contain, except that to the last named value. */
  static List<String> pointers() {
    return ORDINALS.stream().map(word -> NUMBER + (ORDINALS.indexOf(word) + 1)).toList();
  }

  /** " second" for a reference to the second; empty for the last named value. */
  static String ordinal(String pointer) {
    int number = number(pointer);
    return number > 0 && number <= ORDINALS.size() ? " " + ORDINALS.get(number - 1) : "";
  }

  private static int number(String pointer) {
    return pointer.matches(NUMBER + "\\d{1,3}") ? Integer.parseInt(pointer.substring(1)) : 0;
  }

  /** The program with all names given that its text only points at. */
  static <T> T named(T program) {
    TextReferences naming = new TextReferences();
    return RecordMap.map(program, naming::given);
  }

  /** The program as its text speaks of it: with pointers instead of names. */
  static <T> T pointed(T program) {
    TextReferences naming = new TextReferences();
    return RecordMap.map(program, naming::pointing);
  }

  /** Whether the program speaks of something that it has not named before. */
  static boolean isDangling(Object program) {
    boolean[] dangling = {false};
    RecordMap.map(
        program,
        value -> {
          asked(value)
              .ifPresent(name -> dangling[0] |= !name.isEmpty() && "?#".contains(first(name)));
          return value;
        });
    return dangling[0];
  }

  private static String first(String name) {
    return name.substring(0, 1);
  }

  /** Called for each record in the order of the text, parts first where they are said first. */
  private Object given(Object value) {
    return switch (value) {
      case Effect.ChooseCards chooseCards ->
          new Effect.ChooseCards(
              chooseCards.from(),
              chooseCards.of(),
              chooseCards.by(),
              chooseCards.where(),
              chooseCards.min(),
              chooseCards.max(),
              choices.next());
      case Effect.Pick(Target.Choose choose, _) ->
          new Effect.Pick(as(choose, Optional.empty()), choices.last());
      case Effect.Pick(var target, _) -> new Effect.Pick(target, choices.next());
      case Target.Choose choose -> as(choose, Optional.of(choices.next()));
      case Effect.Search search -> as(search, Optional.of(choices.next()));
      case Effect.DiscardEnergy discardEnergy -> as(discardEnergy, Optional.of(choices.next()));
      case Effect.Mill mill ->
          new Effect.Mill(mill.count(), mill.who(), Optional.of(choices.next()));
      case Effect.RevealTop revealTop ->
          new Effect.RevealTop(
              revealTop.count(), revealTop.who(), revealTop.to(), Optional.of(choices.next()));
      case Effect.Let(_, var amount) -> new Effect.Let(numbers.next(), amount);
      case Effect.Flip(var count, _) -> new Effect.Flip(count, Optional.of(flips.next()));
      case Effect.FlipUntilTails _ -> new Effect.FlipUntilTails(Optional.of(flips.next()));
      default ->
          asking(value, choices::named, numbers::named, name -> Optional.of(flips.named(name)));
    };
  }

  private Object pointing(Object value) {
    switch (value) {
      case Effect.ChooseCards chooseCards -> choices.define(Optional.of(chooseCards.as()));
      case Effect.Pick(Target.Choose _, var as) -> choices.rename(as);
      case Effect.Pick(_, var as) -> choices.define(Optional.of(as));
      case Target.Choose choose -> choices.define(choose.as());
      case Effect.Search search -> choices.define(search.as());
      case Effect.DiscardEnergy discardEnergy -> choices.define(discardEnergy.as());
      case Effect.Mill mill -> choices.define(mill.as());
      case Effect.RevealTop revealTop -> choices.define(revealTop.as());
      case Effect.Let(var as, _) -> numbers.define(Optional.of(as));
      case Effect.Flip flip -> flips.define(flip.as());
      case Effect.FlipUntilTails flipUntilTails -> flips.define(flipUntilTails.as());
      default -> {} // names nothing
    }
    return asking(
        value,
        choices::pointer,
        numbers::pointer,
        name -> Optional.of(flips.pointer(name)).filter(pointer -> !pointer.equals(UNNAMED)));
  }

  private interface Renaming {
    String of(String name);
  }

  private interface FlipRenaming {
    Optional<String> of(String name);
  }

  /** The value with other names in the places where it asks for something named. */
  private static Object asking(Object value, Renaming choice, Renaming number, FlipRenaming flip) {
    return switch (value) {
      case Effect.MoveChosen(var name, var to) -> new Effect.MoveChosen(choice.of(name), to);
      case Effect.AttachChosen(var name, var to, var upTo) ->
          new Effect.AttachChosen(choice.of(name), to, upTo);
      case Effect.UseAttackOf(var name) -> new Effect.UseAttackOf(choice.of(name));
      case Target.Chosen(var name) when !name.equals(CURRENT) -> new Target.Chosen(choice.of(name));
      case Amount.Chosen(var name) -> new Amount.Chosen(choice.of(name));
      case Amount.ChosenThat(var name, var where) -> new Amount.ChosenThat(choice.of(name), where);
      case Condition.AnyChosen(var name) -> new Condition.AnyChosen(choice.of(name));
      case Filter.EvolvesFromChosen(var name) -> new Filter.EvolvesFromChosen(choice.of(name));
      case Amount.Kept(var name) -> new Amount.Kept(number.of(name));
      case Amount.Heads(var name) -> new Amount.Heads(name.flatMap(flip::of));
      case Amount.Tails(var name) -> new Amount.Tails(name.flatMap(flip::of));
      case Condition.Heads(var name) -> new Condition.Heads(name.flatMap(flip::of));
      case Condition.Tails(var name) -> new Condition.Tails(name.flatMap(flip::of));
      default -> value;
    };
  }

  /** The name that a word asks for. */
  private static Optional<String> asked(Object value) {
    return switch (value) {
      case Effect.MoveChosen(var name, _) -> Optional.of(name);
      case Effect.AttachChosen(var name, _, _) -> Optional.of(name);
      case Effect.UseAttackOf(var name) -> Optional.of(name);
      case Target.Chosen(var name) -> Optional.of(name);
      case Amount.Chosen(var name) -> Optional.of(name);
      case Amount.ChosenThat(var name, _) -> Optional.of(name);
      case Condition.AnyChosen(var name) -> Optional.of(name);
      case Filter.EvolvesFromChosen(var name) -> Optional.of(name);
      case Amount.Kept(var name) -> Optional.of(name);
      case Amount.Heads(var name) -> name;
      case Amount.Tails(var name) -> name;
      case Condition.Heads(var name) -> name;
      case Condition.Tails(var name) -> name;
      default -> Optional.empty();
    };
  }

  /** Takes away the names that nothing asks for. */
  static <T> T withoutIdleNames(T program) {
    Set<String> asked = new HashSet<>();
    RecordMap.map(
        program,
        value -> {
          asked(value).ifPresent(asked::add);
          return value;
        });
    return RecordMap.map(program, value -> withoutIdle(value, asked));
  }

  private static Object withoutIdle(Object value, Set<String> asked) {
    return switch (value) {
      case Effect.Search search -> as(search, search.as().filter(asked::contains));
      case Target.Choose choose -> as(choose, choose.as().filter(asked::contains));
      case Effect.DiscardEnergy discardEnergy ->
          as(discardEnergy, discardEnergy.as().filter(asked::contains));
      case Effect.Mill mill ->
          new Effect.Mill(mill.count(), mill.who(), mill.as().filter(asked::contains));
      case Effect.RevealTop revealTop ->
          new Effect.RevealTop(
              revealTop.count(),
              revealTop.who(),
              revealTop.to(),
              revealTop.as().filter(asked::contains));
      case Effect.Flip(var count, var as) -> new Effect.Flip(count, as.filter(asked::contains));
      case Effect.FlipUntilTails(var as) -> new Effect.FlipUntilTails(as.filter(asked::contains));
      default -> value;
    };
  }

  private static Effect as(Effect.Search search, Optional<String> as) {
    return new Effect.Search(search.where(), search.count(), search.to(), search.reveal(), as);
  }

  private static Target as(Target.Choose choose, Optional<String> as) {
    return new Target.Choose(
        choose.of(), choose.at(), choose.where(), choose.min(), choose.max(), choose.by(), as);
  }

  private static Effect as(Effect.DiscardEnergy discard, Optional<String> as) {
    return new Effect.DiscardEnergy(
        discard.from(), discard.where(), discard.count(), discard.by(), as, discard.upTo());
  }
}

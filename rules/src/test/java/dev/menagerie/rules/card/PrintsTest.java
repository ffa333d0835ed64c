package dev.menagerie.rules.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A running game finds its cards by their prints: a wider vocabulary must not change them. */
class PrintsTest {
  /** A word of the vocabulary, and the same word after it got more members. */
  private static final class Narrow {
    record Heal(int amount, Optional<String> who) {}
  }

  private static final class Wide {
    record Heal(
        Optional<Boolean> all,
        int amount,
        Optional<String> who,
        List<String> except,
        Optional<Integer> least) {}
  }

  @Test
  void aMemberThatIsAddedChangesNoPrintOfACardWithoutIt() {
    assertThat(
            Prints.content(
                new Wide.Heal(
                    Optional.empty(), 20, Optional.of("you"), List.of(), Optional.empty())))
        .isEqualTo(Prints.content(new Narrow.Heal(20, Optional.of("you"))));
  }

  @Test
  void aMemberThatIsUsedChangesThePrint() {
    String narrow = Prints.content(new Narrow.Heal(20, Optional.empty()));

    assertThat(
            List.of(
                Prints.content(new Narrow.Heal(30, Optional.empty())),
                Prints.content(new Narrow.Heal(20, Optional.of("you"))),
                Prints.content(
                    new Wide.Heal(
                        Optional.of(true), 20, Optional.empty(), List.of(), Optional.empty())),
                Prints.content(
                    new Wide.Heal(
                        Optional.empty(), 20, Optional.empty(), List.of("a"), Optional.empty()))))
        .doesNotContain(narrow)
        .doesNotHaveDuplicates();
  }

  @Test
  void partsOfPartsAreCounted() {
    assertThat(Prints.content(new Effect.Draw(new Amount.Fixed(2), Optional.empty())))
        .isEqualTo("Draw(count=Fixed(value=2;);)");
  }
}

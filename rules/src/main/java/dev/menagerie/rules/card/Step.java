package dev.menagerie.rules.card;

import java.util.List;

/**
 * One step of a program, flattened: loops and branches are jumps, so that a place in it is a
 * number.
 */
public sealed interface Step {
  record Run(Effect effect) implements Step {}

  /** The place of an attack where its base damage is done. */
  record BaseDamage(Amount amount) implements Step {}

  record Branch(Condition when, int otherwise) implements Step {}

  record Jump(int to) implements Step {}

  record AskMay(Player who, int otherwise) implements Step {}

  record AskOption(Player who, List<String> labels, List<Integer> to) implements Step {}

  /** Works out the targets of a loop and keeps them. */
  record EachBegin(Target in, String list) implements Step {}

  /** Takes the next target of the loop, or jumps behind it. */
  record EachNext(String list, int end) implements Step {}

  record TimesBegin(Amount times, String count) implements Step {}

  record TimesNext(String count, int end) implements Step {}

  /** Puts the program from {@code from} on aside for later. */
  record Later(Effect.Moment at, int from) implements Step {}

  record Stop() implements Step {}
}

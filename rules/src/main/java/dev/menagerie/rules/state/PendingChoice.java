package dev.menagerie.rules.state;

import java.util.List;
import java.util.Optional;

/**
 * A choice a player has to make before the game goes on.
 *
 * @param number counts the choices of the game
 * @param options what may be chosen: instances, serials, or plain numbers, by kind
 * @param labels words for the options, if they have any
 * @param prompt the question in English
 * @param worth what the chosen together must be worth at least; 0: only their count matters
 * @param worths what each option is worth; empty where {@code worth} is 0
 * @param source the text that asks; absent: the rules of the game do
 * @param purpose what the choice is for: the word of the effect, such as {@code discard_energy}, or
 *     of a procedure, such as {@code retreat}
 */
public record PendingChoice(
    int number,
    Seat seat,
    ChoiceKind kind,
    int min,
    int max,
    List<Integer> options,
    List<String> labels,
    String prompt,
    int worth,
    List<Integer> worths,
    Optional<PendingSource> source,
    String purpose) {

  /**
   * Whether the options at these places are worth enough together, and none of them is superfluous.
   */
  public boolean isPaidBy(List<Integer> places, boolean mayOverpay) {
    if (worth == 0) {
      return true;
    }
    int sum = 0;
    int smallest = Integer.MAX_VALUE;
    for (int place : places) {
      sum += worths.get(place);
      smallest = Math.min(smallest, worths.get(place));
    }
    return sum >= worth && (mayOverpay || sum - smallest < worth);
  }
}

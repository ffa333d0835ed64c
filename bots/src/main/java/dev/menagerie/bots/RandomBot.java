package dev.menagerie.bots;

import dev.menagerie.rules.state.ChoiceKind;
import dev.menagerie.rules.view.Action;
import dev.menagerie.rules.view.View;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Plays every legal action with the same chance; of a choice it takes each allowed number of
 * options with the same chance, and then each option with the same chance. This policy does not
 * change: games per second are measured with it.
 */
public final class RandomBot implements Bot {
  private final RandomGenerator random;

  /** A bot that draws its actions from {@code random}. */
  public RandomBot(RandomGenerator random) {
    this.random = random;
  }

  @Override
  public Action choose(View view) {
    List<Action> legal = view.legalActions();
    if (legal.isEmpty()) {
      throw new IllegalArgumentException("nothing to choose from");
    }
    Action action = legal.get(random.nextInt(legal.size()));
    return action instanceof Action.Select select
        ? view.pending()
            .flatMap(View.Pending::question)
            .filter(question -> question.choiceId().equals(select.choiceId()))
            .map(question -> (Action) anyOf(question, select))
            .orElse(action)
        : action;
  }

  /** Only where any options of that number will do; otherwise the one that is known to. */
  private Action.Select anyOf(View.Question question, Action.Select legal) {
    if (question.kind() == ChoiceKind.ENERGY) {
      return legal;
    }
    List<View.Option> left = new ArrayList<>(question.options());
    int count = question.min() + random.nextInt(question.max() - question.min() + 1);
    List<String> chosen = new ArrayList<>();
    for (int i = 0; i < count && !left.isEmpty(); i++) {
      chosen.add(left.remove(random.nextInt(left.size())).id());
    }
    return new Action.Select(question.choiceId(), chosen);
  }
}

package dev.menagerie.bots;

import dev.menagerie.rules.card.Catalog;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.view.Action;
import dev.menagerie.rules.view.View;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Looks one step ahead: scores every legal action by its visible effect and takes the best; ties
 * are broken by chance. Actions that end the turn come after all useful ones. It reads its view and
 * the printed cards only.
 */
public final class GreedyBot implements Bot {
  /**
   * Actions in a row without an attack or a pass, after which only those are left. More than any
   * honest turn takes; an ability without a limit must not hold the game up.
   */
  private static final int MAX_ACTIONS_IN_TURN = 60;

  private static final double ALIKE = 1e-6;

  private final Catalog catalog;
  private final RulesConfig rules;
  private final RandomGenerator random;
  private int turn;
  private int actions;

  /**
   * A bot for games with these cards and rules.
   *
   * @param random breaks ties
   */
  public GreedyBot(Catalog catalog, RulesConfig rules, RandomGenerator random) {
    this.catalog = catalog;
    this.rules = rules;
    this.random = random;
  }

  @Override
  public Action choose(View view) {
    BotView sight = new BotView(view, catalog, rules);
    Optional<View.Question> question = view.pending().flatMap(View.Pending::question);
    if (question.isPresent()) {
      return new ChoiceAnswers(sight, random).to(question.get());
    }
    count(view);
    return best(view, new Scores(sight));
  }

  private void count(View view) {
    int now = view.turn().map(View.Turn::number).orElse(0);
    actions = now == turn ? actions + 1 : 0;
    turn = now;
  }

  private Action best(View view, Scores scores) {
    Action best = view.legalActions().getFirst();
    double bestScore = Double.NEGATIVE_INFINITY;
    int alike = 0;
    for (Action action : view.legalActions()) {
      boolean endsTurn = action instanceof Action.Attack || action instanceof Action.Pass;
      if (!endsTurn && actions > MAX_ACTIONS_IN_TURN) {
        continue;
      }
      double score = scores.of(action);
      if (score > bestScore + ALIKE) {
        best = action;
        bestScore = score;
        alike = 1;
      } else if (Math.abs(score - bestScore) <= ALIKE && random.nextInt(++alike) == 0) {
        best = action;
      }
    }
    return best;
  }
}

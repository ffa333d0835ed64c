package dev.menagerie.bots;

import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.card.Stage;
import dev.menagerie.rules.view.Action;
import dev.menagerie.rules.view.View;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** The greedy bot's answers to choices. */
final class ChoiceAnswers {
  private final BotView sight;
  private final RandomGenerator random;
  private final AttackForecast outlook;
  private final PlayScores plays;

  ChoiceAnswers(BotView sight, RandomGenerator random) {
    this.sight = sight;
    this.random = random;
    this.outlook = new AttackForecast(sight);
    this.plays = new PlayScores(sight, outlook);
  }

  Action to(View.Question question) {
    List<Action> legal = sight.view().legalActions();
    return switch (question.kind()) {
      case SELECT_ACTIVE -> bestActive(legal);
      case SELECT_PRIZE, TRIGGER -> legal.get(random.nextInt(legal.size()));
      case GO_FIRST -> labelled(question, goesFirst() ? "go_first" : "go_second");
      case YES_NO -> yes(question);
      case EXTRA_CARDS -> last(question);
      case CARDS -> selected(question, this::cardWorth);
      case POKEMON -> selected(question, this::pokemonWorth);
      case ENERGY -> cheapest(question, legal);
      case OPTION, ATTACK -> selected(question, option -> random.nextDouble());
    };
  }

  private Action bestActive(List<Action> legal) {
    return legal.stream()
        .max(Comparator.comparingDouble(this::activeWorth))
        .orElseThrow(() -> new IllegalArgumentException("nothing to choose from"));
  }

  private double activeWorth(Action action) {
    return switch (action) {
      case Action.SelectActive(var id) -> sight.find(id).map(this::standing).orElse(0.0);
      case Action.Select(_, var selected) ->
          selected.stream().findFirst().flatMap(sight::find).map(this::standing).orElse(0.0);
      case Action other -> 0;
    };
  }

  /** How good a Pokémon would be in the active spot. */
  private double standing(View.InPlay pokemon) {
    double attack =
        sight.theirs().active().map(facing -> outlook.best(pokemon, facing, 0)).orElse(0.0);
    double soon =
        sight.theirs().active().map(facing -> outlook.best(pokemon, facing, 1)).orElse(0.0);
    return attack + 0.5 * soon + sight.left(pokemon) / 5.0 - 20.0 * (sight.worth(pokemon) - 1);
  }

  /**
   * The first turn is worth most where it may bring energy; where it may not, the other player is
   * one energy ahead for the rest of the game.
   */
  private boolean goesFirst() {
    return sight.rules().firstTurn().energy();
  }

  /**
   * The energy that its holder misses least; of an opponent's Pokémon, the energy that they miss
   * most. Where several cards are chosen at once, only one legal answer is listed: any cards that
   * provide as much, card by card, do as well.
   */
  private Action cheapest(View.Question question, List<Action> legal) {
    if (legal.size() > 1 || !(legal.getFirst() instanceof Action.Select(var id, var example))) {
      int count = size(legal.getFirst());
      return legal.stream()
          .filter(action -> size(action) == count)
          .min(Comparator.comparingDouble(this::lossOf))
          .orElse(legal.getFirst());
    }
    EnergyPayments payments = new EnergyPayments(sight, question.options(), example);
    return payments.all().stream()
        .min(Comparator.comparingDouble(this::lossOf))
        .map(paid -> new Action.Select(id, paid))
        .orElseThrow();
  }

  private static int size(Action action) {
    return action instanceof Action.Select(_, var selected) ? selected.size() : 0;
  }

  private double lossOf(Action action) {
    return action instanceof Action.Select(_, var selected) ? lossOf(selected) : 0;
  }

  private double lossOf(List<String> selected) {
    double loss = 0;
    for (View.Side side : List.of(sight.mine(), sight.theirs())) {
      for (View.InPlay holder : sight.inPlay(side)) {
        List<String> own =
            holder.energy().stream().map(View.Card::id).filter(selected::contains).toList();
        double one = own.isEmpty() ? 0 : plays.lossOf(holder, own);
        loss += sight.isMine(holder) ? one : -one;
      }
    }
    return loss;
  }

  private Action yes(View.Question question) {
    return labelled(question, "yes");
  }

  private Action labelled(View.Question question, String label) {
    return question.options().stream()
        .filter(option -> option.label().filter(label::equalsIgnoreCase).isPresent())
        .findFirst()
        .<Action>map(option -> new Action.Select(question.choiceId(), List.of(option.id())))
        .orElseGet(() -> last(question));
  }

  private Action last(View.Question question) {
    return new Action.Select(question.choiceId(), List.of(question.options().getLast().id()));
  }

  private interface Worth {
    double of(View.Option option);
  }

  /** As many as allowed of the best options; for costs, as few as allowed of the worst. */
  private Action selected(View.Question question, Worth worth) {
    boolean losing = isLoss(question);
    Comparator<View.Option> best = Comparator.comparingDouble(worth::of);
    List<View.Option> sorted =
        question.options().stream().sorted(losing ? best : best.reversed()).toList();
    int count = losing ? question.min() : question.max();
    return new Action.Select(
        question.choiceId(),
        sorted.stream().limit(Math.max(count, question.min())).map(View.Option::id).toList());
  }

  private static boolean isLoss(View.Question question) {
    String prompt = question.prompt().toLowerCase(Locale.ROOT);
    return prompt.contains("discard") || prompt.contains("return") || prompt.contains("lose");
  }

  private double cardWorth(View.Option option) {
    Optional<CardDefinition> card = option.card().map(sight::card);
    if (card.isEmpty()) {
      return random.nextDouble();
    }
    double noise = random.nextDouble();
    return noise
        + switch (card.get()) {
          case CardDefinition.Pokemon pokemon -> pokemonCardWorth(pokemon);
          case CardDefinition.Energy energy -> energy.basic() ? 20 : 24;
          case CardDefinition.Trainer trainer ->
              switch (trainer.kind()) {
                case SUPPORTER -> 22;
                case ITEM -> 16;
                case TOOL -> 12;
                case STADIUM -> 8;
              };
        };
  }

  private double pokemonCardWorth(CardDefinition.Pokemon pokemon) {
    if (pokemon.stage() == Stage.BASIC) {
      return sight.mine().bench().size() < 2 ? 45 + pokemon.hp() / 50.0 : 12;
    }
    boolean fits =
        sight.inPlay(sight.mine()).stream()
            .anyMatch(below ->
                pokemon.evolvesFrom().filter(sight.pokemon(below).name()::equals).isPresent());
    return (fits ? 50 : 18) + pokemon.hp() / 50.0;
  }

  private double pokemonWorth(View.Option option) {
    Optional<View.InPlay> found = sight.find(option.id());
    if (found.isEmpty()) {
      return random.nextDouble();
    }
    View.InPlay pokemon = found.get();
    if (sight.isMine(pokemon)) {
      return standing(pokemon) + pokemon.damage() / 2.0;
    }
    double reach = sight.mine().active().map(mine -> outlook.best(mine, pokemon, 0)).orElse(0.0);
    return reach + 30.0 * sight.worth(pokemon) - sight.left(pokemon) / 10.0;
  }
}

package dev.menagerie.rules.config;

import dev.menagerie.rules.card.Problem;
import dev.menagerie.rules.config.RulesConfig.BothWin;
import dev.menagerie.rules.config.RulesConfig.ConfusionTails;
import dev.menagerie.rules.config.RulesConfig.EmptyDeck;
import dev.menagerie.rules.config.RulesConfig.EnergySource;
import dev.menagerie.rules.config.RulesConfig.NoBasic;
import dev.menagerie.rules.config.RulesConfig.PrizeMode;
import dev.menagerie.rules.config.RulesConfig.WeaknessMode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * All fields of {@link RulesConfig} with their bounds, and the combinations that are not allowed.
 */
public final class RulesFields {
  /** The state of a game must stay small enough to be stored and shown whole. */
  private static final int MAX_DECK = 100;

  /** Well above what any card prints; more could only be a mistake. */
  private static final int MAX_DAMAGE = 1_000;

  /** Ten times the damage knocks out everything. */
  private static final int MAX_TIMES = 10;

  private static final int HOUR_MS = 3_600_000;

  private static final List<Field> ALL =
      List.of(
          whole("deck.size", 10, MAX_DECK, r -> r.deck().size()),
          whole("deck.copies_per_name", 1, MAX_DECK, r -> r.deck().copiesPerName()),
          whole("deck.min_basics", 1, MAX_DECK, r -> r.deck().minBasics()),
          yesNo("deck.energy_cards", r -> r.deck().energyCards()),
          whole("deck.energy_deck_size", 0, 60, r -> r.deck().energyDeckSize()),
          whole("deck.energy_types", 0, 10, r -> r.deck().energyTypes()),
          whole("opening.hand_size", 1, 15, r -> r.opening().handSize()),
          word("opening.no_basic", NoBasic.values(), r -> r.opening().noBasic()),
          yesNo("opening.extra_cards", r -> r.opening().extraCards()),
          whole("bench.max", 1, 8, r -> r.bench().max()),
          whole("energy.per_turn", 0, 10, r -> r.energy().perTurn()),
          word("energy.source", EnergySource.values(), r -> r.energy().source()),
          word("prizes.mode", PrizeMode.values(), r -> r.prizes().mode()),
          whole("prizes.count", 1, 12, r -> r.prizes().count()),
          whole("prizes.basic", 0, 6, r -> r.prizes().basic()),
          whole("prizes.ex", 0, 6, r -> r.prizes().ex()),
          whole("prizes.mega", 0, 6, r -> r.prizes().mega()),
          yesNo("first_turn.draw", r -> r.firstTurn().draw()),
          yesNo("first_turn.attack", r -> r.firstTurn().attack()),
          yesNo("first_turn.supporter", r -> r.firstTurn().supporter()),
          yesNo("first_turn.energy", r -> r.firstTurn().energy()),
          yesNo("first_turn.evolve", r -> r.firstTurn().evolve()),
          whole("first_turn.second_draws", 0, 10, r -> r.firstTurn().secondDraws()),
          whole("trainers.supporters", 0, 10, r -> r.trainers().supporters()),
          whole("trainers.stadiums", 0, 10, r -> r.trainers().stadiums()),
          whole("trainers.items", 0, 60, r -> r.trainers().items()),
          whole("trainers.tools_per_pokemon", 0, 4, r -> r.trainers().toolsPerPokemon()),
          yesNo("evolution.same_turn", r -> r.evolution().sameTurn()),
          whole("retreat.per_turn", 0, 10, r -> r.retreat().perTurn()),
          yesNo("retreat.overpay", r -> r.retreat().overpay()),
          whole("conditions.poison", 0, MAX_DAMAGE, r -> r.conditions().poison()),
          whole("conditions.burn", 0, MAX_DAMAGE, r -> r.conditions().burn()),
          yesNo("conditions.burn_cure", r -> r.conditions().burnCure()),
          word(
              "conditions.confusion_tails",
              ConfusionTails.values(),
              r -> r.conditions().confusionTails()),
          whole(
              "conditions.confusion_damage", 0, MAX_DAMAGE, r -> r.conditions().confusionDamage()),
          word("damage.weakness_mode", WeaknessMode.values(), r -> r.damage().weaknessMode()),
          whole("damage.weakness", 0, MAX_DAMAGE, r -> r.damage().weakness()),
          whole("damage.resistance", 0, MAX_DAMAGE, r -> r.damage().resistance()),
          yesNo("checkup.next_player_first", r -> r.checkup().nextPlayerFirst()),
          yesNo("search.any_may_fail", r -> r.search().anyMayFail()),
          word("win.empty_deck", EmptyDeck.values(), r -> r.win().emptyDeck()),
          word("win.both_win", BothWin.values(), r -> r.win().bothWin()),
          whole("win.sudden_death_prizes", 1, 12, r -> r.win().suddenDeathPrizes()),
          yesNo("win.no_pokemon_loses", r -> r.win().noPokemonLoses()),
          whole("limits.turns", 1, 1_000, r -> r.limits().turns()),
          whole("limits.hand", 0, 60, r -> r.limits().hand()),
          whole("limits.commands", 100, 20_000, r -> r.limits().commands()),
          whole("limits.instances", 20, 4_096, r -> r.limits().instances()),
          whole("limits.idle_turns", 1, 100, r -> r.limits().idleTurns()),
          whole("timer.turn_ms", 1_000, 24 * HOUR_MS, r -> r.timer().turnMs()),
          whole("timer.warning_ms", 0, 24 * HOUR_MS, r -> r.timer().warningMs()),
          whole("timer.grace_ms", 0, HOUR_MS, r -> r.timer().graceMs()),
          whole("timer.choice_ms", 1_000, 24 * HOUR_MS, r -> r.timer().choiceMs()),
          whole("timer.timeouts_before_loss", 0, 100, r -> r.timer().timeoutsBeforeLoss()),
          whole("timer.absence_ms", 0, HOUR_MS, r -> r.timer().absenceMs()));

  private RulesFields() {}

  /** Every field with its path, default and bounds, in the order of the documentation. */
  public static List<Field> all() {
    return ALL;
  }

  /** Everything wrong with these rules at once; empty: they can be played. */
  public static List<Problem> problems(RulesConfig rules) {
    List<Problem> problems = new ArrayList<>();
    for (Field field : ALL) {
      if (field instanceof Field.Whole whole) {
        int value = whole.reader().apply(rules);
        if (value < whole.min() || value > whole.max()) {
          problems.add(
              new Problem(
                  whole.path(),
                  "is " + value + ", must be from " + whole.min() + " to " + whole.max()));
        }
      }
    }
    contradictions(rules, problems);
    return List.copyOf(problems);
  }

  private static void contradictions(RulesConfig rules, List<Problem> problems) {
    RulesConfig.Deck deck = rules.deck();
    int prizes = rules.prizes().mode() == PrizeMode.CARDS ? rules.prizes().count() : 0;
    if (rules.opening().handSize() + prizes >= deck.size()) {
      problems.add(
          new Problem("deck.size", "is too small for the opening hand, the prizes and a draw"));
    }
    if (deck.minBasics() > deck.size()) {
      problems.add(new Problem("deck.min_basics", "is more than deck.size"));
    }
    if (rules.energy().source() == EnergySource.ENERGY_DECK && deck.energyDeckSize() == 0) {
      problems.add(new Problem("deck.energy_deck_size", "is 0, but energy comes from that deck"));
    }
    if (rules.energy().source() != EnergySource.ENERGY_DECK && deck.energyDeckSize() > 0) {
      problems.add(
          new Problem(
              "deck.energy_deck_size", "is given, but energy does not come from that deck"));
    }
    if (rules.energy().source() == EnergySource.ZONE && deck.energyTypes() == 0) {
      problems.add(new Problem("deck.energy_types", "is 0, but energy comes from the zone"));
    }
    if (rules.energy().source() == EnergySource.HAND && !deck.energyCards()) {
      problems.add(new Problem("deck.energy_cards", "is false, but energy comes from the hand"));
    }
    RulesConfig.Prizes worth = rules.prizes();
    if (worth.basic() == 0 && worth.ex() == 0 && worth.mega() == 0) {
      problems.add(new Problem("prizes.basic", "is 0 like the others: no knock-out would count"));
    }
    int times = rules.damage().weakness();
    if (rules.damage().weaknessMode() == WeaknessMode.TIMES && (times < 1 || times > MAX_TIMES)) {
      problems.add(
          new Problem(
              "damage.weakness", "must be from 1 to " + MAX_TIMES + " where it multiplies"));
    }
    if (rules.limits().hand() > 0 && rules.limits().hand() < rules.opening().handSize()) {
      problems.add(new Problem("limits.hand", "is less than opening.hand_size"));
    }
    if (rules.limits().instances() < 2 * (deck.size() + deck.energyDeckSize())) {
      problems.add(new Problem("limits.instances", "is less than what both decks hold"));
    }
    if (rules.timer().warningMs() >= rules.timer().turnMs()) {
      problems.add(new Problem("timer.warning_ms", "must be less than timer.turn_ms"));
    }
    if (rules.win().bothWin() == BothWin.SUDDEN_DEATH
        && rules.prizes().mode() == PrizeMode.CARDS
        && rules.opening().handSize() + rules.win().suddenDeathPrizes() >= deck.size()) {
      problems.add(new Problem("win.sudden_death_prizes", "is more than the deck can set aside"));
    }
  }

  private static Field whole(String path, int min, int max, Function<RulesConfig, Integer> reader) {
    return new Field.Whole(path, min, max, reader);
  }

  private static Field yesNo(String path, Function<RulesConfig, Boolean> reader) {
    return new Field.YesNo(path, reader);
  }

  private static Field word(String path, Enum<?>[] words, Function<RulesConfig, Enum<?>> reader) {
    List<String> lower =
        Arrays.stream(words).map(word -> word.name().toLowerCase(Locale.ROOT)).toList();
    return new Field.Word(path, lower, reader);
  }
}

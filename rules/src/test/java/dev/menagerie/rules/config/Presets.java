package dev.menagerie.rules.config;

import dev.menagerie.rules.config.RulesConfig.Bench;
import dev.menagerie.rules.config.RulesConfig.BothWin;
import dev.menagerie.rules.config.RulesConfig.Checkup;
import dev.menagerie.rules.config.RulesConfig.Conditions;
import dev.menagerie.rules.config.RulesConfig.ConfusionTails;
import dev.menagerie.rules.config.RulesConfig.Damage;
import dev.menagerie.rules.config.RulesConfig.Deck;
import dev.menagerie.rules.config.RulesConfig.EmptyDeck;
import dev.menagerie.rules.config.RulesConfig.Energy;
import dev.menagerie.rules.config.RulesConfig.EnergySource;
import dev.menagerie.rules.config.RulesConfig.Evolution;
import dev.menagerie.rules.config.RulesConfig.FirstTurn;
import dev.menagerie.rules.config.RulesConfig.Limits;
import dev.menagerie.rules.config.RulesConfig.NoBasic;
import dev.menagerie.rules.config.RulesConfig.Opening;
import dev.menagerie.rules.config.RulesConfig.PrizeMode;
import dev.menagerie.rules.config.RulesConfig.Prizes;
import dev.menagerie.rules.config.RulesConfig.Retreat;
import dev.menagerie.rules.config.RulesConfig.Search;
import dev.menagerie.rules.config.RulesConfig.Timer;
import dev.menagerie.rules.config.RulesConfig.Trainers;
import dev.menagerie.rules.config.RulesConfig.WeaknessMode;
import dev.menagerie.rules.config.RulesConfig.Win;
import java.util.List;
import java.util.Optional;

/**
 * House rules as these tests play them. Those that come with the game are data, read where there is
 * a reader for it.
 */
public final class Presets {
  private static final Timer TIMER = new Timer(180_000, 30_000, 15_000, 60_000, 3, 45_000);

  public static final RulesConfig STANDARD =
      new RulesConfig(
          "standard",
          new Deck(60, 4, 1, true, 0, 0),
          new Opening(7, NoBasic.MULLIGAN, true),
          new Bench(5),
          new Energy(1, EnergySource.HAND),
          new Prizes(PrizeMode.CARDS, 6, 1, 2, 3),
          new FirstTurn(true, false, false, true, false, 1),
          new Trainers(1, 1, 0, 1),
          new Evolution(false),
          new Retreat(1, false),
          new Conditions(10, 20, true, ConfusionTails.DAMAGES_ITSELF, 30),
          new Damage(WeaknessMode.TIMES, 2, 30),
          new Checkup(true),
          new Search(false),
          new Win(EmptyDeck.LOSES, BothWin.SUDDEN_DEATH, 1, false),
          new Limits(500, 0, 5_000, 1_000, 5),
          TIMER);

  public static final RulesConfig POCKET =
      new RulesConfig(
          "pocket",
          new Deck(20, 2, 1, false, 0, 3),
          new Opening(5, NoBasic.GUARANTEED, false),
          new Bench(3),
          new Energy(1, EnergySource.ZONE),
          new Prizes(PrizeMode.POINTS, 3, 1, 2, 3),
          new FirstTurn(true, true, true, false, false, 1),
          new Trainers(1, 1, 0, 1),
          new Evolution(false),
          new Retreat(1, false),
          new Conditions(10, 20, true, ConfusionTails.FAILS, 0),
          new Damage(WeaknessMode.PLUS, 20, 0),
          new Checkup(true),
          new Search(false),
          new Win(EmptyDeck.GOES_ON, BothWin.TIE, 1, true),
          new Limits(30, 10, 5_000, 1_000, 5),
          TIMER);

  public static final RulesConfig HOUSE =
      new RulesConfig(
          "house",
          new Deck(40, 4, 1, true, 20, 0),
          new Opening(7, NoBasic.MULLIGAN, true),
          new Bench(5),
          new Energy(1, EnergySource.ENERGY_DECK),
          new Prizes(PrizeMode.POINTS, 4, 1, 2, 3),
          new FirstTurn(true, true, true, false, false, 1),
          new Trainers(1, 1, 0, 1),
          new Evolution(false),
          new Retreat(1, false),
          new Conditions(10, 20, true, ConfusionTails.DAMAGES_ITSELF, 30),
          new Damage(WeaknessMode.TIMES, 2, 30),
          new Checkup(true),
          new Search(false),
          new Win(EmptyDeck.LOSES, BothWin.SUDDEN_DEATH, 1, false),
          new Limits(500, 0, 5_000, 1_000, 5),
          TIMER);

  private static final List<RulesConfig> ALL = List.of(STANDARD, POCKET, HOUSE);

  private Presets() {}

  public static List<RulesConfig> all() {
    return ALL;
  }

  public static Optional<RulesConfig> named(String name) {
    return ALL.stream().filter(rules -> rules.preset().equals(name)).findFirst();
  }
}

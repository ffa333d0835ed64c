package dev.menagerie.rules.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.menagerie.rules.card.Problem;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RulesFieldsTest {
  @Test
  void everyPresetCanBePlayed() {
    assertThat(Presets.all())
        .allSatisfy(rules -> assertThat(RulesFields.problems(rules)).isEmpty());
    assertThat(Presets.named("house")).contains(Presets.HOUSE);
    assertThat(Presets.named("none")).isEmpty();
  }

  @Test
  void everyFieldOfTheConfigIsListed() {
    List<String> paths = new ArrayList<>();
    for (RecordComponent group : RulesConfig.class.getRecordComponents()) {
      if (group.getType().isRecord()) {
        for (RecordComponent field : group.getType().getRecordComponents()) {
          paths.add(snake(group.getName()) + "." + snake(field.getName()));
        }
      }
    }
    assertThat(RulesFields.all())
        .extracting(Field::path)
        .containsExactlyInAnyOrderElementsOf(paths);
  }

  private static String snake(String name) {
    return name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
  }

  @Test
  void fieldsReadThePreset() {
    assertThat(value("prizes.count", Presets.STANDARD)).isEqualTo(6);
    assertThat(value("prizes.mode", Presets.POCKET)).isEqualTo("points");
    assertThat(value("first_turn.attack", Presets.STANDARD)).isEqualTo(false);
    assertThat(value("timer.turn_ms", Presets.HOUSE)).isEqualTo(180_000);
  }

  private static Object value(String path, RulesConfig rules) {
    return RulesFields.all().stream()
        .filter(field -> field.path().equals(path))
        .findFirst()
        .orElseThrow()
        .valueIn(rules);
  }

  private static RulesConfig with(
      RulesConfig base,
      RulesConfig.Deck deck,
      RulesConfig.Prizes prizes,
      RulesConfig.Limits limits,
      RulesConfig.Timer timer) {
    return new RulesConfig(
        base.preset(),
        deck,
        base.opening(),
        base.bench(),
        base.energy(),
        prizes,
        base.firstTurn(),
        base.trainers(),
        base.evolution(),
        base.retreat(),
        base.conditions(),
        base.damage(),
        base.checkup(),
        base.search(),
        base.win(),
        limits,
        timer);
  }

  @Test
  void everyProblemIsReportedAtOnce() {
    RulesConfig base = Presets.STANDARD;
    RulesConfig wrong =
        with(
            base,
            new RulesConfig.Deck(10, 4, 20, false, 20, 0),
            new RulesConfig.Prizes(RulesConfig.PrizeMode.CARDS, 13, 1, 2, 3),
            new RulesConfig.Limits(0, 5, 99, 19, 0),
            new RulesConfig.Timer(999, 30_000, 15_000, 60_000, 3, 45_000));
    assertThat(RulesFields.problems(wrong))
        .extracting(Problem::path)
        .containsExactlyInAnyOrder(
            "prizes.count",
            "timer.turn_ms",
            "deck.size",
            "deck.min_basics",
            "deck.energy_deck_size",
            "deck.energy_cards",
            "limits.hand",
            "limits.turns",
            "limits.commands",
            "limits.instances",
            "limits.instances",
            "limits.idle_turns",
            "timer.warning_ms");
  }

  @Test
  void theBoundsThemselvesAreAllowed() {
    RulesConfig base = Presets.STANDARD;
    RulesConfig edge =
        with(
            base,
            base.deck(),
            new RulesConfig.Prizes(RulesConfig.PrizeMode.CARDS, 12, 0, 6, 6),
            new RulesConfig.Limits(1_000, 7, 20_000, 4_096, 100),
            new RulesConfig.Timer(1_000, 999, 0, 1_000, 100, 0));
    assertThat(RulesFields.problems(edge)).isEmpty();
  }

  @Test
  void energyMustComeFromSomewhere() {
    RulesConfig house = Presets.HOUSE;
    RulesConfig empty =
        with(
            house,
            new RulesConfig.Deck(40, 4, 1, true, 0, 0),
            house.prizes(),
            house.limits(),
            house.timer());
    assertThat(RulesFields.problems(empty))
        .extracting(Problem::path)
        .containsExactly("deck.energy_deck_size");
    RulesConfig pocket = Presets.POCKET;
    RulesConfig typeless =
        with(
            pocket,
            new RulesConfig.Deck(20, 2, 1, false, 0, 0),
            pocket.prizes(),
            pocket.limits(),
            pocket.timer());
    assertThat(RulesFields.problems(typeless))
        .extracting(Problem::path)
        .containsExactly("deck.energy_types");
  }

  @Test
  void aKnockOutMustCountAndWeaknessMustBeOne() {
    RulesConfig base = Presets.STANDARD;
    RulesConfig wrong =
        new RulesConfig(
            base.preset(),
            base.deck(),
            base.opening(),
            base.bench(),
            base.energy(),
            new RulesConfig.Prizes(RulesConfig.PrizeMode.CARDS, 6, 0, 0, 0),
            base.firstTurn(),
            base.trainers(),
            base.evolution(),
            base.retreat(),
            base.conditions(),
            new RulesConfig.Damage(RulesConfig.WeaknessMode.TIMES, 20, 30),
            base.checkup(),
            base.search(),
            base.win(),
            base.limits(),
            base.timer());
    assertThat(RulesFields.problems(wrong))
        .extracting(Problem::path)
        .containsExactly("prizes.basic", "damage.weakness");
  }
}

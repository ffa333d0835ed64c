package dev.menagerie.bots;

import dev.menagerie.rules.card.Catalog;
import dev.menagerie.rules.config.RulesConfig;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/** The bots that come with the game. */
public enum BotKind {
  RANDOM("Coin Tosser", 1, "Plays any legal action, each as likely as the next."),
  GREEDY("Magpie", 2, "Takes whatever looks best right now.");

  private final String title;
  private final int level;
  private final String about;

  BotKind(String title, int level, String about) {
    this.title = title;
    this.level = level;
    this.about = about;
  }

  /** What {@code bot} is called in requests: {@code random}, {@code greedy}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public String title() {
    return title;
  }

  /** 1 is the weakest. */
  public int level() {
    return level;
  }

  public String about() {
    return about;
  }

  public static Optional<BotKind> named(String id) {
    return List.of(values()).stream().filter(kind -> kind.id().equals(id)).findFirst();
  }

  /** A bot for one seat of one game; the same seed gives the same play. */
  public Bot bot(Catalog catalog, RulesConfig rules, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return switch (this) {
      case RANDOM -> new RandomBot(random);
      case GREEDY -> new GreedyBot(catalog, rules, random);
    };
  }
}

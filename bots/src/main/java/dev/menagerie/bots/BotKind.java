package dev.menagerie.bots;

import dev.menagerie.bots.search.SearchBot;
import dev.menagerie.bots.search.SearchBudget;
import dev.menagerie.rules.card.Catalog;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.deck.DeckList;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.Seat;
import dev.menagerie.rules.view.Action;
import dev.menagerie.rules.view.Viewer;
import dev.menagerie.rules.view.Views;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;

/** The bots that come with the game. */
public enum BotKind {
  RANDOM("Coin Tosser", 1, "Plays any legal action, each as likely as the next."),
  GREEDY("Magpie", 2, "Takes whatever looks best right now."),
  SEARCH("Heron", 3, "Waits, looks a turn ahead, and strikes.");

  private final String title;
  private final int level;
  private final String about;

  BotKind(String title, int level, String about) {
    this.title = title;
    this.level = level;
    this.about = about;
  }

  /** The id of {@code bot} in requests: {@code random}, {@code greedy}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The bot's name for players. */
  public String title() {
    return title;
  }

  /** 1 is the weakest. */
  public int level() {
    return level;
  }

  /** How the bot plays, in one sentence for players. */
  public String about() {
    return about;
  }

  /** The kind with that id, such as {@code greedy}; empty if there is none. */
  public static Optional<BotKind> named(String id) {
    return List.of(values()).stream().filter(kind -> kind.id().equals(id)).findFirst();
  }

  /**
   * A player of this kind for one seat of one game; the same seed gives the same play.
   *
   * @param knownDecks decks that every player may know; a bot that looks ahead assumes one of them
   */
  public Chooser chooser(Catalog catalog, RulesConfig rules, List<DeckList> knownDecks, long seed) {
    if (this == SEARCH) {
      return new SearchBot(knownDecks, SearchBudget.USUAL, seed)::choose;
    }
    Bot bot = bot(catalog, rules, seed);
    return (state, seat) -> bot.choose(Views.of(state, Viewer.seat(seat)));
  }

  /** Chooses an action for a seat; only what that seat sees of the state matters. */
  @FunctionalInterface
  public interface Chooser {
    /** Chooses an action. */
    Action choose(GameState state, Seat seat);
  }

  /**
   * A bot that needs its view alone, for one seat of one game; the same seed gives the same play.
   *
   * @throws IllegalArgumentException for a kind that looks ahead: see {@link #chooser}
   */
  public Bot bot(Catalog catalog, RulesConfig rules, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    return switch (this) {
      case RANDOM -> new RandomBot(random);
      case GREEDY -> new GreedyBot(catalog, rules, random);
      case SEARCH -> throw new IllegalArgumentException("a search needs more than a view");
    };
  }
}

package dev.menagerie.server.decks;

import dev.menagerie.cards.deck.StarterDeck;
import dev.menagerie.cards.deck.StarterDecks;
import dev.menagerie.cards.house.HouseRules;
import dev.menagerie.codec.JsonProblem;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.deck.DeckList;
import dev.menagerie.server.game.UserId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A player's decks: the starters and their own. Only decks that can be played are kept. */
public final class PlayerDecks {
  /** More than a player builds by hand; the list of all of them stays small. */
  public static final int MAX_PER_USER = 100;

  private static final int PAGE = 50;

  private volatile Map<DeckId, Deck> starters;
  private final DeckStore store;
  private final DeckCheck check;
  private final HouseRules presets;
  private final CardCollection collection;

  /**
   * Decks over this store.
   *
   * @param presets the rules that decks may name
   * @param collection the cards that users have
   */
  public PlayerDecks(
      StarterDecks starters,
      DeckStore store,
      DeckCheck check,
      HouseRules presets,
      CardCollection collection) {
    this.starters = byId(starters);
    this.store = store;
    this.check = check;
    this.presets = presets;
    this.collection = collection;
  }

  /** Replaces the starters; decks that players keep stay as they are. */
  public void replaceStarters(StarterDecks starters) {
    this.starters = byId(starters);
  }

  private static Map<DeckId, Deck> byId(StarterDecks starters) {
    var byId = new LinkedHashMap<DeckId, Deck>();
    for (var starter : starters.all()) byId.put(new DeckId(starter.id()), starter(starter));
    return Collections.unmodifiableMap(byId);
  }

  private static Deck starter(StarterDeck deck) {
    return new Deck(
        new DeckId(deck.id()),
        new DeckName(deck.name()),
        deck.rules(),
        Optional.of(deck.about()).filter(about -> !about.isBlank()),
        deck.list(),
        Deck.Kind.STARTER);
  }

  /** The result of a request. */
  public sealed interface Outcome {
    record Kept(Deck deck) implements Outcome {}

    record Refused(DeckRefused why) implements Outcome {}
  }

  /** A starter or one of the user's own. */
  public Optional<Deck> find(UserId user, DeckId id) {
    return Optional.ofNullable(starters.get(id)).or(() -> store.find(user, id));
  }

  /** The starter decks, in the order of their files. */
  public List<Deck> starters() {
    return List.copyOf(starters.values());
  }

  /** Some of the user's decks, starters first, and where to go on. */
  public record Shelf(List<Deck> decks, Optional<DeckId> next) {}

  /** The decks after one of the user's own, or from the start. */
  public Shelf shelf(UserId user, Optional<DeckId> after) {
    var decks = new ArrayList<Deck>();
    if (after.isEmpty()) decks.addAll(starters.values());
    var own = store.list(user, after, PAGE + 1);
    boolean more = own.size() > PAGE;
    var shown = more ? own.subList(0, PAGE) : own;
    decks.addAll(shown);
    return new Shelf(
        List.copyOf(decks), more ? Optional.of(shown.getLast().id()) : Optional.empty());
  }

  /** Every rule the deck breaks under a preset, and every card that the user lacks for it. */
  public List<JsonProblem> problems(UserId user, String preset, DeckList list) {
    Optional<RulesConfig> rules = presets.named(preset);
    if (rules.isEmpty()) {
      var names = String.join(", ", presets.names());
      return List.of(new JsonProblem("$.rules", "must be one of " + names));
    }
    var problems = new ArrayList<>(check.problems(list, rules.get()));
    problems.addAll(collection.missing(user, list));
    return problems;
  }

  /** What the user lacks for a deck; the starters are everybody's. */
  public List<JsonProblem> missing(UserId user, Deck deck) {
    return deck.kind() == Deck.Kind.STARTER ? List.of() : collection.missing(user, deck.list());
  }

  /** The cards that a user has. */
  public CardCollection.Owned collection(UserId user) {
    return collection.of(user);
  }

  /** Stores a new deck, if it can be played and the user has room for it. */
  public Outcome create(UserId user, DeckName name, String rules, DeckList list) {
    var problems = problems(user, rules, list);
    if (!problems.isEmpty()) return refused(new DeckRefused.Invalid(problems));
    var deck = Deck.own(DeckId.fresh(), name, rules, list);
    return store.add(user, deck, MAX_PER_USER)
        ? new Outcome.Kept(deck)
        : refused(new DeckRefused.TooMany(MAX_PER_USER));
  }

  /** Replaces a deck of the user, if the new one can be played. */
  public Outcome replace(UserId user, DeckId id, DeckName name, String rules, DeckList list) {
    if (starters.containsKey(id)) return refused(new DeckRefused.Starter());
    if (store.find(user, id).isEmpty()) return refused(new DeckRefused.NotFound());
    var problems = problems(user, rules, list);
    if (!problems.isEmpty()) return refused(new DeckRefused.Invalid(problems));
    var deck = Deck.own(id, name, rules, list);
    return store.replace(user, deck)
        ? new Outcome.Kept(deck)
        : refused(new DeckRefused.NotFound()); // removed by another request
  }

  /** Empty: it is gone. */
  public Optional<DeckRefused> remove(UserId user, DeckId id) {
    if (starters.containsKey(id)) return Optional.of(new DeckRefused.Starter());
    return store.remove(user, id) ? Optional.empty() : Optional.of(new DeckRefused.NotFound());
  }

  private static Outcome refused(DeckRefused why) {
    return new Outcome.Refused(why);
  }
}

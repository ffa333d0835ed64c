package dev.menagerie.cards.campaign;

import dev.menagerie.cards.campaign.HouseOpponent.Reward;
import dev.menagerie.cards.deck.DeckProblems;
import dev.menagerie.cards.deck.StarterDeck;
import dev.menagerie.cards.deck.StarterDecks;
import dev.menagerie.cards.house.HouseRules;
import dev.menagerie.cards.set.FileProblem;
import dev.menagerie.cards.set.InvalidFiles;
import dev.menagerie.codec.InvalidJson;
import dev.menagerie.codec.Json;
import dev.menagerie.codec.JsonProblem;
import dev.menagerie.rules.card.Catalog;
import dev.menagerie.rules.deck.DeckList;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** A ladder of house opponents: each one is unlocked by a win over the one before. Immutable. */
public record Campaign(List<HouseOpponent> opponents) {
  /** Opponents of a campaign at most. */
  public static final int MAX_OPPONENTS = 100;

  private static final String SHIPPED = "/menagerie/campaign.json";
  private static final Pattern IDS = Pattern.compile("[a-z0-9][a-z0-9_.-]{0,63}");
  private static final int MAX_NAME = 40;
  private static final int MAX_REWARDS = 20;

  /** More than any deck may have of a card. */
  private static final int MAX_COPIES = 60;

  public Campaign {
    opponents = List.copyOf(opponents);
  }

  /** What an opponent plays with. */
  public record PlayedDeck(String name, DeckList list) {}

  /** What the opponents of a file are checked against. */
  public record Content(
      StarterDecks decks, Catalog cards, HouseRules rules, Predicate<String> bots) {}

  /** The campaign that comes with the game, unchecked: a test has checked it. */
  public static Campaign shipped() {
    try (InputStream in =
        Objects.requireNonNull(Campaign.class.getResourceAsStream(SHIPPED), SHIPPED)) {
      return Json.read(in.readAllBytes(), Campaign.class);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * The campaign of a file.
   *
   * @throws InvalidFiles naming everything that is wrong, with file and path
   */
  public static Campaign read(String file, String json, Content content) {
    try {
      var campaign = Json.read(json.getBytes(StandardCharsets.UTF_8), Campaign.class);
      var problems = campaign.problems(file, content);
      if (!problems.isEmpty()) throw new InvalidFiles(problems);
      return campaign;
    } catch (InvalidJson refused) {
      throw new InvalidFiles(
          refused.problems().stream()
              .map(problem -> new FileProblem(file, problem.path(), problem.message()))
              .toList());
    }
  }

  /** Everything that is wrong with it. */
  public List<FileProblem> problems(String file, Content content) {
    var problems = new ArrayList<FileProblem>();
    if (opponents.isEmpty() || opponents.size() > MAX_OPPONENTS) {
      problems.add(new FileProblem(file, "opponents", "are from 1 to " + MAX_OPPONENTS));
    }
    Set<String> ids = new HashSet<>();
    for (int i = 0; i < opponents.size(); i++) {
      var opponent = opponents.get(i);
      var path = "opponents[" + i + "]";
      for (var problem : problemsOf(opponent, content)) {
        problems.add(new FileProblem(file, path + "." + problem.path(), problem.message()));
      }
      if (!ids.add(opponent.id())) {
        problems.add(new FileProblem(file, path + ".id", "is given twice: " + opponent.id()));
      }
    }
    return problems;
  }

  private static List<JsonProblem> problemsOf(HouseOpponent opponent, Content content) {
    var problems = new ArrayList<JsonProblem>();
    if (!IDS.matcher(opponent.id()).matches()) {
      problems.add(new JsonProblem("id", "must be lower-case letters, digits, '-', '_' or '.'"));
    }
    if (opponent.name().isBlank() || opponent.name().length() > MAX_NAME) {
      problems.add(new JsonProblem("name", "must have from 1 to " + MAX_NAME + " characters"));
    }
    if (!content.bots().test(opponent.bot())) {
      problems.add(new JsonProblem("bot", "is no bot's id"));
    }
    if (opponent.rewards().size() > MAX_REWARDS) {
      problems.add(new JsonProblem("rewards", "are at most " + MAX_REWARDS));
    }
    for (Reward reward : opponent.rewards()) {
      rewardProblem(reward, content.cards()).ifPresent(problems::add);
    }
    problems.addAll(deckProblems(opponent, content));
    return problems;
  }

  private static Optional<JsonProblem> rewardProblem(Reward reward, Catalog cards) {
    boolean fits = !reward.name().isBlank() && reward.name().length() <= MAX_NAME;
    if (!fits || !IDS.matcher(reward.id()).matches()) {
      return Optional.of(new JsonProblem("rewards", "have an id and a name of 1 to 40 characters"));
    }
    boolean isCard = reward.kind() == Reward.Kind.CARD;
    if (isCard && cards.find(reward.id()).isEmpty()) {
      return Optional.of(new JsonProblem("rewards", "name no card: " + reward.id()));
    }
    int copies = reward.count().orElse(1);
    boolean isCounted = reward.count().isEmpty() || isCard;
    return isCounted && copies >= 1 && copies <= MAX_COPIES
        ? Optional.empty()
        : Optional.of(
            new JsonProblem("rewards", "of kind card have a count from 1 to " + MAX_COPIES));
  }

  private static List<JsonProblem> deckProblems(HouseOpponent opponent, Content content) {
    var rules = content.rules().named(opponent.rules());
    if (rules.isEmpty()) {
      var names = String.join(", ", content.rules().names());
      return List.of(new JsonProblem("rules", "must be one of " + names));
    }
    if (opponent.deckId().isPresent() == opponent.deck().isPresent()) {
      return List.of(new JsonProblem("deck", "or deck_id is needed, and not both"));
    }
    var deck = deckOf(opponent, content.decks());
    if (deck.isEmpty()) return List.of(new JsonProblem("deck_id", "is no starter deck's id"));
    return DeckProblems.of(deck.get().list(), rules.get(), content.cards()).stream()
        .map(problem -> new JsonProblem("deck" + problem.path().substring(1), problem.message()))
        .toList();
  }

  /** The deck of an opponent; empty if it is a starter deck that is not there any more. */
  public static Optional<PlayedDeck> deckOf(HouseOpponent opponent, StarterDecks decks) {
    return opponent
        .deck()
        .map(own -> new PlayedDeck(own.name(), own.list()))
        .or(() -> opponent.deckId().flatMap(decks::find).map(Campaign::played));
  }

  private static PlayedDeck played(StarterDeck deck) {
    return new PlayedDeck(deck.name(), deck.list());
  }

  /** The opponent with that id. */
  public Optional<HouseOpponent> find(String id) {
    return opponents.stream().filter(opponent -> opponent.id().equals(id)).findFirst();
  }

  /** The rewards for beating these opponents, in the order of the campaign. */
  public List<Reward> rewardsFor(Set<String> beaten) {
    return opponents.stream()
        .filter(opponent -> beaten.contains(opponent.id()))
        .flatMap(opponent -> opponent.rewards().stream())
        .toList();
  }

  /** The same opponents without cards among their rewards, for houses without collections. */
  public Campaign withoutCards() {
    return new Campaign(opponents.stream().map(HouseOpponent::withoutCards).toList());
  }

  /** The opponent to beat before this one; empty for the first. */
  public Optional<HouseOpponent> before(HouseOpponent opponent) {
    int index = opponents.indexOf(opponent);
    return index <= 0 ? Optional.empty() : Optional.of(opponents.get(index - 1));
  }
}

package dev.menagerie.cards.set;

import dev.menagerie.cards.picture.ArtHint;
import dev.menagerie.cards.picture.CardPicture;
import dev.menagerie.cards.text.RenderedTexts;
import dev.menagerie.codec.Json;
import dev.menagerie.codec.Sha256;
import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.card.Catalog;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Related card sets and their catalog. Immutable. */
public final class CardSets {
  private static final String ROOT = "/menagerie/sets/";
  private static final List<String> BUILT_IN = List.of("hedgerow.json", "undertow.json");

  /** 64 bits: two versions of our own sets never meet by accident, and people can compare it. */
  private static final int VERSION_BYTES = 8;

  private final List<CardSet> sets;
  private final Catalog catalog;

  private CardSets(List<CardSet> sets) {
    this.sets = List.copyOf(sets);
    List<CardDefinition> cards = new ArrayList<>();
    for (CardSet set : sets) {
      cards.addAll(set.cards());
    }
    this.catalog = Catalog.of(versionOf(sets), cards, CardPrint::of, new RenderedTexts());
  }

  /**
   * The sets that come with the game.
   *
   * @throws InvalidFiles naming everything that is wrong with them
   */
  public static CardSets load() {
    return of(builtIn());
  }

  /**
   * Sets from elsewhere, read and checked together.
   *
   * @throws InvalidFiles naming everything that is wrong with them
   */
  public static CardSets of(List<CardFiles.Source> sources) {
    return new CardSets(CardFiles.read(sources));
  }

  /**
   * The sets that come with the game and those of some files; a set with the id of a built-in one
   * replaces it.
   *
   * @throws InvalidFiles naming everything that is wrong with them
   */
  public static CardSets withBuiltIn(List<CardFiles.Source> sources) {
    List<CardFiles.Source> all = new ArrayList<>(CardFiles.notReplaced(builtIn(), sources));
    all.addAll(sources);
    return of(all);
  }

  /** The files of the sets that come with the game. */
  public static List<CardFiles.Source> builtIn() {
    List<CardFiles.Source> sources = new ArrayList<>();
    for (String file : BUILT_IN) {
      sources.add(new CardFiles.Source(file, Resource.text(ROOT + file)));
    }
    return List.copyOf(sources);
  }

  /** The sets, in the order of their files. */
  public List<CardSet> sets() {
    return sets;
  }

  /** All cards of all sets. */
  public Catalog catalog() {
    return catalog;
  }

  /** Made from the content alone: the same cards, the same version. */
  public String version() {
    return catalog.version();
  }

  /** The set that a card is in. */
  public Optional<CardSet.About> setOf(String card) {
    for (CardSet set : sets) {
      for (CardDefinition definition : set.cards()) {
        if (definition.id().equals(card)) {
          return Optional.of(set.set());
        }
      }
    }
    return Optional.empty();
  }

  /** The picture of a card as SVG, by its own hints or else by those for the first of its line. */
  public String pictureOf(CardDefinition card) {
    CardDefinition first = firstOf(card);
    ArtHint hint = artOf(card).or(() -> artOf(first)).orElse(ArtHint.NONE);
    String family =
        first instanceof CardDefinition.Pokemon pokemon
            ? pokemon.evolvesFrom().orElse(pokemon.name())
            : first.name();
    return CardPicture.svg(card, family, hint);
  }

  private Optional<ArtHint> artOf(CardDefinition card) {
    return sets.stream().flatMap(set -> Stream.ofNullable(set.art().get(card.id()))).findFirst();
  }

  /** The first card of a card's line of evolution, as far as it is in these sets. */
  public CardDefinition firstOf(CardDefinition card) {
    if (!(card instanceof CardDefinition.Pokemon pokemon) || pokemon.evolvesFrom().isEmpty()) {
      return card;
    }
    return sets.stream()
        .flatMap(set -> set.cards().stream())
        .filter(below -> below.name().equals(pokemon.evolvesFrom().get()))
        .findFirst()
        .map(this::firstOf)
        .orElse(card);
  }

  private static String versionOf(List<CardSet> sets) {
    MessageDigest digest = Sha256.digest();
    sets.stream()
        .flatMap(set -> set.cards().stream())
        .sorted((a, b) -> a.id().compareTo(b.id()))
        .forEach(card -> digest.update(Json.bytes(card)));
    return HexFormat.of().formatHex(digest.digest(), 0, VERSION_BYTES);
  }
}

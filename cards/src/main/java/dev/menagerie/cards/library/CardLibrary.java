package dev.menagerie.cards.library;

import dev.menagerie.cards.deck.StarterDecks;
import dev.menagerie.cards.house.HouseRules;
import dev.menagerie.cards.set.CardSets;
import dev.menagerie.cards.set.InvalidFiles;
import dev.menagerie.rules.card.Catalog;
import dev.menagerie.rules.card.CatalogSource;
import dev.menagerie.rules.card.GameCards;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * The cards and decks of a running server. {@link #reload} reads the author's files again; new
 * games use the new cards, and a game that runs keeps the cards it began with (ADR 0012): the
 * library remembers its last catalogs for games that are loaded again. Thread safe; reading never
 * waits for a reload.
 */
public final class CardLibrary implements CatalogSource {
  /** Games outlive a few edits of an author; each catalog takes some hundred kilobytes. */
  private static final int MAX_EARLIER = 16;

  private final ContentFolders folders;
  private final HouseRules rules;
  private final List<Consumer<Content>> listeners = new CopyOnWriteArrayList<>();
  private volatile Loaded loaded;

  /** The current content and the earlier catalogs, newest first. */
  private record Loaded(Content content, List<Catalog> earlier) {
    Loaded next(Content content) {
      if (content.sets().version().equals(this.content.sets().version())) {
        return new Loaded(content, earlier);
      }
      List<Catalog> catalogs = new ArrayList<>(List.of(this.content.sets().catalog()));
      catalogs.addAll(earlier);
      return new Loaded(
          content, List.copyOf(catalogs.subList(0, Math.min(catalogs.size(), MAX_EARLIER))));
    }
  }

  private CardLibrary(ContentFolders folders, HouseRules rules, Content content) {
    this.folders = folders;
    this.rules = rules;
    this.loaded = new Loaded(content, List.of());
  }

  /** The cards and decks that come with the game. */
  public static CardLibrary builtIn() {
    return new CardLibrary(ContentFolders.NONE, HouseRules.shipped(), Content.builtIn());
  }

  /**
   * Reads the folders for the first time.
   *
   * @param rules the presets that decks may name
   * @throws InvalidFiles naming everything that is wrong, each with file and path
   */
  public static CardLibrary open(ContentFolders folders, HouseRules rules) {
    return new CardLibrary(folders, rules, Content.of(folders, rules));
  }

  /** The content of new games. */
  public Content content() {
    return loaded.content();
  }

  /** The card sets of {@link #content}. */
  public CardSets sets() {
    return content().sets();
  }

  /** The decks of {@link #content}. */
  public StarterDecks decks() {
    return content().decks();
  }

  @Override
  public Catalog current() {
    return content().sets().catalog();
  }

  @Override
  public Catalog holding(List<GameCards.Printed> begunWith) {
    Loaded now = loaded;
    Catalog current = now.content().sets().catalog();
    if (current.holdsAll(begunWith)) {
      return current;
    }
    return now.earlier().stream()
        .filter(catalog -> catalog.holdsAll(begunWith))
        .findFirst()
        .orElse(current);
  }

  /**
   * Reads the files again. If they have no problems, new games use them. One reload at a time.
   *
   * @return the differences
   * @throws InvalidFiles naming every problem; the content stays as it was
   */
  public synchronized Reload reload() {
    Content before = content();
    Content after = Content.of(folders, rules);
    loaded = loaded.next(after);
    listeners.forEach(listener -> listener.accept(after));
    return Reload.between(before, after);
  }

  /**
   * Calls the listener after each later reload, on the thread that reloads.
   *
   * @param listener gets the new content; must not throw
   */
  public void onReload(Consumer<Content> listener) {
    listeners.add(listener);
  }
}

package dev.menagerie.server.decks;

import dev.menagerie.cards.deck.DeckText;
import dev.menagerie.codec.JsonProblem;
import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.deck.DeckList;
import dev.menagerie.server.game.UserId;
import dev.menagerie.server.http.Call;
import dev.menagerie.server.http.HttpRefusal;
import dev.menagerie.server.http.Page;
import dev.menagerie.server.http.ProblemKind;
import dev.menagerie.server.http.Route;
import dev.menagerie.server.http.RouteResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The calls under {@code /decks}. */
public final class DeckRoutes {
  private final PlayerDecks decks;
  private final Supplier<DeckText> lists;

  /**
   * @param lists reads and writes lists of the cards that new games are played with
   */
  public DeckRoutes(PlayerDecks decks, Supplier<DeckText> lists) {
    this.decks = decks;
    this.lists = lists;
  }

  /**
   * A deck as its player writes it.
   *
   * @param rules the preset it is built for; absent: that of the text, or standard
   * @param about not kept: it is taken so that a copy of a starter deck is written as it was read
   * @param text the list as people write it, {@code 4 Name SET 12}, instead of the other members
   */
  record DeckDraft(
      DeckName name,
      Optional<String> rules,
      Optional<String> about,
      List<DeckList.Entry> cards,
      List<DeckList.Entry> energyCards,
      List<EnergyType> energyTypes,
      Optional<String> text) {
    /** No preset asks for more cards, and an entry has at least one. */
    private static final int MAX_ENTRIES = 100;

    DeckDraft {
      requireSensible("cards", cards);
      requireSensible("energy_cards", energyCards);
      if (energyTypes.size() > EnergyType.values().length) {
        throw new IllegalArgumentException("energy_types has more types than there are");
      }
      boolean hasLists = !cards.isEmpty() || !energyCards.isEmpty() || !energyTypes.isEmpty();
      if (text.isPresent() && hasLists) {
        throw new IllegalArgumentException("text replaces cards and energy; use one of them");
      }
    }

    private static void requireSensible(String what, List<DeckList.Entry> entries) {
      if (entries.size() > MAX_ENTRIES) {
        throw new IllegalArgumentException(what + " has more than " + MAX_ENTRIES + " entries");
      }
      var seen = new HashSet<String>();
      for (var entry : entries) {
        if (entry.count() < 1 || entry.count() > MAX_ENTRIES) {
          throw new IllegalArgumentException(
              what + " has a count that is not from 1 to " + MAX_ENTRIES);
        }
        if (!seen.add(entry.card())) {
          throw new IllegalArgumentException(what + " lists a card twice");
        }
      }
    }

    String preset() {
      return rules.orElse("standard");
    }

    DeckList list() {
      return new DeckList(cards, energyCards, energyTypes);
    }

    DeckDraft with(Optional<String> preset, DeckList list) {
      return new DeckDraft(
          name,
          preset,
          Optional.empty(),
          list.cards(),
          list.energyCards(),
          list.energyTypes(),
          Optional.empty());
    }
  }

  /** A deck's list as people write it. */
  record DeckListText(String text) {}

  /**
   * What a check of a deck found.
   *
   * @param errors every rule that the deck breaks; empty: it can be played
   * @param text the deck as a list that people read
   */
  record DeckVerdict(
      List<JsonProblem> errors,
      List<DeckList.Entry> cards,
      List<DeckList.Entry> energyCards,
      List<EnergyType> energyTypes,
      String text) {
    DeckVerdict {
      errors = List.copyOf(errors);
    }
  }

  /** Every route of decks. */
  public List<Route<?, ?>> all() {
    return List.of(
        Route.get("/decks", "decks", "The starter decks and one's own")
            .query("cursor", "next_cursor of the page before")
            .respondsPageOf(DeckView.class)
            .by(this::list),
        Route.get("/decks/{id}", "deck", "One deck")
            .responds(200, DeckView.class)
            .refuses(ProblemKind.DECK_NOT_FOUND)
            .by(call ->
                decks
                    .find(user(call), id(call))
                    .map(deck -> RouteResponse.of(DeckView.of(deck)))
                    .orElseThrow(HttpRefusal.because(ProblemKind.DECK_NOT_FOUND))),
        Route.get("/decks/{id}/text", "deckText", "One deck as a list that people read")
            .responds(200, DeckListText.class)
            .refuses(ProblemKind.DECK_NOT_FOUND)
            .by(this::text),
        Route.get("/users/me/collection", "myCollection", "The cards that you have")
            .responds(200, CardCollection.Owned.class)
            .by(call -> RouteResponse.of(decks.collection(user(call)))),
        Route.post("/decks", "createDeck", "Keep a new deck")
            .takes(DeckDraft.class)
            .responds(201, DeckView.class)
            .refuses(ProblemKind.DECK_INVALID, ProblemKind.LIMIT_REACHED)
            .repeatable()
            .by(this::create),
        Route.post("/decks/check", "checkDeck", "Check a deck without keeping it")
            .takes(DeckDraft.class)
            .responds(200, DeckVerdict.class)
            .by(this::check),
        Route.put("/decks/{id}", "replaceDeck", "Put another deck in place of one's own")
            .takes(DeckDraft.class)
            .responds(200, DeckView.class)
            .refuses(ProblemKind.DECK_INVALID, ProblemKind.DECK_NOT_FOUND)
            .by(this::replace),
        Route.delete("/decks/{id}", "deleteDeck", "Throw away one of one's own decks")
            .refuses(ProblemKind.DECK_NOT_FOUND)
            .by(this::remove));
  }

  private RouteResponse<Page<DeckView>> list(Call<Void> call) {
    var shelf = decks.shelf(user(call), cursor(call));
    return RouteResponse.of(
        new Page<>(
            shelf.decks().stream().map(DeckView::of).toList(), shelf.next().map(DeckId::value)));
  }

  private static Optional<DeckId> cursor(Call<Void> call) {
    return call.query("cursor").map(text -> DeckId.parse(text).orElseThrow(DeckRoutes::badCursor));
  }

  private static HttpRefusal badCursor() {
    return HttpRefusal.of(
        ProblemKind.INVALID_MESSAGE,
        "The cursor is none of this list",
        List.of(new JsonProblem("query.cursor", "is not a cursor of this list")));
  }

  private RouteResponse<DeckView> create(Call<DeckDraft> call) {
    var draft = read(call.body());
    var deck = kept(decks.create(user(call), draft.name(), draft.preset(), draft.list()));
    return RouteResponse.at("/decks/" + deck.id(), deck);
  }

  private RouteResponse<DeckVerdict> check(Call<DeckDraft> call) {
    var sent = call.body();
    var unreadable = textProblems(sent);
    if (!unreadable.isEmpty()) {
      var found = sent.text().map(text -> lists.get().read(text).deck()).orElseGet(sent::list);
      return RouteResponse.of(verdict(sent, found, unreadable));
    }
    var draft = read(sent);
    var list = draft.list();
    return RouteResponse.of(verdict(draft, list, decks.problems(user(call), draft.preset(), list)));
  }

  private DeckVerdict verdict(DeckDraft draft, DeckList list, List<JsonProblem> errors) {
    return new DeckVerdict(
        errors, list.cards(), list.energyCards(), list.energyTypes(), text(draft, list));
  }

  private String text(DeckDraft draft, DeckList list) {
    var heading =
        new DeckText.Heading(
            Optional.of(draft.name().value()), Optional.of(draft.preset()), Optional.empty());
    return lists.get().write(heading, list);
  }

  /** Every line of the draft's text that is no line of a deck. */
  private List<JsonProblem> textProblems(DeckDraft draft) {
    return draft.text().stream()
        .flatMap(text -> lists.get().read(text).problems().stream())
        .map(problem -> new JsonProblem("$.text", problem.toString()))
        .toList();
  }

  /** The draft with the cards that its text lists. */
  private DeckDraft read(DeckDraft draft) {
    if (draft.text().isEmpty()) return draft;
    var problems = textProblems(draft);
    if (!problems.isEmpty()) throw invalid(problems);
    var reading = lists.get().read(draft.text().get());
    return draft.with(draft.rules().or(reading.heading()::rules), reading.deck());
  }

  private RouteResponse<DeckListText> text(Call<Void> call) {
    var deck =
        decks
            .find(user(call), id(call))
            .orElseThrow(HttpRefusal.because(ProblemKind.DECK_NOT_FOUND));
    var heading =
        new DeckText.Heading(
            Optional.of(deck.name().value()), Optional.of(deck.rules()), Optional.empty());
    return RouteResponse.of(new DeckListText(lists.get().write(heading, deck.list())));
  }

  private RouteResponse<DeckView> replace(Call<DeckDraft> call) {
    var draft = read(call.body());
    return RouteResponse.of(
        kept(decks.replace(user(call), id(call), draft.name(), draft.preset(), draft.list())));
  }

  private RouteResponse<Void> remove(Call<Void> call) {
    decks
        .remove(user(call), id(call))
        .ifPresent(why -> {
          throw refusal(why);
        });
    return RouteResponse.nothing();
  }

  private static DeckView kept(PlayerDecks.Outcome outcome) {
    return switch (outcome) {
      case PlayerDecks.Outcome.Kept(var deck) -> DeckView.of(deck);
      case PlayerDecks.Outcome.Refused(var why) -> throw refusal(why);
    };
  }

  private static HttpRefusal refusal(DeckRefused why) {
    return switch (why) {
      case DeckRefused.Invalid(var problems) -> invalid(problems);
      case DeckRefused.NotFound _ -> HttpRefusal.of(ProblemKind.DECK_NOT_FOUND);
      case DeckRefused.Starter _ ->
          HttpRefusal.of(ProblemKind.FORBIDDEN, "Starter decks stay as they are; keep a copy");
      case DeckRefused.TooMany(int most) ->
          HttpRefusal.of(ProblemKind.LIMIT_REACHED, "You may keep " + most + " decks");
    };
  }

  private static HttpRefusal invalid(List<JsonProblem> problems) {
    return HttpRefusal.of(ProblemKind.DECK_INVALID, ProblemKind.DECK_INVALID.title(), problems);
  }

  private static UserId user(Call<?> call) {
    return new UserId(call.user().userId());
  }

  private static DeckId id(Call<?> call) {
    return new DeckId(call.pathParameter("id"));
  }
}

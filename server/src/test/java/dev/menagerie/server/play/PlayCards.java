package dev.menagerie.server.play;

import dev.menagerie.cards.house.Presets;
import dev.menagerie.rules.card.Ability;
import dev.menagerie.rules.card.Amount;
import dev.menagerie.rules.card.Attack;
import dev.menagerie.rules.card.CardDefinition;
import dev.menagerie.rules.card.CardKind;
import dev.menagerie.rules.card.Catalog;
import dev.menagerie.rules.card.Destination;
import dev.menagerie.rules.card.Effect;
import dev.menagerie.rules.card.EnergyType;
import dev.menagerie.rules.card.Filter;
import dev.menagerie.rules.card.Provides;
import dev.menagerie.rules.card.Stage;
import dev.menagerie.rules.card.Static;
import dev.menagerie.rules.card.TrainerKind;
import dev.menagerie.rules.config.RulesConfig;
import dev.menagerie.rules.game.Boards;
import dev.menagerie.rules.game.Seed;
import dev.menagerie.rules.state.Board;
import dev.menagerie.rules.state.BoardPokemon;
import dev.menagerie.rules.state.BoardSide;
import dev.menagerie.rules.state.GameState;
import dev.menagerie.rules.state.Seat;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** A handful of cards, one for each thing a player can do, and boards to do it on. */
final class PlayCards {
  static final Seed SEED = Seed.of(new byte[Seed.BYTES]);
  static final Catalog CATALOG = Catalog.of("play-tests", all());

  private PlayCards() {}

  private static List<CardDefinition> all() {
    return List.of(
        pokemon("mole", Stage.BASIC, Optional.empty(), List.of(), attack("claw", 60)),
        pokemon(
            "badger",
            Stage.STAGE_1,
            Optional.of("mole"),
            List.of(
                new Ability.Activated(
                    "dig", Optional.empty(), Optional.empty(), Optional.empty(), List.of(draw(1)))),
            attack("maul", 60)),
        pokemon(
            "firefly",
            Stage.BASIC,
            Optional.empty(),
            List.of(),
            attack("burst", 60, new Effect.Recoil(new Amount.Fixed(60)))),
        new CardDefinition.Energy(
            "leaf",
            "leaf",
            true,
            List.of(new Provides(List.of(EnergyType.GRASS))),
            Optional.empty(),
            List.of(),
            List.of()),
        trainer("lens", TrainerKind.ITEM, List.of(draw(2)), List.of()),
        trainer("coach", TrainerKind.SUPPORTER, List.of(draw(3)), List.of()),
        trainer("map", TrainerKind.ITEM, List.of(search()), List.of()),
        trainer(
            "cloak", TrainerKind.TOOL, List.of(), List.of(always("thick", new Static.HpBonus(20)))),
        trainer(
            "glade",
            TrainerKind.STADIUM,
            List.of(),
            List.of(always("wide", new Static.RetreatCost(-1)))));
  }

  private static CardDefinition pokemon(
      String id, Stage stage, Optional<String> from, List<Ability> abilities, Attack attack) {
    return new CardDefinition.Pokemon(
        id,
        id,
        stage,
        Optional.empty(),
        from,
        60,
        List.of(EnergyType.GRASS),
        Optional.empty(),
        Optional.empty(),
        1,
        abilities,
        List.of(attack),
        List.of(),
        Optional.empty());
  }

  private static Attack attack(String name, int damage, Effect... then) {
    return new Attack(
        name, List.of(), List.of(), Optional.of(new Amount.Fixed(damage)), List.of(then));
  }

  private static CardDefinition trainer(
      String id, TrainerKind kind, List<Effect> effects, List<Ability> abilities) {
    return new CardDefinition.Trainer(
        id, id, kind, Optional.empty(), effects, abilities, List.of(), List.of());
  }

  private static Ability always(String name, Static gives) {
    return new Ability.Continuous(name, Optional.empty(), Optional.empty(), List.of(gives));
  }

  private static Effect draw(int cards) {
    return new Effect.Draw(new Amount.Fixed(cards), Optional.empty());
  }

  private static Effect search() {
    return new Effect.Search(
        Optional.of(new Filter.Kind(CardKind.POKEMON)),
        new Amount.Fixed(2),
        Destination.HAND,
        Optional.empty(),
        Optional.empty());
  }

  /** One player's side: Pokémon and hand; ten moles to draw, some prizes. */
  static final class Side {
    private final BoardPokemon active;
    private List<BoardPokemon> bench = List.of();
    private List<String> hand = List.of();
    private int deck = 10;
    private int prizes = 6;
    private int points;

    private Side(BoardPokemon active) {
      this.active = active;
    }

    static Side of(String active, String... energy) {
      return new Side(BoardPokemon.of(active, energy));
    }

    Side bench(String... cards) {
      bench = List.of(cards).stream().map(card -> BoardPokemon.of(card)).toList();
      return this;
    }

    Side hand(String... cards) {
      hand = List.of(cards);
      return this;
    }

    Side deck(int cards) {
      deck = cards;
      return this;
    }

    Side prizes(int cards) {
      prizes = cards;
      return this;
    }

    Side points(int scored) {
      points = scored;
      return this;
    }

    private BoardSide side(RulesConfig rules) {
      boolean cards = rules.prizes().mode() == RulesConfig.PrizeMode.CARDS;
      return new BoardSide(
          Optional.of(active),
          bench,
          hand,
          Collections.nCopies(deck, "mole"),
          List.of(),
          Collections.nCopies(cards ? prizes : 0, "leaf"),
          Optional.of(points),
          List.of(),
          Optional.empty(),
          List.of(EnergyType.GRASS),
          Optional.empty(),
          Optional.empty());
    }
  }

  /** The first player's turn of that number. */
  static GameState board(RulesConfig rules, int turn, Side first, Side second) {
    var board =
        new Board(first.side(rules), second.side(rules), turn, Seat.FIRST, Optional.empty());
    return Boards.open(board, rules, CATALOG, SEED);
  }

  /** A plain one, under the standard rules: the first player's turn, a mole before a mole each. */
  static GameState moles() {
    var side = Side.of("mole").bench("mole");
    return board(Presets.STANDARD, 3, side, side);
  }
}

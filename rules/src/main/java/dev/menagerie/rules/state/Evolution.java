package dev.menagerie.rules.state;

/** Applies events to a table. It decides nothing and refuses nothing: an event has happened. */
final class Evolution {
  private Evolution() {}

  static void apply(Table table, Event event) {
    if (table.derived != null && (table.derived.forNow() || changesWhatIsInForce(table, event))) {
      table.derived = null;
    }
    switch (event) {
      // The most frequent first: such a switch tries one case after the other.
      case Event.CommandCounted e ->
          table.activity = table.activity.counted(e.number(), e.byPlayer());
      case Event.ClockChanged e -> TurnEvents.clockChanged(table, e);
      case Event.ControlChanged e -> TurnEvents.controlChanged(table, e);
      case Event.ChoiceMade _ -> table.pending = null;
      case Event.PhaseBegan e -> table.phase = e.phase();
      case Event.CardsDrawn e ->
          CardChanges.moveAll(table, e.seat(), Pile.DECK, Pile.HAND, e.cards());
      case Event.CardsMoved e -> CardChanges.moved(table, e);
      case Event.EnergyAttached e -> PokemonChanges.energyAttached(table, e);
      case Event.DamageDealt e -> PokemonChanges.edit(table, e.serial()).damage += e.amount();
      case Event.TurnBegan e -> TurnEvents.turnBegan(table, e);
      case Event.TurnEnded e -> TurnEvents.turnEnded(table, e);
      case Event.FirstFlipped _, Event.FirstChosen _ -> {}
      case Event.MulliganTaken e -> TurnEvents.mulligan(table, e);
      case Event.PlacingBegan e -> table.placing = e.seat().index();
      case Event.Placed e -> PokemonChanges.placed(table, e);
      case Event.PrizesSet e ->
          CardChanges.moveAll(table, e.seat(), Pile.DECK, Pile.PRIZES, e.cards());
      case Event.Revealed _ -> table.revealed = true;
      case Event.GameBegan e -> TurnEvents.gameBegan(table, e);
      case Event.SuddenDeathBegan e -> TurnEvents.suddenDeath(table, e);
      case Event.DeckShuffled e -> CardChanges.shuffled(table, e);
      case Event.CardsRevealed _, Event.CardsLookedAt _ -> {}
      case Event.PrizeTaken e -> TurnEvents.prizeTaken(table, e);
      case Event.PointsScored e -> table.side(e.seat()).points += e.points();
      case Event.PokemonPlayed e ->
          PokemonChanges.entered(table, e.seat(), Pile.HAND, e.card(), e.serial());
      case Event.PokemonBenched e ->
          PokemonChanges.entered(table, e.seat(), e.from(), e.card(), e.serial());
      case Event.Evolved e -> PokemonChanges.evolved(table, e);
      case Event.Devolved e -> PokemonChanges.devolved(table, e);
      case Event.LeftPlay e -> PokemonChanges.leftPlay(table, e);
      case Event.ActiveChanged e -> PokemonChanges.activeChanged(table, e);
      case Event.Retreated e -> TurnEvents.retreated(table, e);
      case Event.Doomed e -> PokemonChanges.edit(table, e.serial()).doomed = true;
      case Event.EnergyGenerated e -> PokemonChanges.energyGenerated(table, e);
      case Event.ZoneTurned e -> TurnEvents.zoneTurned(table, e);
      case Event.EnergyFlipped e ->
          CardChanges.move(table, e.seat(), Pile.ENERGY_DECK, Pile.FLIPPED, e.card());
      case Event.EnergyMoved e -> PokemonChanges.energyMoved(table, e);
      case Event.ToolAttached e -> PokemonChanges.toolAttached(table, e);
      case Event.Detached e -> PokemonChanges.detached(table, e);
      case Event.TrainerPlayed e -> TurnEvents.trainerPlayed(table, e);
      case Event.StadiumPlayed e -> TurnEvents.stadiumPlayed(table, e);
      case Event.StadiumLeft e -> TurnEvents.stadiumLeft(table, e);
      case Event.AbilityUsed e -> PokemonChanges.abilityUsed(table, e);
      case Event.AttackUsed _, Event.AttackFailed _, Event.CoinFlipped _ -> {}
      case Event.CountersPlaced e ->
          PokemonChanges.edit(table, e.serial()).damage += 10 * e.counters();
      case Event.Healed e -> PokemonChanges.edit(table, e.serial()).damage -= e.amount();
      case Event.ConditionApplied e -> PokemonChanges.conditionApplied(table, e);
      case Event.ConditionEnded e -> PokemonChanges.conditionEnded(table, e);
      case Event.EffectBegan e -> TurnEvents.effectBegan(table, e);
      case Event.EffectDelayed e -> TurnEvents.effectDelayed(table, e);
      case Event.DelayedCame e -> TurnEvents.delayedCame(table, e);
      case Event.Allowed e -> TurnEvents.allowed(table, e);
      case Event.TimedOut e -> table.side(e.seat()).timeouts = e.used();
      case Event.TurnExpired e -> table.clock = table.clock.expired(e.expired());
      case Event.GraceGranted e -> table.clock = table.clock.graced(e.seat());
      case Event.PlayerLeft e -> table.clock = table.clock.left(e.seat());
      case Event.PlayerReturned e -> table.clock = table.clock.returned(e.seat());
      case Event.ClaimOpened e -> table.clock = table.clock.gone(e.seat());
      case Event.GameEnded e -> TurnEvents.gameEnded(table, e);
    }
  }

  /**
   * Whether the event may change the set of continuous effects. Their targets are evaluated each
   * time anyway.
   */
  private static boolean changesWhatIsInForce(Table table, Event event) {
    return switch (event) {
      case Event.CommandCounted _,
          Event.ClockChanged _,
          Event.ControlChanged _,
          Event.ChoiceMade _,
          Event.PhaseBegan _,
          Event.CardsDrawn _,
          Event.CardsMoved _,
          Event.DamageDealt _ ->
          false;
      case Event.SuddenDeathBegan _,
          Event.Placed _,
          Event.TurnBegan _,
          Event.TurnEnded _,
          Event.PokemonPlayed _,
          Event.PokemonBenched _,
          Event.Evolved _,
          Event.Devolved _,
          Event.LeftPlay _,
          Event.ActiveChanged _,
          Event.EnergyMoved _,
          Event.ToolAttached _,
          Event.Detached _,
          Event.StadiumPlayed _,
          Event.StadiumLeft _,
          Event.EffectBegan _ ->
          true;
      case Event.EnergyAttached e -> table.face(Ref.instance(e.card())).continuous;
      case Event.EnergyGenerated e -> table.cards.face(e.definition()).continuous;
      case Event.FirstFlipped _,
          Event.FirstChosen _,
          Event.MulliganTaken _,
          Event.PlacingBegan _,
          Event.PrizesSet _,
          Event.Revealed _,
          Event.GameBegan _,
          Event.DeckShuffled _,
          Event.CardsRevealed _,
          Event.CardsLookedAt _,
          Event.PrizeTaken _,
          Event.PointsScored _,
          Event.Retreated _,
          Event.Doomed _,
          Event.ZoneTurned _,
          Event.EnergyFlipped _,
          Event.TrainerPlayed _,
          Event.AbilityUsed _,
          Event.AttackUsed _,
          Event.AttackFailed _,
          Event.CoinFlipped _,
          Event.CountersPlaced _,
          Event.Healed _,
          Event.ConditionApplied _,
          Event.ConditionEnded _,
          Event.EffectDelayed _,
          Event.DelayedCame _,
          Event.Allowed _,
          Event.TimedOut _,
          Event.TurnExpired _,
          Event.GraceGranted _,
          Event.PlayerLeft _,
          Event.PlayerReturned _,
          Event.ClaimOpened _,
          Event.GameEnded _ ->
          false;
    };
  }
}

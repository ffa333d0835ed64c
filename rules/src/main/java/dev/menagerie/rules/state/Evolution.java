package dev.menagerie.rules.state;

/** Applies events to a table. It decides nothing and refuses nothing: an event has happened. */
final class Evolution {
  private Evolution() {}

  static void apply(Table t, Event event) {
    if (t.derived != null && (t.derived.forNow() || changesWhatIsInForce(t, event))) {
      t.derived = null;
    }
    switch (event) {
      case Event.FirstFlipped _, Event.FirstChosen _ -> {}
      case Event.MulliganTaken e -> CourseChanges.mulligan(t, e);
      case Event.PlacingBegan e -> t.placing = e.seat().index();
      case Event.Placed e -> PokemonChanges.placed(t, e);
      case Event.PrizesSet e -> CardChanges.moveAll(t, e.seat(), Pile.DECK, Pile.PRIZES, e.cards());
      case Event.Revealed _ -> t.revealed = true;
      case Event.GameBegan e -> CourseChanges.gameBegan(t, e);
      case Event.SuddenDeathBegan e -> CourseChanges.suddenDeath(t, e);
      case Event.TurnBegan e -> CourseChanges.turnBegan(t, e);
      case Event.PhaseBegan e -> t.phase = e.phase();
      case Event.TurnEnded e ->
          CourseChanges.keepLasting(t, lasting -> lasting.until() > e.number());
      case Event.DeckShuffled e -> CardChanges.shuffled(t, e);
      case Event.CardsDrawn e -> CardChanges.moveAll(t, e.seat(), Pile.DECK, Pile.HAND, e.cards());
      case Event.CardsMoved e -> CardChanges.moved(t, e);
      case Event.CardsRevealed _, Event.CardsLookedAt _ -> {}
      case Event.PrizeTaken e -> CourseChanges.prizeTaken(t, e);
      case Event.PointsScored e -> t.side(e.seat()).points += e.points();
      case Event.PokemonPlayed e ->
          PokemonChanges.entered(t, e.seat(), Pile.HAND, e.card(), e.serial());
      case Event.PokemonBenched e ->
          PokemonChanges.entered(t, e.seat(), e.from(), e.card(), e.serial());
      case Event.Evolved e -> PokemonChanges.evolved(t, e);
      case Event.Devolved e -> PokemonChanges.devolved(t, e);
      case Event.LeftPlay e -> PokemonChanges.leftPlay(t, e);
      case Event.ActiveChanged e -> PokemonChanges.activeChanged(t, e);
      case Event.Retreated e -> CourseChanges.retreated(t, e);
      case Event.Doomed e -> PokemonChanges.edit(t, e.serial()).doomed = true;
      case Event.EnergyAttached e -> PokemonChanges.energyAttached(t, e);
      case Event.EnergyGenerated e -> PokemonChanges.energyGenerated(t, e);
      case Event.ZoneTurned e -> CourseChanges.zoneTurned(t, e);
      case Event.EnergyFlipped e ->
          CardChanges.move(t, e.seat(), Pile.ENERGY_DECK, Pile.FLIPPED, e.card());
      case Event.EnergyMoved e -> PokemonChanges.energyMoved(t, e);
      case Event.ToolAttached e -> PokemonChanges.toolAttached(t, e);
      case Event.Detached e -> PokemonChanges.detached(t, e);
      case Event.TrainerPlayed e -> CourseChanges.trainerPlayed(t, e);
      case Event.StadiumPlayed e -> CourseChanges.stadiumPlayed(t, e);
      case Event.StadiumLeft e -> CourseChanges.stadiumLeft(t, e);
      case Event.AbilityUsed e -> PokemonChanges.abilityUsed(t, e);
      case Event.AttackUsed _, Event.AttackFailed _, Event.CoinFlipped _ -> {}
      case Event.DamageDealt e -> PokemonChanges.edit(t, e.serial()).damage += e.amount();
      case Event.CountersPlaced e -> PokemonChanges.edit(t, e.serial()).damage += 10 * e.counters();
      case Event.Healed e -> PokemonChanges.edit(t, e.serial()).damage -= e.amount();
      case Event.ConditionApplied e -> PokemonChanges.conditionApplied(t, e);
      case Event.ConditionEnded e -> PokemonChanges.conditionEnded(t, e);
      case Event.EffectBegan e -> CourseChanges.effectBegan(t, e);
      case Event.EffectDelayed e -> CourseChanges.effectDelayed(t, e);
      case Event.DelayedCame e -> CourseChanges.delayedCame(t, e);
      case Event.Allowed e -> CourseChanges.allowed(t, e);
      case Event.ChoiceMade _ -> t.pending = null;
      case Event.ControlChanged e -> CourseChanges.controlChanged(t, e);
      case Event.ClockChanged e -> CourseChanges.clockChanged(t, e);
      case Event.TimedOut e -> t.side(e.seat()).timeouts = e.used();
      case Event.TurnExpired e -> t.expired = e.expired();
      case Event.GraceGranted e -> t.graceUsed |= 1 << e.seat().index();
      case Event.GameEnded e -> CourseChanges.gameEnded(t, e);
    }
  }

  /**
   * Whether something continuously true may come or go with the event. Whom it touches is asked
   * anew each time anyway.
   */
  private static boolean changesWhatIsInForce(Table t, Event event) {
    return switch (event) {
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
      case Event.EnergyAttached e -> t.face(Ref.instance(e.card())).continuous;
      case Event.EnergyGenerated e -> t.cards.face(e.definition()).continuous;
      case Event.FirstFlipped _,
          Event.FirstChosen _,
          Event.MulliganTaken _,
          Event.PlacingBegan _,
          Event.PrizesSet _,
          Event.Revealed _,
          Event.GameBegan _,
          Event.PhaseBegan _,
          Event.DeckShuffled _,
          Event.CardsDrawn _,
          Event.CardsMoved _,
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
          Event.DamageDealt _,
          Event.CountersPlaced _,
          Event.Healed _,
          Event.ConditionApplied _,
          Event.ConditionEnded _,
          Event.EffectDelayed _,
          Event.DelayedCame _,
          Event.Allowed _,
          Event.ChoiceMade _,
          Event.ControlChanged _,
          Event.ClockChanged _,
          Event.TimedOut _,
          Event.TurnExpired _,
          Event.GraceGranted _,
          Event.GameEnded _ ->
          false;
    };
  }
}

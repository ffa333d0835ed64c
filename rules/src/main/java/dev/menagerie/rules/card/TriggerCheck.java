package dev.menagerie.rules.card;

/** Finds questions in triggers that cannot be meant. */
final class TriggerCheck {
  private TriggerCheck() {}

  /** Checks the filter of a trigger that has one. */
  static void check(QuestionCheck ask, String path, Trigger trigger) {
    switch (trigger) {
      case Trigger.EnergyAttached on -> ask.filter(path + ".where", on.where());
      case Trigger.SomeKnockedOut on -> ask.filter(path + ".where", on.where());
      case Trigger.SomeAttached on -> ask.filter(path + ".where", on.where());
      case Trigger.SomeBenched on -> ask.filter(path + ".where", on.where());
      case Trigger.SomeEvolved on -> ask.filter(path + ".where", on.where());
      case Trigger.SomePlayed on -> ask.filter(path + ".where", on.where());
      case Trigger.PlayedToBench _,
          Trigger.Evolves _,
          Trigger.BecomesActive _,
          Trigger.Damaged _,
          Trigger.KnockedOut _,
          Trigger.Checkup _,
          Trigger.TurnStart _,
          Trigger.TurnEnd _,
          Trigger.Attacked _ -> {}
    }
  }
}

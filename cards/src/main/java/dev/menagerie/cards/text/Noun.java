package dev.menagerie.cards.text;

import java.util.ArrayList;
import java.util.List;

/** A noun with the words before and after it, in singular and plural. */
record Noun(List<String> before, String one, String many, List<String> behind) {
  static final Noun POKEMON = plain("Pokémon", "Pokémon");
  static final Noun CARD = plain("card", "cards");
  static final Noun ENERGY = plain("energy", "energy");
  static final Noun DAMAGE = plain("damage", "damage");
  static final Noun COUNTER = plain("damage counter", "damage counters");
  static final Noun COIN = plain("coin", "coins");
  static final Noun PRIZE = plain("prize card", "prize cards");

  private static final String VOWELS = "aeiouAEIO";

  static Noun plain(String one, String many) {
    return new Noun(List.of(), one, many, List.of());
  }

  Noun headed(String newOne, String newMany) {
    return new Noun(before, newOne, newMany, behind);
  }

  Noun after(String adjective) {
    List<String> more = new ArrayList<>(before);
    more.add(adjective);
    return new Noun(more, one, many, behind);
  }

  Noun followedBy(String clause) {
    List<String> more = new ArrayList<>(behind);
    more.add(clause);
    return new Noun(before, one, many, more);
  }

  String singular() {
    return built(one);
  }

  String plural() {
    return built(many);
  }

  String counted(int count) {
    return count + " " + (count == 1 ? singular() : plural());
  }

  String withArticle() {
    String text = singular();
    return (VOWELS.indexOf(text.charAt(0)) >= 0 ? "an " : "a ") + text;
  }

  private String built(String head) {
    List<String> words = new ArrayList<>(before);
    words.add(head);
    String front = String.join(" ", words);
    return behind.isEmpty() ? front : front + " " + String.join(" and ", behind);
  }
}

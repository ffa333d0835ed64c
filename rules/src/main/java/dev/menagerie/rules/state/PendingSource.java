package dev.menagerie.rules.state;

/**
 * The text that a question comes from.
 *
 * @param card number of the card's definition
 * @param program which of its programs asks: attacks first, then abilities, then what it does when
 *     it is played
 */
public record PendingSource(int card, int program) {}

package dev.menagerie.rules.state;

import java.util.ArrayList;
import java.util.List;

/** Reads the numbers and words of a snapshot one after the other. */
final class SnapshotCursor {
  private final int[] numbers;
  private final List<String> words;
  private final boolean isFormer;
  private int next;
  private int nextWord;

  SnapshotCursor(Snapshot snapshot) {
    this.numbers = Ints.array(snapshot.numbers());
    this.words = snapshot.words();
    this.isFormer = snapshot.format() == Snapshot.FORMER_FORMAT;
  }

  /** Whether the snapshot has the format of the build before. */
  boolean isFormer() {
    return isFormer;
  }

  /** The next number. */
  int number() {
    return numbers[next++];
  }

  /** A number that the former format does not have; there it is 0. */
  int newNumber() {
    return isFormer ? 0 : number();
  }

  /** The next number as yes or no. */
  boolean flag() {
    return number() == 1;
  }

  /** The next row of numbers, after its length. */
  int[] row() {
    int[] row = new int[number()];
    for (int i = 0; i < row.length; i++) {
      row[i] = number();
    }
    return row;
  }

  /** {@link #row} as a list. */
  List<Integer> list() {
    return Ints.list(row());
  }

  /** The next word. */
  String word() {
    return words.get(nextWord++);
  }

  /** The next {@code count} words. */
  List<String> words(int count) {
    List<String> taken = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      taken.add(word());
    }
    return List.copyOf(taken);
  }
}

package dev.menagerie.rules.state;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.RandomAccess;

/** Small arrays of numbers that are never changed in place, only replaced. */
public final class Ints {
  public static final int[] NONE = new int[0];

  private Ints() {}

  /** A copy with a value appended. */
  public static int[] with(int[] array, int value) {
    int[] next = Arrays.copyOf(array, array.length + 1);
    next[array.length] = value;
    return next;
  }

  /** A copy with values appended. */
  public static int[] withAll(int[] array, int... values) {
    int[] next = Arrays.copyOf(array, array.length + values.length);
    System.arraycopy(values, 0, next, array.length, values.length);
    return next;
  }

  /** A copy with a value in front. */
  public static int[] withFirst(int[] array, int value) {
    int[] next = new int[array.length + 1];
    next[0] = value;
    System.arraycopy(array, 0, next, 1, array.length);
    return next;
  }

  /** Without the first place that holds the value; unchanged if none does. */
  public static int[] without(int[] array, int value) {
    int at = indexOf(array, value);
    return at < 0 ? array : withoutIndex(array, at);
  }

  /** A copy without the element at an index. */
  public static int[] withoutIndex(int[] array, int at) {
    int[] next = new int[array.length - 1];
    System.arraycopy(array, 0, next, 0, at);
    System.arraycopy(array, at + 1, next, at, array.length - at - 1);
    return next;
  }

  /** Without any of the values, which it holds once each at most. */
  public static int[] withoutAll(int[] array, int[] values) {
    int[] left = array;
    for (int value : values) {
      left = without(left, value);
    }
    return left;
  }

  /** A copy in reverse order. */
  public static int[] reversed(int[] array) {
    int[] reversed = new int[array.length];
    for (int i = 0; i < array.length; i++) {
      reversed[array.length - 1 - i] = array[i];
    }
    return reversed;
  }

  /** The first index of a value, or -1. */
  public static int indexOf(int[] array, int value) {
    for (int i = 0; i < array.length; i++) {
      if (array[i] == value) {
        return i;
      }
    }
    return -1;
  }

  /** Whether an array has a value. */
  public static boolean contains(int[] array, int value) {
    return indexOf(array, value) >= 0;
  }

  /** The array as a list; the array must not change afterwards. */
  public static List<Integer> list(int... array) {
    return array.length == 0 ? List.of() : new View(array);
  }

  /** A list as an array. */
  public static int[] array(List<Integer> list) {
    if (list instanceof View view) {
      return view.array;
    }
    int[] array = new int[list.size()];
    for (int i = 0; i < array.length; i++) {
      array[i] = list.get(i);
    }
    return array;
  }

  private static final class View extends AbstractList<Integer> implements RandomAccess {
    private final int[] array;

    View(int[] array) {
      this.array = array;
    }

    @Override
    public Integer get(int index) {
      return array[index];
    }

    @Override
    public int size() {
      return array.length;
    }
  }
}

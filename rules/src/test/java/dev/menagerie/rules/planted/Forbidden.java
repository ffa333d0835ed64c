package dev.menagerie.rules.planted;

import java.io.File;
import java.time.Instant;
import java.util.Random;

/** Everything the rules may not do, so that a test can see the ban list bite. */
final class Forbidden {
  private Forbidden() {}

  static int ownRandomness() {
    return new Random(1).nextInt();
  }

  static Instant clock() {
    return Instant.now();
  }

  static boolean file() {
    return new File("x").exists();
  }

  static void thread() {
    Thread.onSpinWait();
  }

  static void print() {
    System.out.println("x");
  }
}

package dev.menagerie.rules.hash;

/** SipHash-2-4 of one 64-bit word: a keyed hash made for short inputs. */
public final class SipHash {
  private static final int INPUT_ROUNDS = 2;
  private static final int FINAL_ROUNDS = 4;
  private static final long LENGTH_BYTE = 8L << 56;

  private long a;
  private long b;
  private long c;
  private long d;

  private SipHash(long high, long low) {
    // The algorithm's constants: "somepseudorandomlygeneratedbytes".
    a = low ^ 0x736f6d6570736575L;
    b = high ^ 0x646f72616e646f6dL;
    c = low ^ 0x6c7967656e657261L;
    d = high ^ 0x7465646279746573L;
  }

  /**
   * The hash of a word.
   *
   * @param high the upper half of the key
   * @param low its lower half
   */
  public static long of(long high, long low, long word) {
    SipHash hash = new SipHash(high, low);
    hash.add(word);
    hash.add(LENGTH_BYTE);
    hash.c ^= 0xff;
    hash.rounds(FINAL_ROUNDS);
    return hash.a ^ hash.b ^ hash.c ^ hash.d;
  }

  private void add(long word) {
    d ^= word;
    rounds(INPUT_ROUNDS);
    a ^= word;
  }

  private void rounds(int rounds) {
    for (int i = 0; i < rounds; i++) {
      a += b;
      c += d;
      b = Long.rotateLeft(b, 13) ^ a;
      d = Long.rotateLeft(d, 16) ^ c;
      a = Long.rotateLeft(a, 32);
      c += b;
      a += d;
      b = Long.rotateLeft(b, 17) ^ c;
      d = Long.rotateLeft(d, 21) ^ a;
      c = Long.rotateLeft(c, 32);
    }
  }
}

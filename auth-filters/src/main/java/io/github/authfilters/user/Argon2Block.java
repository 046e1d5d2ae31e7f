package io.github.authfilters.user;

/** The compression function G of Argon2 (RFC 9106, sections 3.5 and 3.6). */
final class Argon2Block {

  private static final int WORDS = 128;

  private Argon2Block() {}

  /** Mixes two blocks into a third; {@code onto} keeps what was there, by XOR. */
  static void fill(long[] left, long[] right, long[] result, long[] scratch, boolean onto) {
    for (int i = 0; i < WORDS; i++) {
      long mixed = left[i] ^ right[i];
      scratch[i] = mixed;
      result[i] = onto ? result[i] ^ mixed : mixed;
    }
    for (int row = 0; row < 8; row++) {
      permute(scratch, 16 * row, 2);
    }
    for (int column = 0; column < 8; column++) {
      permute(scratch, 2 * column, 16);
    }
    for (int i = 0; i < WORDS; i++) {
      result[i] ^= scratch[i];
    }
  }

  /** P on eight registers of two words each, {@code step} words apart. */
  private static void permute(long[] v, int start, int step) {
    int a = start;
    int b = a + 2 * step;
    int c = b + 2 * step;
    int d = c + 2 * step;
    int next = step;
    mix(v, a, b, c, d);
    mix(v, a + 1, b + 1, c + 1, d + 1);
    mix(v, a + next, b + next, c + next, d + next);
    mix(v, a + next + 1, b + next + 1, c + next + 1, d + next + 1);
    mix(v, a, b + 1, c + next, d + next + 1);
    mix(v, a + 1, b + next, c + next + 1, d);
    mix(v, a + next, b + next + 1, c, d + 1);
    mix(v, a + next + 1, b, c + 1, d + next);
  }

  private static void mix(long[] v, int ia, int ib, int ic, int id) {
    long a = v[ia];
    long b = v[ib];
    long c = v[ic];
    long d = v[id];
    a = multiplyAdd(a, b);
    d = Long.rotateRight(d ^ a, 32);
    c = multiplyAdd(c, d);
    b = Long.rotateRight(b ^ c, 24);
    a = multiplyAdd(a, b);
    d = Long.rotateRight(d ^ a, 16);
    c = multiplyAdd(c, d);
    b = Long.rotateRight(b ^ c, 63);
    v[ia] = a;
    v[ib] = b;
    v[ic] = c;
    v[id] = d;
  }

  private static long multiplyAdd(long x, long y) {
    return x + y + 2 * (x & 0xffffffffL) * (y & 0xffffffffL);
  }
}

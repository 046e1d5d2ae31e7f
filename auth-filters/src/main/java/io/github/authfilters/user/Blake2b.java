package io.github.authfilters.user;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/** The hash that Argon2id is built on: BLAKE2b without a key (RFC 7693). */
final class Blake2b {

  private static final int BLOCK = 128;
  private static final long[] IV = {
    0x6a09e667f3bcc908L, 0xbb67ae8584caa73bL, 0x3c6ef372fe94f82bL, 0xa54ff53a5f1d36f1L,
    0x510e527fade682d1L, 0x9b05688c2b3e6c1fL, 0x1f83d9abfb41bd6bL, 0x5be0cd19137e2179L
  };
  // RFC 7693, section 2.7, one digit for a word.
  private static final String[] SIGMA = {
    "0123456789abcdef", "ea489fd61c02b753", "b8c052fdae367194", "7931dcbe265a40f8",
    "905724afe1bc683d", "2c6a0b834d75fe19", "c51fed4a0763928b", "db7ec13950f4862a",
    "6fe9b308c2d714a5", "a2847615fb9e3cd0"
  };
  private static final int ROUNDS = 12;

  private Blake2b() {}

  /** The digest, 1 to 64 bytes long, of all parts one after the other. */
  static byte[] digest(int length, byte[]... parts) {
    byte[] input = joined(parts);
    long[] state = IV.clone();
    state[0] ^= 0x01010000L ^ length;
    int offset = 0;
    while (input.length - offset > BLOCK) {
      offset += BLOCK;
      compress(state, ByteBuffer.wrap(input, offset - BLOCK, BLOCK), offset, false);
    }
    byte[] last = Arrays.copyOf(Arrays.copyOfRange(input, offset, input.length), BLOCK);
    compress(state, ByteBuffer.wrap(last), input.length, true);
    ByteBuffer digest = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
    digest.asLongBuffer().put(state);
    return Arrays.copyOf(digest.array(), length);
  }

  private static byte[] joined(byte[]... parts) {
    ByteBuffer all = ByteBuffer.allocate(Arrays.stream(parts).mapToInt(part -> part.length).sum());
    for (byte[] part : parts) {
      all.put(part);
    }
    return all.array();
  }

  private static void compress(long[] state, ByteBuffer block, long hashed, boolean last) {
    long[] words = new long[16];
    block.order(ByteOrder.LITTLE_ENDIAN).asLongBuffer().get(words);
    long[] v = Arrays.copyOf(state, 16);
    System.arraycopy(IV, 0, v, 8, 8);
    v[12] ^= hashed;
    v[14] ^= last ? -1L : 0L;
    for (int round = 0; round < ROUNDS; round++) {
      mix(v, words, SIGMA[round % SIGMA.length]);
    }
    for (int i = 0; i < 8; i++) {
      state[i] ^= v[i] ^ v[i + 8];
    }
  }

  private static void mix(long[] v, long[] words, String sigma) {
    for (int i = 0; i < 8; i++) {
      int column = i % 4;
      int shift = i / 4; // 0 for the columns, 1 for the diagonals
      int b = 4 + (column + shift) % 4;
      int c = 8 + (column + 2 * shift) % 4;
      int d = 12 + (column + 3 * shift) % 4;
      long x = words[Character.digit(sigma.charAt(2 * i), 16)];
      long y = words[Character.digit(sigma.charAt(2 * i + 1), 16)];
      v[column] += v[b] + x;
      v[d] = Long.rotateRight(v[d] ^ v[column], 32);
      v[c] += v[d];
      v[b] = Long.rotateRight(v[b] ^ v[c], 24);
      v[column] += v[b] + y;
      v[d] = Long.rotateRight(v[d] ^ v[column], 16);
      v[c] += v[d];
      v[b] = Long.rotateRight(v[b] ^ v[c], 63);
    }
  }
}

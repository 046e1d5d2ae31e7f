package io.github.authfilters.user;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Argon2id, version 19 (RFC 9106), in the calling thread.
 *
 * <p>The usual library keeps the memory of every parameter set for good, and starts a pool and a
 * shutdown hook for each, which hold the web application's class loader after it was undeployed.
 * This one leaves nothing behind; the tests compare it with that library and with the reference.
 *
 * @param memory in KiB
 * @param passes over that memory
 * @param lanes computed one after the other: more lanes change the hash but not the time
 */
record Argon2id(int memory, int passes, int lanes) {

  private static final int VERSION = 19;
  private static final int TYPE_ID = 2;
  private static final int SLICES = 4;
  private static final int WORDS = 128;

  byte[] hash(byte[] password, byte[] salt, int length) {
    byte[] none = le32(0);
    byte[] seed =
        Blake2b.digest(
            64,
            le32(lanes, length, memory, passes, VERSION, TYPE_ID),
            le32(password.length),
            password,
            le32(salt.length),
            salt,
            none,
            none);
    Memory blocks = new Memory(memory / (SLICES * lanes));
    for (int lane = 0; lane < lanes; lane++) {
      blocks.put(lane, 0, longHash(1024, seed, le32(0, lane)));
      blocks.put(lane, 1, longHash(1024, seed, le32(1, lane)));
    }
    for (int pass = 0; pass < passes; pass++) {
      for (int slice = 0; slice < SLICES; slice++) {
        for (int lane = 0; lane < lanes; lane++) {
          blocks.fill(pass, slice, lane);
        }
      }
    }
    return longHash(length, blocks.last());
  }

  /** H' of RFC 9106, section 3.3. */
  private static byte[] longHash(int length, byte[]... parts) {
    byte[][] input = new byte[parts.length + 1][];
    input[0] = le32(length);
    System.arraycopy(parts, 0, input, 1, parts.length);
    if (length <= 64) {
      return Blake2b.digest(length, input);
    }
    ByteBuffer result = ByteBuffer.allocate(length);
    byte[] v = Blake2b.digest(64, input);
    while (result.remaining() > 64) {
      result.put(v, 0, 32);
      v = Blake2b.digest(Math.min(64, result.remaining()), v);
    }
    return result.put(v).array();
  }

  private static byte[] le32(int... numbers) {
    ByteBuffer bytes =
        ByteBuffer.allocate(Integer.BYTES * numbers.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asIntBuffer().put(numbers);
    return bytes.array();
  }

  /** The matrix B of RFC 9106, section 3.2: a row for each lane, blocks of 1 KiB. */
  private final class Memory {

    private final int segment;
    private final int columns;
    private final long[][] blocks;

    Memory(int segment) {
      this.segment = segment;
      this.columns = segment * SLICES;
      this.blocks = new long[columns * lanes][WORDS];
    }

    void put(int lane, int column, byte[] block) {
      ByteBuffer.wrap(block)
          .order(ByteOrder.LITTLE_ENDIAN)
          .asLongBuffer()
          .get(blocks[lane * columns + column]);
    }

    void fill(int pass, int slice, int lane) {
      boolean independent = pass == 0 && slice < SLICES / 2;
      long[] input = {pass, lane, slice, blocks.length, passes, TYPE_ID, 0};
      long[] counter = Arrays.copyOf(input, WORDS);
      long[] addresses = new long[WORDS];
      long[] scratch = new long[WORDS];
      int first = pass == 0 && slice == 0 ? 2 : 0;
      for (int i = first; i < segment; i++) {
        int column = slice * segment + i;
        long[] previous = blocks[lane * columns + (column == 0 ? columns : column) - 1];
        if (independent && (i == first || i % WORDS == 0)) {
          nextAddresses(counter, addresses, scratch);
        }
        long random = independent ? addresses[i % WORDS] : previous[0];
        int reference = reference(pass, slice, lane, i, random);
        Argon2Block.fill(
            previous, blocks[reference], blocks[lane * columns + column], scratch, pass > 0);
      }
    }

    private void nextAddresses(long[] counter, long[] addresses, long[] scratch) {
      long[] zero = new long[WORDS];
      counter[6]++;
      Argon2Block.fill(zero, counter, addresses, scratch, false);
      Argon2Block.fill(zero, addresses, addresses, scratch, false);
    }

    /** RFC 9106, section 3.4.2: which block is mixed in. */
    private int reference(int pass, int slice, int lane, int i, long random) {
      int from = pass == 0 && slice == 0 ? lane : (int) ((random >>> 32) % lanes);
      int finished = pass == 0 ? slice * segment : columns - segment;
      int area = from == lane ? finished + i - 1 : finished - (i == 0 ? 1 : 0);
      long j1 = random & 0xffffffffL;
      long x = (j1 * j1) >>> 32;
      int back = (int) ((area * x) >>> 32);
      int start = pass == 0 ? 0 : (slice + 1) * segment;
      return from * columns + (start + area - 1 - back) % columns;
    }

    byte[] last() {
      long[] sum = new long[WORDS];
      for (int lane = 0; lane < lanes; lane++) {
        long[] block = blocks[lane * columns + columns - 1];
        Arrays.setAll(sum, word -> sum[word] ^ block[word]);
      }
      ByteBuffer bytes = ByteBuffer.allocate(1024).order(ByteOrder.LITTLE_ENDIAN);
      bytes.asLongBuffer().put(sum);
      return bytes.array();
    }
  }
}

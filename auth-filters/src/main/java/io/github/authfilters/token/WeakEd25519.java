package io.github.authfilters.token;

import java.math.BigInteger;
import java.util.Set;

/**
 * Refuses public keys for Ed25519 under which anybody can sign: the points of small order, however
 * they are written, and with them all that isn't written as RFC 8032, section 5.1.3, has it.
 */
final class WeakEd25519 {

  private static final BigInteger PRIME =
      BigInteger.ONE.shiftLeft(255).subtract(BigInteger.valueOf(19));

  /** The ordinate of two of the four points of order eight. */
  private static final BigInteger OF_ORDER_EIGHT =
      new BigInteger("7a03ac9277fdc74ec6cc392cfa53202a0f67100d760b3cba4fd84d3d706a17c7", 16);

  /** Each with both signs of the other coordinate: the points of orders four, one, two, eight. */
  private static final Set<BigInteger> OF_SMALL_ORDER =
      Set.of(
          BigInteger.ZERO,
          BigInteger.ONE,
          PRIME.subtract(BigInteger.ONE),
          OF_ORDER_EIGHT,
          PRIME.subtract(OF_ORDER_EIGHT));

  private WeakEd25519() {}

  /**
   * @param encoded 32 bytes, the least first; the highest bit is the sign of the other coordinate
   */
  static void check(byte[] encoded) throws UnusableKeyException {
    byte[] bigEndian = new byte[encoded.length];
    for (int i = 0; i < encoded.length; i++) {
      bigEndian[i] = encoded[encoded.length - 1 - i];
    }
    BigInteger ordinate = new BigInteger(1, bigEndian).clearBit(255);
    if (ordinate.compareTo(PRIME) >= 0 || OF_SMALL_ORDER.contains(ordinate)) {
      throw new UnusableKeyException(
          "the Ed25519 key is one under which anybody can sign, or not written as RFC 8032 has it;"
              + " make a new one, e.g. openssl genpkey -algorithm ed25519");
    }
  }
}

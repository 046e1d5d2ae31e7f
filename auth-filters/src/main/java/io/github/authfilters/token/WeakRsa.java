package io.github.authfilters.token;

import java.math.BigInteger;
import java.util.BitSet;
import java.util.stream.IntStream;

/** The RSA keys that others can break, or that cost too much to check. */
final class WeakRsa {

  private static final int MIN_BITS = 2048;
  private static final int MAX_BITS = 8192;

  /** The JDK's own limit for its larger keys; anything in use has 17 bits. */
  private static final int MAX_EXPONENT_BITS = 64;

  /** What the generator of CVE-2017-15361 ("ROCA") makes its primes from. */
  private static final int ROCA_GENERATOR = 65_537;

  private static final int ROCA_LARGEST_PRIME = 167;

  private WeakRsa() {}

  static void check(BigInteger modulus, BigInteger exponent) throws UnusableKeyException {
    if (modulus.bitLength() < MIN_BITS || modulus.bitLength() > MAX_BITS) {
      throw new UnusableKeyException(
          "an RSA key has 2048 to 8192 bits; make one with:"
              + " openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:3072");
    }
    if (exponent.bitLength() < 2
        || exponent.bitLength() > MAX_EXPONENT_BITS
        || !exponent.testBit(0)
        || !modulus.testBit(0)) {
      throw new UnusableKeyException(
          "an RSA key has an odd modulus and an odd public exponent of 3 to 64 bits, e.g. 65537");
    }
    if (isRoca(modulus)) {
      throw new UnusableKeyException(
          "this RSA key can be factored (CVE-2017-15361); make another one, by other hardware");
    }
  }

  /**
   * Modulo each small prime, such a modulus is a power of the generator. An honest one is that for
   * all these primes about once in 2^27.
   */
  private static boolean isRoca(BigInteger modulus) {
    return IntStream.rangeClosed(3, ROCA_LARGEST_PRIME)
        .filter(n -> BigInteger.valueOf(n).isProbablePrime(20))
        .allMatch(prime -> powers(prime).get(modulus.mod(BigInteger.valueOf(prime)).intValue()));
  }

  private static BitSet powers(int prime) {
    BitSet powers = new BitSet(prime);
    int power = 1;
    while (!powers.get(power)) {
      powers.set(power);
      power = power * (ROCA_GENERATOR % prime) % prime;
    }
    return powers;
  }
}

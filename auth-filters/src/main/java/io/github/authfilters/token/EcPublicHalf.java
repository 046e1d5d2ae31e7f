package io.github.authfilters.token;

import java.math.BigInteger;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.Optional;

/**
 * The public key that an EC private key in PKCS#8 may carry (RFC 5915, section 3), which the JDK
 * skips. Finds it in the encoding; computes nothing.
 */
final class EcPublicHalf {

  private static final int INTEGER = 0x02;
  private static final int BIT_STRING = 0x03;
  private static final int OCTET_STRING = 0x04;
  private static final int SEQUENCE = 0x30;
  private static final int PARAMETERS = 0xa0;
  private static final int PUBLIC_KEY = 0xa1;
  private static final int UNCOMPRESSED = 0x04;

  private EcPublicHalf() {}

  /** Empty where there is none, or one that isn't an uncompressed point. */
  static Optional<ECPublicKey> of(ECPrivateKey key, byte[] pkcs8) {
    try {
      byte[] point = point(ByteBuffer.wrap(pkcs8));
      int length = (key.getParams().getCurve().getField().getFieldSize() + 7) / 8;
      if (point.length != 1 + 2 * length || point[0] != UNCOMPRESSED) {
        return Optional.empty();
      }
      ECPoint w =
          new ECPoint(
              new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + length)),
              new BigInteger(1, Arrays.copyOfRange(point, 1 + length, point.length)));
      return Optional.of(
          (ECPublicKey)
              KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(w, key.getParams())));
    } catch (GeneralSecurityException | BufferUnderflowException notThere) {
      return Optional.empty();
    }
  }

  private static byte[] point(ByteBuffer pkcs8) throws GeneralSecurityException {
    ByteBuffer info = content(pkcs8, SEQUENCE);
    content(info, INTEGER);
    content(info, SEQUENCE);
    ByteBuffer key = content(content(info, OCTET_STRING), SEQUENCE);
    content(key, INTEGER);
    content(key, OCTET_STRING);
    if (key.hasRemaining() && Byte.toUnsignedInt(key.get(key.position())) == PARAMETERS) {
      content(key, PARAMETERS);
    }
    ByteBuffer bits = content(content(key, PUBLIC_KEY), BIT_STRING);
    if (bits.get() != 0) {
      throw new GeneralSecurityException("a point has whole bytes");
    }
    byte[] point = new byte[bits.remaining()];
    bits.get(point);
    return point;
  }

  /** The content of the next DER element, which has to be of the kind. */
  private static ByteBuffer content(ByteBuffer der, int tag) throws GeneralSecurityException {
    if (Byte.toUnsignedInt(der.get()) != tag) {
      throw new GeneralSecurityException("another element");
    }
    int length = length(der);
    if (length > der.remaining()) {
      throw new GeneralSecurityException("an element longer than its place");
    }
    ByteBuffer content = der.slice(der.position(), length);
    der.position(der.position() + length);
    return content;
  }

  /** Of one byte, or of one or two behind a byte that says so: no key here is longer. */
  private static int length(ByteBuffer der) throws GeneralSecurityException {
    int first = Byte.toUnsignedInt(der.get());
    if (first < 0x80) {
      return first;
    }
    return switch (first) {
      case 0x81 -> Byte.toUnsignedInt(der.get());
      case 0x82 -> Short.toUnsignedInt(der.getShort());
      default -> throw new GeneralSecurityException("a length out of range");
    };
  }
}

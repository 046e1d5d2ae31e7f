package io.github.authfilters.internal.http;

import io.github.authfilters.identity.Credentials;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Reads Basic credentials (RFC 7617), strictly. */
public final class BasicHeader {

  private BasicHeader() {}

  /** Empty where there are none and where they are not to the letter. */
  public static Optional<Credentials> read(HttpServletRequest request) {
    throw new UnsupportedOperationException();
  }
}

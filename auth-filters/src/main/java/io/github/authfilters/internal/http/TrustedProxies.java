package io.github.authfilters.internal.http;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Whose {@code Forwarded} and {@code X-Forwarded-*} fields are believed. */
public final class TrustedProxies {

  /** Addresses or CIDR blocks; IllegalArgumentException with the rule for an unusable one. */
  public TrustedProxies(List<String> blocks) {}

  /** Where the client stands and how it addressed us. */
  public ClientView view(HttpServletRequest request) {
    throw new UnsupportedOperationException();
  }
}

package io.github.authfilters.token;

/**
 * Says what is wrong with an issuer's answer, or that there is none; fit for the log, and so
 * without the queries of URLs.
 */
final class IssuerFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private final Kind kind;

  /** What a caller may make of a failure. */
  enum Kind {
    /** The server is well, and has no such thing. */
    ABSENT,
    /** The server is well, and doesn't take us for who we say we are. */
    REFUSED,
    TROUBLE
  }

  /** Takes no cause: its message may quote what a stranger sent. */
  IssuerFailure(Kind kind, String message) {
    super(IssuerUrl.withoutQuery(message));
    this.kind = kind;
  }

  IssuerFailure(String message) {
    this(Kind.TROUBLE, message);
  }

  /** Whether to look elsewhere; many servers refuse what they don't have. */
  boolean isAbsent() {
    return kind != Kind.TROUBLE;
  }

  boolean isRefusal() {
    return kind == Kind.REFUSED;
  }

  /** Never null, as that of others can be. */
  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}

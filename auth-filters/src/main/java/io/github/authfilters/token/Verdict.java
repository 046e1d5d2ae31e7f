package io.github.authfilters.token;

/** What {@link TokenVerifier} says of a presented token. */
public sealed interface Verdict permits VerifiedToken, RejectedToken {}

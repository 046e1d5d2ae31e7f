package io.github.authfilters.user;

import io.github.authfilters.identity.Identity;

/** A user as the store knows it. A disabled one can't log in and its tokens are refused. */
public record User(Identity identity, PasswordHash passwordHash, boolean disabled) {}

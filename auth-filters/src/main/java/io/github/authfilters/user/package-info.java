/**
 * From claimed to proven: user stores, password hashes and the throttle of logins.
 *
 * <p>In come {@link io.github.authfilters.identity.Credentials}, out goes an {@link
 * io.github.authfilters.identity.Identity} or nothing. This room knows no token and no HTTP; it
 * imports {@code identity} only.
 */
@NullMarked
package io.github.authfilters.user;

import org.jspecify.annotations.NullMarked;

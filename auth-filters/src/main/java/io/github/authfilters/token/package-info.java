/**
 * From a string to a proof and back: signing, verifying and revoking of tokens.
 *
 * <p>In comes a presented string, out goes a {@link io.github.authfilters.token.Verdict}; in comes
 * an {@link io.github.authfilters.identity.Identity}, out goes an {@link
 * io.github.authfilters.token.IssuedToken}. The only room that knows Nimbus, and in no public
 * signature; it knows no users and no HTTP, and imports {@code identity} only.
 */
@NullMarked
package io.github.authfilters.token;

import org.jspecify.annotations.NullMarked;

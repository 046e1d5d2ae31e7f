/**
 * The words that every room speaks.
 *
 * <p>In come what a caller claims ({@link io.github.authfilters.identity.Credentials}); out goes
 * what has been proven ({@link io.github.authfilters.identity.Identity}), or that nobody can tell
 * right now ({@link io.github.authfilters.identity.UnavailableException}). This package imports
 * nothing of ours.
 */
@NullMarked
package io.github.authfilters.identity;

import org.jspecify.annotations.NullMarked;

/** Tests of the room, and {@link io.github.authfilters.token.Tokens} for those of others. */
@NullMarked
package io.github.authfilters.token;

import org.jspecify.annotations.NullMarked;

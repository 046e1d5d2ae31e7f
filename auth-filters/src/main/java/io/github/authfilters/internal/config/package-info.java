/**
 * From strings to objects, once, at start.
 *
 * <p>In come init-params, context-params and what a builder was told; out goes the graph of objects
 * that the doors share, or one message with all that is wrong. It imports all rooms but {@code
 * servlet}.
 */
@NullMarked
package io.github.authfilters.internal.config;

import org.jspecify.annotations.NullMarked;

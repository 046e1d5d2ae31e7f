/** The examples of the documentation, each of them run by a test. */
@NullMarked
package io.github.authfilters.docs;

import org.jspecify.annotations.NullMarked;

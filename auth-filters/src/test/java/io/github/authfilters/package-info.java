/** What the tests of all rooms share. */
@NullMarked
package io.github.authfilters;

import org.jspecify.annotations.NullMarked;

/** Holds the pages of the documentation to what is built, deployed and run. */
@NullMarked
package io.github.authfilters.docs;

import org.jspecify.annotations.NullMarked;

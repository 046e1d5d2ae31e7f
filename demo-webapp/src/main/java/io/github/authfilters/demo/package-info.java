/**
 * An application as anybody might write it: five small pages that ask the standard request who is
 * calling. The login, the tokens and the refusals are wired in {@code web.xml}.
 */
@NullMarked
package io.github.authfilters.demo;

import org.jspecify.annotations.NullMarked;

/**
 * The wire: header fields and cookies, in and out.
 *
 * <p>In comes an {@code HttpServletRequest}, out go presented, unproven things ({@link
 * io.github.authfilters.internal.http.PresentedToken}, {@link
 * io.github.authfilters.identity.Credentials}) and header values. This room knows no JWT and no
 * users; it imports {@code identity} only.
 */
@NullMarked
package io.github.authfilters.internal.http;

import org.jspecify.annotations.NullMarked;

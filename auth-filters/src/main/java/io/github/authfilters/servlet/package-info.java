/**
 * The doors that {@code web.xml} names, and what stands right behind them.
 *
 * <p>In comes an {@code HttpServletRequest}; out goes an {@link
 * io.github.authfilters.servlet.AuthenticatedRequest} to the application, or a {@link
 * io.github.authfilters.servlet.Refusal} to the client. This room may import all others.
 *
 * <p>Words, the same in code, settings, log and documentation:
 *
 * <dl>
 *   <dt>issuer
 *   <dd>who signs tokens: this realm itself, or another one that it trusts
 *   <dt>token
 *   <dd>a signed JWT that proves an identity until it expires
 *   <dt>identity
 *   <dd>who somebody is, proven
 *   <dt>credentials
 *   <dd>a user name and a password, claimed
 *   <dt>refusal
 *   <dd>the answer to a request that may not pass
 *   <dt>realm
 *   <dd>the keys, users, cookie and state that all doors of one web application share
 *   <dt>carrier
 *   <dd>how a token came: in the {@code Authorization} header or in the cookie
 *   <dt>presented
 *   <dd>came with a request, untrusted
 *   <dt>verified
 *   <dd>proven
 *   <dt>revoked
 *   <dd>dead before its time
 * </dl>
 */
@NullMarked
package io.github.authfilters.servlet;

import org.jspecify.annotations.NullMarked;

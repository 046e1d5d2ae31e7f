/**
 * Runs the demo without a server: {@link io.github.authfilters.demo.Main} lies at the root of the
 * WAR, and starts Jetty from jars that a servlet container never looks at. It shares nothing with
 * the web application but the package's name.
 */
@NullMarked
package io.github.authfilters.demo;

import org.jspecify.annotations.NullMarked;

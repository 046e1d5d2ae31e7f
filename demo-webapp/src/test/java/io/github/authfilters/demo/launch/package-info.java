/**
 * Small main classes that run a WAR in an embedded server. Each is started as a process of its own,
 * with nothing on its class path but this package and one server's jars.
 */
@NullMarked
package io.github.authfilters.demo.launch;

import org.jspecify.annotations.NullMarked;

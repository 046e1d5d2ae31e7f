/**
 * Servlet filters and servlets that log people in with a password, keep the proof in a cookie, and
 * take bearer tokens from everybody else.
 */
module io.github.authfilters {
  requires static transitive jakarta.servlet;
  requires static transitive org.jspecify;
  requires com.fasterxml.jackson.databind;
  requires com.github.benmanes.caffeine;
  requires com.nimbusds.jose.jwt;
  requires java.naming;
  requires java.net.http;
  requires transitive java.sql;
  requires java.xml;
  requires password4j;
  requires io.github.bucket4j.core;

  exports io.github.authfilters.identity;
  exports io.github.authfilters.servlet;
  exports io.github.authfilters.token;
  exports io.github.authfilters.user;

  provides jakarta.servlet.ServletContainerInitializer with
      io.github.authfilters.servlet.AuthFiltersInitializer;
}

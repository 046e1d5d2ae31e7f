package io.github.authfilters.internal.config;

/**
 * One mistake in the settings.
 *
 * @param place where it stands, e.g. {@code filter 'api' init-param 'tokenLifetime'}
 * @param value what it says; never a secret
 * @param rule what is asked for
 * @param example what would work
 */
public record SettingsProblem(String place, String value, String rule, String example) {}

package io.hopeit.config;

import java.time.Duration;

/**
 * What configuration says about one event: {@code hopeit.event.<name>.*} over {@code hopeit.event-defaults.*}.
 *
 * @param timeout the steps and their results' publishing must end within this; key {@code timeout}, default 60 s
 * @param maxBodySize largest request body in bytes; key {@code max-body-size}, default 1 MiB
 */
public record EventSettings(Duration timeout, long maxBodySize) {}

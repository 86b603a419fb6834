package io.hopeit.spi;

import io.hopeit.App;
import io.hopeit.config.AppSettings;

/**
 * One application of a deployment.
 *
 * @param app its name and version
 * @param settings what configuration says about it
 */
public record AppDefinition(App app, AppSettings settings) {}

package io.hopeit.spi;

import io.hopeit.App;
import io.hopeit.config.AppSettings;

/**
 * One application of a deployment.
 *
 * {@snippet :
 * boolean uses(EventCatalogue catalogue, App app, String plugin) {
 *     return catalogue.apps().stream()
 *             .filter(definition -> definition.app().equals(app))
 *             .anyMatch(definition -> definition.settings().plugins().contains(plugin));
 * }
 * }
 *
 * @param app its name and version
 * @param settings what configuration says about it
 */
public record AppDefinition(App app, AppSettings settings) {}

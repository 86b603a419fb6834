package io.hopeit.config;

import java.util.List;

/**
 * What {@code hopeit.app.*} and {@code hopeit.track-headers} say.
 *
 * @param name the application's name, {@code hopeit.app.name}; required
 * @param version its version, {@code hopeit.app.version}; default {@code 1.0}
 * @param trackHeaders names of further track ids that travel with a request, {@code hopeit.track-headers}: {@code
 *     caller} is sent as {@code X-Track-Caller}; default none
 */
public record AppSettings(String name, String version, List<String> trackHeaders) {
    public AppSettings {
        trackHeaders = List.copyOf(trackHeaders);
    }
}

package io.hopeit.config;

import java.util.List;

/**
 * What configuration says about all applications of a deployment together.
 *
 * {@snippet lang="properties" :
 * hopeit.track-headers=caller,session_id
 * hopeit.security.deny-by-default=true
 * }
 *
 * @param trackHeaders names of further track ids that travel with a request, {@code hopeit.track-headers}: {@code
 *     caller} is sent as {@code X-Track-Caller}; default none
 * @param enabledGroups groups of events that are on beside {@code DEFAULT}, {@code hopeit.enabled-groups}; default: all
 * @param denyByDefault whether an event for which nobody says how requests prove who sends them is closed to all, {@code
 *     hopeit.security.deny-by-default}; default false: it is open to all
 * @param managementRole the role that may start and stop events, {@code hopeit.management.role}; default {@code
 *     hopeit-admin}
 */
public record DeploymentSettings(
        List<String> trackHeaders, List<String> enabledGroups, boolean denyByDefault, String managementRole) {
    public DeploymentSettings {
        trackHeaders = List.copyOf(trackHeaders);
        enabledGroups = List.copyOf(enabledGroups);
    }

    /** Whether events of this group are on. */
    public boolean isEnabled(String group) {
        return enabledGroups.isEmpty() || group.equals("DEFAULT") || enabledGroups.contains(group);
    }
}

package io.hopeit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a package: its events, and those of the packages below it, are a plugin. They have routes of the plugin's own, {@code
 * /api/<plugin>/<version>/...}; those that are {@link OnApp} have routes of each application that lists the plugin in {@code
 * hopeit.app.plugins}.
 *
 * {@snippet :
 * @PluginPackage(name = "ratings") // in package-info.java
 * package com.acme.ratings;
 * }
 */
@Documented
@Target(ElementType.PACKAGE)
@Retention(RetentionPolicy.RUNTIME)
public @interface PluginPackage {
    /** The plugin's name. */
    String name();

    /** Its version, unless {@code hopeit.apps.<name>.version} says another. */
    String version() default "1.0";
}

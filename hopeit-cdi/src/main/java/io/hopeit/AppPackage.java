package io.hopeit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On a package: its events, and those of the packages below it, belong to an application of their own, beside the one that
 * {@code hopeit.app.name} names. Its settings are {@code hopeit.apps.<name>.*}.
 *
 * {@snippet :
 * @AppPackage(name = "back-office", version = "2.0") // in package-info.java
 * package com.acme.backoffice;
 * }
 */
@Documented
@Target(ElementType.PACKAGE)
@Retention(RetentionPolicy.RUNTIME)
public @interface AppPackage {
    /** The application's name: routes, streams, groups. */
    String name();

    /** Its version, unless {@code hopeit.apps.<name>.version} says another. */
    String version() default "1.0";
}

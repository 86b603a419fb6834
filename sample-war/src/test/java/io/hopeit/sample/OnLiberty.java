package io.hopeit.sample;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Needs Open Liberty, so the default build, which does not download it, leaves it out: {@code mvn verify -Pliberty-it}. */
@Tag("liberty")
@EnabledIfSystemProperty(named = "sample.server", matches = "liberty")
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@interface OnLiberty {}

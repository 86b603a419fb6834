package io.hopeit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On an HTTP or setup event of a plugin: there is one for each application that lists the plugin in {@code
 * hopeit.app.plugins}, at {@code /api/<app>/<version>/<plugin>/<version>/<event>}, and it runs as that application.
 *
 * {@snippet :
 * @GetEvent("average")
 * @OnApp // /api/shop/1x0/ratings/1x0/average
 * public class AverageRating {
 *     Rating average(@QueryParam("of") String product, Ratings ratings) {
 *         return ratings.average(product);
 *     }
 * }
 * }
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface OnApp {}

package io.hopeit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On the method of an HTTP event that sees a request before the steps do. Its payload, if it has one, is the body; what it
 * returns is the payload of the first step. It can take parameters of the request as steps do, and {@code HttpRequest}.
 *
 * <p>It answers itself when it has set another status than 200: then what it returns is the body of the response, and
 * neither steps nor {@link Postprocess} run. The event's timeout does not hold for it.
 *
 * {@snippet :
 * @Preprocess
 * Upload check(HttpRequest request) {
 *     if (request.header("X-Upload-Key").isEmpty()) {
 *         request.setStatus(403); // what is returned is the body, and no step runs
 *     }
 *     return new Upload(request.header("X-Upload-Key").orElse(""));
 * }
 * }
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Preprocess {}

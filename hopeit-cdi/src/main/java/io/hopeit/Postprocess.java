package io.hopeit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * On the method of an HTTP event that makes the response of its result. Its payload is the last result, what it returns is
 * the body. It can take parameters of the request as steps do, and {@code HttpResponse} for headers, cookies, the status,
 * or to send a file or a stream of bytes.
 *
 * <p>It is left out for a result that is not of its payload's type, and for no result unless the payload is {@code
 * @Nullable}. The event's timeout does not hold for it. In an event with {@link Steps#SHUFFLE} it sees the result of the
 * first stage.
 *
 * {@snippet :
 * @Postprocess
 * String page(Order order, HttpResponse response) {
 *     response.setStatus(201);
 *     response.setHeader("Location", "/orders/" + order.id());
 *     return "ordered";
 * }
 * }
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Postprocess {}

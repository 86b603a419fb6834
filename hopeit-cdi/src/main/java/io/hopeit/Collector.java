package io.hopeit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Repeatable;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Declares a step that runs several methods of the class at the same time, each on a virtual thread of its own, and hands on
 * what they return as {@link Collected}. {@link Steps} names it like any other step.
 *
 * {@snippet :
 * @PostEvent("quotes.compare")
 * @Collector(name = "ask", gather = {"cheap", "quick", "best"})
 * @Steps({"ask", "answer"})
 * public class CompareQuotes {
 *     Quote cheap(Order order, CheapSupplier supplier) { return supplier.quote(order); }
 *
 *     Quote quick(Order order, QuickSupplier supplier) { return supplier.quote(order); }
 *
 *     Quote best(@Gathered("cheap") Quote cheap, @Gathered("quick") Quote quick) { return cheap.orQuicker(quick); }
 *
 *     Quote answer(Collected quotes) { return quotes.get("best", Quote.class); }
 * }
 * }
 *
 * <p>Methods with a payload have the same one: that of the step. A method that has {@link Gathered} parameters waits for
 * those that it names; a circle of them is a deployment error. When one fails the step fails with what it threw, after
 * the others were interrupted and have ended. Each has a request scope of its own, where nothing of a request is, such as an
 * injected {@code JsonWebToken}: {@link EventContext#identity()} says who has sent it.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Repeatable(Collectors.class)
public @interface Collector {
    /** The name of the step. */
    String name();

    /** Names of methods of the class, each once. */
    String[] gather();
}

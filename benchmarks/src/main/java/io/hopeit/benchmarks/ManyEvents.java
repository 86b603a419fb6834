package io.hopeit.benchmarks;

import io.hopeit.StreamEvent;
import java.lang.invoke.MethodHandles;
import java.util.stream.IntStream;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.annotation.AnnotationDescription;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;

/** As many events as are asked for, all like {@link Template}. */
final class ManyEvents {
    private static final String GROUP = "bench.1x0.consume_order";

    private ManyEvents() {}

    /** Counts messages. */
    public static class Template {
        void consume(Order order) {
            Tally.DONE.increment();
        }
    }

    /** Each reads a stream of its own, {@code orders0} and so on. */
    static Class<?>[] ofStreams(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> define("consume-order-" + i, "orders" + i, GROUP))
                .toArray(Class<?>[]::new);
    }

    /** Each reads the same stream in a group of its own. */
    static Class<?>[] ofGroups(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> define("consume-order-" + i, "orders", GROUP + i))
                .toArray(Class<?>[]::new);
    }

    private static Class<?> define(String event, String stream, String group) {
        var annotation = AnnotationDescription.Builder.ofType(StreamEvent.class)
                .define("value", event)
                .define("read", stream)
                .define("group", group)
                .build();
        return new ByteBuddy()
                .redefine(Template.class)
                .name(ManyEvents.class.getPackageName() + "." + event.replace('-', '_'))
                .annotateType(annotation)
                .make()
                .load(ManyEvents.class.getClassLoader(), ClassLoadingStrategy.UsingLookup.of(MethodHandles.lookup()))
                .getLoaded();
    }
}

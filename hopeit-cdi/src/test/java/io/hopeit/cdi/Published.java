package io.hopeit.cdi;

import io.hopeit.EventContext;
import io.hopeit.spi.EventOutput;
import io.hopeit.spi.WriteTo;
import jakarta.enterprise.context.ApplicationScoped;
import java.lang.reflect.Type;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** Keeps the results that events publish. */
@ApplicationScoped
class Published implements EventOutput {
    private final List<Object> values = new CopyOnWriteArrayList<>();

    @Override
    public void write(WriteTo output, List<Object> results, Function<Object, Type> declared, EventContext context) {
        values.addAll(results);
    }

    List<Object> values() {
        return values;
    }
}

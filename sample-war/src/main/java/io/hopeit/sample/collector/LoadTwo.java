package io.hopeit.sample.collector;

import io.hopeit.Collected;
import io.hopeit.Gathered;
import io.hopeit.sample.model.ItemsInfo;
import io.hopeit.sample.model.Something;
import io.hopeit.sample.storage.SomethingStore;
import jakarta.inject.Inject;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The methods that find two Somethings, each of which may be missing. */
abstract class LoadTwo {
    private static final String COMBINED = "combine";

    @Inject
    SomethingStore store;

    Optional<Something> loadFirst(@Valid ItemsInfo items) throws IOException {
        return load(items, items.item1_id());
    }

    Optional<Something> loadSecond(@Valid ItemsInfo items) throws IOException {
        return load(items, items.item2_id());
    }

    private Optional<Something> load(ItemsInfo items, String id) throws IOException {
        var found = store.load(Objects.requireNonNullElse(items.partition_key(), ""), id);
        return found instanceof Something something ? Optional.of(something) : Optional.empty();
    }

    List<Something> combine(
            @Gathered("loadFirst") Optional<Something> first, @Gathered("loadSecond") Optional<Something> second) {
        return Stream.of(first, second).flatMap(Optional::stream).toList();
    }

    @SuppressWarnings("unchecked") // it is what combine has returned
    static List<Something> found(Collected collected) {
        return Objects.requireNonNull(collected.get(COMBINED, List.class));
    }
}

package io.hopeit.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OrderKeyTest {
    record Customer(Integer id) {}

    record Order(Customer customer) {}

    private final OrderKey key = new OrderKey("customer.id");

    @Test
    void aKeyIsTheTextOfWhatThePathLeadsTo() {
        assertThat(key.of(new Order(new Customer(7)))).isEqualTo("7");
    }

    @Test
    void payloadsWithoutAKeyHaveTheSame() {
        assertThat(Stream.of(new Order(null), new Order(new Customer(null)), "made by a step")
                        .map(key::of))
                .containsOnly("");
    }
}

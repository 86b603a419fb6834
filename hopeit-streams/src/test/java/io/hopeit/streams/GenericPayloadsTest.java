package io.hopeit.streams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.hopeit.StreamEvent;
import io.hopeit.WriteStream;
import io.hopeit.streams.Shop.Diary;
import io.hopeit.streams.Shop.Order;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is in a generic payload says what it is. */
class GenericPayloadsTest {
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Cat.class, name = "cat"),
        @JsonSubTypes.Type(value = Dog.class, name = "dog")
    })
    sealed interface Pet {}

    record Cat(int lives) implements Pet {}

    record Dog(String name) implements Pet {}

    record Page<T>(List<T> items) {}

    @StreamEvent(read = "orders")
    @WriteStream("pages")
    static class Print {
        Page<Pet> print(Order order) {
            return new Page<>(List.of(new Cat(9), new Dog(order.id())));
        }
    }

    @StreamEvent(read = "pages")
    static class Read {
        @Inject
        Diary diary;

        void read(Page<Pet> page) {
            diary.note(page.items().toString());
        }
    }

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Pine.class, name = "pine"),
        @JsonSubTypes.Type(value = Oak.class, name = "oak")
    })
    interface Tree {}

    record Pine(int height) implements Tree {}

    record Oak(int rings) implements Tree {}

    @StreamEvent(read = "trees")
    static class Fell {
        @Inject
        Diary diary;

        void fell(Tree tree) {
            diary.note(tree.toString());
        }
    }

    @ApplicationScoped
    static class Desk {
        @Inject
        @WriteStream("orders")
        Publisher<Order> orders;

        @Inject
        @WriteStream("pages")
        Publisher<Page<Pet>> pages;

        @Inject
        @WriteStream("trees")
        Publisher<Tree> trees;

        void plant(Tree tree) {
            trees.publish(tree);
        }

        void order(Order order) {
            orders.publish(order);
        }

        void print(Page<Pet> page) {
            pages.publish(page);
        }
    }

    private static Deployed deployed() {
        return Deployed.with(
                Map.of("hopeit.streams.broker", "memory"),
                Diary.class,
                Desk.class,
                Print.class,
                Read.class,
                Fell.class);
    }

    @Test
    void whatAnEventPublishes() throws Exception {
        try (var app = deployed()) {
            app.get(Desk.class).order(new Order("o1"));

            assertThat(app.get(Diary.class).next()).isEqualTo("[Cat[lives=9], Dog[name=o1]]");
        }
    }

    @Test
    void oneOfTheClassesThatJacksonIsToldOf() throws Exception {
        try (var app = deployed()) {
            app.get(Desk.class).plant(new Oak(100));

            assertThat(app.get(Diary.class).next()).isEqualTo("Oak[rings=100]");
        }
    }

    @Test
    void whatAPublisherPublishes() throws Exception {
        try (var app = deployed()) {
            app.get(Desk.class).print(new Page<>(List.of(new Cat(7))));

            assertThat(app.get(Diary.class).next()).isEqualTo("[Cat[lives=7]]");
        }
    }
}

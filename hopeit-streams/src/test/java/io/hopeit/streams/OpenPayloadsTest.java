package io.hopeit.streams;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.hopeit.DataObject;
import io.hopeit.Service;
import io.hopeit.Steps;
import io.hopeit.StreamEvent;
import io.hopeit.WriteStream;
import io.hopeit.streams.Shop.Diary;
import io.hopeit.streams.Shop.Order;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Steps may take what no message is called after, where some message can be one all the same. */
class OpenPayloadsTest {
    interface HasId {
        String id();
    }

    record Parcel(String id) implements HasId {}

    @StreamEvent(read = "parcels")
    @Steps({"check", "ship"})
    static class Ship {
        @Inject
        Diary diary;

        HasId check(HasId any) {
            return any;
        }

        void ship(Parcel parcel) {
            diary.note("shipped " + parcel.id());
        }
    }

    @DataObject("shop.Letter")
    @JsonDeserialize(as = Paper.class)
    interface Letter extends HasId {}

    @DataObject("shop.Letter")
    record Paper(String id) implements Letter {}

    @StreamEvent(read = "letters")
    static class Send {
        @Inject
        Diary diary;

        void send(Letter letter) {
            diary.note("sent " + letter.id());
        }
    }

    @StreamEvent(read = "orders")
    @Steps({"parse", "save"})
    static class Import {
        @Service
        Stream<List<String>> find() {
            return Stream.of();
        }

        Order parse(List<String> found) {
            return new Order(found.getFirst());
        }

        void save(Order order) {}
    }

    @JsonSubTypes(@JsonSubTypes.Type(Wheel.class))
    static class Circle {}

    @JsonSubTypes(@JsonSubTypes.Type(Circle.class))
    static class Wheel extends Circle {}

    @ApplicationScoped
    static class Desk {
        @Inject
        @WriteStream("parcels")
        Publisher<Parcel> parcels;

        @Inject
        @WriteStream("letters")
        Publisher<Paper> letters;

        void post(Parcel parcel) {
            parcels.publish(parcel);
        }

        void write(Paper letter) {
            letters.publish(letter);
        }
    }

    private static Deployed deployed(Class<?> event) {
        return Deployed.with(Map.of("hopeit.streams.broker", "memory"), Diary.class, Desk.class, event);
    }

    @Test
    void aMessageForALaterStepGoesThroughAFirstOneThatTakesMore() throws Exception {
        try (var app = deployed(Ship.class)) {
            app.get(Desk.class).post(new Parcel("p1"));

            assertThat(app.get(Diary.class).next()).isEqualTo("shipped p1");
        }
    }

    @Test
    void anInterfaceWithANameIsReadAsJacksonSays() throws Exception {
        try (var app = deployed(Send.class)) {
            app.get(Desk.class).write(new Paper("l1"));

            assertThat(app.get(Diary.class).next()).isEqualTo("sent l1");
        }
    }

    @Test
    void whatTheEventMakesForItselfIsNoMessage() throws Exception {
        try (var app = deployed(Import.class)) {
            assertThat(app.get(Diary.class)).isNotNull();
        }
    }

    @Test
    void classesThatListEachOtherAreEachOne() {
        assertThat(PayloadType.all(Circle.class)).containsExactly(Circle.class, Wheel.class);
    }
}

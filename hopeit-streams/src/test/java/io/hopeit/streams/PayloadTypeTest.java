package io.hopeit.streams;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.hopeit.DataObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PayloadTypeTest {
    record Status(Instant ts) {}

    @DataObject(eventId = "user.id", eventTs = "status.ts")
    record Something(User user, Status status) {}

    static class User {
        private final int id;

        User(int id) {
            this.id = id;
        }

        public int getId() {
            return id;
        }
    }

    @DataObject(eventId = "id")
    static class ByField extends User {
        ByField(int id) {
            super(id);
        }
    }

    @Test
    void isCalledLikeTheClassUnlessItSaysOtherwise() {
        assertThat(PayloadType.of(Something.class).name()).isEqualTo(Something.class.getName());
        assertThat(PayloadType.of(Messages.Data.class).name()).isEqualTo("model.Data");
    }

    @Test
    void aListHasNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PayloadType.ofPublished(new ArrayList<>()))
                .withMessage(
                        "java.util.ArrayList has no name in messages: publish each of its values, or a record that "
                                + "has it");
    }

    @Test
    void aPathGoesThroughComponentsAndGetters() {
        var something = new Something(new User(7), new Status(Instant.parse("2026-11-21T05:16:15Z")));

        assertThat(PayloadType.of(Something.class).id(something)).isEqualTo("7");
        assertThat(PayloadType.of(Something.class).time(something)).isEqualTo("2026-11-21T05:16:15+00:00");
    }

    @Test
    void aPathGoesThroughInheritedMembers() {
        assertThat(PayloadType.of(ByField.class).id(new ByField(8))).isEqualTo("8");
    }

    @Test
    void aNullOnTheWayIsNoIdAndNoTime() {
        var something = new Something(null, null);

        assertThat(PayloadType.of(Something.class).id(something)).hasSize(36);
        assertThat(PayloadType.of(Something.class).time(something)).isEmpty();
    }

    @DataObject(
            value = "model.New",
            aliases = {"model.Old", "model.Older"})
    record Renamed(String id) {}

    @Test
    void isWrittenByItsNameAndReadByItsAliasesToo() {
        assertThat(PayloadType.of(Renamed.class).name()).isEqualTo("model.New");
        assertThat(PayloadType.of(Renamed.class).names()).containsExactly("model.New", "model.Old", "model.Older");
    }

    @DataObject(eventId = "ref")
    record Referring(Optional<String> ref) {}

    @Test
    void anIdMayBeOptional() {
        var type = PayloadType.of(Referring.class);

        assertThat(type.id(new Referring(Optional.of("r1")))).isEqualTo("r1");
        assertThat(type.id(new Referring(Optional.empty()))).hasSize(36);
    }
}

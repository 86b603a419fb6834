package io.hopeit.sample.asyncapi;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hopeit.StreamEvent;
import io.hopeit.jaxrs.asyncapi.StreamsDocument;
import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.Json;
import io.hopeit.spi.MessageDocs;
import io.hopeit.testing.HopeitTest;
import io.hopeit.testing.TestApp;
import org.junit.jupiter.api.Test;

@HopeitTest(UnclearPayloadTest.ReadUnclear.class)
class UnclearPayloadTest {
    /** Nobody can tell which of the two is its member. */
    public static class Unclear {
        public void setSize(Long size) {}

        public void setSize(StringBuilder size) {}
    }

    @StreamEvent(read = "unclear")
    static class ReadUnclear {
        void read(Unclear payload) {}
    }

    @Test
    void thePayloadThatCannotBeDescribedIsNamed(TestApp app) {
        var document = new StreamsDocument(
                app.bean(EventCatalogue.class),
                app.bean(MessageDocs.class),
                app.bean(Json.class).mapper());

        assertThatThrownBy(document::json)
                .hasMessageContainingAll(Unclear.class.getName(), "in messages of streams", "setter");
    }
}

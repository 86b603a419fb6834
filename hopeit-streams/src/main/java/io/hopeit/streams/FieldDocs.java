package io.hopeit.streams;

import io.hopeit.TrackIds;
import io.hopeit.config.StreamSettings;
import io.hopeit.config.WireName;
import io.hopeit.spi.MessageDocs.Field;
import io.hopeit.spi.MessageDocs.Text;
import io.hopeit.spi.TraceParent;
import io.hopeit.streams.spi.DeadLetterStore;
import java.util.List;
import java.util.stream.Stream;

/**
 * What the fields of messages say.
 *
 * @param typeNames what the payload may be called
 * @param trackHeaders names of further track ids
 */
record FieldDocs(List<String> typeNames, List<String> trackHeaders) {
    private static final Text TIME = new Text("date-time", List.of(), List.of());

    FieldDocs {
        typeNames = List.copyOf(typeNames);
        trackHeaders = List.copyOf(trackHeaders);
    }

    /** Of messages that are written so, in the order in which they are. */
    List<Field> of(StreamSettings.Publish publish) {
        var id = always("id", "Which message; publishing it again may give it another", Text.ANY);
        return switch (publish.envelope()) {
            case FULL -> Stream.concat(Stream.of(id), others(publish, true)).toList();
            case COMPACT -> {
                var inside = others(publish, false).toList();
                var meaning = "All other fields that do not say the usual, in the form of a URL's query";
                yield List.of(id, always(CompactEnvelope.HEADER, meaning, new Text("", List.of(), inside)));
            }
        };
    }

    /** {@code full} says whether those are there that say the usual. */
    private Stream<Field> others(StreamSettings.Publish publish, boolean full) {
        var first = Stream.of(
                always("type", "What the payload is", new Text("", typeNames, List.of())),
                always("submit_ts", "When it was published", TIME),
                new Field("event_ts", "The time of the payload; empty when it has none", full, Text.ANY));
        var last = Stream.of(
                always(TrackIds.EVENT_APP, "The application that has published it", Text.ANY),
                new Field("auth_info", "Who has sent the request, as JSON in Base64", full, Text.ANY),
                new Field("ser", "How the payload is written", full, written(publish.serialization())),
                new Field("comp", "How the payload is compressed", full, written(publish.compression())),
                new Field("queue", "The queue that it is meant for", full, Text.ANY),
                seldom(TraceParent.NAME, "The span that it was published in, as W3C Trace Context says"),
                seldom(Signatures.FIELD, "A signature of the message and its sender: HMAC-SHA256 in Base64"));
        return Stream.of(first, trackIds(), last).flatMap(fields -> fields);
    }

    private Stream<Field> trackIds() {
        var all = Stream.of(
                always(TrackIds.OPERATION_ID, "The run that has published it", Text.ANY),
                always(TrackIds.REQUEST_ID, "The request that began it all", Text.ANY),
                always(TrackIds.REQUEST_TS, "When that request came", TIME));
        var known = List.of(TrackIds.OPERATION_ID, TrackIds.REQUEST_ID, TrackIds.REQUEST_TS);
        var configured = trackHeaders.stream()
                .map(TrackIds::configured)
                .distinct()
                .filter(name -> !known.contains(name))
                .map(name -> seldom(name, "A further id of that request"));
        return Stream.concat(all, configured);
    }

    static List<Field> ofDeadLetters() {
        return List.of(
                always(DeadLetterStore.STREAM, "The key of the stream that it comes from", Text.ANY),
                always(DeadLetterStore.ID, "Its id in that stream", Text.ANY),
                always(DeadLetterStore.GROUP, "The group that has given it up", Text.ANY),
                always(DeadLetterStore.DELIVERIES, "How often it was delivered", Text.ANY),
                always(DeadLetterStore.ERROR, "The class of the error, or unreadable, or exhausted", Text.ANY),
                always(DeadLetterStore.MESSAGE, "What the error says, up to 1000 characters", Text.ANY),
                always(DeadLetterStore.TIME, "When it was given up", TIME));
    }

    private static Text written(WireName choice) {
        return new Text("", List.of(choice.wireName()), List.of());
    }

    private static Field always(String name, String meaning, Text text) {
        return new Field(name, meaning, true, text);
    }

    private static Field seldom(String name, String meaning) {
        return new Field(name, meaning, false, Text.ANY);
    }
}

package io.hopeit.streams;

import io.hopeit.EventContext;
import io.hopeit.Identity;
import io.hopeit.StreamEvent;
import io.hopeit.TrackIds;
import io.hopeit.spi.AppTime;
import io.hopeit.spi.EventCatalogue;
import io.hopeit.spi.EventDefinition;
import io.hopeit.spi.FreshIds;
import io.hopeit.spi.Trigger;
import io.hopeit.streams.Decoded.Message;
import io.hopeit.streams.spi.Entry;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** Track ids of what begins here: the run of an event for a message, or a request of its own. */
record Contexts(EventCatalogue catalogue, AppTime time) {
    private static final int LONGEST_ID = 256;
    private static final String STREAM_NAME = "stream.name";
    private static final String STREAM_MSG_ID = "stream.msg_id";
    private static final String STREAM_CONSUMER_GROUP = "stream.consumer_group";

    /**
     * For the run that a message triggers: another operation of the request that the message came from. Of its ids those
     * are kept that this application knows, and no more of them than fits: they go on into all that it writes.
     */
    EventContext consumed(EventDefinition event, Trigger.Read read, Entry entry, Message message) {
        var ids = begin(known(message.origin().trackIds().values()));
        ids.put(STREAM_NAME, entry.key());
        ids.put(STREAM_MSG_ID, entry.id());
        ids.put(STREAM_CONSUMER_GROUP, read.group());
        ids.put(TrackIds.EVENT_APP, event.app().key());
        return new EventContext(
                event.app(),
                event.id().plugin(),
                event.name(),
                new TrackIds(ids),
                message.queue(),
                message.origin().identity(),
                time.nowInMicros(),
                entry.deliveries());
    }

    /** For an entry that turns out to be no message. */
    EventContext unknown(EventDefinition event, Trigger.Read read, Entry entry) {
        var nothing = new Message("", "", "", fresh(), StreamEvent.AUTO);
        return consumed(event, read, entry, nothing);
    }

    private Map<String, String> known(Map<String, String> received) {
        var ids = new LinkedHashMap<String, String>();
        Stream.concat(
                        Stream.of(TrackIds.REQUEST_ID, TrackIds.REQUEST_TS),
                        catalogue.trackHeaders().stream().map(TrackIds::configured))
                .filter(received::containsKey)
                .forEach(name -> ids.put(name, cut(received.getOrDefault(name, ""))));
        return ids;
    }

    private static String cut(String id) {
        return id.substring(0, Math.min(id.length(), LONGEST_ID));
    }

    /** For a message that comes from no event. */
    Origin fresh() {
        var ids = begin(Map.of());
        ids.put(TrackIds.EVENT_APP, catalogue.app().key());
        return new Origin(new TrackIds(ids), Identity.ANONYMOUS);
    }

    /** A new operation, and the request it belongs to; what a message does not say about that is made up. */
    private static Map<String, String> begin(Map<String, String> received) {
        var ids = FreshIds.begin(received);
        received.forEach(ids::putIfAbsent);
        return ids;
    }
}

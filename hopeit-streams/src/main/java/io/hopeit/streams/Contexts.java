package io.hopeit.streams;

import io.hopeit.App;
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
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Track ids of what begins here: the run of an event for a message, or a request of its own. */
final class Contexts {
    private static final int LONGEST_ID = 256;
    /** Places for what a message usually has. */
    private static final int USUAL = 16;

    private static final Set<String> OF_REQUEST =
            Set.of(TrackIds.OPERATION_ID, TrackIds.REQUEST_ID, TrackIds.REQUEST_TS);
    private static final String STREAM_NAME = "stream.name";
    private static final String STREAM_MSG_ID = "stream.msg_id";
    private static final String STREAM_CONSUMER_GROUP = "stream.consumer_group";

    private final EventCatalogue catalogue;
    private final AppTime time;
    /** Of the ids of a message those that go on. */
    private final List<String> known;
    /** Of the application whose events have run last: its name is put together once. */
    private volatile @Nullable Known lastApp;

    Contexts(EventCatalogue catalogue, AppTime time) {
        this.catalogue = catalogue;
        this.time = time;
        this.known = catalogue.trackHeaders().stream()
                .map(TrackIds::configured)
                .filter(name -> !OF_REQUEST.contains(name))
                .distinct()
                .toList();
    }

    /**
     * For the run that a message triggers: another operation of the request that the message came from. Of its ids those
     * are kept that this application knows, and no more of them than fits: they go on into all that it writes.
     */
    EventContext consumed(EventDefinition event, Trigger.Read read, Entry entry, Message message) {
        var ids = request(message.origin().trackIds());
        Collections.addAll(ids, STREAM_NAME, entry.key(), STREAM_MSG_ID, entry.id());
        Collections.addAll(ids, STREAM_CONSUMER_GROUP, read.group());
        Collections.addAll(ids, TrackIds.EVENT_APP, key(event.app()));
        return new EventContext(
                event.app(),
                event.id().plugin(),
                event.name(),
                TrackIds.of(ids.toArray(String[]::new)),
                message.queue(),
                message.origin().identity(),
                time.nowInMicros(),
                entry.deliveries());
    }

    /** An application, and what it is called. */
    private record Known(App app, String key) {}

    private String key(App app) {
        var last = lastApp;
        if (last == null || !last.app().equals(app)) {
            last = new Known(app, app.key());
            lastApp = last;
        }
        return last.key();
    }

    /** For an entry that turns out to be no message. */
    EventContext unknown(EventDefinition event, Trigger.Read read, Entry entry) {
        var nothing = new Message("", "", "", fresh(), StreamEvent.AUTO);
        return consumed(event, read, entry, nothing);
    }

    /** Names and values by turns: a new operation, and the request that it belongs to. */
    private List<String> request(TrackIds received) {
        var ids = new ArrayList<String>(USUAL);
        Collections.addAll(ids, TrackIds.OPERATION_ID, FreshIds.random());
        Collections.addAll(ids, TrackIds.REQUEST_ID, FreshIds.request(cut(received.requestId())));
        var since = received.get(TrackIds.REQUEST_TS).orElse("");
        Collections.addAll(ids, TrackIds.REQUEST_TS, FreshIds.time(cut(since)));
        for (String name : known) {
            received.get(name).ifPresent(id -> Collections.addAll(ids, name, cut(id)));
        }
        return ids;
    }

    private static String cut(String id) {
        return id.length() <= LONGEST_ID ? id : id.substring(0, LONGEST_ID);
    }

    /** For a message that comes from no event. */
    Origin fresh() {
        var ids = FreshIds.begin();
        ids.put(TrackIds.EVENT_APP, catalogue.app().key());
        return new Origin(new TrackIds(ids), Identity.ANONYMOUS);
    }
}

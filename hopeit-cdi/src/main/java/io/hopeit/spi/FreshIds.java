package io.hopeit.spi;

import io.hopeit.TrackIds;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/** Track ids of a request that nobody has given any. */
public final class FreshIds {
    private FreshIds() {}

    /** A new operation of a new request, in order and to be added to. */
    public static Map<String, String> begin() {
        var ids = new LinkedHashMap<String, String>();
        ids.put(TrackIds.OPERATION_ID, UUID.randomUUID().toString());
        ids.put(TrackIds.REQUEST_ID, UUID.randomUUID().toString());
        ids.put(TrackIds.REQUEST_TS, Timestamps.iso(Timestamps.now()));
        return ids;
    }
}

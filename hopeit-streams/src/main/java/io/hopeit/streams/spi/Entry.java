package io.hopeit.streams.spi;

import java.util.Collections;
import java.util.Map;

/**
 * One entry of a stream.
 *
 * @param key the stream
 * @param id the entry's place in it, {@code 1795238175870-0}
 * @param fields what was appended, in order; the bytes are not to be changed
 */
public record Entry(String key, String id, Map<String, byte[]> fields) {
    public Entry {
        fields = Collections.unmodifiableMap(fields);
    }
}

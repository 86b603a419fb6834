package io.hopeit.streams.spi;

import java.util.Collections;
import java.util.Map;

/**
 * One entry of a stream.
 *
 * {@snippet :
 * void print(Entry entry) {
 *     entry.fields().forEach((name, value) -> out.println(name + ": " + value.length + " bytes"));
 *     out.println(entry.id() + " for the time no. " + entry.deliveries());
 * }
 * }
 *
 * @param key the stream
 * @param id the entry's place in it, {@code 1795238175870-0}
 * @param fields what was appended, in order; the bytes are not to be changed
 * @param deliveries how often it has been delivered to a consumer of the group, this time included
 */
public record Entry(String key, String id, Map<String, byte[]> fields, long deliveries) {
    public Entry {
        fields = fields instanceof Fields ? fields : Collections.unmodifiableMap(fields);
    }

    /** Delivered for the first time. */
    public Entry(String key, String id, Map<String, byte[]> fields) {
        this(key, id, fields, 1);
    }

    /** Bytes of its fields, names included. */
    public long size() {
        if (fields instanceof Fields few) {
            return few.bytes();
        }
        long size = 0;
        for (Map.Entry<String, byte[]> field : fields.entrySet()) {
            size += field.getKey().length() + field.getValue().length;
        }
        return size;
    }
}

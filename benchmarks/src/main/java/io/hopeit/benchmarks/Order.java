package io.hopeit.benchmarks;

import io.hopeit.DataObject;
import java.util.Collections;
import java.util.List;

/** What messages carry: some 200 bytes of JSON, or 2 KB with many notes. */
@DataObject(value = "bench.Order", eventId = "id")
public record Order(
        String id, String customer, String product, int quantity, double price, long createdAt, List<String> notes) {

    private static final String NOTE = "a note on it";
    private static final String TIME = "\"createdAt\":";

    /** JSON of about this many bytes; ids are numbers, of so many customers. */
    static String json(int number, int customers, int size) {
        var start =
                "{\"id\":\"o-%07d\",\"customer\":\"c-%05d\",\"product\":\"p-%04d\",\"quantity\":%d,\"price\":%d.25,\"createdAt\":%d,\"notes\":["
                        .formatted(
                                number,
                                number % customers,
                                number % 1000,
                                number % 9 + 1,
                                number % 90 + 10,
                                1764000000000L + number);
        var json = new StringBuilder(start);
        while (json.length() < size - 20) {
            json.append(json.charAt(json.length() - 1) == '[' ? "" : ",").append('"' + NOTE + '"');
        }
        return json.append("]}").toString();
    }

    /** JSON of one with this in the place of a time. */
    static String json(int number, String time) {
        var json = json(number, 1000, 200);
        int start = json.indexOf(TIME) + TIME.length();
        return json.substring(0, start) + time + json.substring(json.indexOf(',', start));
    }

    /** The time of one that is JSON. */
    static long time(String json) {
        int time = json.indexOf(TIME) + TIME.length();
        return Long.parseLong(json.substring(time, json.indexOf(',', time)));
    }

    /** One that is about so many bytes of JSON. */
    public static Order of(int number, int size) {
        int notes = Math.max(0, size - 155) / (NOTE.length() + 3);
        return new Order(
                "o-%07d".formatted(number),
                "c-%05d".formatted(number % 1000),
                "p-%04d".formatted(number % 1000),
                number % 9 + 1,
                number % 90 + 10.25,
                1764000000000L + number,
                Collections.nCopies(notes, NOTE));
    }
}

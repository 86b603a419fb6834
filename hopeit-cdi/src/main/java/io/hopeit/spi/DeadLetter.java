package io.hopeit.spi;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A message that has failed for good, and is kept.
 *
 * {@snippet :
 * void mail(DeadLetters letters) {
 *     for (DeadLetter letter : letters.list("", 10)) {
 *         mail.send("%s has failed %d times: %s".formatted(letter.id(), letter.deliveries(), letter.message()));
 *     }
 * }
 * }
 *
 * @param id which of the dead letters
 * @param stream the key in Redis that it was read from
 * @param entryId its id there
 * @param deliveries how often it was delivered
 * @param error the type of what it failed with
 * @param message what that says
 * @param at when it became a dead letter
 * @param fields what it consists of, in order, made fit for reading: not for sending again
 */
public record DeadLetter(
        String id,
        String stream,
        String entryId,
        long deliveries,
        String error,
        String message,
        Instant at,
        Map<String, String> fields) {
    public DeadLetter {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
}

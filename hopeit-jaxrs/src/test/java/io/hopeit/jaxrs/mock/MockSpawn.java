package io.hopeit.jaxrs.mock;

import io.hopeit.GetEvent;
import io.hopeit.Steps;
import jakarta.ws.rs.QueryParam;
import java.util.stream.Stream;

/** Has several results. */
@GetEvent("mock-spawn")
@Steps({"spawn", "number"})
public class MockSpawn {
    Stream<Integer> spawn() {
        return Stream.of(0, 1, 2);
    }

    MockData number(int number, @QueryParam("payload") String payload) {
        return new MockData("stream: %s.%d".formatted(payload, number));
    }
}

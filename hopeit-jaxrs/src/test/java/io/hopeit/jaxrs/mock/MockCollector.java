package io.hopeit.jaxrs.mock;

import io.hopeit.Collected;
import io.hopeit.Collector;
import io.hopeit.Gathered;
import io.hopeit.PostEvent;
import io.hopeit.Steps;

/** Does several things at once. */
@PostEvent("mock-collector")
@Collector(
        name = "collect",
        gather = {"first", "second", "both"})
@Steps({"collect", "result"})
public class MockCollector {
    String first(MockData data) {
        return data.value() + "+mock_collector+step1";
    }

    String second(MockData data) {
        return data.value() + "+mock_collector+step2";
    }

    String both(@Gathered("first") String first, @Gathered("second") String second) {
        return "((%s)&(%s)+mock_collector+step3)".formatted(first, second);
    }

    MockResult result(Collected collected) {
        return new MockResult(collected.get("both", String.class), true);
    }
}

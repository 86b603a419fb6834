package io.hopeit.jaxrs.mock;

import io.hopeit.PostEvent;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes texts, numbers and all else that JSON has. */
@PostEvent("mock-fields")
public class MockFields {
    public record Fields(
            @Pattern(regexp = "[a-z0-9]*") String id,
            String text,
            int number,
            boolean flag,
            Optional<Double> ratio,
            List<String> list,
            Map<String, String> map) {}

    Fields run(@Valid Fields fields) {
        return fields;
    }
}

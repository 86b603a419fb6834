package io.hopeit.jaxrs.shop;

import io.hopeit.GetEvent;
import jakarta.validation.constraints.Max;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

@GetEvent(value = "greet", route = "greet/{name}")
public class Greet {
    public enum Tone {
        KIND,
        RUDE
    }

    public record Greeting(
            String name, int times, Optional<LocalDate> day, Tone tone, List<Integer> numbers, boolean loud) {}

    Greeting greet(
            @PathParam("name") String name,
            @QueryParam("times") @Max(3) int times,
            @QueryParam("day") Optional<LocalDate> day,
            @QueryParam("tone") @DefaultValue("KIND") Tone tone,
            @QueryParam("n") List<Integer> numbers,
            @HeaderParam("X-Loud") @DefaultValue("false") boolean loud) {
        return new Greeting(name, times, day, tone, numbers, loud);
    }
}

package io.hopeit.jaxrs.mock;

import io.hopeit.GetEvent;
import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Locale;

/** Takes arguments of types that nobody else knows. */
@GetEvent("mock-types")
public class MockTypes {
    enum Sort {
        ASC,
        DESC;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    enum Region {
        EU,
        US;

        public static Region fromString(String text) {
            return valueOf(text.toUpperCase(Locale.ROOT));
        }
    }

    record Code(String text) {
        public static Code parse(String text) {
            return new Code(text);
        }
    }

    String run(
            @QueryParam("sort") @DefaultValue("ASC") Sort sort,
            @QueryParam("region") @DefaultValue("us") Region region,
            @CookieParam("code") @DefaultValue("c") Code code) {
        return sort.name() + " " + region.name() + " " + code.text();
    }
}

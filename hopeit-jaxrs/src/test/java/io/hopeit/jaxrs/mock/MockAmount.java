package io.hopeit.jaxrs.mock;

import io.hopeit.PostEvent;
import io.hopeit.Postprocess;
import io.hopeit.jaxrs.HttpResponse;
import java.math.BigDecimal;

/** Takes an exact number, and tells where it is. */
@PostEvent("mock-amount")
public class MockAmount {
    BigDecimal run(BigDecimal amount) {
        return amount;
    }

    @Postprocess
    BigDecimal tell(BigDecimal amount, HttpResponse response) {
        response.setStatus(201);
        response.setHeader("Location", "/amounts/1");
        response.setHeader("x-total", "1");
        response.setHeader("Access-Control-Expose-Headers", "Server-Timing");
        return amount;
    }
}

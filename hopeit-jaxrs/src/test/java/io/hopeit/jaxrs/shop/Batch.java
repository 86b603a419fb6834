package io.hopeit.jaxrs.shop;

import io.hopeit.PostEvent;
import jakarta.validation.Valid;
import java.util.List;

@PostEvent
public class Batch {
    List<Order.Line> lines(List<Order.@Valid Line> lines) {
        return lines.stream()
                .map(line -> new Order.Line(line.article(), line.quantity() + 1))
                .toList();
    }
}

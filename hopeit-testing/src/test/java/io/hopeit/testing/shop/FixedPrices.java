package io.hopeit.testing.shop;

import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The same for all. */
@ApplicationScoped
class FixedPrices implements Prices {
    private final int price;

    @jakarta.inject.Inject
    FixedPrices(@ConfigProperty(name = "shop.price", defaultValue = "10") int price) {
        this.price = price;
    }

    @Override
    public int of(String id) {
        return price;
    }
}

package io.hopeit.testing.shop;

/** What a piece costs. */
public interface Prices {
    /** In cents. */
    int of(String id);
}

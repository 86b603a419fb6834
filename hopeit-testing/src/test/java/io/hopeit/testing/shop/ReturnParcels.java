package io.hopeit.testing.shop;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.hopeit.StreamEvent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;

/** Sends what came back: a pallet does not know what is on it. */
@StreamEvent(read = "parcels")
public class ReturnParcels {
    @Inject
    Warehouse warehouse;

    /** What is sent. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes(@JsonSubTypes.Type(value = Crate.class, name = "crate"))
    public sealed interface Parcel {
        /** Which one. */
        String id();
    }

    /** Of wood. */
    public record Crate(String id) implements Parcel {}

    /** Some of a kind. */
    public record Pallet<T>(List<T> all) {}

    void send(Pallet<Parcel> parcels) throws IOException {
        for (Parcel parcel : parcels.all()) {
            warehouse.send(parcel.id());
        }
    }
}

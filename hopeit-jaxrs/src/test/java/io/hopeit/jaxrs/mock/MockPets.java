package io.hopeit.jaxrs.mock;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.hopeit.GetEvent;
import java.util.List;

/** A list of values that say what they are. */
@GetEvent("mock-pets")
public class MockPets {
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes(@JsonSubTypes.Type(value = Cat.class, name = "cat"))
    sealed interface Pet {}

    record Cat(int lives) implements Pet {}

    List<Pet> run() {
        return List.of(new Cat(9));
    }
}

package io.hopeit.sample.list;

import io.hopeit.GetEvent;
import io.hopeit.sample.model.Something;
import io.hopeit.sample.storage.SomethingStore;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.io.IOException;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Lists all available Something objects. */
@GetEvent(
        value = "list-somethings",
        summary = "Simple Example: List Objects",
        description = "Lists all available Something objects")
public class ListSomethings {
    List<Something> list(
            @QueryParam("wildcard")
                    @DefaultValue("*")
                    @Size(max = 200)
                    @Parameter(
                            description = "Wildcard to filter objects by name, prefixed by partition folder in format "
                                    + "YYYY/MM/DD/HH/*")
                    String wildcard,
            SomethingStore store)
            throws IOException {
        return store.find(wildcard);
    }
}

package io.hopeit.sample.platform;

import io.hopeit.GetEvent;
import io.hopeit.WriteStream;
import jakarta.ws.rs.QueryParam;

/** Lets {@link Take} look around, in the name of this id. */
@GetEvent("platform.ask")
@WriteStream("platform.questions")
public class Ask {
    Question ask(@QueryParam("id") String id) {
        return new Question(id);
    }
}

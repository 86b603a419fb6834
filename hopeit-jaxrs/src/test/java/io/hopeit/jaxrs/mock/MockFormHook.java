package io.hopeit.jaxrs.mock;

import io.hopeit.MultipartEvent;
import io.hopeit.Preprocess;
import io.hopeit.Steps;
import io.hopeit.jaxrs.HttpRequest;
import jakarta.ws.rs.FormParam;
import java.nio.file.Files;

/** Takes a form as a whole, and answers while its files are there. */
@MultipartEvent("mock-form-hook")
@Steps("run")
public class MockFormHook {
    @Preprocess
    MockData look(HttpRequest request, @FormParam("name") String name) {
        if (name.equals("fail")) {
            throw new IllegalStateException("secret");
        }
        var file = request.form().files("file").getFirst().path();
        return new MockData(name + " " + Files.isRegularFile(file));
    }

    MockData run(MockData data) {
        return data;
    }
}

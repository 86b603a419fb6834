package io.hopeit.jaxrs.mock;

import io.hopeit.MultipartEvent;
import io.hopeit.Preprocess;
import io.hopeit.Steps;
import io.hopeit.jaxrs.HttpRequest;
import io.hopeit.jaxrs.Part;
import java.io.IOException;

/** Takes a form part by part, as it arrives. */
@MultipartEvent("mock-parts")
@Steps("run")
public class MockParts {
    @Preprocess
    MockData look(HttpRequest request) throws IOException {
        var text = new StringBuilder();
        for (Part part : request.parts()) {
            text.append(part.name()).append('=');
            text.append(part.isFile() ? part.fileName().orElse("") + " " + part.text() : part.text());
            text.append(' ');
        }
        return new MockData(text.toString().strip());
    }

    MockData run(MockData data) {
        return data;
    }
}

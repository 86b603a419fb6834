package io.hopeit.testing.shop;

import io.hopeit.MultipartEvent;
import io.hopeit.jaxrs.UploadedFile;
import jakarta.ws.rs.FormParam;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;

/** Takes a list of orders. */
@MultipartEvent("orders.upload")
public class Upload {
    String read(@FormParam("by") String by, @FormParam("first") Order first, @FormParam("list") UploadedFile list) {
        try (var in = Files.newInputStream(list.path())) {
            return "%s %s %s %s"
                    .formatted(by, first.id(), list.fileName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

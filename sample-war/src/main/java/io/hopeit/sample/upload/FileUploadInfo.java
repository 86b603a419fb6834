package io.hopeit.sample.upload;

import io.hopeit.sample.model.Something;
import java.util.List;

/**
 * What was uploaded.
 *
 * @param id of the upload
 * @param user who has sent it
 * @param attachments the names of the fields that had files
 * @param object what was sent along
 */
public record FileUploadInfo(String id, String user, List<String> attachments, Something object) {
    public FileUploadInfo {
        attachments = List.copyOf(attachments);
    }
}

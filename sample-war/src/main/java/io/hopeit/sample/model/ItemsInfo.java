package io.hopeit.sample.model;

import io.hopeit.DataObject;
import io.hopeit.sample.storage.SomethingStore;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Items to read concurrently.
 *
 * @param item1_id id of the first
 * @param item2_id id of the second
 * @param partition_key the folder of both, {@code YYYY/MM/DD/HH}
 */
@DataObject("model.ItemsInfo")
public record ItemsInfo(
        @NotNull @Pattern(regexp = Something.FILE_NAME, message = "must be fit for a file name")
        String item1_id,

        @NotNull @Pattern(regexp = Something.FILE_NAME, message = "must be fit for a file name")
        String item2_id,

        @Nullable @Pattern(regexp = "|" + SomethingStore.PARTITION, message = "must be like YYYY/MM/DD/HH")
        String partition_key) {}

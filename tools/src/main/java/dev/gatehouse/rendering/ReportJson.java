package dev.gatehouse.rendering;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;

/** Reports as JSON: the components of records in their order, null for unknown. */
public final class ReportJson {
    private static final ObjectWriter WRITER = JsonMapper.builder()
            .visibility(PropertyAccessor.IS_GETTER, Visibility.NONE) // questions about a record are not parts of it
            .build()
            .writerWithDefaultPrettyPrinter();

    private ReportJson() {}

    /** @throws IllegalStateException when a part of it cannot be represented in JSON */
    public static String of(Object report) {
        try {
            return WRITER.writeValueAsString(report);
        } catch (JsonProcessingException notWritable) {
            throw new IllegalStateException("a report cannot be written as JSON", notWritable);
        }
    }
}

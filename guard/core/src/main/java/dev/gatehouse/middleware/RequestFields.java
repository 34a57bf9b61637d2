package dev.gatehouse.middleware;

import com.microsoft.azure.functions.HttpRequestMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Headers and query parameters by name. The Functions host lower-cases header names; other hosts may not. */
public final class RequestFields {
    private RequestFields() {}

    /** The values of a header; more than one only where the host does not join them with a comma. */
    public static List<String> header(HttpRequestMessage<?> request, String name) {
        return values(request.getHeaders(), name);
    }

    static List<String> query(HttpRequestMessage<?> request, String name) {
        return values(request.getQueryParameters(), name);
    }

    private static List<String> values(Map<String, String> fields, String name) {
        List<String> values = new ArrayList<>(1);
        for (Map.Entry<String, String> field : fields.entrySet()) {
            if (field.getKey().equalsIgnoreCase(name)) {
                values.add(field.getValue());
            }
        }
        return values;
    }
}

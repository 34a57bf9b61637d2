package dev.gatehouse.sample.accounts;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpPipelinePosition;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelineSyncPolicy;
import com.azure.core.util.BinaryData;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads an error answer before the library does, which throws a LinkageError where the answer is XML and has no library for that. */
final class TableRefusalPolicy extends HttpPipelineSyncPolicy {
    private static final int FIRST_ERROR = 400;
    /** In JSON or XML, as the service chose. */
    private static final Pattern CODE = Pattern.compile("(?i)(?:\"code\":\\s*\"|<(?:\\w+:)?code>)(\\w{1,60})");

    @Override
    protected HttpResponse afterReceivedResponse(HttpPipelineCallContext context, HttpResponse response) {
        if (response.getStatusCode() < FIRST_ERROR) {
            return response;
        }
        Matcher code =
                CODE.matcher(Objects.requireNonNullElse(response.getBodyAsBinaryData(), BinaryData.fromString(""))
                        .toString());
        throw new TableRefusalException(response.getStatusCode(), code.find() ? code.group(1) : "");
    }

    /** Outside of the library's own attempts. */
    @Override
    public HttpPipelinePosition getPipelinePosition() {
        return HttpPipelinePosition.PER_CALL;
    }
}

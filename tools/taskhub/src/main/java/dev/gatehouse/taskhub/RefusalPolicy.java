package dev.gatehouse.taskhub;

import com.azure.core.http.HttpPipelineCallContext;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.HttpPipelineSyncPolicy;

/** Reads an error response before the library does, because the library would need another one for XML. */
final class RefusalPolicy extends HttpPipelineSyncPolicy {
    private static final int FIRST_ERROR = 400;

    private final TableFaults faults;

    RefusalPolicy(TableFaults faults) {
        this.faults = faults;
    }

    @Override
    protected HttpResponse afterReceivedResponse(HttpPipelineCallContext context, HttpResponse response) {
        if (response.getStatusCode() >= FIRST_ERROR) {
            String body = response.getBodyAsBinaryData() == null
                    ? ""
                    : response.getBodyAsBinaryData().toString();
            throw faults.answered(response.getStatusCode(), body);
        }
        return response;
    }
}

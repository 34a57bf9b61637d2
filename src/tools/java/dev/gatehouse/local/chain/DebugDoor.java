package dev.gatehouse.local.chain;

import dev.gatehouse.local.http.Handler;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.journey.Journeys;
import dev.gatehouse.local.journey.RecordedHandler;
import dev.gatehouse.local.journey.Recording;
import dev.gatehouse.local.journey.TraceParent;
import java.util.Optional;

/**
 * A door that records the requests that carry the debug token, which goes no further than here. All others pass for the
 * price of looking for the header.
 */
record DebugDoor(Journeys journeys, PresentedToken presented, RecordedHandler next) implements Handler {
    /** Azure says this of a token that has expired; what it says of one that it never issued is not documented. */
    static final String EXPIRED = Journeys.DEBUG_TOKEN + "-Expired";

    @Override
    public Response handle(Request request) {
        if (!request.headers().has(Journeys.DEBUG_TOKEN)) {
            return next.handle(request, journeys.of(request));
        }
        Request clean = request.withHeaders(request.headers().without(Journeys.DEBUG_TOKEN));
        return journeys.areAskedForBy(request)
                ? recorded(TraceParent.continued(clean))
                : next.handle(clean, Optional.empty())
                        .with(EXPIRED, "not the debug token of this start, which is the one that 'up' has printed");
    }

    private Response recorded(Request request) {
        Recording recording = journeys.begin(request);
        int status = 500;
        try {
            recording.add(presented.step(request));
            Response response = next.handle(request, Optional.of(recording));
            status = response.status();
            return response.with(Journeys.TRACE_ID, recording.id());
        } finally {
            journeys.finish(recording, status);
        }
    }
}

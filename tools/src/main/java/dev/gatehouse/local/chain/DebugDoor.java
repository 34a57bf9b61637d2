package dev.gatehouse.local.chain;

import dev.gatehouse.local.http.Bug;
import dev.gatehouse.local.http.Handler;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.journey.Finding;
import dev.gatehouse.local.journey.Journeys;
import dev.gatehouse.local.journey.Layer;
import dev.gatehouse.local.journey.RecordedHandler;
import dev.gatehouse.local.journey.Recording;
import dev.gatehouse.local.journey.Rule;
import dev.gatehouse.local.journey.Step;
import dev.gatehouse.local.journey.TraceParent;
import java.util.Optional;

/**
 * A door that records the requests that carry the debug token, which goes no further than here. All others pass for the
 * price of looking for the header.
 */
record DebugDoor(Journeys journeys, PresentedToken presented, Layer layer, RecordedHandler next) implements Handler {
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

    /** A layer that breaks is a step too: whoever follows the call sees where it ended. */
    private Response answered(Request request, Recording recording) {
        try {
            return next.handle(request, Optional.of(recording));
        } catch (RuntimeException bug) {
            String actual = Bug.reported(layer.title(), bug);
            recording.add(Step.of(Rule.of(layer, "bug"), Finding.failed("bug", "an answer", actual)));
            return Response.empty(500);
        }
    }

    private Response recorded(Request request) {
        Recording recording = journeys.begin(request);
        int status = 500;
        try {
            recording.add(presented.step(request));
            Response response = answered(request, recording).sendable();
            status = response.status();
            return response.with(Journeys.TRACE_ID, recording.id());
        } finally {
            journeys.finish(recording, status);
        }
    }
}

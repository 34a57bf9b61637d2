package dev.gatehouse.local.chain;

import dev.gatehouse.local.http.Handler;
import dev.gatehouse.local.http.LoopbackServer;
import dev.gatehouse.local.journey.JourneyPage;
import dev.gatehouse.local.journey.Journeys;
import dev.gatehouse.local.journey.Layer;
import dev.gatehouse.local.journey.RecordedHandler;
import java.net.URI;
import java.util.Optional;

/** Where journeys begin, and where they are read. */
record JourneyDoors(Journeys journeys, PresentedToken presented) {

    Handler door(Layer layer, RecordedHandler handler) {
        return new DebugDoor(journeys, presented, layer, handler);
    }

    /** Plain http: what is in a journey is redacted, and its id is known to those only who made the call. */
    URI read(Started started) {
        LoopbackServer server = LoopbackServer.start(
                "trace", 0, Optional.empty(), LoopbackServer.LOCAL_NAMES, new JourneyPage(journeys));
        started.endBy(server::close);
        return URI.create("http://127.0.0.1:" + server.port() + "/trace");
    }
}

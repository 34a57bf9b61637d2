package dev.gatehouse.local.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.gatehouse.fixtures.MovableClock;
import dev.gatehouse.local.entra.SigningKeys;
import dev.gatehouse.local.http.Request;
import dev.gatehouse.local.http.Response;
import dev.gatehouse.local.journey.Journey;
import dev.gatehouse.local.journey.Journeys;
import dev.gatehouse.local.journey.KeptJourneys;
import dev.gatehouse.local.journey.Layer;
import dev.gatehouse.local.journey.Recording;
import dev.gatehouse.local.journey.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DebugDoorTest {
    private static final PresentedToken TOKEN = new PresentedToken(SigningKeys.generate());
    private static final Request CALL = Request.get("/x");

    private final Journeys journeys = new Journeys(new MovableClock(Instant.parse("2026-11-21T10:00:00Z")));
    private final List<Request> passed = new ArrayList<>();
    private final List<Optional<Recording>> recordings = new ArrayList<>();
    private final DebugDoor door = new DebugDoor(journeys, TOKEN, Layer.GATEWAY, (request, recording) -> {
        passed.add(request);
        recordings.add(recording);
        return Response.empty(418);
    });

    private Request asked() {
        return CALL.with(Journeys.DEBUG_TOKEN, journeys.debugToken());
    }

    @Test
    void recordsNothingWithoutTheDebugToken() {
        Response response = door.handle(CALL);

        assertThat(response.headers().asMap()).isEmpty();
        assertThat(passed).containsExactly(CALL);
        assertThat(recordings).containsExactly(Optional.empty());
        assertThat(KeptJourneys.of(journeys)).isEmpty();
    }

    @Test
    void recordsNothingWithAnotherAndSaysSo() {
        Response response = door.handle(CALL.with(Journeys.DEBUG_TOKEN, "guessed"));

        assertThat(response.status()).isEqualTo(418);
        assertThat(response.headers().asMap()).containsOnlyKeys("Apim-Debug-Authorization-Expired");
        assertThat(passed.get(0).headers().asMap()).isEmpty();
        assertThat(KeptJourneys.of(journeys)).isEmpty();
    }

    @Test
    void withItTellsTheIdAndPassesTheTokenOnToNobody() {
        Response response = door.handle(asked());

        String id = response.headers().first("Apim-Trace-Id").orElseThrow();
        Journey journey = journeys.journey(id).orElseThrow();
        assertThat(journey.call().status()).isEqualTo(418);
        assertThat(passed.get(0).headers().asMap()).containsOnlyKeys("traceparent");
        assertThat(passed.get(0).headers().first("traceparent"))
                .hasValueSatisfying(value -> assertThat(value).contains(journey.traceId()));
        assertThat(recordings.get(0)).isPresent();
    }

    @Test
    void joinsTheJourneyOfAnEarlierDoor() {
        Recording recording =
                journeys.begin(CALL.with("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));
        String onward = "00-0af7651916cd43dd8448eb211c80319c-aaaaaaaaaaaaaaaa-01";
        recording.goesOnAs(onward);

        Response response = door.handle(CALL.with("traceparent", onward));

        assertThat(recordings).containsExactly(Optional.of(recording));
        assertThat(response.headers().asMap()).isEmpty();
        assertThat(recording.journey(java.time.Duration.ZERO).steps()).isEmpty();
    }

    @Test
    void tellsWhereACallBrokeAndNotWhatItHeld() {
        DebugDoor breaking = new DebugDoor(journeys, TOKEN, Layer.GATEWAY, (request, recording) -> {
            throw new IllegalStateException("what was sent");
        });

        Response response = breaking.handle(asked());

        Journey journey = KeptJourneys.of(journeys).get(0);
        assertThat(response.status()).isEqualTo(500);
        assertThat(response.headers().all("Apim-Trace-Id")).containsExactly(journey.id());
        assertThat(journey.call().status()).isEqualTo(500);
        assertThat(journey.end().orElseThrow().layer()).isEqualTo(Layer.GATEWAY);
        assertThat(journey.toString()).contains("IllegalStateException").doesNotContain("what was sent");
    }

    @Test
    void keepsTheIdOfAnAnswerThatCannotBeSent() {
        DebugDoor splitting = new DebugDoor(journeys, TOKEN, Layer.GATEWAY, (request, recording) -> Response.empty(200)
                .with("X", "a\u010d\u010aSet-Cookie: b"));

        Response response = splitting.handle(asked());

        assertThat(response.status()).isEqualTo(500);
        assertThat(response.headers().asMap()).containsOnlyKeys("Apim-Trace-Id");
    }

    @Test
    void beginsWithTheTokenThatCameWhichNobodyHasVerified() {
        door.handle(asked().with("Authorization", "Bearer e30.eyJhdWQiOiJhIn0.c2ln"));
        door.handle(asked().with("Authorization", "Basic YTpi"));

        List<Step> first = KeptJourneys.of(journeys).get(0).steps();
        assertThat(first.get(0).finding().reason()).isEqualTo("not-signed-by-entra");
        assertThat(first.get(0).details().toString()).contains("claims={aud=a}", "verified=not here");
        assertThat(KeptJourneys.of(journeys).get(1).steps().get(0).finding().reason())
                .isEqualTo("no-token");
    }
}

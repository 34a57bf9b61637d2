package dev.gatehouse.chain.gateway.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.gatehouse.token.Claims;
import java.io.IOException;
import java.time.Instant;

/** A token and its expiry: {@code access_token} and {@code expires_on} of an identity endpoint's response. */
record IssuedToken(String token, Instant end) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @throws IOException when the response contains no token; the message never quotes it */
    static IssuedToken read(byte[] answer) throws IOException {
        JsonNode fields;
        try {
            fields = JSON.readTree(answer);
        } catch (JsonProcessingException notJson) {
            throw new IOException("the identity endpoint's response is not JSON"); // the cause would quote the token
        }
        String token = fields.path("access_token").asText("");
        return Claims.instant(fields.path("expires_on").asLong(-1)) // App Service sends a string, others a number
                .filter(end -> !token.isBlank())
                .map(end -> new IssuedToken(token, end))
                .orElseThrow(() ->
                        new IOException("in the identity endpoint's response, access_token or expires_on is missing"));
    }

    @Override
    public String toString() {
        return "token until " + end;
    }
}

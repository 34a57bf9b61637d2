package dev.gatehouse.doctor.call;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * A call for programs: {@code {served, client, scope, method, address, entra: {code, text, meaning, fix, traceId,
 * correlationId}}} without a token, else {@code answer: {status, layer, meaning, fix, ids}} in place of {@code entra}.
 */
public final class CallJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private CallJson() {}

    public static String of(CallReport report) {
        ObjectNode json = JSON.createObjectNode()
                .put("served", report.served())
                .put("client", report.asked().client())
                .put("scope", report.asked().scope())
                .put("method", report.asked().method())
                .put("address", report.asked().address().toString());
        report.refusal().ifPresent(refusal -> json.set("entra", json(refusal)));
        report.answer().ifPresent(answer -> json.set("answer", json(answer)));
        return json.toPrettyString();
    }

    private static ObjectNode json(EntraRefusal refusal) {
        Optional<AadstsTable.Entry> known = refusal.code().flatMap(AadstsTable::entry);
        return JSON.createObjectNode()
                .put("code", refusal.code().map(code -> "AADSTS" + code).orElse(null))
                .put("text", refusal.text())
                .put("meaning", known.map(AadstsTable.Entry::meaning).orElse(null))
                .put("fix", known.map(AadstsTable.Entry::fix).orElse(null))
                .put("traceId", refusal.ids().trace())
                .put("correlationId", refusal.ids().correlation());
    }

    private static ObjectNode json(CallReport.Answer answer) {
        ObjectNode json = JSON.createObjectNode()
                .put("status", answer.status())
                .put(
                        "layer",
                        answer.meaning().layer().map(layer -> layer.title()).orElse(null))
                .put("meaning", answer.meaning().says())
                .put("fix", answer.meaning().fix());
        answer.ids().forEach(json.putObject("ids")::put);
        return json;
    }
}

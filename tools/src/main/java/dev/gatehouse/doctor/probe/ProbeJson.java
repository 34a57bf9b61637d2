package dev.gatehouse.doctor.probe;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;

/** The verdicts for programs: {@code {rows: [{row, call, expected, actual, verdict, says, proves}], passed, failed, notTried}}. */
public final class ProbeJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ProbeJson() {}

    public static String of(List<ProbeRow> rows) {
        ObjectNode json = JSON.createObjectNode();
        ArrayNode array = json.putArray("rows");
        rows.forEach(row -> array.add(json(row)));
        json.put("passed", ProbePage.count(rows, ProbeVerdict.PASSED));
        json.put("failed", ProbePage.count(rows, ProbeVerdict.FAILED));
        json.put("notTried", ProbePage.count(rows, ProbeVerdict.NOT_TRIED));
        return json.toPrettyString();
    }

    private static ObjectNode json(ProbeRow row) {
        return JSON.createObjectNode()
                .put("row", row.question().name())
                .put("call", row.question().call())
                .put("expected", row.question().expected())
                .put("actual", row.judged().actual())
                .put(
                        "verdict",
                        row.judged().verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .put("says", row.judged().says())
                .put("proves", row.question().proves());
    }
}

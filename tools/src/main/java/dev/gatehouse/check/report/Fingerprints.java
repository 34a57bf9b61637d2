package dev.gatehouse.check.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** Texts that identify findings from one run to the next, also where lines have moved. Equal ones are numbered. */
final class Fingerprints {
    private static final int BYTES = 16;

    private final Map<List<String>, Integer> before = new HashMap<>();
    private final ReportedPaths paths;

    Fingerprints(ReportedPaths paths) {
        this.paths = paths;
    }

    /** Of the findings in their order. */
    String next(Reported finding) {
        List<String> parts = new ArrayList<>(finding.identity());
        parts.add(paths.relative(finding.spot().file()));
        int number = before.merge(List.copyOf(parts), 1, Integer::sum);
        parts.add(String.valueOf(number));
        return hash(String.join("\n", parts));
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java platform has SHA-256", missing);
        }
    }
}

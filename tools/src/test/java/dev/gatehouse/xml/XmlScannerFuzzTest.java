package dev.gatehouse.xml;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;

/** Scanning ends, and never throws, whatever is scanned. */
class XmlScannerFuzzTest {

    /** Runs on saved inputs in {@code mvn verify}; in the profile {@code fuzz} it looks for new ones. */
    @FuzzTest(maxDuration = "60s")
    void survivesAnything(byte[] bytes) {
        assertThat(XmlScanner.scan(new String(bytes, StandardCharsets.UTF_8))).isNotNull();
    }
}

package dev.gatehouse.taskhub;

import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.HttpLogDetailLevel;
import com.azure.core.http.policy.HttpLogOptions;
import com.azure.core.http.policy.RetryOptions;
import java.time.Duration;

/** How the Azure libraries speak HTTP here: tried again once, and without a log of what they carry. */
final class TableHttp {
    private TableHttp() {}

    static RetryOptions oneRetry() {
        return new RetryOptions(new FixedDelayOptions(1, Duration.ofSeconds(1)));
    }

    /** Whatever the environment asks for: bodies are inputs and outputs. */
    static HttpLogOptions noLog() {
        return new HttpLogOptions().setLogLevel(HttpLogDetailLevel.NONE);
    }
}

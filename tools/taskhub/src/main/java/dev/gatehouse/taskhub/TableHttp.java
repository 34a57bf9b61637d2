package dev.gatehouse.taskhub;

import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.HttpLogDetailLevel;
import com.azure.core.http.policy.HttpLogOptions;
import com.azure.core.http.policy.RetryOptions;
import java.time.Duration;

/** HTTP for the Azure libraries: one retry, and no logging of content. */
final class TableHttp {
    private TableHttp() {}

    static RetryOptions oneRetry() {
        return new RetryOptions(new FixedDelayOptions(1, Duration.ofSeconds(1)));
    }

    /** Overrides the environment: bodies contain inputs and outputs. */
    static HttpLogOptions noLog() {
        return new HttpLogOptions().setLogLevel(HttpLogDetailLevel.NONE);
    }
}

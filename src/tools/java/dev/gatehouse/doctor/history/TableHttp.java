package dev.gatehouse.doctor.history;

import com.azure.core.http.HttpClient;
import com.azure.core.http.jdk.httpclient.JdkHttpClientBuilder;
import com.azure.core.http.policy.FixedDelayOptions;
import com.azure.core.http.policy.HttpLogDetailLevel;
import com.azure.core.http.policy.HttpLogOptions;
import com.azure.core.http.policy.RetryOptions;
import java.time.Duration;

/** How the Azure libraries speak HTTP here: in bounded time, and without a log of what they carry. */
final class TableHttp {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(20);

    private TableHttp() {}

    static HttpClient client() {
        return new JdkHttpClientBuilder()
                .connectionTimeout(CONNECT)
                .responseTimeout(ANSWER)
                .readTimeout(ANSWER)
                .writeTimeout(ANSWER)
                .build();
    }

    static RetryOptions oneRetry() {
        return new RetryOptions(new FixedDelayOptions(1, Duration.ofSeconds(1)));
    }

    /** Whatever the environment asks for: bodies are inputs and outputs. */
    static HttpLogOptions noLog() {
        return new HttpLogOptions().setLogLevel(HttpLogDetailLevel.NONE);
    }
}

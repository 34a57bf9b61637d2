package dev.gatehouse.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadAheadTest {
    private static final URI ONE = URI.create("https://login.example/one");
    private static final URI OTHER = URI.create("https://login.example/other");

    private final List<URI> read = new ArrayList<>();
    private final List<Runnable> background = new ArrayList<>();
    private final ReadAhead documents = new ReadAhead(this::document);
    private boolean fails;

    private byte[] document(URI address) throws IOException {
        read.add(address);
        if (fails) {
            throw new IOException("down for maintenance");
        }
        return (address.getPath() + read.size()).getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void givesOutWhatWasReadAheadOnceAndThenReadsAnew() throws IOException {
        documents.begin(ONE, Runnable::run);

        assertThat(documents.read(ONE)).asString().isEqualTo("/one1");
        assertThat(documents.read(ONE)).asString().isEqualTo("/one2");
    }

    @Test
    void givesOutNothingForAnotherAddress() throws IOException {
        documents.begin(ONE, Runnable::run);

        assertThat(documents.read(OTHER)).asString().isEqualTo("/other2");
    }

    @Test
    void aFailureAheadIsTheOutcomeOfOneReading() throws IOException {
        fails = true;
        documents.begin(ONE, Runnable::run);
        fails = false;

        assertThatThrownBy(() -> documents.read(ONE))
                .isInstanceOf(IOException.class)
                .hasMessage("down for maintenance");
        assertThat(documents.read(ONE)).asString().isEqualTo("/one2");
    }

    @Test
    void aFailureAheadDoesNotCountForAnotherAddress() throws IOException {
        fails = true;
        documents.begin(ONE, Runnable::run);
        fails = false;

        assertThat(documents.read(OTHER)).asString().isEqualTo("/other2");
    }

    @Test
    void isNotReadTwiceWhereTheBackgroundIsBusy() throws IOException {
        documents.begin(ONE, background::add);

        assertThat(documents.read(ONE)).asString().isEqualTo("/one1");
        background.forEach(Runnable::run);
        assertThat(read).containsExactly(ONE);
    }
}

package dev.gatehouse.keys;

import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;

/**
 * Begins to read a document before it is known whether it is needed. Whoever reads that very address next waits for what was
 * begun, and gets its outcome, whichever that is; everything else is read when it is asked for.
 */
public final class ReadAhead implements DocumentFetcher {
    private final DocumentFetcher documents;
    private final Map<URI, FutureTask<byte[]>> begun = new ConcurrentHashMap<>();

    public ReadAhead(DocumentFetcher documents) {
        this.documents = documents;
    }

    /** Begins in the background. */
    public void begin(URI address, Executor background) {
        FutureTask<byte[]> task = new FutureTask<>(() -> documents.read(address));
        begun.put(address, task);
        background.execute(task);
    }

    @Override
    public byte[] read(URI address) throws IOException {
        FutureTask<byte[]> task = begun.remove(address);
        return task == null ? documents.read(address) : outcome(task);
    }

    private static byte[] outcome(FutureTask<byte[]> task) throws IOException {
        task.run(); // here, unless it has begun
        try {
            return task.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof IOException cause ? cause : new IOException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", stopped);
        }
    }
}

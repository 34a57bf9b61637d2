package dev.gatehouse.bench.load;

import dev.gatehouse.chain.Chain;
import dev.gatehouse.chain.demo.DemoCaller;
import dev.gatehouse.chain.http.Response;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.IntStream;

/** Clients that call without a pause, each repeating the mix from a different position. */
final class Load {
    private static final int RAMP_MILLISECONDS = 50;

    private final List<LoadCall> mix;
    private final List<Shape> expected;
    private final DemoCaller caller;
    private final Latencies latencies = new Latencies();
    private final Map<String, Integer> unexpected = new TreeMap<>(); // guarded by itself
    private final ReadWriteLock underWay = new ReentrantReadWriteLock(true);
    private volatile boolean over;

    /** Distinguishes a response from that of another layer, without a trace. */
    private record Shape(int status, String type, String challenge) {
        static Shape of(Response response) {
            return new Shape(
                    response.status(),
                    response.headers().first("Content-Type").orElse(""),
                    response.headers().first("WWW-Authenticate").orElse(""));
        }
    }

    /** Makes each call once, with a trace, to check that the right layer answers for the right reason. */
    Load(Chain chain, List<LoadCall> mix) {
        this.mix = mix;
        this.caller = new DemoCaller(chain);
        this.expected = mix.stream().map(this::once).toList();
    }

    private Shape once(LoadCall call) {
        DemoCaller.Answered answered = caller.call(call.door(), call.request());
        String difference = call.difference(answered);
        if (!difference.isEmpty()) {
            throw new IllegalStateException(difference);
        }
        return Shape.of(answered.response());
    }

    /**
     * The result.
     *
     * @param unexpected unexpected responses, and how often
     * @param memory at the start, in the middle, at the end
     */
    record Outcome(Latencies latencies, Map<String, Integer> unexpected, List<Memory> memory) {}

    /** Calls for this long; the memory's start is after a tenth of it, when every layer has been used. */
    Outcome run(int clients, Duration length) throws InterruptedException {
        List<Thread> threads = IntStream.range(0, clients)
                .mapToObj(client -> new Thread(() -> client(client), "client-" + client))
                .toList();
        for (Thread thread : threads) { // one after the other, as clients come
            thread.start();
            Thread.sleep(RAMP_MILLISECONDS);
        }
        List<Memory> memory = new ArrayList<>();
        long tenth = length.toMillis() / 10;
        for (long pause : new long[] {tenth, 4 * tenth, 5 * tenth}) {
            Thread.sleep(pause);
            memory.add(quietMemory());
        }
        over = true;
        for (Thread thread : threads) {
            thread.join();
        }
        return new Outcome(latencies, unexpected, memory);
    }

    /** Between calls: a running call's memory is not retained. */
    private Memory quietMemory() {
        underWay.writeLock().lock();
        try {
            return Memory.now();
        } finally {
            underWay.writeLock().unlock();
        }
    }

    private void client(int place) {
        for (int i = place; !over; i++) {
            underWay.readLock().lock();
            long start = System.nanoTime();
            String difference = difference(i % mix.size());
            latencies.add(System.nanoTime() - start);
            underWay.readLock().unlock();
            if (!difference.isEmpty()) {
                synchronized (unexpected) {
                    unexpected.merge(difference, 1, Integer::sum);
                }
            }
        }
    }

    private String difference(int place) {
        LoadCall call = mix.get(place);
        try {
            Shape actual = Shape.of(caller.send(call.door(), call.request()));
            return actual.equals(expected.get(place)) ? "" : "expected " + expected.get(place) + ", actual " + actual;
        } catch (UncheckedIOException failed) {
            return "expected " + call.status() + ", actual " + failed.getCause();
        }
    }
}

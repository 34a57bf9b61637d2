package dev.gatehouse.bench.load;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Memory at one moment, in megabytes; both heaps after a collection.
 *
 * @param heap live objects in this JVM: Entra, gateway, Easy Auth and the clients
 * @param host live objects in the Functions host's JVM
 * @param hostResident the Functions host's resident set, which grows until its JVM prefers a collection to more
 *     memory; 0 if the system does not report it (it is read from Linux's procfs)
 */
record Memory(double heap, double host, double hostResident) {
    private static final double MEGABYTE = 1024 * 1024;

    static Memory now() {
        List<ProcessHandle> hosts = ProcessHandle.current().children().toList();
        double resident = hosts.stream().mapToDouble(Memory::resident).sum();
        double host = hosts.stream().mapToDouble(Memory::alive).sum();
        System.gc();
        double heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEGABYTE;
        return new Memory(heap, host, resident);
    }

    private static double resident(ProcessHandle process) {
        Path status = Path.of("/proc/" + process.pid() + "/status");
        try {
            return Files.isReadable(status)
                    ? Files.readAllLines(status).stream()
                            .filter(line -> line.startsWith("VmRSS:"))
                            .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                            .sum()
                    : 0;
        } catch (IOException ended) {
            throw new UncheckedIOException("the Functions host ended", ended);
        }
    }

    /** The JDK's own tool runs a garbage collection in the other JVM and counts the live objects: its last line has the bytes. */
    private static double alive(ProcessHandle process) {
        String jmap = Path.of(System.getProperty("java.home"), "bin", "jmap").toString();
        try {
            Process counting = new ProcessBuilder(jmap, "-histo:live", String.valueOf(process.pid())).start();
            String[] total = new String(counting.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .strip()
                    .split("\\s+");
            return Double.parseDouble(total[total.length - 1]) / MEGABYTE;
        } catch (IOException missing) {
            throw new UncheckedIOException("jmap of the JDK cannot be run", missing);
        }
    }
}

package dev.gatehouse.chain.host;

/**
 * The classes that an app sees in the host's process: the JDK and the worker's libraries; it sees no class of the
 * host itself or of other libraries.
 */
final class WorkerLibraries extends ClassLoader {
    private static final String ANNOTATIONS = "com.microsoft.azure.functions.annotation.";

    private final boolean withAnnotations;

    /** @param withAnnotations for an app that does not ship the annotations itself: the worker adds its own after the app's jars */
    WorkerLibraries(boolean withAnnotations) {
        super(ClassLoader.getPlatformClassLoader());
        this.withAnnotations = withAnnotations;
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        boolean isOfTheWorker =
                name.startsWith("com.microsoft.azure.functions.") || name.startsWith("com.google.gson.");
        if (isOfTheWorker && (withAnnotations || !name.startsWith(ANNOTATIONS))) {
            return ClassLoader.getSystemClassLoader().loadClass(name);
        }
        throw new ClassNotFoundException(name);
    }
}

package dev.gatehouse.chain.host;

/**
 * The classes that an app sees in the host's process: the JDK and the worker's libraries; it sees no class of the
 * host itself or of other libraries.
 */
final class WorkerLibraries extends ClassLoader {
    WorkerLibraries() {
        super(ClassLoader.getPlatformClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        if (name.startsWith("com.microsoft.azure.functions.") || name.startsWith("com.google.gson.")) {
            return ClassLoader.getSystemClassLoader().loadClass(name);
        }
        throw new ClassNotFoundException(name);
    }
}

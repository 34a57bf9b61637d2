package dev.gatehouse.chain.host;

/**
 * What an app sees of the process it runs in: the JDK and the libraries that the worker brings; of the host itself, and of
 * whatever else its process has, nothing.
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

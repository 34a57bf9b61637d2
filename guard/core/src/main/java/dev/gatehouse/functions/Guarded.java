package dev.gatehouse.functions;

/** The guarded subclass of a class with HTTP functions: for an injector of one's own. */
public final class Guarded {
    private static final String SUFFIX = "_Guarded";

    private Guarded() {}

    /**
     * The class to make an instance of wherever the worker asks for one of {@code functionClass}.
     *
     * @return the subclass that the annotation processor wrote; the class itself where it has none, as without HTTP functions
     */
    public static <T> Class<? extends T> classOf(Class<T> functionClass) {
        try {
            return Class.forName(functionClass.getName() + SUFFIX, false, functionClass.getClassLoader())
                    .asSubclass(functionClass);
        } catch (ClassNotFoundException none) {
            return functionClass;
        }
    }

    /** Whether instances of this class are guarded instances of {@code functionClass}; a subclass of them is, too. */
    public static boolean isGuarded(Class<?> instance, Class<?> functionClass) {
        Class<?> guarded = classOf(functionClass);
        return guarded != functionClass && guarded.isAssignableFrom(instance);
    }
}
